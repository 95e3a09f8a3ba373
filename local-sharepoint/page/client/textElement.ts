import DOMPurify from 'dompurify';
import { element } from './element.ts';

/**
 * HTML that people wrote, made harmless: no script, no handlers, no `javascript:` links (DOMPurify), and nothing that could pose as a part of the
 * page itself (style sheets, forms, ids that scripts look for).
 */
export function cleanHtml(html: string): string {
  return DOMPurify.sanitize(html, { FORBID_TAGS: ['style', 'form', 'input', 'button', 'select', 'textarea', 'dialog'], FORBID_ATTR: ['id', 'name', 'class'], USE_PROFILES: { html: true } });
}

/** A text web part. Whatever its styles say, it stays inside its own box. */
export function textElement(html: string): HTMLElement {
  const place = element('div', { class: 'lsp-text' });
  place.innerHTML = cleanHtml(html);
  return place;
}
