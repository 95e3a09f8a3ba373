import { countRows } from '../dump/countRows.ts';
import { parsedRows, type Parsed } from '../dump/parsedRows.ts';
import { commentRow, postRow, type AuthorReference, type PostRow } from '../dump/rows.ts';
import type { Importing } from './importing.ts';
import type { People } from './people.ts';

/** What is known of a question or an answer before anything is written; the bodies are left in the file. */
export interface KnownPost { readonly questionId: number; readonly author: AuthorReference }

export interface Overview {
  /** Questions and answers that can be imported, by id. */
  readonly posts: ReadonlyMap<number, KnownPost>;
  /** The tags of each of these questions, by id. */
  readonly tagsOf: ReadonlyMap<number, readonly string[]>;
  readonly replies: number;
}

/** Reads through posts and comments once: which there are, and who wrote them. Accounts that were deleted since are added by their name. */
export async function lookThrough(importing: Importing, people: People): Promise<Overview> {
  const { dump, report, progress } = importing;
  const posts = new Map<number, KnownPost>();
  const deleted = new Set<string>();
  const tagsOf = new Map<number, readonly string[]>();
  let comments = 0;
  progress.stage('Looking through', await countRows(dump.posts) + await countRows(dump.comments));
  for await (const post of parsedRows(dump.posts, postRow, report)) {
    progress.advance(1);
    const author = authorOf(post);
    if (author === undefined) continue;
    posts.set(post.id, { questionId: post.questionId, author });
    if (post.postType === 1) tagsOf.set(post.id, post.tags);
  }
  for await (const { author } of parsedRows(dump.comments, commentRow)) {
    progress.advance(1);
    comments += 1;
    if (typeof author === 'string') deleted.add(author);
  }
  await people.addDeleted(deleted);
  return { posts, tagsOf, replies: posts.size - tagsOf.size + comments };

  /** Undefined when the post is left out. */
  function authorOf(post: Parsed<PostRow>): AuthorReference | undefined {
    const { id, postType, author, source } = post;
    const kind = postType === 1 ? 'posts' : postType === 2 ? 'answers' : 'otherPosts';
    report.read(kind);
    if (kind === 'otherPosts') report.skipped(kind, `a ${otherTypes[postType] ?? `row of type ${postType}`}, which is no conversation`);
    else if (posts.has(id)) report.skipped(kind, 'there is a row with the same Id before it', source);
    else if (author === undefined) report.skipped(kind, noAuthor, source);
    else if (typeof author === 'number' && !people.has(author)) report.skipped(kind, strangeAuthor, source);
    else {
      if (typeof author === 'string') deleted.add(author);
      return author;
    }
    return undefined;
  }
}

export const noAuthor = 'it does not say who wrote it (the account was deleted)';
export const strangeAuthor = 'its author is not in Users.xml';

const otherTypes: Readonly<Record<number, string>> = { 3: 'wiki page', 4: 'summary of a tag', 5: 'description of a tag', 6: 'nomination for moderator', 7: 'template of the wiki' };
