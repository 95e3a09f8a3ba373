import type { FeedFilter, FirstScreen } from '../../domain/feed/feedRepository';
import { groupConversations, type Activity } from '../../domain/feed/groupConversations';
import { withoutMetadata, type Client } from '../connection/client';
import { recordOf, rowsOf, textOr } from '../connection/parse';
import { outcome, refusalOf, refused, valueOf, type Outcome } from '../connection/refusal';
import { currentUserOf } from '../people/parsePerson';
import { mayManage, mayParticipate, maskOf } from '../permissionMask';
import { schemaVersion } from '../schema/listSchema';
import { listPath } from '../schema/listAddress';
import { posts } from '../schema/posts';
import { settings, versionKey } from '../schema/settings';
import { themes } from '../schema/themes';
import { activityOf, askNewest, newestActivity } from './activityQueries';
import { parseTheme } from './parseRows';
import { newestId } from './idWindows';
import { askNewestPosts, isThreshold, olderPosts, pageOf, type PostPage } from './postQueries';

const mostThemes = 500;

/** Everything the first screen needs, in one `$batch`. */
export async function loadFirstScreen(client: Client, filter: FeedFilter, pageSize: number): Promise<FirstScreen> {
  const { site } = client;
  const asked = await client.batch((asker) => ({
    me: outcome<unknown>(asker.web('currentuser').select('Id', 'Title', 'Email')(withoutMetadata)),
    web: outcome<unknown>(asker.web().select('EffectiveBasePermissions')(withoutMetadata)),
    list: outcome<unknown>(asker.web(listPath(site, posts)).select('EffectiveBasePermissions')(withoutMetadata)),
    settings: outcome<unknown>(asker.collection(`${listPath(site, settings)}/items`).select('Key', 'Value').top(100)(withoutMetadata)),
    themes: outcome<unknown>(asker.collection(`${listPath(site, themes)}/items`).select('Id', 'Title', 'Description').top(mostThemes)(withoutMetadata)),
    posts: askNewestPosts(asker, site, filter, pageSize),
    ...askNewest(asker, site),
  }));
  const me = currentUserOf(valueOf(await asked.me), site);
  const manage = mayManage(maskOf(recordOf(valueOf(await asked.web)).EffectiveBasePermissions));
  const list = await asked.list;
  const lists = [list, await asked.settings, await asked.replies, await asked.reactions, await asked.themes];
  const nothing = { me, themes: [], abilities: { participate: false, manage }, conversations: [], newestId: 0 };
  if (lists.some(isMissing)) return { ...nothing, setup: 'missing' };
  const settingRows = await asked.settings;
  const version = settingRows.ok ? versionIn(settingRows.value) : 0;
  const broken = [...lists, await asked.posts].filter((result) => isBroken(result, filter))[0];
  // An older set-up lacks columns that this version reads: that is an update to make, and nothing is broken.
  if (broken) return version > 0 && version < schemaVersion ? { ...nothing, setup: 'outdated' } : { ...nothing, setup: 'broken', detail: refused(broken.ok ? undefined : broken.error).detail };
  const page = await postPage(client, await asked.posts, filter, pageSize);
  const newest = newestActivity(rowsOf(valueOf(await asked.replies)), rowsOf(valueOf(await asked.reactions)), site);
  return {
    me, themes: rowsOf(valueOf(await asked.themes)).map(parseTheme), setup: version === 0 ? 'missing' : version < schemaVersion ? 'outdated' : 'ready',
    abilities: { participate: mayParticipate(maskOf(recordOf(valueOf(list)).EffectiveBasePermissions)), manage },
    conversations: groupConversations(page.posts, await wholeActivity(client, page, newest)), newestId: page.posts[0]?.id ?? 0, ...(page.olderThan === undefined ? {} : { olderThan: page.olderThan }),
  };
}

/** A theme of more than 5,000 posts is read by windows of ids instead. */
async function postPage(client: Client, answered: Outcome<unknown>, filter: FeedFilter, pageSize: number): Promise<PostPage> {
  if (!isThreshold(answered)) return pageOf(valueOf(answered), client.site, pageSize);
  return olderPosts(client, filter, await newestId(client, posts) + 1, pageSize);
}

/** What the newest rows left out, in one more round trip: only on a page with very much activity, or of one theme. */
async function wholeActivity(client: Client, { posts: shown }: PostPage, newest: Activity): Promise<Activity> {
  const incomplete = shown.map((post) => post.id).filter((id) => !newest.isComplete(id));
  if (incomplete.length === 0) return newest;
  const rest = await activityOf(client, incomplete);
  // Rows that were read both times stand once; those of a post of which there are too many stay, so that it does not look deserted.
  return {
    replies: newest.replies.concat(rest.replies), reactions: newest.reactions.concat(rest.reactions),
    isComplete: (postId) => incomplete.indexOf(postId) < 0 || rest.isComplete(postId),
  };
}

/** A column that was taken away or changed (400), or an index (the threshold); a theme with many posts is no fault of the list. */
function isBroken(result: Outcome<unknown>, { themeId }: FeedFilter): boolean {
  if (result.ok) return false;
  return refused(result.error).reason === 'invalid' || (isThreshold(result) && themeId === undefined);
}

function isMissing(result: Outcome<unknown>): boolean {
  return !result.ok && refusalOf(result.error)?.status === 404;
}

/** The version of the lists that the settings name; 0 when set-up did not finish. */
function versionIn(rows: unknown): number {
  const versions = rowsOf(rows).filter((row) => textOr(row, 'Key', '') === versionKey).map((row) => Number(textOr(row, 'Value', '0')) || 0);
  return Math.max(0, ...versions);
}
