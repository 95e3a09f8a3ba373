import { readFileSync } from 'node:fs';
import type { FieldSchema, FieldType } from '../model/list.ts';
import { fieldTypes } from './fieldTypes.ts';
import { pageFields } from './pageFields.ts';
import { listTemplate } from './listTemplates.ts';

interface RecordedField {
  readonly id: string;
  readonly internalName: string;
  readonly title: string;
  readonly type: FieldType;
  readonly hidden?: boolean;
  readonly readOnly?: boolean;
  readonly required?: boolean;
  readonly indexed?: boolean;
  readonly defaultValue?: string;
  /** What differs from the defaults of the type. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The columns of a new custom list, in SharePoint's order. Recorded: exemplar "generic-list-fields"; PnP Core SDK, UpdateListItemModifiedCreatedBy. */
const recorded = JSON.parse(readFileSync(new URL('./defaults/genericListFields.json', import.meta.url), 'utf8')) as RecordedField[];

/** The columns that a template adds to those; a lookup to the list itself is called "Self". */
const ofTemplates = JSON.parse(readFileSync(new URL('./defaults/templateFields.json', import.meta.url), 'utf8')) as Readonly<Record<string, readonly RecordedField[]>>;

/** The default columns whose values are kept with the item; all others are worked out from these, or always empty. */
const stored = new Set(['ID', 'ContentTypeId', 'Title', 'Modified', 'Created', 'Author', 'Editor', 'GUID', 'FileLeafRef', 'FileDirRef', 'FSObjType']);

/** Who has a file checked out. Recorded: PnP Core SDK, PublishPage. */
const checkoutUser: RecordedField = { id: '3881510a-4e4a-4ee8-b102-8ee8e2d0dd4b', internalName: 'CheckoutUser', title: 'Checked Out To', type: 'User', hidden: false, readOnly: true };

/** What libraries have beside those, hidden or read-only all of it; site pages have most of it. Recorded: PnP Core SDK, GetListFieldsTest, CaseInsensitiveListByTitle. */
const ofEveryLibrary = JSON.parse(readFileSync(new URL('./defaults/libraryFields.json', import.meta.url), 'utf8')) as readonly (RecordedField & { readonly pages?: false })[];

/** The columns that a new list of this template begins with. */
export function defaultFields(template: number, listId = ''): FieldSchema[] {
  const library = listTemplate(template)?.baseType === 1;
  const fields = recorded.filter((field) => !(library && field.internalName === 'Attachments')).map(fromBase);
  const ofLibrary = library ? [...fields, field(checkoutUser, true), ...ofEveryLibrary.filter(({ pages }) => template !== 119 || pages !== false).map(({ pages: _, ...found }) => field(found, false))] : fields;
  if (template === 119) return [...ofLibrary, ...pageFields.map((found) => field(found, true))];
  return [...ofLibrary, ...(ofTemplates[String(template)] ?? []).map((added) => ofTemplate(added, listId))];
}

/** Hidden ones are not among an item's properties unless they are selected, and nobody can delete any (seen in clients of events lists). */
function ofTemplate({ properties, required = false, indexed = false, ...found }: RecordedField, listId: string): FieldSchema {
  const own = properties?.['LookupList'] === 'Self' ? { ...properties, LookupList: listId } : properties;
  return { ...field({ ...found, ...own === undefined ? {} : { properties: own } }, true), required, indexed, fromBaseType: false, ofTemplate: true };
}

function fromBase(found: RecordedField): FieldSchema {
  return field(found, stored.has(found.internalName));
}

function field({ properties, defaultValue, hidden = false, readOnly = false, ...found }: RecordedField, isStored: boolean): FieldSchema {
  return {
    ...found, hidden, readOnly, description: '', required: found.internalName === 'Title', indexed: false, unique: false, fromBaseType: true, defaultValue: defaultValue ?? null,
    properties: {
      ...fieldTypes[found.type].properties, ...properties, stored: isStored,
    },
  };
}
