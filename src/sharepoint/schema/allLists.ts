import { curation } from './curation';
import { follows } from './follows';
import type { ListSchema } from './listSchema';
import { mentions } from './mentions';
import { pictures } from './pictures';
import { posts } from './posts';
import { reactions } from './reactions';
import { replies } from './replies';
import { reportDecisions, reports } from './reports';
import { saved } from './saved';
import { settings } from './settings';
import { themes } from './themes';

/** In the order in which set-up makes them; settings last, because its version row says that the others are there. */
export const allLists: readonly ListSchema[] = [posts, replies, reactions, themes, mentions, follows, saved, curation, reports, reportDecisions, pictures, settings];
