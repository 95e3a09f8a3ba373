import * as DOMPurifyModule from 'dompurify';
import { breakLongWords } from './breakLongWords';

/** The package is an ES module with a default export to webpack, and a plain one to Jest. */
const DOMPurify = (DOMPurifyModule as unknown as { default?: typeof DOMPurifyModule }).default ?? DOMPurifyModule;

/** Formatting and links; no pictures or styles, which could fetch from elsewhere or cover the page. */
const allowed = {
  ALLOWED_TAGS: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'blockquote', 'a', 'span', 'code', 'pre', 'h3', 'h4'],
  ALLOWED_ATTR: ['href', 'data-person'], ADD_URI_SAFE_ATTR: ['data-person'], ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, ALLOWED_URI_REGEXP: /^(?:https?|mailto|tel):/i,
};

/** Characters of a person's name in SharePoint, and the sign before it. */
const longestName = 256;

/** What may be shown of HTML that comes from a list: everything else is left out, and links open elsewhere without telling where from. */
export function sanitise(html: string): string {
  // Null for a document without a body, such as a frameset.
  const body = DOMPurify.sanitize(html, { ...allowed, RETURN_DOM: true }) as unknown as HTMLElement | null;
  if (!body) return '';
  Array.prototype.forEach.call(body.querySelectorAll('a'), (link: HTMLAnchorElement) => {
    if (!link.getAttribute('href')) return;
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
  });
  Array.prototype.forEach.call(body.querySelectorAll('[data-person]'), (element: HTMLElement) => {
    const name = element.textContent ?? '';
    // A name is short and stands in a span; anything else only wants to look like one. Who is really meant is told on hovering.
    if (element.tagName === 'SPAN' && name.charAt(0) === '@' && name.length <= longestName) element.title = element.getAttribute('data-person') ?? '';
    else element.removeAttribute('data-person');
  });
  breakLongWords(body);
  return body.innerHTML;
}
