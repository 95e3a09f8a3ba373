import { inLots } from '../dump/inOrder.ts';
import { parsedRows, type Parsed } from '../dump/parsedRows.ts';
import { voteRow, type AuthorReference, type VoteRow } from '../dump/rows.ts';
import type { SitePerson } from '../../site/addPeople.ts';
import { formValues, written } from '../../site/formValues.ts';
import { favourite, lookThroughVotes } from './favourites.ts';
import { rowsInALot, writeLot, type ImportedRow, type Importing } from './importing.ts';
import type { KnownPost, Overview } from './overview.ts';
import type { People } from './people.ts';
import { Voters } from './voters.ts';

type ReactionKind = 'like' | 'love' | 'insightful';
interface Target { readonly kind: 'post' | 'reply'; readonly id: number; readonly postId: number }

/** Makes votes reactions: an up-vote a like, an accepted answer "insightful" of the asker, a favourite a love. */
export async function importReactions(
  importing: Importing, overview: Overview, people: People, posts: ReadonlyMap<number, number>, answers: ReadonlyMap<number, number>,
): Promise<void> {
  const { dump, connection, report, progress } = importing;
  const voters = new Voters(people.voters);
  const { count, favouritesOf } = await lookThroughVotes(dump.votes);
  progress.stage('Reactions', count);
  for await (const lot of inLots(reactions(), rowsInALot)) await writeLot(importing, connection.product.reactions, lot);

  async function* reactions(): AsyncGenerator<ImportedRow> {
    for await (const vote of parsedRows(dump.votes, voteRow, report)) {
      report.read('reactions');
      const row = reactionOf(vote);
      if (typeof row !== 'string') yield row;
      else progress.advance(1);
    }
  }

  /** A word for why not when the vote is left out; it is counted by then. */
  function reactionOf(vote: Parsed<VoteRow>): ImportedRow | 'skipped' {
    const skip = (reason: string, isWrong = false): 'skipped' => {
      report.skipped('reactions', reason, isWrong ? vote.source : undefined);
      return 'skipped';
    };
    const kind = kindOf[vote.voteType];
    if (kind === undefined) return skip(`${otherVotes[vote.voteType] ?? `a vote of type ${vote.voteType}`}: the feed has no such reaction`);
    const known = overview.posts.get(vote.postId);
    const target = known && targetOf(vote.postId, known);
    if (!target) return skip('for a post that is not there, or was left out');
    const reference = whoReacted(kind, vote, known);
    if (reference === undefined) return kind === 'like' ? skip('more up-votes than people who could have given them') : skip('it does not say whose it is', true);
    const person = people.get(reference);
    if (!person) return skip('the person is not in Users.xml', true);
    if (!person.onSite) return skip('the person is unknown to the site’s organisation');
    return row(kind, target, person.onSite, vote);
  }

  function targetOf(id: number, { questionId }: KnownPost): Target | undefined {
    const postId = posts.get(questionId);
    const targetId = id === questionId ? postId : answers.get(id);
    return postId === undefined || targetId === undefined ? undefined : { kind: id === questionId ? 'post' : 'reply', id: targetId, postId };
  }

  /** Who accepted an answer or marked a favourite is left out of its likes, so that nobody is there twice. */
  function whoReacted(kind: ReactionKind, { postId, userId }: VoteRow, { questionId, author }: KnownPost): AuthorReference | undefined {
    const asker = overview.posts.get(questionId)?.author;
    switch (kind) {
      case 'like': return voters.next(postId, [author, asker, ...favouritesOf(postId)]);
      case 'insightful': return asker;
      case 'love': return userId;
    }
  }

  /** As the feed itself writes a reaction (`SharePointFeed.setReaction`). */
  function row(kind: ReactionKind, target: Target, person: SitePerson, { created, source }: Parsed<VoteRow>): ImportedRow {
    const key = `${target.kind}-${target.id}-${kind}-${person.id}`;
    return {
      key, kind: 'reactions', source,
      values: () => formValues({
        Title: `${kind} ${target.kind} ${target.id}`, PostId: target.postId, TargetKind: target.kind, TargetId: target.id, Kind: kind, Key: key,
        ...written(created, person.login),
      }),
    };
  }
}

/** By VoteTypeId. */
const kindOf: Readonly<Record<number, ReactionKind>> = { 1: 'insightful', 2: 'like', [favourite]: 'love' };
const otherVotes: Readonly<Record<number, string>> = {
  3: 'down-vote', 4: 'reported as offensive', 6: 'vote to close', 7: 'vote to reopen', 8: 'bounty offered', 9: 'bounty given', 10: 'vote to delete', 11: 'vote to undelete', 12: 'reported as spam',
  15: 'flag for moderators', 16: 'approved edit',
};
