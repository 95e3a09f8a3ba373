import { contentTypeName, contentTypeNameSql } from './contentTypeNames.ts';
import { personSql } from './personValue.ts';
import { dateOf, kept, keptNumber, moment, numberOf, text, textOf, type ManagedProperty } from './propertyKinds.ts';
import { address, exact, siteAddress, titleWords, webAddress, words } from './restrictions.ts';

const person = (column: 'author' | 'editor', sql = 'p.title'): Pick<ManagedProperty, 'restrict' | 'sort' | 'value' | 'kind' | 'over'> => ({
  over: ['web_id', column],
  restrict: words(sql, (test) => `(d.web_id, d.${column}) IN (SELECT w.web_id, p.id FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE ${test})`),
  ...textOf(`(SELECT ${sql} FROM principals p JOIN webs w ON w.root_web_id = p.web_id WHERE w.web_id = d.web_id AND p.id = d.${column})`),
});
const created: ManagedProperty = { read: ({ created: value }) => moment(value), ...dateOf('d.created') };
const modified: ManagedProperty = { read: ({ modified: value }) => moment(value), ...dateOf('d.modified') };
const author: ManagedProperty = { read: ({ author_name: name }) => name, ...person('author') };
const editor: ManagedProperty = { read: ({ editor_name: name }) => name, ...person('editor') };
/** As it is, without escapes. Recorded: pnp/pnpcore, SearchRefinerTest. */
const path: ManagedProperty = { read: ({ path: value }, { origin }) => `${origin}${value}`, restrict: address };
const siteUrlSql = '(SELECT r.url FROM webs s JOIN webs r ON r.web_id = s.root_web_id WHERE s.web_id = d.web_id)';
const site: ManagedProperty = {
  read: ({ site_url: url }, { origin }) => url === null ? null : `${origin}${url}`, restrict: siteAddress, kind: 'text', sort: siteUrlSql, over: ['web_id'],
  value: ({ origin }) => ({ text: `(? || ${siteUrlSql})`, values: [origin] }),
};
const webUrlSql = '(SELECT s.url FROM webs s WHERE s.web_id = d.web_id)';
const web: ManagedProperty = {
  read: ({ web_url: url }, { origin }) => url === null ? null : `${origin}${url}`, restrict: webAddress, kind: 'text', sort: webUrlSql, over: ['web_id'], value: ({ origin }) => ({ text: `(? || ${webUrlSql})`, values: [origin] }),
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
const contentType: ManagedProperty = { read: ({ content_type: id }) => contentTypeName(id), restrict: words(contentTypeNameSql), ...textOf(contentTypeNameSql), over: ['content_type'] };
const webTemplateSql = "(CASE WHEN d.item_id = -1 THEN (SELECT COALESCE(json_extract(s.properties, '$.WebTemplate'), 'SITEPAGEPUBLISHING') FROM webs s WHERE s.web_id = d.web_id) END)";
const always = (value: string, type?: ManagedProperty['type']): ManagedProperty => ({ read: () => value, ...(type === undefined ? {} : { type }) });

/** Managed properties of sites, lists, items and files, and those that people share with them. */
export const documentProperties: Readonly<Record<string, ManagedProperty>> = {
  // SharePoint Online cannot sort by Title (pnp/pnpjs#307).
  Title: { read: ({ title }) => title, restrict: titleWords },
  Path: path, OriginalPath: path, Url: path,
  Author: author, CreatedBy: author, DisplayAuthor: author, ModifiedBy: editor,
  AuthorOWSUSER: { read: ({ author_person: value }) => value, ...person('author', personSql('p')) }, EditorOWSUSER: { read: ({ editor_person: value }) => value, ...person('editor', personSql('p')) },
  Created: created, LastModifiedTime: modified, Write: modified,
  contentclass: { read: ({ class: value }) => value, restrict: exact('d.class'), ...textOf('d.class') },
  ContentTypeId: { read: ({ content_type: value }) => value, restrict: exact('d.content_type'), ...textOf('d.content_type') },
  ContentType: contentType, SPContentType: contentType,
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
  WebTemplate: { read: ({ web_template: template }) => template, restrict: words(webTemplateSql), ...textOf(webTemplateSql) },
  ParentLink: { read: ({ path: value, item_id: id, list_path: list }, { origin }) => id > 0 && list !== null ? `${origin}${parentOf(value, list)}` : null },
  Description: { read: ({ body, item_id: id }) => id > 0 || body === '' ? null : body },
  DocId: docId, IndexDocId: docId, WorkId: { read: docId.read, type: 'Edm.Int64' },
  IsExternalContent: always('false', 'Edm.Boolean'), GeoLocationSource: always('EUR'), CollapsingStatus: always('0', 'Edm.Int64'), ViewsLifeTime: always('0', 'Edm.Int64'), ViewsRecent: always('0', 'Edm.Int64'),
  importance: always('0', 'Edm.Int64'), UrlZone: always('0', 'Edm.Int64'),
};

/** The folder that something is in; for what is in no folder, the list's page (recorded: pnp/pnpcore, SearchRefinerTest). */
function parentOf(path: string, listPage: string): string {
  const folder = path.replace(/\/[^/]*$/, '');
  return listPage.replace(/(\/Forms)?\/[^/]*$/, '') === folder ? listPage : folder;
}
