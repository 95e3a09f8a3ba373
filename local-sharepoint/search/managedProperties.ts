import type { Sql } from '../query/condition.ts';
import type { FoundDocument } from './foundDocument.ts';
import { address, date, exact, number, siteAddress, titleWords, webAddress, words, type Restriction, type SearchPlace } from './restrictions.ts';

/** A managed property: how it is written, restricted, sorted and refined by. What is left out cannot be. */
export interface ManagedProperty {
  read(document: FoundDocument, place: SearchPlace): string | null;
  readonly restrict?: Restriction;
  /** SQL to sort by. */
  readonly sort?: string;
  /** SQL of its value, to count, collapse and compare by; dates as the database keeps them. */
  readonly value?: (place: SearchPlace) => Sql;
  readonly kind?: 'text' | 'date' | 'number';
  /** Several values with `;` between them. */
  readonly several?: true;
  readonly type?: 'Edm.DateTime' | 'Edm.Int64' | 'Edm.Boolean' | 'Edm.Double';
}

const plain = (text: string): NonNullable<ManagedProperty['value']> => () => ({ text, values: [] });
const textOf = (sql: string, sort = true): Pick<ManagedProperty, 'value' | 'kind' | 'sort'> => ({ value: plain(sql), kind: 'text', ...(sort ? { sort: `${sql} COLLATE NOCASE` } : {}) });
const numberOf = (sql: string): Pick<ManagedProperty, 'value' | 'kind' | 'sort' | 'restrict'> => ({ value: plain(sql), kind: 'number', sort: sql, restrict: number(sql) });
const dateOf = (sql: string): Pick<ManagedProperty, 'value' | 'kind' | 'sort' | 'restrict' | 'type'> => ({ value: plain(sql), kind: 'date', sort: sql, restrict: date(sql), type: 'Edm.DateTime' });

const person = (column: 'author' | 'editor'): Pick<ManagedProperty, 'restrict' | 'sort' | 'value' | 'kind'> => ({
  restrict: words('p.title', (test) => `(d.web_id, d.${column}) IN (SELECT w.web_id, p.id FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE ${test})`),
  ...textOf(`(SELECT p.title FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE w.web_id = d.web_id AND p.id = d.${column})`),
});
/** A number that an item keeps beside the columns of the index. */
const kept = (name: string): string => `json_extract(d.properties, '$.${name}')`;
const keptNumber = (name: string, type: ManagedProperty['type'] = 'Edm.Int64'): ManagedProperty => ({ read: ({ properties }) => properties?.[name] === undefined ? null : String(properties[name]), ...numberOf(kept(name)), type });

const created: ManagedProperty = { read: ({ created: value }) => moment(value), ...dateOf('d.created') };
const modified: ManagedProperty = { read: ({ modified: value }) => moment(value), ...dateOf('d.modified') };
const author: ManagedProperty = { read: ({ author_name: name }) => name, ...person('author') };
const editor: ManagedProperty = { read: ({ editor_name: name }) => name, ...person('editor') };
const path: ManagedProperty = { read: ({ path: value }, { origin }) => `${origin}${encodeURI(value)}`, restrict: address };
const siteUrlSql = '(SELECT r.url FROM webs s JOIN webs r ON r.web_id = s.root_web_id WHERE s.web_id = d.web_id)';
const site: ManagedProperty = {
  read: ({ site_url: url }, { origin }) => url === null ? null : `${origin}${url}`, restrict: siteAddress, kind: 'text', sort: siteUrlSql,
  value: ({ origin }) => ({ text: `(? || ${siteUrlSql})`, values: [origin] }),
};
const webUrlSql = '(SELECT s.url FROM webs s WHERE s.web_id = d.web_id)';
const web: ManagedProperty = {
  read: ({ web_url: url }, { origin }) => url === null ? null : `${origin}${url}`, restrict: webAddress, kind: 'text', sort: webUrlSql, value: ({ origin }) => ({ text: `(? || ${webUrlSql})`, values: [origin] }),
};
const filetype: ManagedProperty = { read: ({ filetype: value }) => value, restrict: exact('d.filetype'), ...textOf('d.filetype') };
const siteTitleSql = "json_extract(s.properties, '$.Title')";
const siteTitle: ManagedProperty = {
  read: ({ site_title: value }) => value, restrict: words(siteTitleSql, (test) => `d.web_id IN (SELECT s.web_id FROM webs s WHERE ${test})`),
  ...textOf(`(SELECT ${siteTitleSql} FROM webs s WHERE s.web_id = d.web_id)`),
};
const siteIdSql = '(SELECT s.site_id FROM webs s WHERE s.web_id = d.web_id)';
const docId: ManagedProperty = { read: ({ doc_id: id }) => String(id), ...numberOf('d.doc_id'), type: 'Edm.Int64' };
const listItemId = "(CASE WHEN d.source <> 'people' AND d.item_id > 0 THEN d.item_id END)";
const isDocumentSql = "(d.class = 'STS_ListItem_DocumentLibrary' AND COALESCE(json_extract(d.properties, '$.iscontainer'), 0) = 0)";
const noGuid = '00000000-0000-0000-0000-000000000000';
const listId: ManagedProperty = { read: ({ source, item_id: id }) => id >= 0 && source !== 'people' ? source : noGuid, restrict: exact('d.source'), ...textOf("(CASE WHEN d.item_id >= 0 AND d.source <> 'people' THEN d.source END)", false) };
const likes: ManagedProperty = {
  read: ({ likes: count, item_id: id, source }) => id > 0 && source !== 'people' ? String(count) : null, type: 'Edm.Int64',
  ...numberOf("(SELECT count(*) FROM item_likes l WHERE l.list_id = d.source AND l.item_id = d.item_id AND l.comment_id = 0)"),
};
const always = (value: string, type?: ManagedProperty['type']): ManagedProperty => ({ read: () => value, ...(type === undefined ? {} : { type }) });

