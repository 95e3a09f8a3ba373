import { createHash } from 'node:crypto';
import { grants } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { demand } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { complex } from '../routing/complex.ts';
import { textArgument } from '../routing/arguments.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { one, change } from '../storage/prepared.ts';
import { fileNotFound } from './listRefusals.ts';

/** Pages with which single items are shown, changed and added (SP.PageType). */
const forms = [['DispForm', 4], ['EditForm', 6], ['NewForm', 8]] as const;

/** What a list has beside items, columns and views: its forms, what can be added, rights management; to read. */
export function listPart(list: ListSchema, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'forms': return formsResource(list, segment);
    case 'creatablesinfo': return { get: (request) => ({ kind: 'entity', entity: creatables(list, request) }) };
    case 'informationrightsmanagementsettings': return { get: () => ({ kind: 'entity', entity: rightsManagement(list) }) };
    case 'eventreceivers': return { get: (request) => applyQuery([], request, 'SP.ApiData.EventReceiverDefinitions') };
    case 'reservelistitemid': return { post: (request) => ({ kind: 'property', name: 'ReserveListItemId', value: reserved(list, request) }) };
    default: return undefined;
  }
}

function formsResource(list: ListSchema, segment: PathSegment): Resource {
  const all = forms.map(([page, type]) => formEntity(list, page, type));
  const found = (id: string): Resource => {
    const entity = all.find((form) => form.properties['Id'] === id.toLowerCase().replace(/[{}]/g, ''));
    if (!entity) throw fileNotFound();
    return { get: () => ({ kind: 'entity', entity }) };
  };
  if (segment.args.length > 0) return found(textArgument(segment));
  return {
    get: (request) => applyQuery(all, request, 'SP.ApiData.Forms'),
    child: (next) => {
      if (next.name === 'getbyid') return found(textArgument(next));
      const entity = next.name === 'getbypagetype' ? all.find((form) => String(form.properties['FormType']) === textArgument(next)) : undefined;
      return entity && { get: () => ({ kind: 'entity', entity }) };
    },
  };
}

/** SP.Form (documented); its id is made of the list's, so that it stays. */
function formEntity(list: ListSchema, page: string, type: number): Entity {
  const hash = createHash('sha256').update(`${list.id}/${page}`).digest('hex');
  const id = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const url = `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/${page}.aspx`;
  return {
    type: 'SP.Form', editLink: `Web/Lists(guid'${list.id}')/Forms(guid'${id}')`,
    properties: { FormType: type, Id: id, ResourcePath: complex('SP.ResourcePath', { DecodedUrl: url }), ServerRelativeUrl: url },
  };
}

/** SP.CreatablesInfo (documented): what this person may add. Documents of Office are not made here. */
function creatables(list: ListSchema, { session }: ResourceRequest): Entity {
  const mayAdd = grants(session.permissions.onList(list), 'AddListItems');
  return {
    type: 'SP.CreatablesInfo', editLink: `Web/Lists(guid'${list.id}')/CreatablesInfo`,
    properties: { CanCreateFolders: mayAdd && (list.baseType === 1 || list.properties['EnableFolderCreation'] === true), CanCreateItems: mayAdd, CanUploadFiles: mayAdd && list.baseType === 1, CreatablesCollection: [] },
  };
}

/** SP.InformationRightsManagementSettings (documented) of a list that has none. */
function rightsManagement(list: ListSchema): Entity {
  return {
    type: 'SP.InformationRightsManagementSettings', editLink: `Web/Lists(guid'${list.id}')/InformationRightsManagementSettings`,
    properties: {
      AllowPrint: false, AllowScript: false, AllowWriteCopy: false, DisableDocumentBrowserView: false, DocumentAccessExpireDays: 90, DocumentLibraryProtectionExpireDate: '0001-01-01T00:00:00Z',
      EnableDocumentAccessExpire: false, EnableDocumentBrowserPublishingView: false, EnableGroupProtection: false, EnableLicenseCacheExpire: false, GroupName: '', LicenseCacheExpireDays: 30,
      PolicyDescription: '', PolicyTitle: '', TemplateId: '',
    },
  };
}

/** The next number for an item of this list; nobody else gets it. */
function reserved(list: ListSchema, { session }: ResourceRequest): number {
  demand(session.permissions.onList(list), 'AddListItems');
  if (change(session.database, 'UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = ?', list.table) === 0) {
    change(session.database, 'INSERT INTO sqlite_sequence (name, seq) VALUES (?, 1)', list.table);
  }
  return one<{ seq: number }>(session.database, 'SELECT seq FROM sqlite_sequence WHERE name = ?', list.table)?.seq ?? 1;
}
