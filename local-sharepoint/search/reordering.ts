import { notHereYet } from '../model/refusals.ts';
import type { KqlExpression, KqlOperator } from './kql/expression.ts';
import { parseKql } from './kql/parseKql.ts';
import { invalidParameter } from './kql/refusals.ts';

/** A rule that changes the rank of what it matches. */
export interface Reordering { readonly matches: KqlExpression; readonly by: number }

/** One of `ReorderingRules`: `{MatchType, MatchValue, Boost}` (Microsoft: ReorderingRuleMatchType); numbers also come as text. Throws 501 for tags. */
export function readReordering(rule: unknown): Reordering {
  const { MatchType: type, MatchValue: value, Boost: boost } = (rule ?? {}) as { MatchType?: unknown; MatchValue?: unknown; Boost?: unknown };
  const by = Number(boost);
  if (typeof value !== 'string' || value.trim() === '' || boost === undefined || boost === null || Number.isNaN(by)) throw invalidParameter('ReorderingRules');
  return { matches: matchOf(Number(type), value), by };
}

function matchOf(type: number, value: string): KqlExpression {
  const property = (name: string, operator: KqlOperator, prefix = false): KqlExpression => ({ kind: 'property', name, operator, value: { text: value, prefix } });
  switch (type) {
    case 0: return { kind: 'words', words: { text: value, prefix: false } };
    case 1: return property('title', ':');
    case 2: return property('title', '=');
    case 3: return property('path', ':', true);
    case 4: return property('path', '=');
    case 5: return property('contenttypeid', ':', true);
    case 6: return property('fileextension', '=');
    case 7: throw notHereYet('reordering rules about tags');
    case 8: return parseKql(value);
    default: throw invalidParameter('ReorderingRules');
  }
}
