import { keyColumn, type ListSchema } from './listSchema';

/** Editors' decisions about what others wrote, one a row: `Key` is `<decision>-<target kind>-<target id>`. The row's versions tell who decided what when. */
export const curation: ListSchema = {
  name: 'SchilCuration', description: 'Decisions of the editors of Schil: pinned, announced, hidden …', use: 'editorsWrite', isSearched: false,
  viewColumns: ['LinkTitle', 'Decision', 'TargetKind', 'TargetId', 'State', 'From', 'Until', 'Editor', 'Modified'],
  columns: [
    { name: 'Decision', type: 'Text', title: 'Decision', indexed: true },
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id', indexed: true },
    /** `active` or `undone`. */
    { name: 'State', type: 'Text', title: 'State', indexed: true },
    { name: 'From', type: 'DateTime', title: 'From' },
    { name: 'Until', type: 'DateTime', title: 'Until', indexed: true },
    /** What the decision needs more, as JSON: order, reason, theme. */
    { name: 'Value', type: 'Note', title: 'Value' },
    keyColumn,
  ],
};
