import { SharePointError } from '../model/sharePointError.ts';
import type { Literal, PathSegment } from './resource.ts';

/**
 * Cuts what follows `_api/` into segments. Quotes inside strings are doubled; `guid'…'` is a string; an `@alias` takes its value
 * from the query. Throws 400 for an expression that cannot be read.
 */
export function parsePath(path: string, query: ReadonlyMap<string, string>): PathSegment[] {
  return pieces(path).map((piece) => segmentOf(piece, query));
}

/** Splits at slashes outside quotes and parentheses. */
function pieces(path: string): string[] {
  const found: string[] = [];
  let from = 0;
  let quoted = false;
  let depth = 0;
  const take = (to: number): void => {
    if (to > from) found.push(path.slice(from, to));
    from = to + 1;
  };
  for (let at = 0; at < path.length; at += 1) {
    const character = path[at];
    if (character === "'") quoted = !quoted;
    if (quoted) continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '/' && depth === 0) take(at);
  }
  take(path.length);
  if (quoted || depth !== 0) throw badExpression(path);
  return found;
}

function segmentOf(piece: string, query: ReadonlyMap<string, string>): PathSegment {
  const open = piece.indexOf('(');
  if (open < 0) return { name: piece.toLowerCase(), raw: piece, args: [], named: {} };
  if (!piece.endsWith(')')) throw badExpression(piece);
  const args: Literal[] = [];
  const named = new Map<string, Literal>();
  for (const argument of argumentsIn(piece.slice(open + 1, -1))) {
    const equals = /^\s*([A-Za-z_]\w*)\s*=(.*)$/s.exec(argument);
    if (equals?.[1] !== undefined && equals[2] !== undefined) named.set(equals[1].toLowerCase(), literal(equals[2].trim(), query));
    else args.push(literal(argument.trim(), query));
  }
  return { name: piece.slice(0, open).toLowerCase(), raw: piece, args, named: Object.fromEntries(named) };
}

function argumentsIn(text: string): string[] {
  const found: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted;
    if (text[at] !== ',' || quoted) continue;
    found.push(text.slice(from, at));
    from = at + 1;
  }
  const last = text.slice(from);
  return last.trim() === '' && found.length === 0 ? [] : [...found, last];
}

function literal(text: string, query: ReadonlyMap<string, string>): Literal {
  if (text.startsWith('@')) {
    const value = query.get(text.toLowerCase());
    if (value === undefined) throw badExpression(text);
    // A complex value, such as a permission mask, is the resource's own to read.
    return value.startsWith('{') ? value : literal(value.trim(), new Map());
  }
  const quoted = /^(?:guid|datetime)?'((?:[^']|'')*)'$/is.exec(text);
  if (quoted?.[1] !== undefined) return quoted[1].replaceAll("''", "'");
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (text === 'null') return null;
  if (/^[0-9a-f-]{36}$/i.test(text)) return text;
  throw badExpression(text);
}

function badExpression(text: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The expression "${text}" is not valid.`);
}
