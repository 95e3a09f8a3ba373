import * as React from 'react';
import type { PluralText, Strings } from './strings';

/** The texts of one language, and how it writes numbers and times. */
export interface Words {
  readonly strings: Strings;
  /** e.g. `nl-NL` */
  readonly locale: string;
}

const WordsContext = React.createContext<Words | undefined>(undefined);
export const WordsProvider = WordsContext.Provider;

/** The texts for a component. */
export function useWords(): Words & { plural(text: PluralText, count: number): string } {
  const words = React.useContext(WordsContext);
  if (!words) throw new Error('There is no WordsProvider above this component.');
  return React.useMemo(() => ({ ...words, plural: (text, count) => pluralText(words.locale, text, count) }), [words]);
}

/** Puts values in a text: `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => name in values ? String(values[name]) : whole);
}

export function pluralText(locale: string, text: PluralText, count: number): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? text.one : text.other;
  return fill(form, { count: new Intl.NumberFormat(locale).format(count) });
}
