import type { DatabaseSync } from 'node:sqlite';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { ChangeKind, ChangeType, kindFlags, typeFlags } from './changeTypes.ts';
import { placeOf, type TokenScope } from './changeToken.ts';

/** An SP.ChangeQuery, read: numbers of kinds and types as in the log, places as numbers of changes. */
export interface ChangeQuery {
  readonly kinds: readonly number[];
  readonly types: readonly number[];
  /** Changes after this one … */
  readonly after: number;
  /** … up to this one. */
  readonly until: number;
  readonly limit: number;
  readonly latestFirst: boolean;
}

/** SharePoint gives at most so many at a time (documented for SPChangeQuery.FetchLimit). */
const mostChanges = 1000;
/** What is trimmed to what the caller may see is trimmed here always; the log of a list has no folders below it. */
const otherFlags: ReadonlySet<string> = new Set(['RecursiveAll', 'RequireSecurityTrim', 'IgnoreStartTokenNotFoundError', 'LatestFirst']);

/** Reads `{query: {Item: true, Add: true, ChangeTokenStart: {StringValue}}}`. Throws SharePoint's refusal of names and values, and 501 when only what is not logged is asked for. */
export function changeQuery(request: ResourceRequest, scope: TokenScope): ChangeQuery {
  const given = objectOf(bodyProperties(request)['query']) ?? refuse();
  const flags = new Set<string>();
  for (const [name, value] of Object.entries(given)) {
    if (name === '__metadata' || name === 'ChangeTokenStart' || name === 'ChangeTokenEnd' || name === 'FetchLimit') continue;
    if (!Object.hasOwn(kindFlags, name) && !Object.hasOwn(typeFlags, name) && !otherFlags.has(name)) throw unknownProperty(name, 'SP.ChangeQuery');
    if (typeof value !== 'boolean') throw wrongType('Edm.Boolean');
    if (value) flags.add(name);
  }
  const { database } = request.session;
  return {
    kinds: kindsOf(flags),
    types: [...flags].flatMap((name) => (typeFlags[name] ?? []).map((type) => ChangeType[type])),
    after: place(database, scope, given['ChangeTokenStart']) ?? 0,
    until: place(database, scope, given['ChangeTokenEnd']) ?? Number.MAX_SAFE_INTEGER,
    limit: limitOf(given['FetchLimit']), latestFirst: flags.has('LatestFirst'),
  };
}

function kindsOf(flags: ReadonlySet<string>): number[] {
  const asked = [...flags].filter((name) => Object.hasOwn(kindFlags, name));
  const here = asked.flatMap((name) => kindFlags[name] ?? []);
  if (here.length === 0 && asked[0] !== undefined) throw notHereYet(`changes of ${asked.join(', ')}`);
  return here.map((kind) => ChangeKind[kind]);
}

function place(database: DatabaseSync, scope: TokenScope, value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const token = objectOf(value)?.['StringValue'];
  if (token === undefined || token === null || token === '') return undefined;
  return placeOf(database, scope, typeof token === 'string' ? token : refuse());
}

/** 0 and nothing are SharePoint's own limit. */
function limitOf(value: unknown): number {
  if (value === undefined || value === null) return mostChanges;
  const limit = wholeNumber(value);
  if (limit === undefined) throw wrongType('Edm.Int64');
  if (limit < 0) throw wrongArgument();
  return limit === 0 ? mostChanges : Math.min(limit, mostChanges);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  if (value === undefined || value === null) return undefined;
  throw wrongArgument();
}

function refuse(): never {
  throw wrongArgument();
}
