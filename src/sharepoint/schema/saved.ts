import { privateKeyColumn, type ListSchema } from './listSchema';

/** What somebody saved for later; for their eyes only. */
export const saved: ListSchema = {
  name: 'SchilSaved', description: 'What people saved for later in Schil; each sees their own.', use: 'participantsPrivate', viewColumns: ['LinkTitle', 'TargetKind', 'TargetId', 'Created'], isSearched: false,
  columns: [
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id', indexed: true },
    { name: 'PersonId', type: 'Number', title: 'Person Id', indexed: true },
    privateKeyColumn,
  ],
};
