import { element } from './element.ts';
import { pageTheme, setPageTheme } from './themes.ts';
import { words } from './words.ts';

interface Person { readonly email: string; readonly title: string; readonly jobTitle: string }
interface Info { readonly webTitle: string; readonly webAbsoluteUrl: string; readonly userDisplayName: string; readonly userEmail: string }

/** The bar above every page, with the account menu; and the site's own header. */
export function header(info: Info, onTheme: () => void): HTMLElement {
  const menu = element('div', { class: 'account-menu', id: 'account-menu', hidden: true, role: 'dialog', 'aria-label': words.account });
  const button = element('button', { type: 'button', class: 'account', 'aria-expanded': 'false', 'aria-controls': 'account-menu', 'aria-label': `${words.account}: ${info.userDisplayName}` },
    element('span', { class: 'account-name', text: info.userDisplayName }), photo(info.webAbsoluteUrl, info.userEmail));
  const show = (open: boolean): void => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) void fillMenu(menu, info, onTheme);
    else button.focus();
  };
  button.addEventListener('click', () => show(menu.hidden));
  menu.addEventListener('keydown', (event) => { if (event.key === 'Escape') show(false); });
  document.addEventListener('mousedown', (event) => {
    if (!menu.hidden && event.target instanceof Node && !menu.contains(event.target) && !button.contains(event.target)) {
      menu.hidden = true;
      button.setAttribute('aria-expanded', 'false');
    }
  });
  return element('header', {},
    element('div', { class: 'suite' }, element('span', { class: 'suite-name', text: 'Contoso' }), button, menu),
    element('div', { class: 'site' }, element('span', { class: 'logo', 'aria-hidden': 'true', text: info.webTitle.charAt(0) }), element('a', { class: 'site-title', href: `${info.webAbsoluteUrl}/SitePages/Home.aspx`, text: info.webTitle })));
}

async function fillMenu(menu: HTMLElement, info: Info, onTheme: () => void): Promise<void> {
  const people = await (await fetch('/_local/people')).json() as Person[];
  const list = element('div', { class: 'people' });
  const find = element('input', { type: 'search', placeholder: words.find, 'aria-label': words.find });
  const draw = (): void => {
    const typed = find.value.toLowerCase();
    list.replaceChildren(...people.filter((person) => `${person.title} ${person.jobTitle} ${person.email}`.toLowerCase().includes(typed)).slice(0, 60).map((person) => element('button', {
      type: 'button', class: 'person', 'aria-current': person.email === info.userEmail.toLowerCase() ? 'true' : undefined, 'data-email': person.email, onclick: () => void actAs(person.email),
    }, photo(info.webAbsoluteUrl, person.email), element('span', {}, element('strong', { text: person.title }), element('small', { text: person.jobTitle })))));
  };
  find.addEventListener('input', draw);
  draw();
  const dark = element('input', { type: 'checkbox' });
  dark.checked = pageTheme() === 'dark';
  dark.addEventListener('change', () => {
    setPageTheme(dark.checked ? 'dark' : 'light');
    onTheme();
  });
  const language = element('select', {}, ...[['en-US', 'English'], ['nl-NL', 'Nederlands']].map(([value, text]) => element('option', { value, text, selected: document.documentElement.lang === value })));
  language.addEventListener('change', () => {
    document.cookie = `PageLanguage=${language.value}; path=/; max-age=31536000; SameSite=Strict`;
    location.reload();
  });
  menu.replaceChildren(element('label', { class: 'choice' }, dark, words.dark), element('label', { class: 'choice' }, words.language, language), element('h2', { text: words.actAs }), find, list);
  find.focus();
}

async function actAs(email: string): Promise<void> {
  await fetch('/_local/act-as', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email }) });
  location.reload();
}

function photo(webUrl: string, email: string): HTMLElement {
  return element('img', { class: 'photo', alt: '', src: `${webUrl}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(email)}` });
}
