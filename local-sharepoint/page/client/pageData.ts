import type { NavigationLink } from '../sitePages.ts';

/** What the page carries of itself (`page-data`). */
export interface PageData {
  readonly id: number;
  readonly title: string;
  readonly layout: string;
  readonly canvas: string;
  readonly etag: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly modified: string;
  readonly navigation: readonly NavigationLink[];
}

/** `_spPageContextInfo`, as far as the page itself reads it. */
export interface PageInfo {
  readonly webTitle: string;
  readonly webAbsoluteUrl: string;
  readonly userDisplayName: string;
  readonly userEmail: string;
  readonly listId: string;
  readonly listPermsMask: { readonly Low: number };
}
