import { find } from 'linkifyjs';
import { sanitise } from '../../../ui/richText/sanitise';
import type { Mention } from '../drafts';

/** What somebody typed as the HTML that is stored: paragraphs, line breaks, links and people. */
export function toBodyHtml(text: string, mentions: readonly Mention[]): string {
  return text.trim().split(/\n{2,}/).map((paragraph) => `<p>${paragraph.split('\n').map((line) => lineHtml(line, mentions)).join('<br>')}</p>`).join('');
}

function lineHtml(line: string, mentions: readonly Mention[]): string {
  const links = find(line).filter((link) => link.type === 'url' || link.type === 'email');
  let at = 0;
  let html = '';
  links.forEach((link) => {
    html += mentioned(line.slice(at, link.start), mentions) + (/^(https?|mailto):/i.test(link.href) ? `<a href="${escaped(link.href)}">${escaped(link.value)}</a>` : escaped(link.value));
    at = link.end;
  });
  return html + mentioned(line.slice(at), mentions);
}

/** `@Name` of somebody who was picked becomes a mention; any other `@` stays as it is. */
function mentioned(text: string, mentions: readonly Mention[]): string {
  const found = mentions.slice().sort((left, right) => right.name.length - left.name.length).map((mention) => ({ mention, at: text.indexOf(`@${mention.name}`) })).filter(({ at }) => at >= 0)
    .sort((left, right) => left.at - right.at)[0];
  if (!found) return escaped(text);
  const { mention, at } = found;
  return `${escaped(text.slice(0, at))}<span data-person="${escaped(mention.email)}">@${escaped(mention.name)}</span>${mentioned(text.slice(at + mention.name.length + 1), mentions)}`;
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
