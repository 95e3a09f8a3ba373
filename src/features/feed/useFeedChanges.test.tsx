import type { ReactionKind } from '../../domain/feed/post';
import { postOf, reactionOf } from '../../domain/feed/testing/words';
import { emptyCache } from '../testing/showFeature';
import type { InMemoryFeed } from './testing/inMemoryFeed';
import { conversationIn, done, feedOfThree, idsIn, openHooks, shownAfter, type Shown } from './testing/openHooks';

let feed: InMemoryFeed;
let cache: ReturnType<typeof emptyCache>;
beforeEach(() => {
  cache = emptyCache();
  feed = feedOfThree();
});
afterEach(() => cache.clear());

describe('a reaction', () => {
  const mine = (shown: Shown, id: number = 2): ReactionKind[] => conversationIn(shown, id).reactions.filter(({ person }) => person.id === feed.me.id).map(({ kind }) => kind);
  const react = (shown: Shown, kind: ReactionKind, on: boolean): Promise<void> => shown.changes.react(conversationIn(shown, 2), { kind: 'post', id: 2 }, kind, on);

  it('stands on the page at once, before the server has it', async () => {
    const shown = await openHooks(feed, cache);
    const answer = feed.holdNext('setReaction');
    let ended: Promise<void> = Promise.resolve();
    await shownAfter(() => { ended = react(shown, 'like', true); });
    expect([mine(shown), feed.reactions.length]).toEqual([['like'], 1]);
    answer();
    await done(() => ended);
    expect([mine(shown), feed.reactions.length, conversationIn(shown, 2).reactions.length]).toEqual([['like'], 2, 2]);
  });

  it('is put back when it is refused, and who reacted is told', async () => {
    const shown = await openHooks(feed, cache);
    feed.refuseNext('setReaction', 'offline');
    expect(await done(() => react(shown, 'like', true))).toMatchObject({ reason: 'offline' });
    expect([mine(shown), conversationIn(shown, 2).reactions.length]).toEqual([[], 1]);
  });

  it('taken back stands again when that is refused', async () => {
    feed.reactions.push(reactionOf(2, 2, feed.me.id, { kind: 'love', person: feed.me }));
    const shown = await openHooks(feed, cache);
    feed.refuseNext('setReaction', 'throttled');
    expect(await done(() => react(shown, 'love', false))).toMatchObject({ reason: 'throttled' });
    expect(mine(shown)).toEqual(['love']);
  });

  it('given and taken back in a hurry ends as it was meant last, on the page and on the server', async () => {
    const shown = await openHooks(feed, cache);
    const answer = feed.holdNext('setReaction');
    let both: Promise<unknown> = Promise.resolve();
    await shownAfter(() => { both = Promise.all([react(shown, 'like', true), react(shown, 'like', false)]); });
    expect(mine(shown)).toEqual([]);
    answer();
    await done(() => both);
    expect([mine(shown), feed.reactions.map(({ person }) => person.id)]).toEqual([[], [9]]);
  });

  it('leaves other kinds, other targets and other people as they are', async () => {
    feed.reactions.push(reactionOf(2, 2, feed.me.id, { person: feed.me, targetKind: 'reply', targetId: 2 }), reactionOf(3, 2, feed.me.id, { kind: 'love', person: feed.me }));
    const shown = await openHooks(feed, cache);
    await done(() => react(shown, 'like', true));
    await done(() => react(shown, 'like', false));
    expect(conversationIn(shown, 2).reactions.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
  });
});

describe('a new post', () => {
  it('stands on top, on every feed of the page that shows its theme', async () => {
    const [all, sports, other] = [await openHooks(feed, cache), await openHooks(feed, cache, { themeId: 7 }), await openHooks(feed, cache, { themeId: 8 })];
    await done(() => all.changes.addPost({ key: 'a', bodyHtml: '<p>new</p>', themeId: 7 }));
    expect([idsIn(all), idsIn(sports), idsIn(other)]).toEqual([[4, 3, 2, 1], [4, 3], []]);
  });

  it('that was sent twice stands once', async () => {
    const shown = await openHooks(feed, cache);
    await done(() => shown.changes.addPost({ key: 'a', bodyHtml: '<p>new</p>' }));
    await done(() => shown.changes.addPost({ key: 'a', bodyHtml: '<p>new</p>' }));
    expect(idsIn(shown)).toEqual([4, 3, 2, 1]);
  });

  it('that is refused stands nowhere', async () => {
    const shown = await openHooks(feed, cache);
    feed.refuseNext('addPost', 'tooLarge');
    expect(await done(() => shown.changes.addPost({ key: 'a', bodyHtml: '<p>new</p>' }))).toMatchObject({ reason: 'tooLarge' });
    expect(idsIn(shown)).toEqual([3, 2, 1]);
  });

  it('of one\'s own is not told as a new one of others', async () => {
    const shown = await openHooks(feed, cache);
    await done(() => shown.changes.addPost({ key: 'a', bodyHtml: '<p>new</p>' }));
    await shownAfter(() => cache.refetchQueries(['newer']));
    expect(shown.feed.newer).toBe(0);
    feed.posts.push(postOf(5));
    await shownAfter(() => cache.refetchQueries(['newer']));
    expect(shown.feed.newer).toBe(1);
  });
});

describe('changing and deleting a post', () => {
  it('shows the words as they are now', async () => {
    const shown = await openHooks(feed, cache);
    await done(() => shown.changes.changePost(conversationIn(shown, 2).post, '<p>changed</p>', 7));
    expect(conversationIn(shown, 2)).toMatchObject({ post: { bodyHtml: '<p>changed</p>', themeId: 7 }, replies: [{ id: 1 }, { id: 2 }] });
  });

  it('moves it to the feeds of its theme', async () => {
    const [all, sports] = [await openHooks(feed, cache), await openHooks(feed, cache, { themeId: 7 })];
    await done(() => all.changes.changePost(conversationIn(all, 3).post, '<p>moved</p>', undefined));
    expect([idsIn(all), idsIn(sports)]).toEqual([[3, 2, 1], []]);
  });

  it('that somebody changed in the meantime overwrites nothing, and goes on after a fresh look', async () => {
    const shown = await openHooks(feed, cache);
    const stale = conversationIn(shown, 2).post;
    await feed.changePost(2, stale.etag, { bodyHtml: '<p>theirs</p>' });
    expect(await done(() => shown.changes.changePost(stale, '<p>mine</p>', undefined))).toMatchObject({ reason: 'conflict' });
    expect(feed.posts.filter(({ id }) => id === 2)[0].bodyHtml).toBe('<p>theirs</p>');
    await done(() => shown.changes.refresh(2));
    expect(conversationIn(shown, 2).post.bodyHtml).toBe('<p>theirs</p>');
    expect(await done(() => shown.changes.changePost(conversationIn(shown, 2).post, '<p>mine</p>', undefined))).toBeUndefined();
  });

  it('takes it from the page only when the server did', async () => {
    const shown = await openHooks(feed, cache);
    feed.refuseNext('deletePost', 'notAllowed');
    expect(await done(() => shown.changes.deletePost(conversationIn(shown, 2).post))).toMatchObject({ reason: 'notAllowed' });
    expect(idsIn(shown)).toEqual([3, 2, 1]);
    await done(() => shown.changes.deletePost(conversationIn(shown, 2).post));
    expect(idsIn(shown)).toEqual([3, 1]);
  });
});

describe('replies', () => {
  it('come last, are counted, changed and taken away', async () => {
    const shown = await openHooks(feed, cache);
    const { post } = conversationIn(shown, 2);
    await done(() => shown.changes.addReply(post, { key: 'r', bodyHtml: '<p>new</p>' }));
    await done(() => shown.changes.addReply(post, { key: 'r', bodyHtml: '<p>new</p>' }));
    expect(conversationIn(shown, 2)).toMatchObject({ replies: [{ id: 1 }, { id: 2 }, { id: 3 }], replyCount: 3 });
    await done(() => shown.changes.changeReply(conversationIn(shown, 2).replies[1], '<p>changed</p>'));
    expect(conversationIn(shown, 2).replies[1].bodyHtml).toBe('<p>changed</p>');
    await done(() => shown.changes.deleteReply(conversationIn(shown, 2).replies[0]));
    expect(conversationIn(shown, 2)).toMatchObject({ replies: [{ id: 2 }, { id: 3 }], replyCount: 2 });
  });

  it('that are refused leave everything as it was', async () => {
    const shown = await openHooks(feed, cache);
    const before = conversationIn(shown, 2);
    feed.refuseNext('addReply', 'offline');
    feed.refuseNext('changeReply', 'conflict');
    feed.refuseNext('deleteReply', 'notAllowed');
    const errors = [await done(() => shown.changes.addReply(before.post, { key: 'r', bodyHtml: 'x' })), await done(() => shown.changes.changeReply(before.replies[1], 'x')), await done(() => shown.changes.deleteReply(before.replies[1]))];
    expect(errors).toMatchObject([{ reason: 'offline' }, { reason: 'conflict' }, { reason: 'notAllowed' }]);
    expect(conversationIn(shown, 2)).toEqual(before);
  });
});
