import { escapedAttribute, escapedText } from '../model/markup.ts';
import { wrongArgument } from '../model/refusals.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';

/** Parameters are numbered `1` to `10`, or stand without a number (documented). */
const numbers = ['', ...Array.from({ length: 10 }, (_, at) => String(at + 1))];
const operators: ReadonlySet<string> = new Set(['Eq', 'Neq', 'Gt', 'Geq', 'Lt', 'Leq', 'BeginsWith', 'Contains']);
/** Columns of these types are looked through when somebody searches in a list. */
const searched: ReadonlySet<string> = new Set(['Text', 'Note', 'Choice', 'MultiChoice', 'File', 'User', 'UserMulti', 'Lookup', 'LookupMulti']);
const mostWords = 10;

/** What people filter, search and sort by over a view, as CAML. */
export interface AdHocQuery {
  readonly where: string;
  readonly orderBy: string;
  /** `;Status;`, and `?FilterField1=Status&FilterValue1=Open&`, as the answer repeats them. */
  readonly filterFields: string;
  readonly filterLink: string;
  readonly sortField: string;
  readonly descending: boolean;
}

export function adHocQuery(parameters: ReadonlyMap<string, string>, list: ListSchema): AdHocQuery {
  const filters = numbers.flatMap((number) => [...single(parameters, number, list), ...multiple(parameters, number, list)]);
  const sorts = numbers.flatMap((number) => {
    const name = parameters.get(`sortfield${number}`);
    return name === undefined || name === '' ? [] : [{ name, descending: /^desc/i.test(parameters.get(`sortdir${number}`) ?? '') }];
  });
  return {
    where: all([...filters.map(({ caml }) => caml), ...words(parameters.get('inplacesearchquery') ?? '').map((word) => inAnyColumn(word, list))]),
    orderBy: sorts.map(({ name, descending }) => `<FieldRef Name="${escapedAttribute(name)}" Ascending="${descending ? 'FALSE' : 'TRUE'}"/>`).join(''),
    filterFields: filters.length === 0 ? '' : `;${filters.map(({ name }) => name).join(';')};`, filterLink: `?${filters.map(({ link }) => `${link}&`).join('')}`,
    sortField: sorts[0]?.name ?? '', descending: sorts[0]?.descending === true,
  };
}

interface Filter { readonly name: string; readonly caml: string; readonly link: string }

/** `FilterField1=Status&FilterValue1=Open`, with `FilterOp1` and `FilterLookupId1`. */
function single(parameters: ReadonlyMap<string, string>, number: string, list: ListSchema): Filter[] {
  const name = parameters.get(`filterfield${number}`);
  if (name === undefined || name === '') return [];
  const value = parameters.get(`filtervalue${number}`) ?? '';
  const operator = parameters.get(`filterop${number}`) || 'Eq';
  if (!operators.has(operator) && operator !== 'In') throw wrongArgument();
  const id = parameters.get(`filterlookupid${number}`) ?? '';
  const caml = operator === 'In' ? within(list, name, value.split(';#')) : compared(list, name, operator, id || value, id !== '');
  return [{ name, caml, link: `FilterField${number}=${encodeURIComponent(name)}&FilterValue${number}=${encodeURIComponent(value)}` }];
}

/** `FilterFields1=Status&FilterValues1=Open%3B%23Closed` */
function multiple(parameters: ReadonlyMap<string, string>, number: string, list: ListSchema): Filter[] {
  const name = parameters.get(`filterfields${number}`);
  if (name === undefined || name === '') return [];
  const value = parameters.get(`filtervalues${number}`) ?? '';
  return [{ name, caml: within(list, name, value.split(';#')), link: `FilterFields${number}=${encodeURIComponent(name)}&FilterValues${number}=${encodeURIComponent(value)}` }];
}

function compared(list: ListSchema, name: string, operator: string, value: string, byId = false): string {
  if (value === '') return `<${operator === 'Neq' ? 'IsNotNull' : 'IsNull'}>${reference(name)}</${operator === 'Neq' ? 'IsNotNull' : 'IsNull'}>`;
  const type = fieldOf(list, name)?.type ?? 'Text';
  return `<${operator}>${reference(name, byId)}<Value Type="${byId ? 'Lookup' : type}">${escapedText(value)}</Value></${operator}>`;
}

function within(list: ListSchema, name: string, values: readonly string[]): string {
  return any(values.map((value) => compared(list, name, 'Eq', value)));
}

function inAnyColumn(word: string, list: ListSchema): string {
  const fields = list.fields.filter((field) => searched.has(field.type) && !field.hidden && !(field.fromBaseType && field.internalName !== 'Title') && field.properties['stored'] !== false);
  return any(fields.map(({ internalName }) => `<Contains>${reference(internalName)}<Value Type="Text">${escapedText(word)}</Value></Contains>`));
}

function words(text: string): string[] {
  return text.replace(/\*/g, ' ').split(/\s+/).filter((word) => word !== '').slice(0, mostWords);
}

function reference(name: string, byId = false): string {
  return `<FieldRef Name="${escapedAttribute(name)}"${byId ? ' LookupId="TRUE"' : ''}/>`;
}

function fieldOf(list: ListSchema, name: string): FieldSchema | undefined {
  return list.fields.find((field) => field.internalName.toLowerCase() === name.toLowerCase());
}

function all(parts: readonly string[]): string {
  return parts.length > 1 ? `<And>${parts.join('')}</And>` : parts[0] ?? '';
}

function any(parts: readonly string[]): string {
  return parts.length > 1 ? `<Or>${parts.join('')}</Or>` : parts[0] ?? '';
}
