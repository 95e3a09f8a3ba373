import { keyColumn, type ListSchema } from './listSchema';

/** Posts: `Title` is a short plain excerpt for search and views, `Body` the sanitised HTML. */
export const posts: ListSchema = {
  name: 'SchilPosts', description: 'Posts of the Schil activity feed.', use: 'participantsWrite', viewColumns: ['LinkTitle', 'ThemeId', 'Author', 'Created'], isSearched: true,
  columns: [
    { name: 'Body', type: 'Note', title: 'Body' },
    { name: 'ThemeId', type: 'Number', title: 'Theme Id', indexed: true },
    keyColumn,
    /** `post` when empty; see `PostKind`. */
    { name: 'Kind', type: 'Text', title: 'Kind', indexed: true },
    /** JSON of what goes with the words; what does not parse is left out. */
    { name: 'Poll', type: 'Note', title: 'Poll' },
    { name: 'Pictures', type: 'Note', title: 'Pictures' },
    { name: 'LinkPreview', type: 'Note', title: 'Link preview' },
    /** A post that appears later than it was written. */
    { name: 'PublishAt', type: 'DateTime', title: 'Publish at', indexed: true },
    /** Of a placeholder: the id of the deleted post in whose place it stands. */
    { name: 'ReplacesId', type: 'Number', title: 'Replaces Id', indexed: true },
  ],
};
