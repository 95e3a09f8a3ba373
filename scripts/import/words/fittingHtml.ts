/** What a Note column takes. */
const longest = 63_999;
const note = '<p><em>[The rest of this text is too long to be kept here.]</em></p>';

/** HTML that fits in a Note column: cut when it is too long, and saying so. `sanitise` closes what the cut left open. */
export function fittingHtml(html: string, sanitise: (html: string) => string): string {
  let fitting = html;
  for (let keep = longest - note.length; fitting.length > longest; keep -= 1000) {
    // A tag or an entity that is cut in two goes altogether.
    fitting = sanitise(html.slice(0, keep).replace(/(<[^>]*|&[^;\s]{0,10})$/, '')) + note;
  }
  return fitting;
}
