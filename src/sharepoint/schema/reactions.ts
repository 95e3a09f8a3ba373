import { keyColumn, type ListSchema } from './listSchema';

/** One row per person, target and kind: `Key` is `<target kind>-<target id>-<kind>-<person's id>`. */
export const reactions: ListSchema = {
  name: 'SchilReactions', description: 'Reactions to posts and replies of the Schil activity feed.', use: 'participantsWrite',
  viewColumns: ['LinkTitle', 'PostId', 'TargetKind', 'TargetId', 'Kind', 'Author', 'Created'],
  columns: [
    { name: 'PostId', type: 'Number', title: 'Post Id', indexed: true },
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id', indexed: true },
    { name: 'Kind', type: 'Text', title: 'Kind' },
    keyColumn,
  ],
};
