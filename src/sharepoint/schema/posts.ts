import { keyColumn, type ListSchema } from './listSchema';

/** Posts: `Title` is a short plain excerpt for search and views, `Body` the sanitised HTML. */
export const posts: ListSchema = {
  name: 'SchilPosts', description: 'Posts of the Schil activity feed.', use: 'participantsWrite', viewColumns: ['LinkTitle', 'ThemeId', 'Author', 'Created'],
  columns: [
    { name: 'Body', type: 'Note', title: 'Body' },
    { name: 'ThemeId', type: 'Number', title: 'Theme Id', indexed: true },
    keyColumn,
  ],
};
