import { keyColumn, type ListSchema } from './listSchema';

/** Settings of the site, one a row: `Key` names it. */
export const settings: ListSchema = {
  name: 'SchilSettings', description: 'Settings of Schil on this site.', use: 'ownersWrite', viewColumns: ['LinkTitle', 'Key', 'Value'], isSearched: false,
  columns: [keyColumn, { name: 'Value', type: 'Note', title: 'Value' }],
};

/** The row that names the version of the lists. */
export const versionKey = 'schemaVersion';
