import * as React from 'react';
import * as ReactDom from 'react-dom';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { FaultBoundary } from '../ui/fault/FaultBoundary';
import { themeVariables, type PageTheme } from '../ui/theme';
import { WordsProvider, type Words } from '../ui/words/words';
import { ServicesProvider, type Services } from './services';
import styles from './mount.module.scss';

/** What all web parts of a page share, and what is this one's own. */
export interface Surroundings {
  readonly services: Services;
  readonly words: Words;
  readonly queryClient: QueryClient;
  readonly theme: PageTheme | undefined;
}

/** Shows a feature in an element of the page; call it again when something changed. */
export function mountFeature(element: HTMLElement, feature: React.ReactElement, { services, words, queryClient, theme }: Surroundings): void {
  ReactDom.render(
    <QueryClientProvider client={queryClient}>
      <ServicesProvider value={services}>
        <WordsProvider value={words}>
          <div className={styles.root} lang={words.locale} style={themeVariables(theme) as React.CSSProperties}><FaultBoundary>{feature}</FaultBoundary></div>
        </WordsProvider>
      </ServicesProvider>
    </QueryClientProvider>, element);
}

export function unmountFeature(element: HTMLElement): void {
  ReactDom.unmountComponentAtNode(element);
}
