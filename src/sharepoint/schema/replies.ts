import { keyColumn, type ListSchema } from './listSchema';

/** Replies; the post's id is in an indexed number column, because an index on a lookup column does not help. */
export const replies: ListSchema = {
  name: 'SchilReplies', description: 'Replies to posts of the Schil activity feed.', use: 'participantsWrite', viewColumns: ['LinkTitle', 'PostId', 'Author', 'Created'], isSearched: true,
  columns: [
    { name: 'Body', type: 'Note', title: 'Body' },
    { name: 'PostId', type: 'Number', title: 'Post Id', indexed: true },
    keyColumn,
    { name: 'Pictures', type: 'Note', title: 'Pictures' },
    /** Who wrote the post, to find what was answered to somebody; whoever reads it makes sure of the post's real author. */
    { name: 'ForPersonId', type: 'Number', title: 'For person Id', indexed: true },
  ],
};
