import { dutch } from './dutch.ts';
import { english, type Words } from './english.ts';

/** The page's own texts, in the language of the page. */
export const words: Words = document.documentElement.lang === 'nl-NL' ? dutch : english;

/** A text with its `{0}`, `{1}` … filled in. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}
