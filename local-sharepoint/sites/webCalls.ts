import { customActionsResource } from '../customActions/customActionsResource.ts';
import { featuresResource } from '../features/featuresResource.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import { listResource } from '../lists/listResource.ts';
import { grants } from '../model/basePermissions.ts';
import { wrongArgument } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { owner } from '../people/directory.ts';
import { siteUserById } from '../people/principals.ts';
import { userResource } from '../people/userResource.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { argument } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { textResource } from './userResourceText.ts';
import { webById } from './web.ts';
import { allPropertiesResource } from './webProperties.ts';
import { availableWebTemplates } from './webTemplates.ts';

/** Children of `web` that tell of its settings. */
export function webCall(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  const { database, webId, rootWebId } = request.session;
  switch (segment.name) {
    case 'features': return featuresResource('Web', segment, request);
    case 'usercustomactions': return customActionsResource({ kind: 'Web' }, segment, request);
    case 'allproperties': return allPropertiesResource();
    case 'availablewebtemplates': case 'getavailablewebtemplates': return availableWebTemplates(segment);
    // Nobody can add these where custom script is off.
    case 'getcustomlisttemplates': case 'customlisttemplates': return { get: (asked) => applyQuery([], asked, 'SP.ApiData.ListTemplates') };
    case 'eventreceivers': return { get: (asked) => applyQuery([], asked, 'SP.ApiData.EventReceiverDefinitions') };
    case 'maptoicon': return { get: () => ({ kind: 'property', name: 'MapToIcon', value: iconOf(argument(segment, 'filename', 0)) }) };
    // No site here belongs to a hub, and there is no catalogue of apps that holds storage entities (pnp/cli-microsoft365: both are answered with nothing).
    case 'hubsitedata': return nothing('HubSiteData');
    case 'synchubsitetheme': return { post: () => ({ kind: 'property', name: 'SyncHubSiteTheme', value: null }) };
    case 'getstorageentity': return nothing('GetStorageEntity');
    case 'author': return userResource(siteUserById(database, rootWebId, Number(webById(database, webId).properties['AuthorId'] ?? owner(database, rootWebId).id)));
    case 'titleresource': return textResource(() => webById(database, webId).properties.Title);
    case 'descriptionresource': return textResource(() => String(webById(database, webId).properties['Description'] ?? ''));
    case 'defaultdocumentlibrary': return documents(request, describe);
    default: return undefined;
  }
}

function nothing(name: string): Resource {
  return { get: () => ({ kind: 'property', name, value: null }) };
}

function documents({ session }: ResourceRequest, describe: Describe): Resource {
  const list = session.lists.byUrl(`${session.siteUrl}/Shared Documents`);
  if (!list || !grants(session.permissions.onList(list), 'Open')) throw fileNotFound();
  return listResource(list, describe);
}

const withIcons: ReadonlySet<string> = new Set(['csv', 'doc', 'docx', 'dotx', 'gif', 'jpg', 'mpp', 'msg', 'one', 'pdf', 'png', 'potx', 'ppt', 'pptx', 'pub', 'rtf', 'txt', 'vsd', 'vsdx', 'xls', 'xlsx', 'xltx', 'xml', 'zip']);

/** `icdocx.png`; files of other kinds have one in common. Names of SharePoint's pictures, remembered. */
function iconOf(file: unknown): string {
  if (typeof file !== 'string') throw wrongArgument();
  const extension = file.split('.').pop()?.toLowerCase() ?? '';
  return file === '' ? '' : withIcons.has(extension) ? `ic${extension}.png` : 'icgen.gif';
}
