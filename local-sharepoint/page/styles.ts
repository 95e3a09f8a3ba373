import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Emphasis } from './canvas/canvas.ts';
import { customProperties } from './themes/sectionTheme.ts';

const folder = fileURLToPath(new URL('client/styles', import.meta.url));

/** The page's style sheet: the colours of both themes and of every section background, then the rules. */
export function pageStyles(): string {
  const rules = globSync('*.css', { cwd: folder }).sort().map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
  return [...colourRules(), ...rules].join('\n');
}

function colourRules(): string[] {
  const emphases: readonly Emphasis[] = [1, 2, 3];
  return (['light', 'dark'] as const).flatMap((theme) => {
    const root = theme === 'light' ? ':root' : ":root[data-theme='dark']";
    return [`${root} { ${customProperties(theme, 0)} }`, ...emphases.map((emphasis) => `${root} .lsp-emphasis-${emphasis} { ${customProperties(theme, emphasis)} }`)];
  });
}
