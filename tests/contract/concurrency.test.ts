import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../localSharePointForAll.ts';
import { repositoriesOf, setUp, visitor, type Feed } from './repositories.ts';

const sharePoint = await localSharePointForAll('--empty');
before(async () => {
  await setUp(sharePoint);
});

describe('forty people at once, with things going wrong', () => {
  it('end in exactly the right numbers: one reaction and one reply each', { timeout: 120_000 }, async () => {
    const people = ((await sharePoint.ask('/_local/people')).json as { email: string }[]).slice(0, 40).map(({ email }) => email);
    const feeds: Feed[] = await Promise.all(people.map(async (email) => (await repositoriesOf(sharePoint, email)).feed));
    const post = await (await repositoriesOf(sharePoint, visitor)).feed.addPost({ key: 'everybody', bodyHtml: '<p>Who comes to the quay?</p>' });
    const writes = { method: 'POST', path: 'SchilRe(plies|actions).*items' };
    await sharePoint.fault([
      { match: writes, lose: true, times: 12 }, { match: writes, status: 429, retryAfter: 0, times: 10 }, { match: writes, status: 503, retryAfter: 1, times: 6 }, { match: writes, delayMs: 200, times: 10 },
    ]);
    const like = { postId: post.id, targetKind: 'post', targetId: post.id, kind: 'like' };
    await Promise.all(feeds.map(async (feed, at) => {
      await Promise.all([
        feed.addReply({ key: `reply-of-${at}`, postId: post.id, bodyHtml: `<p>I do, ${at}</p>` }),
        // An impatient person presses twice.
        feed.setReaction({ ...like, on: true }), feed.setReaction({ ...like, on: true }),
      ]);
      if (at % 4 === 0) await feed.setReaction({ ...like, on: false });
    }));
    const { replies, reactions, complete } = await (feeds[0] as Feed).loadConversation(post.id);
    assert.equal(complete, true);
    assert.deepEqual(replies.map((reply) => reply.bodyHtml).sort(), people.map((_, at) => `<p>I do, ${at}</p>`).sort());
    assert.deepEqual([replies.length, new Set(replies.map(({ author }) => author.id)).size], [40, 40], 'everybody said it once, in their own name');
    assert.deepEqual([reactions.length, new Set(reactions.map(({ person }) => person.id)).size], [30, 30]);
    const { value } = (await sharePoint.ask("web/getlist('/sites/intranet/Lists/SchilReactions')/itemcount")).json as { value: number };
    assert.equal(value, 30, 'there is no row too many in the list');
  });
});