const ofDocuments: Readonly<Record<string, ManagedProperty>> = {
  // SharePoint Online cannot sort by Title (pnp/pnpjs#307).
  Title: { read: ({ title }) => title, restrict: titleWords },
  Path: path, OriginalPath: path, Url: path,
  Author: author, CreatedBy: author, AuthorOWSUSER: author, DisplayAuthor: author, ModifiedBy: editor, EditorOWSUSER: editor,
  Created: created, LastModifiedTime: modified, Write: modified,
  contentclass: { read: ({ class: value }) => value, restrict: exact('d.class'), ...textOf('d.class') },
  ContentTypeId: { read: ({ content_type: value }) => value, restrict: exact('d.content_type'), ...textOf('d.content_type') },
  FileType: filetype, FileExtension: filetype, SecondaryFileExtension: filetype,
  Filename: { read: ({ filename }) => filename, restrict: words('d.filename'), ...textOf('d.filename') },
  IsDocument: { read: ({ class: value, properties }) => String(value === 'STS_ListItem_DocumentLibrary' && properties?.['iscontainer'] !== 1), ...numberOf(isDocumentSql), type: 'Edm.Boolean' },
  IsContainer: { read: ({ item_id: id, source, properties }) => String(properties?.['iscontainer'] === 1 || (id <= 0 && source !== 'people')), ...numberOf(`COALESCE(${kept('iscontainer')}, d.item_id <= 0)`), type: 'Edm.Boolean' },
  Size: keptNumber('size'), PromotedState: keptNumber('promotedstateowsnmbr'), LikesCount: likes,
  FirstPublishedDate: { read: ({ properties }) => moment(text(properties?.['firstpublisheddateowsdate'])), ...dateOf(kept('firstpublisheddateowsdate')) },
  ListID: listId,
  ListItemID: { read: ({ item_id: id, source }) => id > 0 && source !== 'people' ? String(id) : null, ...numberOf(listItemId), sort: 'd.item_id' },
  UniqueId: { read: ({ unique_id: id }) => `{${id}}`, restrict: exact('d.unique_id') },
  NormUniqueID: { read: ({ unique_id: id }) => id, restrict: exact('d.unique_id') },
  SiteId: { read: ({ site_id: id }) => id, restrict: exact('s.site_id', (test) => `d.web_id IN (SELECT s.web_id FROM webs s WHERE ${test})`), ...textOf(siteIdSql, false) },
  WebId: { read: ({ web_id: id }) => id, restrict: exact('d.web_id'), ...textOf('d.web_id', false) },
  SiteName: site, SPSiteURL: site, SPWebUrl: web, SitePath: site, SiteTitle: siteTitle,
  ParentLink: { read: ({ path: value, item_id: id }, { origin }) => id > 0 ? `${origin}${encodeURI(value.replace(/\/[^/]*$/, ''))}` : null },
  Description: { read: ({ body, item_id: id }) => id > 0 || body === '' ? null : body },
  DocId: docId, IndexDocId: docId, WorkId: { read: docId.read, type: 'Edm.Int64' },
  IsExternalContent: always('false', 'Edm.Boolean'), GeoLocationSource: always('EUR'), CollapsingStatus: always('0', 'Edm.Int64'), ViewsLifeTime: always('0', 'Edm.Int64'), ViewsRecent: always('0', 'Edm.Int64'),
  importance: always('0', 'Edm.Int64'), UrlZone: always('0', 'Edm.Int64'),
};

const ofPeople = ['PreferredName', 'FirstName', 'LastName', 'WorkEmail', 'JobTitle', 'Department', 'AccountName', 'UserName', 'OfficeNumber', 'BaseOfficeLocation', 'WorkPhone', 'Skills', 'Interests', 'AboutMe', 'PictureURL', 'SipAddress'];
const severalOfPeople: ReadonlySet<string> = new Set(['Skills', 'Interests']);

const byName: ReadonlyMap<string, ManagedProperty> = new Map([...Object.entries(ofDocuments), ...ofPeople.map((name) => [name, ofPerson(name)] as const)]
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
    case 'chcm': case 'user': return { read, restrict: words(sql), ...textOf(sql), several: true };
    default: return { read, restrict: words(sql), ...textOf(sql) };
  }
}

function ofPerson(name: string): ManagedProperty {
  const sql = `json_extract(d.properties, '$.${name}')`;
  const read: ManagedProperty['read'] = ({ properties }, { origin }) => {
    const value = text(properties?.[name]);
    return value !== null && name === 'PictureURL' ? `${origin}${value}` : value;
  };
  return { read, restrict: words(sql), ...textOf(sql), ...(severalOfPeople.has(name) ? { several: true } : {}) };
}

/** Dates as search writes them: seven digits of a second. */
function moment(value: string | null): string | null {
  return value === null ? null : `${value.slice(0, 19)}.0000000Z`;
}

function text(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}
