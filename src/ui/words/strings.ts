/** A text that depends on a number; `{count}` stands for it. */
export interface PluralText { readonly one: string; readonly other: string }

/** Every text that people read. `src/webparts/loc/` has one file a language with exactly these. */
export interface Strings {
  readonly feed: {
    readonly title: string; readonly label: string; readonly startHere: string; readonly allThemes: string; readonly theme: string; readonly noTheme: string;
    readonly loading: string; readonly loadingOlder: string; readonly theEnd: string; readonly emptyTitle: string; readonly emptyText: string; readonly emptyTheme: string;
    readonly newPosts: PluralText; readonly loadFailed: string; readonly olderFailed: string; readonly brokenTitle: string; readonly brokenMend: string; readonly brokenAsk: string; readonly tryAgain: string; readonly details: string; readonly cannotPost: string;
  };
  readonly post: {
    readonly by: string; readonly edited: string; readonly actions: string; readonly somebody: string; readonly edit: string; readonly remove: string; readonly reply: string; readonly replies: PluralText;
    readonly showAllReplies: PluralText; readonly showFewerReplies: string; readonly removePostQuestion: string; readonly removePostText: string;
    readonly removeReplyQuestion: string; readonly removeReplyText: string; readonly cancel: string; readonly removed: string; readonly moreActivity: string; readonly showWhole: string; readonly showLess: string;
  };
  readonly composer: {
    readonly post: string; readonly reply: string; readonly save: string; readonly cancel: string; readonly discard: string; readonly sending: string; readonly sent: string;
    readonly postLabel: string; readonly replyLabel: string; readonly editLabel: string; readonly postPlaceholder: string; readonly replyPlaceholder: string; readonly hint: string;
    readonly tooLong: PluralText; readonly people: string; readonly noPeople: string; readonly peopleFound: PluralText; readonly notSent: string;
    readonly conflictTitle: string; readonly conflictText: string; readonly theirVersion: string; readonly keepMine: string; readonly takeTheirs: string;
    readonly strandedTitle: string; readonly strandedDeleted: string; readonly strandedReader: string;
  };
  readonly reactions: {
    readonly add: string; readonly kinds: Readonly<Record<'like' | 'love' | 'celebrate' | 'insightful' | 'funny' | 'support', string>>; readonly summary: PluralText; readonly summaryMore: PluralText; readonly who: string;
    readonly you: string; readonly mine: string; readonly andOthers: PluralText; readonly failed: string; readonly close: string;
  };
  readonly refusal: Readonly<Record<'offline' | 'throttled' | 'notAllowed' | 'missing' | 'conflict' | 'tooLarge' | 'invalid' | 'somebodyElse' | 'unexpected', string>>;
  readonly waiting: PluralText;
  readonly offline: string;
  readonly time: { readonly now: string };
  readonly setup: {
    readonly title: string; readonly intro: string; readonly makes: string; readonly who: string; readonly owners: string; readonly participants: string; readonly editors: string;
    readonly mayOwn: string; readonly mayParticipate: string; readonly mayEdit: string; readonly nothingElse: string; readonly button: string; readonly stop: string;
    readonly working: string; readonly stopped: string; readonly goOn: string; readonly askTitle: string; readonly askText: string; readonly askNobody: string; readonly askMail: string;
    readonly outdatedTitle: string; readonly outdatedText: string; readonly update: string; readonly lists: Readonly<Record<string, string>>;
  };
  readonly check: {
    readonly title: string; readonly allWell: string; readonly problems: PluralText; readonly again: string; readonly mend: string; readonly onlyOwners: string; readonly reading: string;
    readonly fine: string; readonly forAdministrator: string; readonly list: string; readonly part: string; readonly state: string;
    readonly subjects: Readonly<Record<'list' | 'column' | 'index' | 'uniqueKey' | 'view' | 'permission' | 'setting' | 'role', string>>;
    readonly itemSecurity: string; readonly ownPermissions: string;
    readonly problem: Readonly<Record<'missing' | 'wrongType' | 'notIndexed' | 'notUnique' | 'notGranted' | 'grantedTooMuch' | 'inherits' | 'wrongItemSecurity' | 'olderVersion' | 'cannotRead', string>>;
  };
  readonly properties: {
    readonly group: string; readonly titleLabel: string; readonly titleHint: string; readonly themeLabel: string; readonly allThemes: string; readonly pageSizeLabel: string; readonly about: string;
  };
}
