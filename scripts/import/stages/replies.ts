import { inLots, inOrder, merged } from '../dump/inOrder.ts';
import { parsedRows } from '../dump/parsedRows.ts';
import { commentRow, postRow, type AuthorReference } from '../dump/rows.ts';
import type { Source } from '../report/report.ts';
import { formValues, written } from '../../site/formValues.ts';
import { asWrittenBy } from '../words/asWrittenBy.ts';
import { commentHtml } from '../words/commentHtml.ts';
import { keyOf, rowsInALot, writeLot, type ImportedRow, type Importing } from './importing.ts';
import { noAuthor, strangeAuthor, type Overview } from './overview.ts';
import type { Author, People } from './people.ts';

/** An answer or a comment. */
interface Reply {
  readonly kind: 'answers' | 'comments'; readonly id: number; readonly created: Date; readonly bodyHtml: string; readonly source: Source;
  readonly author: Author; readonly postId: number;
}

/**
 * Makes answers and comments replies to the question's post, in the order of their dates, for the feed shows them in the order of their rows.
 * Answers the ids of the answers' replies by those of the answers.
 */
export async function importReplies(importing: Importing, overview: Overview, people: People, posts: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, number>> {
  const { dump, connection, report, progress } = importing;
  const ids = new Map<number, number>();
  progress.stage('Replies', overview.replies);
  for await (const lot of inLots(inOrder(merged(answers(), comments())), rowsInALot)) {
    const ended = await writeLot(importing, connection.product.replies, lot.map(row));
    lot.forEach(({ kind, id }, at) => {
      const how = ended[at];
      if (kind === 'answers' && how && 'id' in how) ids.set(id, how.id);
    });
  }
  return ids;

  /** What is wrong with their authors was told when the file was looked through. */
  async function* answers(): AsyncGenerator<Reply> {
    const done = new Set<number>();
    for await (const answer of parsedRows(dump.posts, postRow)) {
      const known = answer.postType === 2 && !done.has(answer.id) ? overview.posts.get(answer.id) : undefined;
      if (!known) continue;
      done.add(answer.id);
      const reply = replyTo(answer.questionId, known.author, 'answers', answer, () => answer.bodyHtml);
      if (reply) yield reply;
    }
  }

  async function* comments(): AsyncGenerator<Reply> {
    for await (const comment of parsedRows(dump.comments, commentRow, report)) {
      report.read('comments');
      const reply = replyTo(overview.posts.get(comment.postId)?.questionId, comment.author, 'comments', comment, () => commentHtml(comment.text));
      if (reply) yield reply;
    }
  }

  function replyTo(
    questionId: number | undefined, reference: AuthorReference | undefined, kind: Reply['kind'], row: { id: number; created: Date; source: Source }, bodyHtml: () => string,
  ): Reply | undefined {
    const postId = questionId === undefined ? undefined : posts.get(questionId);
    const author = reference === undefined ? undefined : people.get(reference);
    if (postId === undefined) report.skipped(kind, 'what it replies to is not there, or was left out', row.source);
    else if (!author) report.skipped(kind, reference === undefined ? noAuthor : strangeAuthor, row.source);
    else return { kind, id: row.id, created: row.created, source: row.source, bodyHtml: bodyHtml(), author, postId };
    return undefined;
  }

  function row({ kind, id, created, source, bodyHtml, author, postId }: Reply): ImportedRow {
    const key = keyOf(importing, kind === 'answers' ? 'answer' : 'comment', id);
    return {
      key, kind, source,
      values: () => formValues({
        Title: connection.product.excerptOf(bodyHtml), Body: importing.richText(asWrittenBy(author, bodyHtml)), PostId: postId, Key: key,
        ...written(created, author.onSite?.login),
      }),
    };
  }
}
