/** Why something could not be done, in words the interface has a message for. */
export type RefusalReason =
  | 'offline'        // no connection, or no answer in time
  | 'throttled'      // still 429/503 after all waiting
  | 'notAllowed'     // 401, 403
  | 'missing'        // the post, reply or list is gone
  | 'conflict'       // somebody changed it since: nothing was overwritten
  | 'tooLarge'       // the text is longer than the column holds
  | 'invalid'        // SharePoint refuses the value; `detail` has its words
  | 'somebodyElse'   // another person is signed in by now than who opened the page: nothing was written
  | 'unexpected';    // anything else; `detail` has the server's words

/** The only error that repositories reject with. */
export class RefusedError extends Error {
  public readonly reason: RefusalReason;
  /** The server's own words, for the details of a message; never shown alone. */
  public readonly detail: string;

  public constructor(reason: RefusalReason, detail: string) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}
