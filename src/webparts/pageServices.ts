import { QueryClient } from '@tanstack/react-query';
import type { WebPartContext } from '@microsoft/sp-webpart-base';
import * as strings from 'SchilStrings';
import type { Services } from '../features/services';
import { connect, type Site } from '../sharepoint/connect';
import type { Words } from '../ui/words/words';

/** What all of the product's web parts on a page share: one connection, one cache. */
export interface PageServices { readonly services: Services; readonly queryClient: QueryClient; readonly words: Words }

/** This module is loaded once a page, however many web parts stand on it. */
const bySite = new Map<string, PageServices>();

export function pageServices(context: WebPartContext): PageServices {
  const { absoluteUrl } = context.pageContext.web;
  let found = bySite.get(absoluteUrl);
  if (!found) bySite.set(absoluteUrl, (found = create(context)));
  return found;
}

function create({ pageContext }: WebPartContext): PageServices {
  const waiting = new Set<(seconds: number) => void>();
  const site: Site = {
    webUrl: pageContext.web.absoluteUrl, webServerRelativeUrl: pageContext.web.serverRelativeUrl, ...digestOf(pageContext.legacyPageContext),
    onWaiting: (seconds) => waiting.forEach((listener) => listener(seconds)),
  };
  return {
    services: {
      ...connect(site), siteKey: pageContext.web.id.toString(),
      onWaiting: (listener) => {
        waiting.add(listener);
        return () => { waiting.delete(listener); };
      },
    },
    queryClient: new QueryClient({
      // Waiting and trying again is the repositories' own; a page that comes to the front does not read everything again.
      defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: Infinity, networkMode: 'always' }, mutations: { networkMode: 'always' } },
    }),
    words: { strings, locale: pageContext.cultureInfo.currentUICultureName },
  };
}

/** The digest that came with the page; its text ends with the moment it was given. */
function digestOf(page: Readonly<Record<string, unknown>> | undefined): Pick<Site, 'formDigest'> {
  const value = page?.formDigestValue;
  const seconds = page?.formDigestTimeoutSeconds;
  if (typeof value !== 'string' || typeof seconds !== 'number') return {};
  const given = new Date(value.split(',')[1]).getTime();
  return isNaN(given) ? {} : { formDigest: { value, goodUntil: new Date(given + seconds * 1000) } };
}
