import { createHash } from 'node:crypto';
import { countRows } from '../dump/countRows.ts';
import { inLots } from '../dump/inOrder.ts';
import { parsedRows, type Parsed } from '../dump/parsedRows.ts';
import { userRow, type AuthorReference, type UserRow } from '../dump/rows.ts';
import type { Kind } from '../report/report.ts';
import { addPeople, type NewPerson, type SitePerson } from '../../site/addPeople.ts';
import type { Importing } from './importing.ts';

/** Somebody of the dump. */
export interface Author {
  readonly name: string;
  /** Who they are on the site; undefined when the site's organisation does not know them. */
  readonly onSite?: SitePerson;
}

/** The people of a dump, as the site knows them. */
export interface People {
  get(reference: AuthorReference): Author | undefined;
  has(reference: AuthorReference): boolean;
  /** Ids of those who may be taken for the ones that voted, in the order of Users.xml. */
  readonly voters: readonly number[];
  /** Adds those of whom only the name is left. */
  addDeleted(names: ReadonlySet<string>): Promise<void>;
}

const peopleInALot = 100;

/** Adds everybody of Users.xml. */
export async function importPeople(importing: Importing): Promise<People> {
  const { dump, report, progress } = importing;
  const authors = new Map<AuthorReference, Author>();
  const voters: number[] = [];
  const add = async (kind: Kind, lot: readonly (NewPerson & { reference: AuthorReference })[]): Promise<void> => {
    const added = await addPeople(importing.connection, lot);
    lot.forEach(({ reference, name }, at) => {
      const person = added[at];
      authors.set(reference, { name, ...(person ? { onSite: person } : {}) });
      if (person) report.counts(kind)[person.already ? 'already' : 'imported'] += 1;
      else report.skipped(kind, 'unknown to the site’s organisation: what they wrote is imported under your name, beginning with theirs');
    });
  };
  progress.stage('People', await countRows(dump.users));
  for await (const lot of inLots(newcomers(), peopleInALot)) {
    await add('people', lot.map((user) => ({ ...profile(user, dump.community), reference: user.id })));
    voters.push(...lot.map(({ id }) => id).filter(isPerson));
    progress.advance(lot.length);
  }
  return {
    get: (reference) => authors.get(reference), has: (reference) => authors.has(reference), voters,
    addDeleted: async (names) => {
      const all = [...names];
      for (let at = 0; at < all.length; at += peopleInALot) {
        const lot = all.slice(at, at + peopleInALot);
        lot.forEach(() => report.read('deletedPeople'));
        await add('deletedPeople', lot.map((name) => ({ reference: name, name, email: deletedEmail(name, dump.community), about: 'This account was deleted.', location: '' })));
      }
    },
  };

  async function* newcomers(): AsyncGenerator<Parsed<UserRow>> {
    const seen = new Set<number>();
    for await (const user of parsedRows(dump.users, userRow, report)) {
      report.read('people');
      if (seen.has(user.id)) report.skipped('people', 'there is a row with the same Id before it', user.source);
      else yield user;
      seen.add(user.id);
    }
  }

  function profile({ id, name, location, aboutHtml }: UserRow, community: string): NewPerson {
    return { name, email: `user${id}@${community}.example`, location, about: importing.connection.product.excerptOf(aboutHtml) };
  }
}

/** -1 is the community's own background process. */
function isPerson(id: number): boolean {
  return id > 0;
}

/** Names are turned into addresses; where that loses something, a part of a hash keeps them apart. */
function deletedEmail(name: string, community: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40);
  const apart = plain === name ? '' : `-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
  return `deleted-${plain}${apart}@${community}.example`;
}
