/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import * as fc from 'fast-check';
import { Client } from '../connection/client';
import type { Row } from '../connection/parse';
import { answeringSite, refusal } from '../testing/answeringSite';
import { answerRows, listOf } from '../testing/listRows';
import { reactionRow, replyRow } from '../testing/rows';
import { activityOf, askNewest, newestActivity, wholeActivityOf } from './activityQueries';

/** How many there are of each post: up to more than are read with the first screen. */
const replyCounts = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.integer({ min: 0, max: 90 }), { maxKeys: 12 });
const reactionCounts = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.integer({ min: 0, max: 400 }), { maxKeys: 12 });

/** Rows of these posts, their ids in no order that has to do with the posts. */
function rowsOf(counts: Readonly<Record<string, number>>, row: (id: number, postId: number) => Row): Row[] {
  const postIds = Object.keys(counts).reduce<number[]>((all, id) => all.concat(Array.from({ length: counts[id] }, () => Number(id))), []);
  return postIds.map((postId, at) => row(((at * 7919) % 10007) + 1, postId));
}

/** What the first screen reads of these, as the list answers it. */
async function read(replies: readonly Row[], reactions: readonly Row[]): Promise<{ replies: Row[]; reactions: Row[] }> {
  const site = answeringSite((asked) => answerRows(listOf(asked) === 'SchilReplies' ? replies : reactions, asked));
  const asked = await new Client(site).batch((asker) => askNewest(asker, site));
  const [replyRows, reactionRows] = [await asked.replies, await asked.reactions];
  if (!replyRows.ok || !reactionRows.ok) throw new Error('The lists were refused.');
  return { replies: replyRows.value as Row[], reactions: reactionRows.value as Row[] };
}
const site = answeringSite(() => ({}));

describe('what was read with the first screen', () => {
  it('calls a post complete only when every row of it was read', async () => {
    await fc.assert(fc.asyncProperty(replyCounts, reactionCounts, async (replyCount, reactionCount) => {
      const there = { replies: rowsOf(replyCount, replyRow), reactions: rowsOf(reactionCount, reactionRow) };
      const found = await read(there.replies, there.reactions);
      const { isComplete, replies, reactions } = newestActivity(found.replies, found.reactions, site);
      for (let postId = 1; postId <= 12; postId += 1) {
        if (!isComplete(postId)) continue;
        expect(replies.filter((reply) => reply.postId === postId)).toHaveLength(replyCount[postId] ?? 0);
        expect(reactions.filter((reaction) => reaction.postId === postId)).toHaveLength(reactionCount[postId] ?? 0);
      }
    }), { numRuns: 25 });
  });

  it('calls every post complete when there was no more to read', () => {
    const { isComplete } = newestActivity([replyRow(1, 3)], [reactionRow(1, 9)], site);
    [1, 3, 9, 100].forEach((postId) => expect(isComplete(postId)).toBe(true));
  });

  it.each([[199, true], [200, false]])('with %d replies to the last post, that post is complete: %p', (count, complete) => {
    const { isComplete } = newestActivity(rowsOf({ 5: count }, replyRow), [], site);
    expect([isComplete(4), isComplete(5), isComplete(6)]).toEqual([complete, complete, true]);
  });

  it.each([[599, true], [600, false]])('with %d reactions to the last post, that post is complete: %p', (count, complete) => {
    expect(newestActivity([], rowsOf({ 5: count }, reactionRow), site).isComplete(5)).toBe(complete);
  });

  it('is not stopped by rows that belong to no post', () => {
    const lost = Array.from({ length: 200 }, (_, at) => replyRow(at + 1, 0, { PostId: null }));
    const { isComplete, replies } = newestActivity([replyRow(300, 4), ...lost.slice(1)], [], site);
    expect([replies.length, isComplete(4), isComplete(1)]).toEqual([1, true, true]);
  });
});

describe('everything of some posts', () => {
  it('is one round trip, and complete', async () => {
    const replies = rowsOf({ 1: 3, 2: 4, 3: 5 }, replyRow);
    const asking = answeringSite((asked) => answerRows(listOf(asked) === 'SchilReplies' ? replies : [], asked));
    const found = await activityOf(new Client(asking), [1, 3]);
    expect([found.replies.length, found.isComplete(1), found.isComplete(3)]).toEqual([8, true, true]);
    expect(asking.trips.filter(({ path }) => path === '$batch')).toHaveLength(1);
  });

  it('needs no round trip for no posts', async () => {
    const asking = answeringSite(() => ({}));
    expect(await activityOf(new Client(asking), [])).toMatchObject({ replies: [], reactions: [] });
    expect(asking.trips).toHaveLength(0);
  });

  it('says that it is incomplete where there is more than may be read', async () => {
    const many = rowsOf({ 1: 5001 }, reactionRow);
    const asking = answeringSite((asked) => answerRows(listOf(asked) === 'SchilReplies' ? [replyRow(1, 1)] : many, asked));
    const found = await activityOf(new Client(asking), [1]);
    expect([found.replies.length, found.reactions.length, found.isComplete(1)]).toEqual([1, 0, false]);
  });

  it('a very popular post takes nothing from its neighbours', async () => {
    const many = rowsOf({ 1: 5001, 2: 3 }, reactionRow);
    const asking = answeringSite((asked) => answerRows(listOf(asked) === 'SchilReplies' ? [replyRow(1, 1)] : many, asked));
    const found = await activityOf(new Client(asking), [1, 2]);
    expect([found.replies.length, found.reactions.filter(({ postId }) => postId === 2).length, found.isComplete(1), found.isComplete(2)]).toEqual([1, 3, false, true]);
    expect(asking.trips.filter(({ path }) => path === '$batch')).toHaveLength(2);
  });

  it.each([[9000, true], [60_000, false]])('of one post with %d reactions is read by windows of ids; all of it: %p', async (count, complete) => {
    const rows = Array.from({ length: count }, (_, at) => reactionRow(at + 1, 1));
    const asking = answeringSite((asked) => answerRows(listOf(asked) === 'SchilReplies' ? [replyRow(1, 1)] : rows, asked));
    const found = await wholeActivityOf(new Client(asking), 1);
    expect([found.reactions.length, found.isComplete(1)]).toEqual([Math.min(count, 49_000), complete]);
  });

  it('leaves a refused list out, and says so', async () => {
    const asking = answeringSite((asked) => listOf(asked) === 'SchilReplies' ? refusal(403, '-2147024891, System.UnauthorizedAccessException', 'Access denied.') : { json: { value: [reactionRow(1, 1)] } });
    const found = await activityOf(new Client(asking), [1]);
    expect([found.replies.length, found.reactions.length, found.isComplete(1)]).toEqual([0, 1, false]);
  });
});
