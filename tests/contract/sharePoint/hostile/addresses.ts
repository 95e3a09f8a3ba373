import fc from 'fast-check';
import { options } from './odata.ts';
import { literal, text, wellFormed } from './texts.ts';
import { segmentNames } from './vocabulary.ts';

/** Encoded as a browser would, except that some characters stay as they are. */
const encoded = (value: string, raw: boolean): string => raw ? encodeURI(wellFormed(value)).replaceAll('#', '%23') : encodeURIComponent(wellFormed(value));

const args = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 3, arbitrary: literal.map((value) => `(${value})`) },
  { weight: 1, arbitrary: fc.constantFrom('()', '(@a)', '(@b)', '(1)', '(2)', '(', ')', '(,)', "('", '(a=@a)') },
  { weight: 2, arbitrary: fc.array(fc.tuple(fc.constantFrom('', 'decodedurl=', 'path=', 'name=', 'url=', 'id=', 'overwrite=', 'x='), literal), { maxLength: 3 }).map((all) => `(${all.map((one) => one.join('')).join()})`) },
);
const segment = fc.tuple(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...segmentNames) }, { weight: 1, arbitrary: text }), args).map((parts) => parts.join(''));

/** Where an address begins: what is there, so that the rest is reached. `LIST` is a list with an item of each kind, `FILE` a file. */
export const starts = [
  'web', 'site', 'LIST', 'LIST', 'LIST/items', 'LIST/items', 'LIST/items(1)', 'LIST/fields', "LIST/fields/getbyinternalnameortitle('Title')", 'LIST/views', 'LIST/defaultview', 'LIST/rootfolder', 'LIST/roleassignments', 'LIST/items(1)/comments', 'LIST/items(1)/attachmentfiles', 'LIST/items(1)/versions', 'web/lists', 'web/siteusers', 'web/siteusers(6)', 'web/sitegroups', 'web/sitegroups(3)', 'web/roledefinitions', 'web/currentuser',
  'web/folders', 'FILE', "web/getfolderbyserverrelativepath(decodedurl='/sites/intranet/Shared Documents')", 'web/recyclebin', 'web/navigation', 'web/contenttypes', 'web/fields', 'web/features', 'web/webs', 'search/query', 'SP.UserProfiles.PeopleManager', 'contextinfo', 'sitepages/pages', 'social.following', '', '',
] as const;
export const start: fc.Arbitrary<string> = fc.constantFrom(...starts);

/** What follows `_api/`, with its query. */
export const address: fc.Arbitrary<string> = fc.tuple(start, fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(segment, { maxLength: 3 }) }), options, fc.boolean(), fc.oneof({ weight: 12, arbitrary: fc.constant('/') }, { weight: 1, arbitrary: fc.constantFrom('//', '') })).map(([from, segments, query, raw, slash]) => {
  const path = [from, ...segments.map((one) => encoded(one, raw))].filter((part) => part !== '').join(slash);
  return query.length === 0 ? path : `${path}?${query.map(([key, value]) => `${key}=${raw ? encodeURI(wellFormed(value)).replaceAll('&', '%26') : encodeURIComponent(wellFormed(value))}`).join('&')}`;
});
