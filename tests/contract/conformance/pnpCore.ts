import { randomUUID } from 'node:crypto';
/** What the PnP Core SDK sends (github.com/pnp/pnpcore, src/sdk/PnP.Core/Model), so far as its recorded tests need it. */
import { verbose, type Json, type Rest } from '../sharePoint/rest.ts';
import type { Recorded } from './recordings.ts';
import type { Replay, Request } from './replay.ts';

/** A recorded test, told again. `recorded` are its answers: what was sent is partly known from what came back. */
export interface Scenario { readonly name: string; readonly run: (replay: Replay, recorded: readonly Recorded[], rest: Rest) => Promise<void> }

export const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };
export const remove = { 'x-http-method': 'DELETE', 'if-match': '*' };

/** What every context of PnP Core begins with. */
export async function context(replay: Replay): Promise<void> {
  await replay.next({ path: 'Web?$select=Id,Url,RegionalSettings/*,RegionalSettings/TimeZone/*&$expand=RegionalSettings,RegionalSettings/TimeZone' });
  await replay.next({ path: 'Site?$select=GroupId,Id' });
}

export const byTitle = (title: string): Request => ({ path: `web/lists/getbytitle('${title}')` });
export const firstByTitle = (title: string): Request => ({ path: `web/lists?$filter=Title eq '${title}'&$top=1` });
export const firstById = (id: string): Request => ({ path: `web/lists?$filter=Id eq guid'${id}'&$top=1` });
export const allLists: Request = { path: 'Web?$select=Id,Lists&$expand=Lists' };
export const addList = (Title: string, BaseTemplate = 100): Request => ({ path: 'web/lists', body: { Title, BaseTemplate } });
export const listPath = (list: Json): string => `web/lists(guid'${String(list['Id'])}')`;
export const deleteList = (list: Json): Request => ({ path: listPath(list), method: 'POST', headers: remove });
export const fieldsOf = (list: Json): Request => ({ path: `${listPath(list)}?$select=Id,Fields/InternalName,Fields/FieldTypeKind,Fields/TypeAsString,Fields/Title,Fields/Id&$expand=Fields` });

/** The folder of a new list is in its entity's name: `PNP_x005f_SDKList`. */
const folderOf = (list: Json, site: string): string => `${site}/Lists/${String(list['EntityTypeName']).replace(/List$/, '').replace(/_x([0-9a-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))}`;

/** An item is added with the form's values; `site` is the path of the web. */
export function addItem(list: Json, values: Readonly<Record<string, string>>, site = String(list['ParentWebUrl'])): Request {
  return {
    path: `${listPath(list)}/AddValidateUpdateItemUsingPath`,
    body: {
      listItemCreateInfo: { FolderPath: { DecodedUrl: folderOf(list, site) }, UnderlyingObjectType: 0 },
      formValues: Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })), bNewDocumentUpdate: false,
    },
  };
}
export const updateItem = (list: Json, id: number, values: Readonly<Record<string, string | null>>): Request =>
  ({ path: `${listPath(list)}/items(${id})/ValidateUpdateListItem`, body: { formValues: Object.entries(values).map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })), bNewDocumentUpdate: false } });

/** The column's XML as it was sent: what came back without what SharePoint added. The id was the client's (PnP Core SDK, FieldCollection). */
export function sentXml(answered: string): string {
  const [head = '', rest = ''] = answered.split(/(?<=^<Field [^>]*>)([^]*)/);
  return head.replace(/ (SourceID|StaticName|ColName2?|RowOrdinal2?|Version|ReadOnly)="[^"]*"/g, '').replace(/ ID="[^"]*"/, ` ID="{${randomUUID()}}"`).replace(/ Name="[^"]*"/, ` Name="${/DisplayName="([^"]*)"/.exec(head)?.[1] ?? ''}"`) + rest;
}
/** Adds the column that a recorded answer shows; `Options` 16 puts it into the default view. */
export const addField = (parent: string, recorded: Recorded | undefined, Options = 0, change = (xml: string) => xml): Request =>
  ({ path: `${parent}/Fields/CreateFieldAsXml`, body: { parameters: { SchemaXml: change(sentXml(String((recorded?.body as Json)['SchemaXml']))), Options } } });

/** Asks for the last changes of a list, an item, a web or a site. */
export const changes = (path: string, FetchLimit = 5): Request => ({
  path: `${path}/getchanges`, headers: { accept: verbose, 'content-type': 'application/json' },
  body: { query: { Activity: true, Add: true, Alert: true, ContentType: true, DeleteObject: true, Field: true, File: true, Folder: true, Group: true, GroupMembershipAdd: true, GroupMembershipDelete: true, Item: true, List: true, Move: true, Navigation: true, Rename: true, Restore: true, RoleAssignmentAdd: true, RoleAssignmentDelete: true, RoleDefinitionAdd: true, RoleDefinitionDelete: true, RoleDefinitionUpdate: true, SecurityPolicy: true, Site: true, SystemUpdate: true, Update: true, User: true, View: true, Web: true, FetchLimit: String(FetchLimit) } },
});
