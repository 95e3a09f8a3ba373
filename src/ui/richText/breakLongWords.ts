/** Characters without a space from which browsers lay a text out slowly: one word of 60,000 stops a page. */
const longest = 200;
const piece = 100;

/** Lets very long words break: `<wbr>` in them, which nobody sees and no copy of the text has. */
export function breakLongWords(body: HTMLElement): void {
  body.normalize();
  const texts = body.ownerDocument.createTreeWalker(body, 4 /* NodeFilter.SHOW_TEXT */);
  const long: Text[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (new RegExp(`\\S{${longest}}`).test(text.data)) long.push(text);
  }
  long.forEach((text) => {
    const pieces = text.data.match(new RegExp(`\\S{${piece}}(?=\\S)|[^]`, 'gu')) ?? [];
    text.replaceWith(...withBreaks(pieces, text.ownerDocument));
  });
}

function withBreaks(pieces: readonly string[], document: Document): Node[] {
  const nodes: Node[] = [];
  let words = '';
  pieces.forEach((one) => {
    words += one;
    if (one.length < piece) return;
    nodes.push(document.createTextNode(words), document.createElement('wbr'));
    words = '';
  });
  return words === '' ? nodes : nodes.concat(document.createTextNode(words));
}
