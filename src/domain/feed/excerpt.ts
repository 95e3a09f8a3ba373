/** What a Title column holds. */
const longest = 255;

/** The beginning of rich text as plain text, for views and search. */
export function excerptOf(html: string): string {
  const plain = html.replace(/<(br|\/p|\/li|\/div)[^>]*>/gi, ' ').replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&nbsp;/g, ' ').replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ').trim();
  return plain.length <= longest ? plain : `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
