import type { Progress } from '../../../scripts/progress.ts';
import { setUp } from '../../contract/repositories.ts';
import type { LocalSharePoint } from '../../localSharePoint.ts';
import { checkAdded, insertBatch, itemsInABatch, itemsOf } from './itemBatch.ts';
import { postRow, reactionRow, replyRow, type Row } from './rows.ts';
import { reactionsToEach, repliesToEach, themes, type SiteSize } from './siteSize.ts';

/** Rows that one person adds. */
interface Lot { readonly by: number; readonly rows: readonly Row[] }

/** Batches on their way at once: while the service works on one, the next is written. */
const inFlight = 2;
const writers = 24;
/** The newest posts, which the first screen shows, are by many people. */
const fromManyPeople = 100;

/** Sets a site up and fills its lists over REST, as clients do: in batches of 100, as different people. */
export async function fillSite(sharePoint: LocalSharePoint, { posts, discussed }: SiteSize, progress: Progress): Promise<void> {
  await setUp(sharePoint);
  for (let number = 1; number <= themes; number += 1) {
    const { status, text } = await sharePoint.ask(itemsOf('SchilThemes'), { method: 'POST', body: { Title: `Theme ${number}` } });
    if (status !== 201) throw new Error(`The theme ${number} was not added: ${text.slice(0, 300)}`);
  }
  const people = (await sharePoint.ask('/_local/people')).json as readonly { email: string }[];
  const add = async (name: string, list: string, total: number, lots: Iterator<Lot>): Promise<void> => {
    progress.stage(name, total);
    const work = async (): Promise<void> => {
      for (let next = lots.next(); next.done !== true; next = lots.next()) {
        const { by, rows } = next.value;
        const { contentType, body } = insertBatch(sharePoint, list, rows);
        const { text } = await sharePoint.ask('$batch', { as: people[by % Math.min(writers, people.length)]?.email ?? '', method: 'POST', headers: { 'content-type': contentType }, body });
        checkAdded(text, rows.length);
        progress.advance(rows.length);
      }
    };
    await Promise.all(Array.from({ length: inFlight }, work));
    progress.end();
  };
  await add('Posts', 'SchilPosts', posts, postLots(posts));
  const first = posts - discussed + 1;
  await add('Replies', 'SchilReplies', discussed * repliesToEach, activityLots(first, discussed, repliesToEach, replyRow));
  await add('Reactions', 'SchilReactions', discussed * reactionsToEach, activityLots(first, discussed, reactionsToEach, reactionRow));
}

function* postLots(posts: number): Generator<Lot> {
  for (let number = 1, lot = 0; number <= posts; lot += 1) {
    const size = number > posts - fromManyPeople ? 5 : Math.min(itemsInABatch, posts - fromManyPeople - number + 1);
    yield { by: lot, rows: Array.from({ length: size }, (_, at) => postRow(number + at, themes)) };
    number += size;
  }
}

/** What people add to posts: each lot is by one person, on 100 posts after each other. Posts have the ids 1, 2, 3 … */
function* activityLots(first: number, posts: number, toEach: number, row: (postId: number, place: number) => Row): Generator<Lot> {
  for (let at = 0; at < posts; at += itemsInABatch) {
    for (let place = 0; place < toEach; place += 1) {
      yield { by: at / itemsInABatch + place, rows: Array.from({ length: Math.min(itemsInABatch, posts - at) }, (_, offset) => row(first + at + offset, place)) };
    }
  }
}
