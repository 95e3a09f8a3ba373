import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from './model/list.ts';
import type { PermissionMask } from './model/basePermissions.ts';
import type { Principal, SiteUser } from './model/principal.ts';

/** One person's dealings with one web: what rooms get instead of globals. Made by `server/` for each request. */
export interface Session {
  readonly database: DatabaseSync;
  readonly user: SiteUser;
  readonly webId: string;
  /** The root web of the site collection, by whose id people, groups and permission levels are kept. */
  readonly rootWebId: string;
  /** The web's own server-relative address: `/sites/intranet`, `/sites/intranet/projects`. */
  readonly siteUrl: string;
  readonly permissions: SessionPermissions;
  readonly directory: SessionDirectory;
  readonly lists: SessionLists;
  /** The same person's dealings with another web of the site collection; refuses one that is not of it (404). */
  inWeb(webId: string): Session;
  /** What calls of this request waited for outside, by what it was; undefined where nothing can be waited for. */
  readonly waited?: Map<string, boolean>;
  /** Now, in UTC; tests may stop it. */
  now(): Date;
}

/** What this session's person may do. */
export interface SessionPermissions {
  onWeb(): PermissionMask;
  onList(list: ListSchema): PermissionMask;
  /** `scope`: the item's `_scope` column. Item-level read/write security is the items room's own to add. */
  onItem(list: ListSchema, scope: string | null): PermissionMask;
  /** Ids of the list's item scopes this person cannot view; empty for almost every list. */
  hiddenScopes(list: ListSchema): readonly string[];
}

export interface SessionDirectory {
  /** A person or group by its id on this site. */
  principal(id: number): Principal | undefined;
  user(id: number): SiteUser | undefined;
  groupIdsOf(userId: number): readonly number[];
}

export interface SessionLists {
  byId(id: string): ListSchema | undefined;
  byTitle(title: string): ListSchema | undefined;
  /** Server-relative URL, any case. */
  byUrl(url: string): ListSchema | undefined;
  all(): readonly ListSchema[];
  /** To be called after items were added, changed or removed: counts and LastItem… dates. */
  touch(list: ListSchema, change: { countBy: number; deleted?: boolean }): void;
}
