import type { SQLInputValue } from 'node:sqlite';
import { bestMatch, readContentTypeId } from '../contentTypes/contentType.ts';
import { contentTypeId, contentTypesOf } from '../contentTypes/listContentTypes.ts';
import { moderationInput } from '../moderation/moderate.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { itemEntityType } from '../lists/entityTypeNames.ts';
import { entityName } from '../lists/fieldNames.ts';
import { entityBody } from '../odata/entityBody.ts';
import { bodyFormat } from '../odata/format.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { notHereYet } from '../model/refusals.ts';
import { isReference } from '../query/referencedColumn.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { isStored } from '../storage/itemTables.ts';
import { invalidData } from './itemRefusals.ts';
import { addPartsOfLocations } from './locationValues.ts';
import { readInput } from './readInput.ts';
import { checkReferences } from './references.ts';

/** Values by column, in the form the table keeps. */
export type StoredValues = Map<string, SQLInputValue>;

/** Columns that only the server fills; a form may, in the hands of who manages the list. */
const servers: ReadonlySet<string> = new Set(['Author', 'Editor', 'Created', 'Modified', 'AuthorId', 'EditorId']);
/** What a client sends back as it read it; SharePoint does not let it be changed. Remembered. */
const unchangeable: ReadonlySet<string> = new Set([
  'Id', 'ID', 'GUID', 'FileSystemObjectType', 'ServerRedirectedEmbedUri', 'ServerRedirectedEmbedUrl', 'OData__UIVersionString', 'OData__ColorTag', 'ComplianceAssetId', 'Attachments',
  'AuthorStringId', 'EditorStringId', 'CheckoutUserId', 'OData__CopySource', 'UniqueId',
]);

/** What a POST or MERGE body sets. Throws SharePoint's refusal of unknown names and wrong types. */
export function itemInput(list: ListSchema, request: ResourceRequest): StoredValues {
  const type = itemEntityType(list);
  const verbose = bodyFormat(request.headers['content-type']) === 'verbose';
  const values: StoredValues = new Map();
  for (const [name, value] of Object.entries(entityBody(request, [type, 'SP.ListItem', 'SP.Data.ListItem']))) {
    if (unchangeable.has(name)) continue;
    if (servers.has(name)) throw notHereYet(`setting ${name} by adding or changing an item: use ValidateUpdateListItem or AddValidateUpdateItemUsingPath`);
    const state = moderationInput(list, name, value);
    if (state) for (const [column, set] of state) values.set(column, set);
    else if (name === 'ContentTypeId') values.set('ContentTypeId', contentTypeInput(list, value));
    else {
      const field = fieldOf(list, name);
      if (!field) throw unknownProperty(name, type);
      if (isWorkedOut(field)) throw invalidData();
      values.set(field.internalName, readInput(field, value, verbose, name.endsWith('StringId')));
    }
  }
  addPartsOfLocations(list, values);
  checkReferences(list, request.session, values);
  return values;
}

function fieldOf(list: ListSchema, name: string): FieldSchema | undefined {
  return list.fields.find((field) => isStored(field) && (!field.readOnly || !field.fromBaseType)
    && (isReference(field) ? name === `${entityName(field)}Id` || name === `${entityName(field)}StringId` : name === entityName(field)));
}

/** A column whose values follow from others. */
export function isWorkedOut({ type, properties }: FieldSchema): boolean {
  return type === 'Calculated' || Boolean(properties['PrimaryFieldId']) || properties['CountRelated'] === true || properties['LocationField'] !== undefined;
}

/** The list's type that is nearest to the one that was named, as SharePoint finds it; a folder is another matter. */
function contentTypeInput(list: ListSchema, value: unknown): string {
  if (typeof value !== 'string') throw wrongType('Edm.String');
  if (value.startsWith('0x0120')) throw notHereYet('folders in lists');
  return bestMatch(contentTypesOf(list), readContentTypeId(value) ?? '')?.id ?? contentTypeId(list);
}
