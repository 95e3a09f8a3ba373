import { keyColumn, type ListSchema } from './listSchema';

/** Who was mentioned where: one row per person and words, `Key` is `<target kind>-<target id>-<address>`. */
export const mentions: ListSchema = {
  name: 'SchilMentions', description: 'Who was mentioned where in Schil.', use: 'participantsWrite', viewColumns: ['LinkTitle', 'Person', 'TargetKind', 'TargetId', 'Author', 'Created'], isSearched: false,
  columns: [
    /** E-mail address in lower case: who is mentioned need not be known on the site yet. */
    { name: 'Person', type: 'Text', title: 'Person', indexed: true },
    { name: 'PostId', type: 'Number', title: 'Post Id', indexed: true },
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id' },
    keyColumn,
  ],
};
