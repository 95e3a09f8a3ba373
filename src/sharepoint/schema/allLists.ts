import type { ListSchema } from './listSchema';
import { posts } from './posts';
import { reactions } from './reactions';
import { replies } from './replies';
import { settings } from './settings';
import { themes } from './themes';

/** In the order in which set-up makes them; settings last, because its version row says that the others are there. */
export const allLists: readonly ListSchema[] = [posts, replies, reactions, themes, settings];
