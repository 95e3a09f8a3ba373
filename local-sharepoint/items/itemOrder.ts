import type { ListSchema } from '../model/list.ts';
import { isStored } from '../storage/itemTables.ts';
import type { PropertyReader } from './itemProperties.ts';

/** Of every item, whatever its list: these come first, and expanded columns before them. */
const ofEveryItem = ['HasUniqueRoleAssignments', 'CommentsDisabled', 'CommentsDisabledScope', 'EffectiveBasePermissions', 'EffectiveBasePermissionsForUI', 'FileSystemObjectType', 'Id', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl'];
const who = ['AuthorId', 'EditorId'];
const ofLists = ['ID', 'ContentTypeId', 'Title', 'Modified', 'Created', ...who, 'OData__UIVersionString', 'Attachments', 'GUID', 'OData__ColorTag', 'ComplianceAssetId'];
const ofLibraries = ['ID', 'ContentTypeId', 'Created', 'AuthorId', 'Modified', 'EditorId', 'OData__CopySource', 'CheckoutUserId', 'UniqueId', 'OData__UIVersionString', 'GUID', 'OData__ColorTag', 'ComplianceAssetId', 'Title'];
/** What its content type has comes first once a list has columns of its own. */
const ofContentType = (library: boolean): readonly string[] => (library ? ['ContentTypeId', 'OData__ColorTag', 'ComplianceAssetId', 'Title'] : ['ContentTypeId', 'Title', 'OData__ColorTag', 'ComplianceAssetId']);

/**
 * The properties of an item in SharePoint's order, whichever were asked for first. Recorded: exemplars item-single, item-special-names, item-doclib-caml,
 * item-doclib-folder, items-paging-select-next.
 */
export function inItemOrder(list: ListSchema, readers: readonly PropertyReader[]): PropertyReader[] {
  const library = list.baseType === 1;
  const whole = library ? ofLibraries : ofLists;
  const customised = list.fields.some((field) => isStored(field) && !field.fromBaseType);
  const first = ofContentType(library);
  const names = customised ? [...ofEveryItem, ...first, '', ...whole.filter((name) => !first.includes(name))] : [...ofEveryItem, ...whole, ''];
  const ranks = new Map(names.map((name, rank) => [name, rank]));
  const ofOwn = ranks.get('') ?? 0;
  const rank = ({ name, edmType }: PropertyReader): number => (edmType === 'Navigation' ? -1 : ranks.get(name) ?? ofOwn);
  return [...readers].sort((left, right) => rank(left) - rank(right));
}
