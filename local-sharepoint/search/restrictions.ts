import type { Sql } from '../query/condition.ts';
import type { KqlOperator, KqlWords } from './kql/expression.ts';
import { dateInterval } from './kql/dateInterval.ts';
import { badQuery } from './kql/refusals.ts';

/** What a search is about, beside its text. */
export interface SearchPlace {
  /** `https://host`, with which addresses in answers and restrictions begin. */
  readonly origin: string;
  readonly now: Date;
}

/** How one kind of property is compared, as SQL over `search_documents d`. */
export type Restriction = (operator: KqlOperator, value: KqlWords, place: SearchPlace) => Sql;

/** Words of a text: `:` finds them in it, `=` is all of it. `within` puts the test where the text is kept. */
export function words(sql: string, within: (test: string) => string = (test) => test): Restriction {
  return (operator, { text, prefix }) => {
    const test: Sql = operator === '=' && !prefix
      ? { text: within(`search_is(${sql}, ?)`), values: [text] }
      : { text: within(`search_has(${sql}, ?, ?)`), values: [text, prefix ? 1 : 0] };
    return compared(operator, test);
  };
}

/** Words of a text that is in the index of words, too: only what has them there is looked at. */
export function indexedWords(sql: string): Restriction {
  const plain = words(sql);
  return (operator, value, place) => {
    const test = plain(operator, value, place);
    if (operator === '<>' || value.text.trim() === '') return test;
    const found = textMatch(value);
    return { text: `(${found.text} AND ${test.text})`, values: [...found.values, ...test.values] };
  };
}

/** The title has the index of words. */
export const titleWords: Restriction = (operator, value, place) =>
  operator === '=' ? words('d.title')(operator, value, place) : compared(operator, textMatch(value, 'title'));

/** Documents in whose text, or title, words stand near each other. The index knows no order: what it finds is looked at once more. */
export function nearMatch(phrases: readonly KqlWords[], distance: number, ordered: boolean): Sql {
  const near = `NEAR(${phrases.map(({ text, prefix }) => `"${text.replaceAll('"', ' ')}"${prefix ? ' *' : ''}`).join(' ')}, ${distance})`;
  const found: Sql = { text: 'd.doc_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)', values: [near] };
  if (!ordered) return found;
  const asked = [JSON.stringify(phrases), distance];
  return {
    text: `(${found.text} AND EXISTS (SELECT 1 FROM search_text t WHERE t.rowid = d.doc_id AND (search_onear(t.title, ?, ?) OR search_onear(t.body, ?, ?))))`,
    values: [...found.values, ...asked, ...asked],
  };
}

/** Documents that have these words, anywhere or in one column of the index. */
export function textMatch({ text, prefix }: KqlWords, column?: 'title'): Sql {
  if (text === '' && prefix) return { text: '1', values: [] };
  const phrase = `${column ? `{${column}} : ` : ''}"${text.replaceAll('"', ' ')}"${prefix ? ' *' : ''}`;
  return { text: 'd.doc_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)', values: [phrase] };
}

/** A value without words: an id, a content class. */
export function exact(sql: string, within: (test: string) => string = (test) => test): Restriction {
  return (operator, { text, prefix }) => {
    const value = text.replace(/^\{(.*)\}$/, '$1');
    const test = prefix ? { text: within(`${sql} LIKE ? ESCAPE '\\'`), values: [`${escaped(value)}%`] } : { text: within(`${sql} = ? COLLATE NOCASE`), values: [value] };
    return compared(operator, test);
  };
}

/** An address: the one that is named and all below it. */
export const address: Restriction = (operator, { text, prefix }, { origin }) => {
  const path = pathOf(text, origin).replace(/\/$/, '');
  return compared(operator, { text: "(d.path = ? COLLATE NOCASE OR d.path LIKE ? ESCAPE '\\')", values: [path, `${escaped(path)}${prefix ? '' : '/'}%`] });
};

/** The address of a site collection. */
export const siteAddress: Restriction = (operator, { text }, { origin }) =>
  compared(operator, { text: 'd.web_id IN (SELECT w.web_id FROM webs w JOIN webs r ON r.web_id = w.root_web_id WHERE r.url = ?)', values: [pathOf(text, origin).replace(/\/$/, '')] });

/** The address of a web. */
export const webAddress: Restriction = (operator, { text }, { origin }) =>
  compared(operator, { text: 'd.web_id IN (SELECT web_id FROM webs WHERE url = ?)', values: [pathOf(text, origin).replace(/\/$/, '')] });

export function date(sql: string): Restriction {
  return (operator, { text }, { now }) => {
    const { from, to } = dateInterval(text, now);
    switch (operator) {
      case '>': return { text: `${sql} >= ?`, values: [to] };
      case '>=': return { text: `${sql} >= ?`, values: [from] };
      case '<': return { text: `${sql} < ?`, values: [from] };
      case '<=': return { text: `${sql} < ?`, values: [to] };
      default: return compared(operator, { text: `(${sql} >= ? AND ${sql} < ?)`, values: [from, to] });
    }
  };
}

export function number(sql: string): Restriction {
  return (operator, { text }) => {
    const value = /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : /^(true|false)$/i.test(text) ? Number(text.toLowerCase() === 'true') : undefined;
    if (value === undefined) throw badQuery();
    return { text: `${sql} ${operator === ':' ? '=' : operator} ?`, values: [value] };
  };
}

/** `<>` is what `:` is not, also where there is no value; text knows no order. */
function compared(operator: KqlOperator, test: Sql): Sql {
  if (operator === ':' || operator === '=') return test;
  if (operator === '<>') return { text: `NOT COALESCE(${test.text}, 0)`, values: test.values };
  throw badQuery();
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
}

/** The server-relative path that an address names; one of another host names nothing here. */
function pathOf(text: string, origin: string): string {
  const path = text.toLowerCase().startsWith(origin.toLowerCase()) ? text.slice(origin.length) : text;
  try {
    return decodeURI(path);
  } catch (failure) {
    if (failure instanceof URIError) throw badQuery();
    throw failure;
  }
}
