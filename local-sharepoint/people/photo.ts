import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { findPerson } from './organisation.ts';
import { pictureOf } from './profiles/profilePicture.ts';
import type { Look } from './portrait/look.ts';
import { portrait, silhouette } from './portrait/portrait.ts';
import type { Session } from '../session.ts';

/** Pixels of SharePoint's three picture sizes; beside them the sizes that Exchange keeps: HR48x48 … HR648x648 (Microsoft: photo sizes). */
const sizes: ReadonlyMap<string, number> = new Map([['S', 48], ['M', 72], ['L', 240], ...[48, 64, 96, 120, 240, 360, 432, 504, 648].map((pixels) => [`HR${pixels}X${pixels}`, pixels] as const)]);

export interface Photo { readonly status: 200 | 304; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | string }

/**
 * Answers `/_layouts/15/userphoto.aspx?size=…&accountname=…`: the picture that somebody uploaded, a drawn portrait, or the grey figure for who has
 * none, and for an account or a size that is not there. Browsers keep it for a day.
 */
export function photo(url: URL, { database }: Pick<Session, 'database'>, headers: IncomingHttpHeaders = {}): Photo {
  const query = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  const size = sizes.get((query.get('size') ?? 'M').toUpperCase()) ?? 72;
  const account = query.get('accountname') ?? query.get('username') ?? '';
  const person = account === '' ? undefined : findPerson(database, account);
  const uploaded = person && pictureOf(database, person.login_name);
  const drawn = !person || person.photo === 0 ? silhouette(size) : portrait(person.email, size, person.look === null ? undefined : JSON.parse(person.look) as Look);
  const body = uploaded ? Buffer.from(uploaded.bytes) : drawn;
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  const common = { 'Cache-Control': 'private, max-age=86400', ETag: etag };
  if (headers['if-none-match'] === etag) return { status: 304, headers: common, body: '' };
  return { status: 200, headers: { ...common, 'Content-Type': uploaded?.content_type ?? 'image/svg+xml; charset=utf-8', 'X-Content-Type-Options': 'nosniff' }, body };
}
