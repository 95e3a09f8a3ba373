import { element } from '../element.ts';

/** Somebody's face. Their name stands beside it, so it says nothing itself. */
export function photo(webUrl: string, email: string, size: 'S' | 'M' = 'M'): HTMLElement {
  return element('img', { class: `lsp-photo lsp-photo-${size.toLowerCase()}`, alt: '', loading: 'lazy', src: `${webUrl}/_layouts/15/userphoto.aspx?size=${size}&accountname=${encodeURIComponent(email)}` });
}
