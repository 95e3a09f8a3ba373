import { escapedText } from '../model/markup.ts';

/** The part of a text around the first word that was looked for, with each of them in `<c0>` and `<ddd/>` where something was left out. */
export function hitHighlightedSummary(text: string, words: readonly string[], longest = 180): string {
  const patterns = words.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '');
  const first = patterns.length === 0 ? null : matcher(patterns).exec(text);
  const from = first && first.index > longest / 2 ? text.lastIndexOf(' ', first.index - longest / 4) + 1 : 0;
  const end = from + longest >= text.length ? text.length : Math.max(text.lastIndexOf(' ', from + longest), from + longest / 2);
  const part = text.slice(from, end);
  const marked = patterns.length === 0 ? escapedText(part) : part.split(matcher(patterns)).map((piece, at) => at % 2 === 1 ? `<c0>${escapedText(piece)}</c0>` : escapedText(piece)).join('');
  return `${from > 0 ? '<ddd/>' : ''}${marked}${end < text.length ? ' <ddd/>' : ''}`;
}

/** Words hold only letters and digits, which mean nothing in a pattern. */
function matcher(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])((?:${words.join('|')})[\\p{L}\\p{N}]*)`, 'iu');
}
