import type { ListSchema } from './listSchema';

/** Themes that posts belong to. */
export const themes: ListSchema = {
  name: 'SchilThemes', description: 'Themes of the conversations in Schil.', use: 'editorsWrite', viewColumns: ['LinkTitle', 'Description'],
  columns: [{ name: 'Description', type: 'Note', title: 'Description' }],
};
