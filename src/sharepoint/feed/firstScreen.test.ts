/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { Client } from '../connection/client';
import { refusal } from '../testing/answeringSite';
import { keepingSite, type KeepingSite } from '../testing/keepingSite';
import { authorRow, postRow, reactionRow, replyRow } from '../testing/rows';
import { schemaVersion } from '../schema/listSchema';
import { loadFirstScreen } from './firstScreen';

let site: KeepingSite;
beforeEach(() => {
  site = keepingSite({
    SchilPosts: [postRow(1), postRow(2), postRow(3, { ThemeId: 1 })], SchilReplies: [replyRow(1, 2), replyRow(2, 1)], SchilReactions: [reactionRow(1, 3)],
    SchilThemes: [{ Id: 1, Title: 'Safety', Description: '' }], SchilSettings: [{ Id: 1, Key: 'schemaVersion', Value: String(schemaVersion) }],
  });
});
const load = (filter: { themeId?: number } = {}, pageSize: number = 20): ReturnType<typeof loadFirstScreen> => loadFirstScreen(new Client(site), filter, pageSize);
const trips = (): number => site.trips.filter(({ path }) => path === '$batch').length;
const many = (count: number, row: (id: number, postId: number) => object, postId: number): object[] => Array.from({ length: count }, (_, at) => row(at + 100, postId));

describe('the first screen', () => {
  it('is everything in one round trip', async () => {
    const screen = await load();
    expect(screen).toMatchObject({ setup: 'ready', me: { id: 3, name: 'Person 3' }, abilities: { participate: true, manage: true }, newestId: 3, themes: [{ id: 1, title: 'Safety' }] });
    expect(screen.conversations.map(({ post, replies, reactions }) => [post.id, replies.length, reactions.length])).toEqual([[3, 0, 1], [2, 1, 0], [1, 1, 0]]);
    expect(trips()).toBe(1);
  });

  it('of one theme has its posts only', async () => {
    expect((await load({ themeId: 1 })).conversations.map(({ post }) => post.id)).toEqual([3]);
  });

  it('says where to go on', async () => {
    expect((await load({}, 2)).olderThan).toBe(2);
    expect(await load({}, 3)).not.toHaveProperty('olderThan');
  });

  it('stays whole when somebody added odd rows in the lists themselves', async () => {
    site.lists.SchilReplies.push(replyRow(9, 0, { PostId: null, Body: null }), replyRow(10, 2, { Author: null }));
    site.lists.SchilReactions.push(reactionRow(9, 1, { Kind: 'shrug' }), reactionRow(10, 0, { PostId: null }));
    site.lists.SchilPosts.push(postRow(4, { Body: null, Key: null }));
    const screen = await load();
    expect(screen.conversations.map(({ post, replies, reactions }) => [post.id, replies.length, reactions.length])).toEqual([[4, 0, 0], [3, 0, 1], [2, 2, 0], [1, 1, 0]]);
  });

  it('reads the rest of a busy conversation in one more round trip', async () => {
    site.lists.SchilReplies.push(...many(250, replyRow, 3) as typeof site.lists.SchilReplies);
    const { conversations } = await load();
    expect(conversations.map(({ replies, complete }) => [replies.length, complete])).toEqual([[250, true], [1, true], [1, true]]);
    expect(trips()).toBe(2);
  });

  it('shows what it could read of a conversation of which there is too much', async () => {
    site.lists.SchilReactions.push(...Array.from({ length: 5500 }, (_, at) => reactionRow(at + 100, 3, { Author: authorRow(at + 100) })));
    const [busiest] = (await load()).conversations;
    expect([busiest.complete, busiest.replyCount, busiest.reactions.length]).toEqual([false, undefined, 600]);
  });

  it('of a theme with more posts than SharePoint reads at once is read by windows of ids', async () => {
    site.lists.SchilPosts.push(...Array.from({ length: 6000 }, (_, at) => postRow(at + 10, { ThemeId: 1 })));
    const screen = await load({ themeId: 1 });
    expect([screen.setup, screen.conversations.length, screen.conversations[0].post.id, screen.olderThan]).toEqual(['ready', 20, 6009, 5990]);
  });
});

describe('what the site has', () => {
  it.each(['SchilPosts', 'SchilReplies', 'SchilReactions', 'SchilThemes', 'SchilSettings'])('is missing without %s', async (list) => {
    delete site.lists[list];
    expect(await load()).toMatchObject({ setup: 'missing', conversations: [], abilities: { participate: false, manage: true } });
  });

  it.each([['none', 'missing'], ['0', 'missing'], ['', 'missing'], ['first', 'missing'], ['0.5', 'outdated'], ['1', 'outdated'], [String(schemaVersion), 'ready'], [String(schemaVersion + 1), 'ready']])('of version %p is %s', async (Value, setup) => {
    site.lists.SchilSettings = Value === 'none' ? [] : [{ Id: 1, Key: 'schemaVersion', Value }];
    expect((await load()).setup).toBe(setup);
  });

  it('is broken when a list refuses a column, and says what SharePoint said', async () => {
    site.fault = ({ path }) => path.indexOf('SchilReplies') > 0 ? refusal(400, '-1, Microsoft.SharePoint.SPException', "The field or property 'PostId' does not exist.") : undefined;
    expect(await load()).toMatchObject({ setup: 'broken', detail: "The field or property 'PostId' does not exist.", conversations: [] });
  });

  it('is out of date, and not broken, when an older set-up lacks a column', async () => {
    site.lists.SchilSettings = [{ Id: 1, Key: 'schemaVersion', Value: String(schemaVersion - 1) }];
    site.fault = ({ path }) => path.indexOf('SchilReplies') > 0 ? refusal(400, '-1, Microsoft.SharePoint.SPException', "The field or property 'Pictures' does not exist.") : undefined;
    const screen = await load();
    expect([screen.setup, screen.detail, screen.abilities.manage]).toEqual(['outdated', undefined, true]);
  });

  it('is not read by who may not', async () => {
    site.fault = ({ path }) => path.indexOf('SchilPosts') > 0 ? refusal(403, '-2147024891, System.UnauthorizedAccessException', 'Access denied.') : undefined;
    await expect(load()).rejects.toMatchObject({ reason: 'notAllowed', detail: 'Access denied.' });
  });
});
