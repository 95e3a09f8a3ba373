import { SharePointError } from '../model/sharePointError.ts';
import type { Literal, PathSegment } from './resource.ts';

/**
 * Cuts what follows `_api/` into segments. Quotes inside strings are doubled; Microsoft's documentation also has strings in double quotes. `guid'…'` is a
 * string; an `@alias` takes its value from the query, and so do the parameters of a method that is called last without any (documented). Throws 400
 * for an expression that cannot be read.
 */
export function parsePath(path: string, query: ReadonlyMap<string, string>): PathSegment[] {
  const segments = pieces(path).map((piece) => segmentOf(piece, query));
  const last = segments[segments.length - 1];
  if (last === undefined || last.args.length > 0 || Object.keys(last.named).length > 0) return segments;
  const named = parametersIn(query);
  return named.length === 0 ? segments : [...segments.slice(0, -1), { ...last, named: Object.fromEntries(named) }];
}

/** `applywebtemplate?template='STS#0'`; what is no literal is no parameter. */
function parametersIn(query: ReadonlyMap<string, string>): (readonly [string, Literal])[] {
  return [...query].flatMap(([name, value]) => {
    const found = /^[a-z_]\w*$/.test(name) ? literalIn(value.trim()) : undefined;
    return found === undefined ? [] : [[name, found] as const];
  });
}

/** Splits at slashes outside quotes and parentheses. */
function pieces(path: string): string[] {
  const found: string[] = [];
  let from = 0;
  let quote = '';
  let depth = 0;
  const take = (to: number): void => {
    if (to > from) found.push(path.slice(from, to));
    from = to + 1;
  };
  for (let at = 0; at < path.length; at += 1) {
    const character = path[at] ?? '';
    quote = quoteAfter(quote, character, depth > 0);
    if (quote !== '') continue;
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '/' && depth === 0) take(at);
  }
  take(path.length);
  if (quote !== '' || depth !== 0) throw badExpression(path);
  return found;
}

/** Which quote is open after this character; double ones begin a string among arguments alone. */
function quoteAfter(open: string, character: string, among: boolean): string {
  if (open !== '') return character === open ? '' : open;
  return character === "'" || (character === '"' && among) ? character : '';
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
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    quote = quoteAfter(quote, text[at] ?? '', true);
    if (text[at] !== ',' || quote !== '') continue;
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
  const found = literalIn(text);
  if (found === undefined) throw badExpression(text);
  return found;
}

function literalIn(text: string): Literal | undefined {
  const single = /^(?:guid|datetime)?'((?:[^']|'')*)'$/is.exec(text)?.[1];
  if (single !== undefined) return single.replaceAll("''", "'");
  const double = /^"((?:[^"]|"")*)"$/s.exec(text)?.[1];
  if (double !== undefined) return double.replaceAll('""', '"');
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (text === 'null') return null;
  return /^[0-9a-f-]{36}$/i.test(text) ? text : undefined;
}

function badExpression(text: string): SharePointError {
  return new SharePointError(400, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', `The expression "${text}" is not valid.`);
}
