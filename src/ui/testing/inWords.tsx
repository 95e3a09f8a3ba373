import { render, type RenderResult } from '@testing-library/react';
import * as React from 'react';
import * as english from 'SchilStrings';
import { WordsProvider, type Words } from '../words/words';

/** The texts that tests read; `SchilStrings` is English there. */
export const words: Words = { strings: english, locale: 'en-US' };

/** Shows something as a page in English does; `rerender` keeps the words. */
export function show(element: React.ReactElement): RenderResult {
  return render(element, { wrapper: ({ children }: { children?: React.ReactNode }) => <WordsProvider value={words}>{children}</WordsProvider> });
}
