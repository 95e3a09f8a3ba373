import { element, newId } from '../element.ts';
import type { PageInfo } from '../pageData.ts';
import { pageTheme, setPageTheme } from '../pageTheme.ts';
import { words } from '../words/words.ts';
import { photo } from './photo.ts';

interface Person { readonly email: string; readonly title: string; readonly jobTitle: string }

/** So many people are shown at once; the search finds the others. */
const mostShown = 60;

/** The account menu's theme, language and people. */
export async function fillAccountMenu(menu: HTMLElement, info: PageInfo, onTheme: () => void): Promise<void> {
  const people = await (await fetch('/_local/people')).json() as Person[];
  const list = element('div', { class: 'lsp-people', tabindex: -1 });
  const find = element('input', { type: 'search', class: 'lsp-input', placeholder: words.findPerson, 'aria-label': words.findPerson });
  const draw = (): void => {
    const typed = find.value.trim().toLowerCase();
    const found = people.filter((person) => `${person.title} ${person.jobTitle} ${person.email}`.toLowerCase().includes(typed)).slice(0, mostShown);
    list.replaceChildren(...found.map((person) => personButton(person, info)), ...(found.length === 0 ? [element('p', { class: 'lsp-hint', text: words.nobody })] : []));
  };
  find.addEventListener('input', draw);
  draw();
  menu.replaceChildren(darkSwitch(onTheme), languageChoice(), element('h2', { class: 'lsp-h3', text: words.actAs }), find, list);
  find.focus();
}

function personButton({ email, title, jobTitle }: Person, info: PageInfo): HTMLElement {
  return element('button', { type: 'button', class: 'lsp-person', 'aria-current': email === info.userEmail.toLowerCase() ? 'true' : undefined, 'data-email': email, onclick: () => void actAs(email) },
    photo(info.webAbsoluteUrl, email), element('span', {}, element('strong', { text: title }), element('small', { text: jobTitle })));
}

function darkSwitch(onTheme: () => void): HTMLElement {
  const dark = element('input', { type: 'checkbox', role: 'switch', class: 'lsp-check' });
  dark.checked = pageTheme() === 'dark';
  dark.addEventListener('change', () => {
    setPageTheme(dark.checked ? 'dark' : 'light');
    onTheme();
  });
  return element('label', { class: 'lsp-choice' }, dark, words.dark);
}

function languageChoice(): HTMLElement {
  const id = newId();
  const field = element('select', { id, class: 'lsp-input' }, ...[['en-US', 'English'], ['nl-NL', 'Nederlands']].map(([value, text]) => element('option', { value, text, selected: document.documentElement.lang === value })));
  field.addEventListener('change', () => {
    document.cookie = `PageLanguage=${field.value}; path=/; max-age=31536000; SameSite=Strict`;
    location.reload();
  });
  return element('div', { class: 'lsp-choice' }, element('label', { for: id, text: words.language }), field);
}

async function actAs(email: string): Promise<void> {
  await fetch('/_local/act-as', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email }) });
  location.reload();
}
