const encoded: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', ':': '&#58;', '{': '&#123;', '}': '&#125;' };

/**
 * The text of a comment as SharePoint answers it: HTML-encoded. `:` is recorded ("comments-30-page"), and clients look for braces as `&#123;` and
 * `&#125;`. What is encoded already stays as it is: clients send mentions so, too. The others are remembered.
 */
export function encodeText(text: string): string {
  return text.replace(/&(?!(?:#\d{1,6}|amp|lt|gt|quot);)|[<>"':{}]/g, (character) => encoded[character] ?? character);
}
