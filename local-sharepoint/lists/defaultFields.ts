import { readFileSync } from 'node:fs';
import type { FieldSchema, FieldType } from '../model/list.ts';
import { fieldTypes } from './fieldTypes.ts';

interface RecordedField {
  readonly id: string;
  readonly internalName: string;
  readonly title: string;
  readonly type: FieldType;
  readonly hidden: boolean;
  readonly readOnly: boolean;
  readonly defaultValue?: string;
  /** What differs from the defaults of the type. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** The columns of a new custom list, in SharePoint's order. Recorded: exemplar "generic-list-fields"; PnP Core SDK, UpdateListItemModifiedCreatedBy. */
const recorded = JSON.parse(readFileSync(new URL('./defaults/genericListFields.json', import.meta.url), 'utf8')) as RecordedField[];

/** The default columns whose values are kept with the item; all others are worked out from these, or always empty. */
const stored = new Set(['ID', 'ContentTypeId', 'Title', 'Modified', 'Created', 'Author', 'Editor', 'GUID', 'FileLeafRef', 'FileDirRef', 'FSObjType']);

const pageFields: readonly (readonly [id: string, internalName: string, title: string, type: FieldType])[] = [
  ['4966388e-6e12-4bc6-8990-5b5b66153eae', 'CanvasContent1', 'Authoring Canvas Content', 'Note'],
  ['261075db-0525-4fb8-a6ea-772014186599', 'LayoutWebpartsContent', 'Layout Web Parts Content', 'Note'],
  ['0f800910-b30d-4c8f-b011-8189b2297094', 'PageLayoutType', 'Page Layout Type', 'Text'],
  ['f5ad16a2-85be-46b2-b5f0-2bb8b4a5074a', 'PromotedState', 'Promoted State', 'Number'],
  ['c84f8697-331e-457d-884a-c4fb8f30ea74', 'FirstPublishedDate', 'First Published Date', 'DateTime'],
  ['5baf6db5-9d25-4738-b15e-db5789298e82', 'BannerImageUrl', 'Banner Image URL', 'URL'],
  ['9da97a8a-1da5-4a77-98d3-4bc10456e700', 'Description', 'Description', 'Note'],
];

/** The columns that a new list of this template begins with (100 custom list, 101 document library, 119 site pages). */
export function defaultFields(template: number): FieldSchema[] {
  const library = template !== 100;
  const fields = recorded.filter((field) => !(library && field.internalName === 'Attachments')).map(fromBase);
  if (template !== 119) return fields;
  return [...fields, ...pageFields.map(([id, internalName, title, type]) => field({ id, internalName, title, type, hidden: false, readOnly: false }, true))];
}

function fromBase(found: RecordedField): FieldSchema {
  return field(found, stored.has(found.internalName));
}

function field({ properties, defaultValue, ...found }: RecordedField, isStored: boolean): FieldSchema {
  return {
    ...found, description: '', required: found.internalName === 'Title', indexed: false, unique: false, fromBaseType: true, defaultValue: defaultValue ?? null,
    properties: {
      ...fieldTypes[found.type].properties, ...properties, stored: isStored,
      // What a page holds is longer than a list's notes may be.
      ...(found.internalName === 'CanvasContent1' || found.internalName === 'LayoutWebpartsContent' ? { UnlimitedLengthInDocumentLibrary: true } : {}),
    },
  };
}
