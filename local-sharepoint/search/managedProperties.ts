import { documentProperties } from './documentProperties.ts';
import { betweenPeople } from './personValue.ts';
import { kept, numberOf, plain, text, textOf, type ManagedProperty } from './propertyKinds.ts';
import { date, indexedWords, words } from './restrictions.ts';

export type { ManagedProperty } from './propertyKinds.ts';

const ofPeople = ['PreferredName', 'FirstName', 'LastName', 'WorkEmail', 'JobTitle', 'Department', 'AccountName', 'UserName', 'OfficeNumber', 'BaseOfficeLocation', 'WorkPhone', 'Skills', 'Interests', 'AboutMe', 'PictureURL', 'SipAddress'];
const severalOfPeople: ReadonlySet<string> = new Set(['Skills', 'Interests']);

const byName: ReadonlyMap<string, ManagedProperty> = new Map([...Object.entries(documentProperties), ...ofPeople.map((name) => [name, ofPerson(name)] as const)]
  .map(([name, property]) => [name.toLowerCase(), property]));

/** By its name in any case; undefined for one that this service does not have, which has no value and finds nothing. */
export function managedProperty(name: string): ManagedProperty | undefined {
  return byName.get(name.toLowerCase()) ?? ofColumn(name.toLowerCase());
}

/** The automatic managed property of a list's own column: `ColourOWSCHCS`. */
function ofColumn(name: string): ManagedProperty | undefined {
  const ending = /^[a-z][a-z0-9]*ows(text|mtxt|nmbr|curr|intg|date|chcs|chcm|bool|user|urlh|guid)$/.exec(name)?.[1];
  if (ending === undefined) return undefined;
  const sql = kept(name);
  const read: ManagedProperty['read'] = ({ properties }) => text(properties?.[name]);
  switch (ending) {
    case 'nmbr': case 'curr': case 'intg': case 'bool': return { read, ...numberOf(sql) };
    case 'date': return { read, value: plain(sql), kind: 'date', sort: sql, restrict: date(sql) };
    case 'chcm': return { read, restrict: indexedWords(sql), ...textOf(sql), several: ';' };
    case 'user': return { read, restrict: words(sql), ...textOf(sql), several: betweenPeople };
    case 'guid': case 'urlh': return { read, restrict: words(sql), ...textOf(sql) };
    default: return { read, restrict: indexedWords(sql), ...textOf(sql) };
  }
}

function ofPerson(name: string): ManagedProperty {
  const sql = `json_extract(d.properties, '$.${name}')`;
  const read: ManagedProperty['read'] = ({ properties }, { origin }) => {
    const value = text(properties?.[name]);
    return value !== null && name === 'PictureURL' ? `${origin}${value}` : value;
  };
  return { read, restrict: words(sql), ...textOf(sql), ...(severalOfPeople.has(name) ? { several: ';' } : {}) };
}
