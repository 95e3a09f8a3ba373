/** What a Title column holds. */
const longest = 255;

/** Nobody reads these: comments, and what stands in such elements. One that is not closed goes on to the end, as in a browser. */
const unseen = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|title|textarea|noscript|iframe|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** A tag, whatever its attributes hold. A `<` before anything but a letter is only a sign. */
const tag = /<[/!?]?[a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*?(?:>|$)/gi;
/** Tags within a line; all others begin a new one. */
const inline = /^<\/?(?:a|abbr|b|code|del|em|font|i|ins|mark|s|small|span|strong|sub|sup|u)\b/i;
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The beginning of rich text as plain text, for views and search: one line of at most 255 characters. */
export function excerptOf(html: string): string {
  const words = html.replace(unseen, ' ').replace(tag, (found) => inline.test(found) ? '' : ' ');
  const plain = words.replace(entity, (_, decimal?: string, hex?: string, name?: string) => name ? named[name.toLowerCase()] : character(decimal ? parseInt(decimal, 10) : parseInt(hex ?? '', 16)))
    .replace(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The character of a number; the replacement character for what is none. */
function character(code: number): string {
  return code === 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? '\uFFFD' : String.fromCodePoint(code);
}
