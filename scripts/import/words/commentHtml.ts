import { escape } from './escape.ts';

/** Code, a link, bold, two ways of italic, and an address: the little Markdown that comments are written in. */
const marks = /`([^`\n]+)`|\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)(?:\s[^)]*)?\)|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|(?<!\w)_([^_\n]+)_(?!\w)|(https?:\/\/[^\s<>"')\]]+[^\s<>"')\].,:;!?])/g;

/** A comment of a dump as HTML. */
export function commentHtml(text: string): string {
  let html = '';
  let from = 0;
  for (const found of text.matchAll(marks)) {
    const at = found.index ?? 0;
    html += escape(text.slice(from, at)) + marked(found);
    from = at + found[0].length;
  }
  return `<p>${(html + escape(text.slice(from))).replaceAll('\n', '<br>')}</p>`;
}

function marked([, code, label, address, bold, italic, alsoItalic, bare]: RegExpMatchArray): string {
  if (code !== undefined) return `<code>${escape(code)}</code>`;
  if (label !== undefined && address !== undefined) return `<a href="${escape(address)}">${escape(label)}</a>`;
  if (bold !== undefined) return `<strong>${escape(bold)}</strong>`;
  if (bare !== undefined) return `<a href="${escape(bare)}">${escape(bare)}</a>`;
  return `<em>${escape(italic ?? alsoItalic ?? '')}</em>`;
}
