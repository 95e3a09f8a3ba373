import { keyColumn, type ListSchema } from './listSchema';

/** Who follows which theme, person or conversation: `Key` is `<target kind>-<target id>-<person's id>`. */
export const follows: ListSchema = {
  name: 'SchilFollows', description: 'Who follows which theme, person or conversation in Schil.', use: 'participantsWrite', viewColumns: ['LinkTitle', 'TargetKind', 'TargetId', 'Author', 'Created'], isSearched: false,
  columns: [
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id', indexed: true },
    /** The follower, to find one's own; only a row whose author it names counts. */
    { name: 'PersonId', type: 'Number', title: 'Person Id', indexed: true },
    keyColumn,
  ],
};
