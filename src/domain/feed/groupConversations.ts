import type { Conversation, Post, Reaction, Reply } from './post';

/** Rows that were read for some posts, and which of those posts they are all of. */
export interface Activity {
  readonly replies: readonly Reply[];
  readonly reactions: readonly Reaction[];
  /** Whether every reply and reaction of this post was read. */
  isComplete(postId: number): boolean;
}

/** Puts replies (oldest first) and reactions with their posts; the posts keep their order. */
export function groupConversations(posts: readonly Post[], activity: Activity): Conversation[] {
  const repliesOf = groupBy(activity.replies, (reply) => reply.postId);
  const reactionsOf = groupBy(activity.reactions, (reaction) => reaction.postId);
  return posts.map((post) => {
    const replies = eachOnce(repliesOf.get(post.id) ?? []).sort((left, right) => left.id - right.id);
    const complete = activity.isComplete(post.id);
    return { post, replies, replyCount: complete ? replies.length : undefined, reactions: once(reactionsOf.get(post.id) ?? []), complete };
  });
}

/** One reaction per person, target and kind, however many rows there are: nobody counts twice. */
export function once(reactions: readonly Reaction[]): Reaction[] {
  const seen = new Map<string, Reaction>();
  reactions.forEach((reaction) => {
    const key = `${reaction.targetKind} ${reaction.targetId} ${reaction.kind} ${reaction.person.id}`;
    const known = seen.get(key);
    if (!known || reaction.id < known.id) seen.set(key, reaction);
  });
  return Array.from(seen.values());
}

/** Rows may have been read twice. */
function eachOnce(replies: readonly Reply[]): Reply[] {
  return Array.from(new Map(replies.map((reply) => [reply.id, reply] as const)).values());
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => number): Map<number, Value[]> {
  const groups = new Map<number, Value[]>();
  values.forEach((value) => {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  });
  return groups;
}
