import { keyColumn, privateKeyColumn, type ListSchema } from './listSchema';

/** Reports of words that should not stand; who reports sees their own, editors all. */
export const reports: ListSchema = {
  name: 'SchilReports', description: 'Reports to the editors of Schil; each sees their own.', use: 'participantsReport', viewColumns: ['LinkTitle', 'TargetKind', 'TargetId', 'Reason', 'State', 'Author', 'Created'], isSearched: false,
  columns: [
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id', indexed: true },
    { name: 'PostId', type: 'Number', title: 'Post Id', indexed: true },
    { name: 'Reason', type: 'Text', title: 'Reason' },
    { name: 'Explanation', type: 'Note', title: 'Explanation' },
    /** `open` or `closed`, for the queue; what was decided stands in SchilReportDecisions, which no reporter can change. */
    { name: 'State', type: 'Text', title: 'State', indexed: true },
    /** What an editor answers the reporter. */
    { name: 'Answer', type: 'Note', title: 'Answer' },
    /** Who reports, to find one's own. */
    { name: 'PersonId', type: 'Number', title: 'Person Id', indexed: true },
    privateKeyColumn,
  ],
};

/** What editors decided about reports: the record, for editors alone. */
export const reportDecisions: ListSchema = {
  name: 'SchilReportDecisions', description: 'What the editors of Schil decided about reports.', use: 'editorsOnly', viewColumns: ['LinkTitle', 'ReportId', 'Decision', 'Editor', 'Modified'], isSearched: false,
  columns: [
    { name: 'ReportId', type: 'Number', title: 'Report Id', indexed: true },
    { name: 'Decision', type: 'Text', title: 'Decision', indexed: true },
    { name: 'Explanation', type: 'Note', title: 'Explanation' },
    /** The words as they stood when it was decided, as JSON. */
    { name: 'Words', type: 'Note', title: 'Words' },
    keyColumn,
  ],
};
