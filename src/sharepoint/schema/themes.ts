import { keyColumn, type ListSchema } from './listSchema';

/** Themes that posts belong to. */
export const themes: ListSchema = {
  name: 'SchilThemes', description: 'Themes of the conversations in Schil.', use: 'editorsWrite', viewColumns: ['LinkTitle', 'Description', 'SortOrder', 'State'], isSearched: true,
  columns: [
    { name: 'Description', type: 'Note', title: 'Description' },
    keyColumn,
    { name: 'Colour', type: 'Text', title: 'Colour' },
    { name: 'PictureUrl', type: 'Text', title: 'Picture' },
    { name: 'SortOrder', type: 'Number', title: 'Sort order' },
    /** Empty or `archived`. */
    { name: 'State', type: 'Text', title: 'State' },
    /** The theme that took its conversations over. */
    { name: 'MergedInto', type: 'Number', title: 'Merged into' },
    /** JSON: people who look after it. */
    { name: 'Ambassadors', type: 'Note', title: 'Ambassadors' },
  ],
};
