import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import * as React from 'react';
import type { PeopleRepository, PersonSuggestion } from '../../domain/people/person';
import { WordsProvider } from '../../ui/words/words';
import { words } from '../../ui/testing/inWords';
import { AnnouncerProvider } from '../announcer';
import { InMemoryFeed } from '../feed/testing/inMemoryFeed';
import { ServicesProvider, type Services } from '../services';

/** Colleagues by the beginning of their names. */
export function colleagues(...names: readonly string[]): PeopleRepository {
  return { search: async (text, limit) => names.filter((name) => name.toLowerCase().indexOf(text.toLowerCase()) === 0).slice(0, limit).map(colleague) };
}

export function colleague(name: string): PersonSuggestion {
  const email = `${name.toLowerCase().replace(/ /g, '.')}@contoso.example`;
  return { loginName: `i:0#.f|membership|${email}`, name, email, photoUrl: '' };
}

export function servicesOf(given: Partial<Services> = {}): Services {
  return { feed: new InMemoryFeed(), people: colleagues(), loadSetup: () => Promise.reject(new Error('This test does no set-up.')), onWaiting: () => () => undefined, siteKey: 'site-1', ...given };
}

/** A cache like a page's, empty. */
export function emptyCache(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, staleTime: Infinity, cacheTime: Infinity, networkMode: 'always' }, mutations: { networkMode: 'always' } }, logger: { log: silent, warn: silent, error: silent } });
}

function silent(): void { /* Refusals are expected in tests. */ }

/** Shows a feature, or a part of one, as it stands on a page in English. */
export function showFeature(feature: React.ReactElement, given: Partial<Services> = {}, cache: QueryClient = emptyCache()): RenderResult {
  return render(feature, { wrapper: surroundings(servicesOf(given), cache) });
}

/** What stands around every feature of a page. */
export function surroundings(services: Services, cache: QueryClient): React.ComponentType {
  return function Surroundings({ children }: { readonly children?: React.ReactNode }): React.ReactElement {
    return (
      <QueryClientProvider client={cache}>
        <ServicesProvider value={services}><WordsProvider value={words}><AnnouncerProvider>{children}</AnnouncerProvider></WordsProvider></ServicesProvider>
      </QueryClientProvider>
    );
  };
}
