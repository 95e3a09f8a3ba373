import type { SitePerson } from '../site/addPeople.ts';
import { addPeople } from '../site/addPeople.ts';
import type { NewRow } from '../site/addRows.ts';
import { connectSite } from '../site/connectSite.ts';
import type { Connection } from '../site/connection.ts';
import { formValues, written } from '../site/formValues.ts';
import { writeOnce } from '../site/writeOnce.ts';
import type { ListSchema } from '../site/product.ts';
import type { Progress } from '../progress.ts';
import { escape } from '../import/words/escape.ts';
import { addSamplePages } from './samplePages.ts';
import { mention, peopleIn, readConversations, type SampleConversation } from './readConversations.ts';

interface Author extends SitePerson { readonly name: string; readonly email: string }
const hour = 3_600_000;

/**
 * Adds the sample conversations and pages to a site of the local SharePoint, with authors and dates up to now, over REST as its owner; sets the lists up
 * first. What is there already is not added again.
 */
export async function addSampleContent(siteUrl: string, progress: Progress, now: Date = new Date()): Promise<void> {
  const connection = await connectSite(siteUrl, progress);
  const content = readConversations();
  const people = await authors(connection, siteUrl, peopleIn(content));
  const { posts, replies, reactions, themes } = connection.product;
  const write = async (name: string, list: ListSchema, rows: readonly NewRow[], keyColumn = 'Key'): Promise<number[]> => {
    progress.stage(name, rows.length);
    const ended = await writeOnce(connection, list, rows, { keyColumn, onProgress: (done) => progress.advance(done), onWaiting: (seconds) => progress.waiting(seconds) });
    return ended.map((how) => {
      if ('id' in how) return how.id;
      throw new Error(`The sample content was not taken: ${how.refused}`);
    });
  };
  const of = (name: string): Author => people.get(name) ?? missing(name);
  const html = (text: string): string => bodyHtml(text, of);
  const at = (hours: number): Date => new Date(now.getTime() + hours * hour);

  const themeIds = await write('Themes', themes, content.themes.map(({ title, description }) => ({ key: title, values: () => formValues({ Title: title, Description: description }) })), 'Title');
  const themeId = (title: string): number => themeIds[content.themes.findIndex((theme) => theme.title === title)] ?? missing(title);
  const words = (key: string, text: string, by: string, when: Date, more: Readonly<Record<string, number>>): NewRow => ({
    key, values: () => formValues({ Title: connection.product.excerptOf(html(text)), Body: html(text), Key: key, ...more, ...written(when, of(by).login) }),
  });
  const postIds = await write('Posts', posts, content.conversations.map(({ by, hoursAgo, text, theme }, index) => words(`sample-post-${index}`, text, by, at(-hoursAgo), { ThemeId: themeId(theme) })));
  const each = <Row>(rowsOf: (conversation: SampleConversation, postId: number, index: number) => Row[]): Row[] => content.conversations.flatMap((conversation, index) => rowsOf(conversation, postIds[index] ?? 0, index));
  await write('Replies', replies, each(({ hoursAgo, replies: answers }, postId, index) => answers.map(([by, later, text], place) => words(`sample-reply-${index}-${place}`, text, by, at(later - hoursAgo), { PostId: postId }))));
  await write('Reactions', reactions, each(({ hoursAgo, reactions: kinds }, postId) => Object.entries(kinds).flatMap(([kind, names]) => names.map((name, place) => {
    const key = `post-${postId}-${kind}-${of(name).id}`;
    return { key, values: () => formValues({ Title: `${kind} post ${postId}`, PostId: postId, TargetKind: 'post', TargetId: postId, Kind: kind, Key: key, ...written(at((place + 1) * 0.05 - hoursAgo), of(name).login) }) };
  }))));
  progress.end();
  await addSamplePages(siteUrl, themeId('Safety'));
}

/** The sample organisation's people, as the site knows them. */
async function authors(connection: Connection, siteUrl: string, names: readonly string[]): Promise<ReadonlyMap<string, Author>> {
  const organisation = await (await fetch(new URL('/_local/people', siteUrl))).json() as { email: string; title: string }[];
  const known = names.map((name) => organisation.find(({ email }) => email.startsWith(`${name}@`)) ?? missing(name));
  const found = new Map<string, Author>();
  for (let at = 0; at < known.length; at += 100) {
    const lot = known.slice(at, at + 100);
    const ensured = await addPeople(connection, lot.map(({ title, email }) => ({ name: title, email, location: '', about: '' })));
    lot.forEach(({ email, title }, place) => {
      const person = ensured[place];
      if (person) found.set(names[at + place] ?? '', { ...person, name: title, email });
    });
  }
  return found;
}

/** As the composer writes it: paragraphs, line breaks, links and people. */
function bodyHtml(text: string, of: (name: string) => Author): string {
  const line = (words: string): string => escape(words).replace(/https:\/\/\S+[\w/]/g, (url) => `<a href="${url}">${url}</a>`)
    .replace(mention, (_, name: string) => `<span data-person="${of(name).email}">@${escape(of(name).name)}</span>`);
  return text.split('\n\n').map((paragraph) => `<p>${paragraph.split('\n').map(line).join('<br>')}</p>`).join('');
}

function missing(name: string): never {
  throw new Error(`The sample content names ${name}, who is not there.`);
}
