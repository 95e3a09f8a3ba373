import { sectionTheme } from '../themes/sectionTheme.ts';
import type { ThemeName } from '../themes/colours.ts';
import { loadTheme } from './spfx.ts';

/** Light or dark, as chosen in the account menu. */
export function pageTheme(): ThemeName {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

export function setPageTheme(name: ThemeName): void {
  document.documentElement.dataset['theme'] = name;
  localStorage.setItem('page-theme', name);
  applyPageTheme();
}

/** Gives the page's colours to style sheets that name theme slots (`"[theme: themePrimary]"`), as SharePoint's pages do. */
export function applyPageTheme(): void {
  const { palette, semanticColors } = sectionTheme(pageTheme(), 0);
  loadTheme({ ...palette, ...semanticColors });
}
