import { JSDOM, type DOMWindow } from 'jsdom';
import { loadSanitiser } from '../../site/product.ts';
import { fittingHtml } from './fittingHtml.ts';

/** Elements that the feed does not have, and what comes nearest. */
const nearest: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h3', h5: 'h4', h6: 'h4', del: 's', strike: 's', kbd: 'code' };

/** Makes HTML of a dump into what the feed shows and a Note column holds. */
export type RichText = (html: string) => string;

/** The window runs no scripts and loads nothing. */
export async function loadRichText(): Promise<RichText> {
  const { window } = new JSDOM('');
  const sanitise = await loadSanitiser(window);
  return (html) => fittingHtml(sanitise(adapted(html, window)), sanitise);
}

/** Pictures become links to them, for the feed shows none from elsewhere; other headings become its own. */
function adapted(html: string, { document }: DOMWindow): string {
  const { body } = document.implementation.createHTMLDocument('');
  body.innerHTML = html;
  for (const picture of body.querySelectorAll('img')) picture.replaceWith(linkTo(picture));
  for (const element of body.querySelectorAll(Object.keys(nearest).join(','))) {
    const other = body.ownerDocument.createElement(nearest[element.localName] ?? 'p');
    other.append(...element.childNodes);
    element.replaceWith(other);
  }
  for (const cell of body.querySelectorAll('td, th')) cell.append(' ');
  for (const row of body.querySelectorAll('tr')) row.append(body.ownerDocument.createElement('br'));
  return body.innerHTML;
}

function linkTo(picture: HTMLImageElement): Node {
  const { ownerDocument } = picture;
  const label = /^(enter image description here)?$/i.test(picture.alt.trim()) ? 'picture' : picture.alt.trim();
  if (picture.closest('a')) return ownerDocument.createTextNode(label);
  const link = ownerDocument.createElement('a');
  link.setAttribute('href', picture.getAttribute('src') ?? '');
  link.textContent = label;
  return link;
}
