/** An answer that says no, as SharePoint says it. Thrown anywhere; the HTTP room writes it in the caller's format. */
export class SharePointError extends Error {
  readonly status: number;
  /** e.g. `-2130575338, System.ArgumentException` */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}
