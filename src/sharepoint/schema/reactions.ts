import { keyColumn, type ListSchema } from './listSchema';

/**
 * One row per person, target and kind: `Key` is `<target kind>-<target id>-<kind>-<person's id>`. Votes in a poll (target kind `poll`) and
 * "I have read this" (kind `read`) are such rows, too.
 */
export const reactions: ListSchema = {
  name: 'SchilReactions', description: 'Reactions to posts and replies of the Schil activity feed.', use: 'participantsWrite', isSearched: false,
  viewColumns: ['LinkTitle', 'PostId', 'TargetKind', 'TargetId', 'Kind', 'Author', 'Created'],
  columns: [
    { name: 'PostId', type: 'Number', title: 'Post Id', indexed: true },
    { name: 'TargetKind', type: 'Text', title: 'Target kind' },
    { name: 'TargetId', type: 'Number', title: 'Target Id', indexed: true },
    { name: 'Kind', type: 'Text', title: 'Kind' },
    keyColumn,
    /** The post's id times 16, and the person's id modulo 16: what very many people say about one post stays below the list view threshold. */
    { name: 'Bucket', type: 'Number', title: 'Bucket', indexed: true },
    /** Who wrote what it is about; whoever reads it makes sure. */
    { name: 'ForPersonId', type: 'Number', title: 'For person Id', indexed: true },
  ],
};
