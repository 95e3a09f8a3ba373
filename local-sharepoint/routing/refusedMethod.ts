import { notHereYet } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import type { PathSegment, Resource, ResourceRequest } from './resource.ts';

const invalidQuery = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

/** Why a resource that is there does not take a method: of a collection, of a call that forgot its method, of what is only called or only read; else 501. */
export function refusedMethod(resource: Resource, path: readonly PathSegment[], { method, json }: ResourceRequest): SharePointError {
  const last = path[path.length - 1];
  const headers = { Allow: allowed(resource) };
  const collection = last?.args.length === 0 ? collections.get(last.name) : undefined;
  // Quoted for lists, items, event receivers and field links (vgrem/phpSPO#81, pnp/cli-microsoft365#4033).
  if (collection !== undefined && method !== 'GET' && method !== 'POST') return new SharePointError(400, invalidQuery, `The type SP.${collection} does not support HTTP ${method === 'MERGE' ? 'PATCH' : method} method.`);
  const surplus = method === 'POST' && typeof json === 'object' && json !== null ? Object.keys(json)[0] : undefined;
  const finder = last && surplus !== undefined ? finderOf(last) : undefined;
  if (finder !== undefined) return new SharePointError(400, invalidQuery, `The parameter ${surplus} does not exist in method ${finder}.`);
  const calledOnly = method === 'GET' && resource.post !== undefined;
  const readOnly = method === 'POST' && resource.get !== undefined && resource.merge === undefined;
  if (!calledOnly && !readOnly) return notHereYet(`${method} of ${path.map((segment) => segment.raw).join('/')}`);
  // Text and status remembered.
  return new SharePointError(405, '-1, Microsoft.SharePoint.Client.ClientServiceException',
    `The HTTP method '${method}' cannot be used to access the resource '${last?.raw.replace(/\(.*$/s, '') ?? ''}'. The operation type of the resource is specified as '${calledOnly ? 'Default' : 'Read'}'. Please use correct HTTP method to invoke the resource.`, headers);
}

/** Types of collections by the last name of their address. */
const collections: ReadonlyMap<string, string> = new Map([
  ['lists', 'ListCollection'], ['items', 'ListItemEntityCollection'], ['fields', 'FieldCollection'], ['views', 'ViewCollection'], ['siteusers', 'UserCollection'], ['users', 'UserCollection'], ['sitegroups', 'GroupCollection'], ['groups', 'GroupCollection'],
  ['folders', 'FolderCollection'], ['files', 'FileCollection'], ['contenttypes', 'ContentTypeCollection'], ['roleassignments', 'RoleAssignmentCollection'], ['roledefinitions', 'RoleDefinitionCollection'], ['webs', 'WebCollection'], ['features', 'FeatureCollection'],
  ['usercustomactions', 'UserCustomActionCollection'], ['eventreceivers', 'EventReceiverDefinitionCollection'], ['fieldlinks', 'FieldLinkCollection'], ['attachmentfiles', 'AttachmentCollection'], ['recyclebin', 'RecycleBinItemCollection'], ['properties', 'PropertyValues'],
]);

const finders: ReadonlyMap<string, string> = new Map(['GetById', 'GetItemById', 'GetByTitle', 'GetByName', 'GetByInternalNameOrTitle', 'GetByEmail', 'GetByLoginName', 'GetByUrl', 'GetItemByStringId'].map((name) => [name.toLowerCase(), name]));
const foundById: ReadonlySet<string> = new Set(['items', 'lists', 'fields', 'views', 'sitegroups', 'roledefinitions', 'contenttypes']);

/** A change that forgot its `X-HTTP-Method` is taken for a call of the method that finds the thing, also behind `items(1)` (pnp/pnpjs#1151). */
function finderOf({ name, args }: PathSegment): string | undefined {
  return args.length > 0 && foundById.has(name) ? 'GetById' : finders.get(name);
}

function allowed(resource: Resource): string {
  const methods = (['get', 'post', 'put', 'merge', 'delete'] as const).filter((method) => resource[method] !== undefined);
  return methods.flatMap((method) => method === 'get' ? ['GET', 'HEAD'] : method === 'merge' ? ['MERGE', 'PATCH'] : [method.toUpperCase()]).join(', ');
}
