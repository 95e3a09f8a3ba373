import type { DumpFile } from '../dump/dump.ts';
import { parsedRows } from '../dump/parsedRows.ts';
import { voteRow } from '../dump/rows.ts';

/** How many votes there are, and who marked which post as a favourite: so that nobody is taken for an up-voter there, too. */
export async function lookThroughVotes(votes: DumpFile): Promise<{ count: number; favouritesOf(postId: number): readonly number[] }> {
  const people = new Map<number, number[]>();
  let count = 0;
  for await (const { voteType, postId, userId } of parsedRows(votes, voteRow)) {
    count += 1;
    if (voteType !== favourite || userId === undefined) continue;
    people.set(postId, [...(people.get(postId) ?? []), userId]);
  }
  return { count, favouritesOf: (postId) => people.get(postId) ?? [] };
}

/** The VoteTypeId of favourites. */
export const favourite = 5;
