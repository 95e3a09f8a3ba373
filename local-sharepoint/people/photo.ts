import { findPerson } from './organisation.ts';
import type { Look } from './portrait/look.ts';
import { portrait, silhouette } from './portrait/portrait.ts';
import type { Session } from '../session.ts';

/** Pixels of SharePoint's three picture sizes. */
const sizes: ReadonlyMap<string, number> = new Map([['S', 48], ['M', 72], ['L', 240]]);

/** Answers `/_layouts/15/userphoto.aspx?size=S|M|L&accountname=…`: a drawn portrait, or the grey figure for who has none. */
export function photo(url: URL, session: Pick<Session, 'database'>): { status: number; contentType: string; body: Buffer | string } {
  const query = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const size = sizes.get((query.get('size') ?? 'M').toUpperCase()) ?? 72;
  const account = query.get('accountname') ?? query.get('username') ?? '';
  const person = account === '' ? undefined : findPerson(session.database, account);
  const body = person === undefined || person.photo === 0
    ? silhouette(size)
    : portrait(person.email, size, person.look === null ? undefined : JSON.parse(person.look) as Look);
  return { status: 200, contentType: 'image/svg+xml; charset=utf-8', body };
}
