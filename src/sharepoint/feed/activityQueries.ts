import type { Activity } from '../../domain/feed/groupConversations';
import type { Reaction, Reply } from '../../domain/feed/post';
import { withoutMetadata, type Asker, type Client } from '../connection/client';
import { rowsOf, type Row } from '../connection/parse';
import { outcome, type Outcome } from '../connection/refusal';
import type { Site } from '../connection/site';
import { listPath } from '../schema/listAddress';
import { newestId, windowsBelow, windowsInABatch } from './idWindows';
import { reactions } from '../schema/reactions';
import { replies } from '../schema/replies';
import { parseReaction, parseReply, reactionSelect, replySelect } from './parseRows';

/** Rows read with the first screen. They are sorted by the post's id, so those of the newest posts come first. */
const newestReplies = 200;
const newestReactions = 600;
/** A query never reads more (the list view threshold). */
const threshold = 5000;

interface Asked { readonly replies: Promise<Outcome<unknown>>; readonly reactions: Promise<Outcome<unknown>> }

/** Replies and reactions of the newest posts, without knowing which posts these are. */
export function askNewest(asker: Asker, site: Site): Asked {
  const newest = (path: string, select: readonly string[], limit: number, init?: RequestInit): Promise<Outcome<unknown>> => outcome(asker.collection(`${path}/items`)
    .select(...select).expand('Author').orderBy('PostId', false).top(limit)(init));
  return { replies: newest(listPath(site, replies), replySelect, newestReplies), reactions: newest(listPath(site, reactions), reactionSelect, newestReactions, withoutMetadata) };
}

/** What was read of the newest: a post's rows are all there when rows of an older post were read, too, or when there were no more. */
export function newestActivity(replyRows: readonly Row[], reactionRows: readonly Row[], site: Site): Activity {
  const completeFrom = (rows: readonly Row[], limit: number): number => rows.length < limit ? 0 : Number(rows[rows.length - 1].PostId) + 1;
  const from = Math.max(completeFrom(replyRows, newestReplies), completeFrom(reactionRows, newestReactions));
  return { ...parsed(replyRows, reactionRows, site), isComplete: (postId) => postId >= from };
}

/**
 * Every reply and reaction of these posts: one round trip. Where they are too many together (the list view threshold), each post is asked
 * for alone in one more, so that a very popular post takes nothing from its neighbours; it stays incomplete itself.
 */
export async function activityOf(client: Client, postIds: readonly number[]): Promise<Activity> {
  if (postIds.length === 0) return { replies: [], reactions: [], isComplete: () => true };
  const [together] = await askFor(client, [postIds.map((id) => `PostId eq ${id}`).join(' or ')]);
  if (postIds.length === 1 || (together.replies.ok && together.reactions.ok)) return activityIn(client.site, [together], () => together);
  const alone = await askFor(client, postIds.map((id) => `PostId eq ${id}`));
  return activityIn(client.site, alone, (postId) => alone[postIds.indexOf(postId)]);
}

/** Everything of one post. When there is more than one query may read, the newest rows of the whole lists are looked through by windows of ids. */
export async function wholeActivityOf(client: Client, postId: number): Promise<Activity> {
  const activity = await activityOf(client, [postId]);
  if (activity.isComplete(postId)) return activity;
  const windows = windowsBelow(Math.max(await newestId(client, replies), await newestId(client, reactions)) + 1, windowsInABatch);
  const asked = await askFor(client, windows.map(({ from, below }) => `Id lt ${below} and Id ge ${from} and PostId eq ${postId}`));
  const reachesEnd = windows[windows.length - 1].from <= 1;
  const all = activityIn(client.site, asked, () => undefined);
  return { ...all, isComplete: () => reachesEnd && asked.every((one) => one.replies.ok && one.reactions.ok) };
}

interface Answered { readonly replies: Outcome<unknown>; readonly reactions: Outcome<unknown> }

/** Replies and reactions by each of these filters, in one round trip. */
async function askFor(client: Client, filters: readonly string[]): Promise<Answered[]> {
  const asked = await client.batch((asker) => filters.map((filter) => {
    const of = (path: string, select: readonly string[], init?: RequestInit): Promise<Outcome<unknown>> => outcome(asker.collection(`${path}/items`)
      .select(...select).expand('Author').filter(filter).top(threshold)(init));
    return { replies: of(listPath(client.site, replies), replySelect), reactions: of(listPath(client.site, reactions), reactionSelect, withoutMetadata) };
  }));
  const answers: Answered[] = [];
  for (const one of asked) answers.push({ replies: await one.replies, reactions: await one.reactions });
  return answers;
}

function activityIn(site: Site, answers: readonly Answered[], answerFor: (postId: number) => Answered | undefined): Activity {
  const rowsIn = (kind: keyof Answered): Row[] => answers.reduce<Row[]>((all, answer) => all.concat(rowsOr(answer[kind])), []);
  return {
    ...parsed(rowsIn('replies'), rowsIn('reactions'), site),
    isComplete: (postId) => {
      const answer = answerFor(postId);
      return answer !== undefined && answer.replies.ok && answer.reactions.ok;
    },
  };
}

function rowsOr(result: Outcome<unknown>): Row[] {
  return result.ok ? rowsOf(result.value) : [];
}

function parsed(replyRows: readonly Row[], reactionRows: readonly Row[], site: Site): { replies: Reply[]; reactions: Reaction[] } {
  return { replies: known(replyRows.map((row) => parseReply(row, site))), reactions: known(reactionRows.map((row) => parseReaction(row, site))) };
}

function known<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value): value is Value => value !== undefined);
}
