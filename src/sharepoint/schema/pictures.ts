import type { ListSchema } from './listSchema';

/** Pictures of posts and replies. Who takes part can add files, and change and delete none. */
export const pictures: ListSchema = {
  name: 'SchilPictures', isLibrary: true, description: 'Pictures in posts and replies of Schil.', use: 'participantsAdd', viewColumns: ['LinkFilename', 'Editor', 'Modified'], isSearched: false, columns: [],
};
