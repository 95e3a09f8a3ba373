import { inLots, inOrder } from '../dump/inOrder.ts';
import { parsedRows, type Parsed } from '../dump/parsedRows.ts';
import { postRow, type PostRow } from '../dump/rows.ts';
import { formValues, written } from '../../site/formValues.ts';
import { asWrittenBy } from '../words/asWrittenBy.ts';
import { escape } from '../words/escape.ts';
import { keyOf, rowsInALot, writeLot, type ImportedRow, type Importing } from './importing.ts';
import type { Overview } from './overview.ts';
import type { Author, People } from './people.ts';

/** Makes questions posts, the oldest first, for the feed shows the latest row first. `themes`: theme ids by those of the questions. Answers the posts' ids by those of the questions. */
export async function importPosts(importing: Importing, overview: Overview, people: People, themes: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, number>> {
  const { dump, connection, progress } = importing;
  const ids = new Map<number, number>();
  progress.stage('Posts', overview.tagsOf.size);
  for await (const lot of inLots(inOrder(questions()), rowsInALot)) {
    const ended = await writeLot(importing, connection.product.posts, lot.map(({ question, author }) => row(question, author)));
    lot.forEach(({ question }, at) => {
      const how = ended[at];
      if (how && 'id' in how) ids.set(question.id, how.id);
    });
  }
  return ids;

  async function* questions(): AsyncGenerator<{ question: Parsed<PostRow>; author: Author; created: Date }> {
    const done = new Set<number>();
    for await (const question of parsedRows(dump.posts, postRow)) {
      const known = question.postType === 1 && !done.has(question.id) ? overview.posts.get(question.id) : undefined;
      const author = known && people.get(known.author);
      if (!author) continue;
      done.add(question.id);
      yield { question, author, created: question.created };
    }
  }

  function row(question: Parsed<PostRow>, author: Author): ImportedRow {
    const key = keyOf(importing, 'post', question.id);
    const themeId = themes.get(question.id);
    return {
      key, kind: 'posts', source: question.source,
      values: () => formValues({
        Title: connection.product.excerptOf(`<p>${escape(question.title)}</p>${question.bodyHtml}`),
        Body: importing.richText(asWrittenBy(author, `<h3>${escape(question.title)}</h3>${question.bodyHtml}`)),
        ...(themeId === undefined ? {} : { ThemeId: themeId }), Key: key, ...written(question.created, author.onSite?.login),
      }),
    };
  }
}
