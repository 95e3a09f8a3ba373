import type { Person } from '../people/person';

export type SetupStatus = 'missing' | 'incomplete' | 'outdated' | 'ready';
export type SetupSubject = 'list' | 'column' | 'index' | 'uniqueKey' | 'view' | 'permission' | 'setting' | 'role';
/** What may be wrong with a part; the interface has a sentence for each. */
export type SetupProblem =
  | 'missing' | 'wrongType' | 'notIndexed' | 'notUnique' | 'notGranted' | 'grantedTooMuch' | 'inherits' | 'wrongItemSecurity' | 'olderVersion' | 'cannotRead';

/** One thing the set-up makes or the check looks at. */
export interface SetupPart {
  readonly subject: SetupSubject;
  /** e.g. `SchilPosts` */
  readonly list: string;
  /** e.g. the column's internal name, or the group's title; empty for the list itself. */
  readonly name: string;
  /** Undefined: as it should be. */
  readonly problem?: SetupProblem;
  /** Whether *Set up* mends it. When false the interface names what to ask an administrator. */
  readonly repairable: boolean;
}

export interface SetupState {
  readonly status: SetupStatus;
  readonly parts: readonly SetupPart[];
  readonly mayManage: boolean;
  /** Who to ask, when `mayManage` is false. */
  readonly owners: readonly Person[];
  /** Groups that will be able to take part / to edit / that own the site, by title, for "who will be able to do what". */
  readonly participants: readonly string[];
  readonly editors: readonly string[];
}

export interface SetupProgress { readonly done: number; readonly total: number; readonly part: SetupPart }

/** Makes and checks what Schil keeps on a site. */
export interface SetupRepository {
  check(): Promise<SetupState>;
  /** Makes what is missing and mends what is wrong; may be stopped at any moment and repeated. Rejects with a `RefusedError`. */
  run(onProgress: (progress: SetupProgress) => void, signal: AbortSignal): Promise<SetupState>;
}
