import type { DatabaseSync } from 'node:sqlite';
import { wrongArgument } from '../model/refusals.ts';
import { complex, type Complex } from '../routing/complex.ts';
import { lastChange, lastChangeAt } from './changeLog.ts';

/** What changes are asked of: a site collection (1), a web (2) or a list (3), with its id. */
export interface TokenScope { readonly level: 1 | 2 | 3; readonly id: string }

const epochMilliseconds = 62_135_596_800_000n;

/** `1;3;<list id>;<.NET ticks>;<number of the change>`. Recorded: exemplars "site-changes-verbose", "web-changes-verbose". */
export function changeToken({ level, id }: TokenScope, change: { readonly id: number; readonly time: number }): Complex {
  return complex('SP.ChangeToken', { StringValue: `1;${level};${id};${(BigInt(change.time) + epochMilliseconds) * 10_000n};${change.id}` });
}

/** The token of now: what happens after it is new. `created`: the moment for something of which nothing was logged. */
export function currentChangeToken(database: DatabaseSync, scope: TokenScope, created: string): Complex {
  return changeToken(scope, lastChange(database, scope.level === 3 ? scope.id : undefined) ?? { id: 0, time: Date.parse(created) });
}

/**
 * The number of the change after which a token points. A token without one (`…;-1`), as clients make them, points at its moment. Throws for a text
 * that is no token and for the token of something else.
 */
export function placeOf(database: DatabaseSync, scope: TokenScope, token: string): number {
  const [, level, id, ticks, number] = /^1;([0-3]);([0-9a-f-]{36});(\d{1,19});(-?\d{1,15})$/i.exec(token.trim()) ?? [];
  if (ticks === undefined || number === undefined || Number(level) !== scope.level || id?.toLowerCase() !== scope.id.toLowerCase()) throw wrongArgument();
  return Number(number) >= 0 ? Number(number) : lastChangeAt(database, Number(BigInt(ticks) / 10_000n - epochMilliseconds));
}
