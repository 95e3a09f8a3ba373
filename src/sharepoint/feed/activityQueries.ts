import type { Activity } from '../../domain/feed/groupConversations';
import type { Reaction, Reply } from '../../domain/feed/post';
import { withoutMetadata, type Asker, type Client } from '../connection/client';
import { rowsOf, type Row } from '../connection/parse';
import { outcome, type Outcome } from '../connection/refusal';
import type { Site } from '../connection/site';
import { listPath } from '../schema/listAddress';
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

/** Every reply and reaction of these posts: one round trip. Posts of which there are more than may be read stay incomplete. */
export async function activityOf(client: Client, postIds: readonly number[]): Promise<Activity> {
  if (postIds.length === 0) return { replies: [], reactions: [], isComplete: () => true };
  const filter = postIds.map((id) => `PostId eq ${id}`).join(' or ');
  const asked = await client.batch((asker) => {
    const of = (path: string, select: readonly string[], init?: RequestInit): Promise<Outcome<unknown>> => outcome(asker.collection(`${path}/items`)
      .select(...select).expand('Author').filter(filter).top(threshold)(init));
    return { replies: of(listPath(client.site, replies), replySelect), reactions: of(listPath(client.site, reactions), reactionSelect, withoutMetadata) };
  });
  const [replyRows, reactionRows] = [await asked.replies, await asked.reactions];
  return { ...parsed(rowsOr(replyRows), rowsOr(reactionRows), client.site), isComplete: () => replyRows.ok && reactionRows.ok };
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
