/** The site that a web part stands on, as its page knows it. */
export interface Site {
  /** `https://contoso.sharepoint.com/sites/intranet` */
  readonly webUrl: string;
  /** `/sites/intranet` */
  readonly webServerRelativeUrl: string;
  /** The form digest that came with the page, so that the first request need not wait for one. */
  readonly formDigest?: { readonly value: string; readonly goodUntil: Date };
  /** Sends requests; the page's own `fetch` unless given. */
  readonly fetch?: typeof fetch;
  /** Called when SharePoint asks to wait (429, 503), with the seconds; and with 0 when the waiting is over. */
  readonly onWaiting?: (seconds: number) => void;
}
