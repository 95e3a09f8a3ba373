import { listCatalogue } from '../lists/listCatalogue.ts';
import { listDefaults } from '../lists/listDefaults.ts';
import type { ListSchema } from '../model/list.ts';
import { grants } from '../model/basePermissions.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { webById } from '../sites/web.ts';
import type { ChosenView } from './chosenView.ts';

/** What list pages know of their list. Names of the type that they declare (DefinitelyTyped, `RenderContext_InView`); which of them come is remembered. */
export function contextInfo(list: ListSchema, { stored }: ChosenView, { session, webUrl }: ResourceRequest): Record<string, unknown> {
  const of = (name: string): unknown => list.properties[name] ?? listDefaults[name];
  const mask = session.permissions.onList(list);
  const origin = new URL(webUrl).origin;
  const form = (type: number): string => `${webUrl}/_layouts/15/listform.aspx?PageType=${type}&ListId=%7B${list.id.toUpperCase()}%7D`;
  return {
    BaseViewID: stored?.base === false ? '' : '1', ListTemplateType: list.baseTemplate, listBaseType: list.baseType, listTemplate: String(list.baseTemplate), listName: `{${list.id.toUpperCase()}}`,
    ListTitle: list.title, listUrlDir: list.rootFolderUrl, view: stored ? `{${stored.id.toUpperCase()}}` : '', viewTitle: stored?.title ?? '', rootFolder: list.rootFolderUrl, rootFolderForDisplay: list.rootFolderUrl,
    SiteTitle: webById(session.database, session.webId).properties['Title'] ?? '', HttpRoot: webUrl, HttpPath: `${webUrl}/_vti_bin/owssvr.dll?CS=65001`, serverUrl: origin, PortalUrl: null,
    imagesPath: '/_layouts/15/images/', newFormUrl: form(8), editFormUrl: form(6), displayFormUrl: form(4), ContentTypesEnabled: of('ContentTypesEnabled'), EnableMinorVersions: of('EnableMinorVersions'),
    isForceCheckout: of('ForceCheckout'), isModerated: of('EnableModeration'), ModerationStatus: of('EnableModeration') === true ? 1 : 0, verEnabled: of('EnableVersioning') === true ? 1 : 0, WorkflowsAssociated: false,
    ExternalDataList: false, HasRelatedCascadeLists: 0, CascadeDeleteWarningMessage: null, NavigateForFormsPages: false, AllowGridMode: of('DisableGridEditing') !== true, AllowCreateFolder: of('EnableFolderCreation') === true || list.baseType === 1,
    CanShareLinkForNewDocument: true, CurrentUserId: session.user.id, CurrentUserIsSiteAdmin: session.user.isSiteAdmin, IsAppWeb: false, StateInitDone: false, TotalListItems: list.itemCount, noGroupCollapse: false,
    recursiveView: false, SendToLocationName: '', SendToLocationUrl: '', NewWOPIDocumentEnabled: false, NewWOPIDocumentUrl: '', OfficialFileName: '', OfficialFileNames: '',
    BasePermissions: { ManageLists: grants(mask, 'ManageLists'), ManagePersonalViews: grants(mask, 'ManagePersonalViews'), OpenItems: grants(mask, 'OpenItems') },
    LastItemModifiedTime: listCatalogue(session.database, session.webId).activity(list).lastModified,
  };
}
