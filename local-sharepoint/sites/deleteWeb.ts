import { forgetWebChanges, logChange } from '../changes/changeLog.ts';
import { forgetContentTypes } from '../contentTypes/webContentTypes.ts';
import { forgetCustomActions } from '../customActions/customActionsResource.ts';
import { forgetFeatures } from '../features/features.ts';
import { forgetList } from '../lists/forgetList.ts';
import { forgetCatalogues } from '../lists/listCatalogue.ts';
import { demand } from '../model/refusals.ts';
import { forgetNavigation } from '../navigation/nodes.ts';
import { forgetWebPermissions } from '../permissions/roleAssignments.ts';
import { entriesFor, EntryType } from '../recycleBin/entries.ts';
import { purgeList } from '../recycleBin/recycledLists.ts';
import type { Session } from '../session.ts';
import { change } from '../storage/prepared.ts';
import { webById, websBelow } from './web.ts';
import { rootWebStays, webHasWebsBelow } from './webRefusals.ts';

/**
 * Deletes the session's web for good with all that is in it, as SharePoint's client services do: there is no recycle bin for webs
 * (pnp/PnP-PowerShell#1618, pnp/pnpjs#2946). Refuses the root web, and a web that has webs below it.
 */
export function deleteWeb(session: Session): void {
  const { database, webId, lists } = session;
  demand(session.permissions.onWeb(), 'ManageWeb');
  const web = webById(database, webId);
  if (web.parentId === undefined) throw rootWebStays(web.url);
  if (websBelow(database, webId).length > 0) throw webHasWebsBelow(web.url);
  for (const entry of entriesFor(session, [1, 2])) if (entry.type === EntryType.List) purgeList(session, entry);
  for (const list of lists.all()) {
    forgetList(database, list);
    change(database, 'DELETE FROM views WHERE list_id = ?', list.id);
  }
  change(database, 'DELETE FROM lists WHERE web_id = ?', webId);
  forgetCatalogues(database);
  forgetWebPermissions(database, webId);
  forgetWebChanges(database, webId);
  forgetNavigation(database, webId);
  forgetContentTypes(database, webId);
  forgetFeatures(database, webId);
  forgetCustomActions(database, webId);
  change(database, 'DELETE FROM webs WHERE web_id = ?', webId);
  logChange(database, { kind: 'Web', type: 'DeleteObject', webId: web.parentId, objectId: webId }, session.now());
}
