import type { DatabaseSync } from 'node:sqlite';
import { all, change, one } from '../storage/prepared.ts';

/** SharePoint's SocialActorType. */
export const actorTypes = { user: 0, document: 1, site: 2, tag: 3 } as const;
export type ActorType = (typeof actorTypes)[keyof typeof actorTypes];

/** What can be followed, as it is kept (see `social/tables.ts`). */
export interface FollowTarget {
  readonly kind: ActorType;
  readonly target: string;
  readonly webId?: string;
  readonly listId?: string;
  readonly itemId?: number;
}
export interface FollowRow { readonly follower: string; readonly kind: ActorType; readonly target: string; readonly web_id: string | null; readonly list_id: string | null; readonly item_id: number | null; readonly since: string }

/** SharePoint's SocialFollowResult. */
export const followResults = { ok: 0, alreadyFollowing: 1, limitReached: 2 } as const;

/** Remembered of the User Profile Service's settings: 1,000 people, 500 documents, 500 sites; a limit of tags is not known. */
const most: Readonly<Record<ActorType, number>> = { 0: 1000, 1: 500, 2: 500, 3: 1000 };

/** Makes somebody (a login name) follow this; answers a SocialFollowResult. */
export function follow(database: DatabaseSync, follower: string, { kind, target, webId, listId, itemId }: FollowTarget, now: Date): number {
  if (isFollowing(database, follower, kind, target)) return followResults.alreadyFollowing;
  const count = one<{ count: number }>(database, 'SELECT count(*) AS count FROM follows WHERE follower = ? AND kind = ?', follower, kind)?.count ?? 0;
  if (count >= most[kind]) return followResults.limitReached;
  change(database, 'INSERT INTO follows VALUES (?,?,?,?,?,?,?)', follower, kind, target, webId ?? null, listId ?? null, itemId ?? null, now.toISOString());
  return followResults.ok;
}

export function stopFollowing(database: DatabaseSync, follower: string, kind: ActorType, target: string): void {
  change(database, 'DELETE FROM follows WHERE follower = ? AND kind = ? AND target = ?', follower, kind, target);
}

export function isFollowing(database: DatabaseSync, follower: string, kind: ActorType, target: string): boolean {
  return one(database, 'SELECT 1 FROM follows WHERE follower = ? AND kind = ? AND target = ?', follower, kind, target) !== undefined;
}

/** What somebody follows of these kinds, in the order in which they began. */
export function followedBy(database: DatabaseSync, follower: string, kinds: readonly ActorType[], since = ''): FollowRow[] {
  return all<FollowRow>(database, 'SELECT * FROM follows WHERE follower = ? AND kind IN (SELECT value FROM json_each(?)) AND since >= ? ORDER BY since, kind, target', follower, JSON.stringify(kinds), since);
}

/** Login names of those who follow somebody. */
export function followersOf(database: DatabaseSync, login: string): string[] {
  return all<{ follower: string }>(database, 'SELECT follower FROM follows WHERE kind = 0 AND target = ? ORDER BY since, follower', login).map(({ follower }) => follower);
}

/** Login names of whom those follow whom somebody follows: without the ones already followed, oneself and the hidden ones; the most followed first. */
export function suggestedTo(database: DatabaseSync, login: string): string[] {
  return all<{ target: string }>(database, `
    SELECT theirs.target FROM follows mine JOIN follows theirs ON theirs.follower = mine.target AND theirs.kind = 0
    WHERE mine.follower = ?1 AND mine.kind = 0 AND theirs.target <> ?1
      AND theirs.target NOT IN (SELECT target FROM follows WHERE follower = ?1 AND kind = 0) AND theirs.target NOT IN (SELECT hidden FROM hidden_suggestions WHERE login_name = ?1)
    GROUP BY theirs.target ORDER BY count(*) DESC, theirs.target LIMIT 20`, login).map(({ target }) => target);
}

export function hideSuggestion(database: DatabaseSync, login: string, hidden: string): void {
  change(database, 'INSERT OR IGNORE INTO hidden_suggestions VALUES (?,?)', login, hidden);
}
