import { openDump } from './dump/dump.ts';
import type { Progress } from '../progress.ts';
import { Report } from './report/report.ts';
import { connectSite } from '../site/connectSite.ts';
import { inPlainWords } from '../site/inPlainWords.ts';
import type { Importing } from './stages/importing.ts';
import { lookThrough } from './stages/overview.ts';
import { importPeople } from './stages/people.ts';
import { importPosts } from './stages/posts.ts';
import { importReactions } from './stages/reactions.ts';
import { importReplies } from './stages/replies.ts';
import { importThemes } from './stages/themes.ts';
import { loadRichText } from './words/richText.ts';

/**
 * Imports a Stack Exchange data dump to a site. Everything has a key made from the dump, so that a repeated or interrupted import adds what
 * is not there yet and nothing twice. Throws `CannotImport` when it cannot be done.
 */
export async function importStackExchange(folder: string, siteUrl: string, progress: Progress): Promise<Report> {
  const dump = await openDump(folder);
  const connection = await connectSite(siteUrl, progress);
  const report = new Report();
  const importing: Importing = { dump, connection, richText: await loadRichText(), report, progress };
  try {
    const people = await importPeople(importing);
    const overview = await lookThrough(importing, people);
    const themes = await importThemes(importing, overview);
    const posts = await importPosts(importing, overview, people, themes);
    const answers = await importReplies(importing, overview, people, posts);
    await importReactions(importing, overview, people, posts, answers);
  } catch (error) {
    throw inPlainWords(connection.product, siteUrl, error);
  } finally {
    progress.end();
  }
  return report;
}
