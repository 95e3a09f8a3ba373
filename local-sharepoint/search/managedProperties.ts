import type { FoundDocument } from './foundDocument.ts';
import { address, date, exact, number, siteAddress, titleWords, webAddress, words, type Restriction, type SearchPlace } from './restrictions.ts';

/** A managed property: how it is written, restricted and sorted by. What is left out cannot be. */
export interface ManagedProperty {
  read(document: FoundDocument, place: SearchPlace): string | null;
  readonly restrict?: Restriction;
  /** SQL to sort by. */
  readonly sort?: string;
  readonly type?: 'Edm.DateTime' | 'Edm.Int64';
}

const person = (column: 'author' | 'editor'): Pick<ManagedProperty, 'restrict' | 'sort'> => ({
  restrict: words('p.title', (test) => `(d.web_id, d.${column}) IN (SELECT w.web_id, p.id FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE ${test})`),
  sort: `(SELECT p.title FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE w.web_id = d.web_id AND p.id = d.${column}) COLLATE NOCASE`,
});
const created: ManagedProperty = { read: ({ created: value }) => moment(value), restrict: date('d.created'), sort: 'd.created', type: 'Edm.DateTime' };
const modified: ManagedProperty = { read: ({ modified: value }) => moment(value), restrict: date('d.modified'), sort: 'd.modified', type: 'Edm.DateTime' };
const author: ManagedProperty = { read: ({ author_name: name }) => name, ...person('author') };
const editor: ManagedProperty = { read: ({ editor_name: name }) => name, ...person('editor') };
const path: ManagedProperty = { read: ({ path: value }, { origin }) => `${origin}${encodeURI(value)}`, restrict: address };
const site: ManagedProperty = { read: ({ site_url: url }, { origin }) => url === null ? null : `${origin}${url}`, restrict: siteAddress };
const web: ManagedProperty = { read: ({ web_url: url }, { origin }) => url === null ? null : `${origin}${url}`, restrict: webAddress };
const filetype: ManagedProperty = { read: ({ filetype: value }) => value, restrict: exact('d.filetype'), sort: 'd.filetype' };
const siteTitle: ManagedProperty = { read: ({ site_title: value }) => value, restrict: words("json_extract(s.properties, '$.Title')", (test) => `d.web_id IN (SELECT s.web_id FROM webs s WHERE ${test})`) };
const docId: ManagedProperty = { read: ({ doc_id: id }) => String(id), restrict: number('d.doc_id'), sort: 'd.doc_id', type: 'Edm.Int64' };
const document = "(d.class = 'STS_ListItem_DocumentLibrary')";

const ofDocuments: Readonly<Record<string, ManagedProperty>> = {
  // SharePoint Online cannot sort by Title (pnp/pnpjs#307).
  Title: { read: ({ title }) => title, restrict: titleWords },
  Path: path, OriginalPath: path, Url: path,
  Author: author, CreatedBy: author, ModifiedBy: editor, EditorOWSUSER: editor,
  Created: created, LastModifiedTime: modified, Write: modified,
  contentclass: { read: ({ class: value }) => value, restrict: exact('d.class') },
  ContentTypeId: { read: ({ content_type: value }) => value, restrict: exact('d.content_type') },
  FileType: filetype, FileExtension: filetype,
  Filename: { read: ({ filename }) => filename, restrict: words('d.filename') },
  IsDocument: { read: ({ class: value }) => String(value === 'STS_ListItem_DocumentLibrary'), restrict: number(document) },
  ListID: { read: ({ source, item_id: id }) => id >= 0 && source !== 'people' ? source : null, restrict: exact('d.source') },
  ListItemID: { read: ({ item_id: id, source }) => id > 0 && source !== 'people' ? String(id) : null, restrict: number("(CASE d.source WHEN 'people' THEN NULL ELSE d.item_id END)"), sort: 'd.item_id' },
  UniqueId: { read: ({ unique_id: id }) => `{${id}}`, restrict: exact('d.unique_id') },
  SiteId: { read: ({ site_id: id }) => id, restrict: exact('s.site_id', (test) => `d.web_id IN (SELECT s.web_id FROM webs s WHERE ${test})`) },
  WebId: { read: ({ web_id: id }) => id, restrict: exact('d.web_id') },
  SiteName: site, SPSiteURL: site, SPWebUrl: web, SiteTitle: siteTitle,
  ParentLink: { read: ({ path: value, item_id: id }, { origin }) => id > 0 ? `${origin}${encodeURI(value.replace(/\/[^/]*$/, ''))}` : null },
  Description: { read: ({ body, item_id: id }) => id > 0 || body === '' ? null : body },
  DocId: docId, IndexDocId: docId,
  WorkId: { read: ({ doc_id: id }) => String(id), type: 'Edm.Int64' },
};

const ofPeople = ['PreferredName', 'FirstName', 'LastName', 'WorkEmail', 'JobTitle', 'Department', 'AccountName', 'UserName', 'OfficeNumber', 'BaseOfficeLocation', 'WorkPhone', 'Skills', 'Interests', 'AboutMe', 'PictureURL'];

const byName: ReadonlyMap<string, ManagedProperty> = new Map([...Object.entries(ofDocuments), ...ofPeople.map((name) => [name, ofPerson(name)] as const)]
  .map(([name, property]) => [name.toLowerCase(), property]));

/** By its name in any case; undefined for one that this service does not have, which has no value and finds nothing. */
export function managedProperty(name: string): ManagedProperty | undefined {
  return byName.get(name.toLowerCase());
}

function ofPerson(name: string): ManagedProperty {
  const sql = `json_extract(d.properties, '$.${name}')`;
  const read: ManagedProperty['read'] = ({ properties }, { origin }) => {
    const value = properties?.[name] ?? null;
    return value !== null && name === 'PictureURL' ? `${origin}${value}` : value;
  };
  return { read, restrict: words(sql), sort: `${sql} COLLATE NOCASE` };
}

/** Dates as search writes them: seven digits of a second. */
function moment(value: string | null): string | null {
  return value === null ? null : `${value.slice(0, 19)}.0000000Z`;
}
