import fc from 'fast-check';
import { literal, name, path, quoted, text, wellFormed } from './texts.ts';

/** A `$filter`, mostly as its grammar has it; sometimes pieces in any order. */
export const filter: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(path, fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le', 'EQ', 'in', 'add', 'has'), literal).map((parts) => parts.join(' ')),
    fc.tuple(fc.constantFrom('startswith', 'endswith', 'contains', 'indexof', 'day', 'tolower', 'length', 'x'), path, quoted).map(([call, column, value]) => `${call}(${column},${value})`),
    fc.tuple(quoted, path, fc.constantFrom('', ' eq true', ' eq false', ' eq 1')).map(([value, column, rest]) => `substringof(${value},${column})${rest}`),
    fc.tuple(fc.constantFrom('not ', 'not(', '(', '(('), tie('expression')).map(([before, inner]) => `${before}${inner}${before.includes('(') ? ')'.repeat(before.split('(').length - 1) : ''}`),
    fc.tuple(tie('expression'), fc.constantFrom(' and ', ' or ', ' AND ', ' '), tie('expression')).map((parts) => parts.join('')),
    fc.array(fc.oneof(path, literal, fc.constantFrom('and', 'or', 'not', 'eq', '(', ')', ',')), { maxLength: 6 }).map((pieces) => pieces.join(' ')),
  ),
})).expression;

const order = fc.array(fc.tuple(path, fc.constantFrom('', ' asc', ' desc', ' DESC', ' x')), { minLength: 1, maxLength: 3 }).map((steps) => steps.map((step) => step.join('')).join());
const paths = fc.array(path, { minLength: 1, maxLength: 5 }).map((all) => all.join());

const token = fc.array(fc.tuple(fc.oneof(fc.constantFrom('Paged', 'PagedPrev', 'p_ID', 'p_Title', 'p_Points', 'p_Due', 'p_Author', 'PageFirstRow', 'View'), name.map((column) => `p_${column}`)), fc.oneof(text, fc.constantFrom('TRUE', '1', '2'))), { maxLength: 4 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${encodeURIComponent(wellFormed(value))}`).join('&'));

/** Options of a query by their names, values not yet encoded. */
export const options: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.array(fc.oneof(
  filter.map((value) => ['$filter', value] as const), order.map((value) => ['$orderby', value] as const), paths.map((value) => ['$select', value] as const), paths.map((value) => ['$expand', value] as const),
  fc.oneof(fc.nat(6000).map(String), text).map((value) => ['$top', value] as const), fc.oneof(fc.nat(100).map(String), text).map((value) => ['$skip', value] as const), token.map((value) => ['$skiptoken', value] as const),
  fc.tuple(fc.constantFrom('@a', '@b', '@v', '$count', '$inlinecount', '$format', '$search', 'querytext', 'selectproperties', 'sortlist', 'rowlimit', 'startrow', 'size', 'accountname', ''), fc.oneof(literal, text, fc.constant('{"High":"1","Low":"x"}'))),
), { maxLength: 3 });
