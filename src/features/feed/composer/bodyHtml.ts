import { find } from 'linkifyjs';
import { sanitise } from '../../../ui/richText/sanitise';
import type { Mention } from '../drafts';

/** What somebody typed as the HTML that is stored: paragraphs, line breaks, links and people. */
export function toBodyHtml(text: string, mentions: readonly Mention[]): string {
  const left = mentions.slice();
  return text.trim().split(/\n{2,}/).map((paragraph) => `<p>${paragraph.split('\n').map((line) => lineHtml(line, left)).join('<br>')}</p>`).join('');
}

/** The mentions with one more, which was picked at this place of the text. Colleagues of the same name stay in the order in which the text names them. */
export function withMention(mentions: readonly Mention[], picked: Mention, text: string, at: number): Mention[] {
  const others = mentions.filter(({ name }) => name !== picked.name);
  const same = mentions.filter(({ name }) => name === picked.name);
  const places = placesOf(text, picked.name);
  const before = places.filter((place) => place < at).length;
  const after = places.filter((place) => place > at).length;
  return [...others, ...same.slice(0, before), picked, ...same.slice(Math.max(before, same.length - after))];
}

/** People first, for the name of a guest may be an address; then links in what is left. */
function lineHtml(line: string, left: Mention[]): string {
  const found = firstMention(line, left);
  if (!found) return linked(line);
  const { mention: { name, email }, at } = found;
  // Of several of one name each is named in turn; the last stays, for it may be named again.
  if (left.filter((mention) => mention.name === name).length > 1) left.splice(left.indexOf(found.mention), 1);
  return `${linked(line.slice(0, at))}<span data-person="${escaped(email)}">@${escaped(name)}</span>${lineHtml(line.slice(at + name.length + 1), left)}`;
}

function linked(text: string): string {
  const links = find(text).filter((link) => link.type === 'url' || link.type === 'email');
  let at = 0;
  let html = '';
  links.forEach((link) => {
    html += escaped(text.slice(at, link.start)) + (/^(https?|mailto):/i.test(link.href) ? `<a href="${escaped(link.href)}">${escaped(link.value)}</a>` : escaped(link.value));
    at = link.end;
  });
  return html + escaped(text.slice(at));
}

/** The first `@Name` of somebody who was picked, the longest name first; any other `@` stays as it is. */
function firstMention(text: string, mentions: readonly Mention[]): { readonly mention: Mention; readonly at: number } | undefined {
  return mentions.slice().sort((left, right) => right.name.length - left.name.length).map((mention) => ({ mention, at: placesOf(text, mention.name)[0] ?? -1 })).filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)[0];
}

/** Where `@Name` stands as words of its own. */
function placesOf(text: string, name: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(`@${name}`); at >= 0; at = text.indexOf(`@${name}`, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length + 1))) places.push(at);
  }
  return places;
}

/** A letter or a digit, of any script that has cases: those that have none, Chinese for one, write names and words without a space between them. */
function isLetter(character: string): boolean {
  return /\d/.test(character) || character.toLowerCase() !== character.toUpperCase();
}

/** Stored HTML as text to edit, with the people in it. Formatting that this composer does not make is lost, the words are not. */
export function toText(html: string): { text: string; mentions: Mention[] } {
  const body = document.createElement('div');
  body.innerHTML = sanitise(html).replace(/<br\s*\/?>/gi, '\n').replace(/<\/(p|li|h3|h4|blockquote|pre)>/gi, '\n\n</$1>');
  const mentions = Array.from(body.querySelectorAll('[data-person]')).map((element) => ({ name: (element.textContent ?? '').replace(/^@/, ''), email: element.getAttribute('data-person') ?? '' }));
  return { text: (body.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim(), mentions };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
