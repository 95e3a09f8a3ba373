import type { FieldSchema } from '../model/list.ts';
import { isStored } from '../storage/itemTables.ts';
import type { FieldHolder } from './fieldHolder.ts';

/** What the content type of a list's items has. */
const ofContentType = ['ContentTypeId', 'Title', '_ModerationComments', 'File_x0020_Type', '_ColorHex', '_ColorTag', '_Emoji', 'ComplianceAssetId'];

/**
 * Columns in SharePoint's order: once a list has columns of its own, those of its content type come first, then its own, then the rest. Recorded: PnP
 * Core SDK, RegularRestUpdateTest, GetItemsByCAMLQueryOnCustomField; libraries stay as they are, of which only one was recorded.
 */
export function inFieldOrder({ kind, library, fields }: FieldHolder): readonly FieldSchema[] {
  const isOwn = (field: FieldSchema): boolean => !field.fromBaseType && (isStored(field) || field.type === 'Calculated');
  if (kind === 'web' || library || !fields.some(isOwn)) return fields;
  const first = new Set(ofContentType);
  return [...fields.filter(({ internalName }) => first.has(internalName)), ...fields.filter(isOwn), ...fields.filter((field) => !isOwn(field) && !first.has(field.internalName))]
    .sort((left, right) => place(left) - place(right));
}

/** Those of the content type among themselves; all others stay where they are. */
function place({ internalName }: FieldSchema): number {
  const at = ofContentType.indexOf(internalName);
  return at < 0 ? ofContentType.length : at;
}
