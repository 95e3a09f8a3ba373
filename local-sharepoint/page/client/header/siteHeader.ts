import type { NavigationLink } from '../../sitePages.ts';
import { element } from '../element.ts';
import type { PageInfo } from '../pageData.ts';
import { words } from '../words/words.ts';

/** The site's logo, title and pages. */
export function siteHeader({ webTitle, webAbsoluteUrl }: PageInfo, links: readonly NavigationLink[]): HTMLElement {
  return element('nav', { class: 'lsp-site', 'aria-label': words.navigation },
    element('a', { class: 'lsp-site-link', href: `${webAbsoluteUrl}/SitePages/Home.aspx` },
      element('span', { class: 'lsp-logo', 'data-letter': webTitle.charAt(0).toUpperCase() }), element('span', { class: 'lsp-site-title', text: webTitle })),
    element('ul', { class: 'lsp-navigation' }, ...links.map(({ title, url, current }) => element('li', {}, element('a', { href: url, 'aria-current': current ? 'page' : undefined, text: title })))));
}
