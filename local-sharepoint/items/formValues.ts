import { moderationInput } from '../moderation/moderate.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { wrongArgument } from '../model/refusals.ts';
import { accessDenied } from '../model/refusals.ts';
import { complex, type Complex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { manages } from './changeItems.ts';
import { readFormValue } from './readFormValue.ts';
import { isWorkedOut, type StoredValues } from './itemInput.ts';
import { addPartsOfLocations } from './locationValues.ts';

export interface FormValue { readonly FieldName: string; readonly FieldValue: string | null }

/** What SharePoint answers for each value of a form. Recorded: exemplars "validateupdate-*". */
export interface FormResult extends FormValue {
  readonly ErrorCode: number;
  readonly ErrorMessage: string | null;
  readonly HasException: boolean;
  readonly ItemId: number;
}

/** Only who manages the list may say who wrote an item and when. Remembered, not recorded. */
const forManagers: ReadonlySet<string> = new Set(['Author', 'Editor', 'Created', 'Modified']);
const inputError = -2146232832;

/** Reads a form: the values that can be stored, and an answer for every one. */
export function applyForm(list: ListSchema, session: Session, form: readonly FormValue[], itemId: number): { values: StoredValues; results: FormResult[] } {
  const values: StoredValues = new Map();
  const results = form.map(({ FieldName, FieldValue }) => {
    const state = moderationInput(list, FieldName, FieldValue);
    if (state) {
      for (const [column, value] of state) values.set(column, value);
      return { ErrorCode: 0, ErrorMessage: null, FieldName, FieldValue, HasException: false, ItemId: itemId };
    }
    const field = list.fields.find((candidate) => candidate.internalName === FieldName);
    if (field && forManagers.has(FieldName) && !manages(list, session)) throw accessDenied();
    // Who wrote an item, and when, can be changed but not taken away.
    const read = field && maySet(field) ? readFormValue({ ...field, required: field.required || forManagers.has(FieldName) }, FieldValue, session) : { error: field ? FieldValue ?? '' : `Column '${FieldName}' does not exist. It may have been deleted by another user.` };
    if ('value' in read) values.set(FieldName, read.value);
    const error = 'error' in read ? read.error : null;
    // Recorded: of a column that only SharePoint sets, the value itself is the message, without a code (BulkAddListItemsWithBadFieldNameTest).
    return { ErrorCode: error === null || (field && !maySet(field)) ? 0 : inputError, ErrorMessage: error, FieldName, FieldValue, HasException: error !== null, ItemId: itemId };
  });
  addPartsOfLocations(list, values);
  return { values, results };
}

function maySet(field: FieldSchema): boolean {
  return isStored(field) && !isWorkedOut(field) && (!field.fromBaseType || !field.readOnly || forManagers.has(field.internalName)) && !['ID', 'FSObjType', 'FileDirRef', 'ContentTypeId'].includes(field.internalName);
}

/** The results as metadata modes name them. */
export function resultsOf(results: readonly FormResult[]): Complex[] {
  return results.map((result) => complex('SP.ListItemFormUpdateValue', { ...result }));
}

/** The form's values; verbose clients wrap them in `results`. */
export function readForm(value: unknown): FormValue[] {
  const inner: unknown = typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
  if (!Array.isArray(inner)) throw wrongArgument();
  return (inner as unknown[]).map((one) => {
    if (typeof one !== 'object' || one === null || !('FieldName' in one) || typeof one.FieldName !== 'string') throw wrongArgument();
    const given = 'FieldValue' in one ? one.FieldValue : null;
    if (given !== null && typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') throw wrongArgument();
    return { FieldName: one.FieldName, FieldValue: given === null ? null : String(given) };
  });
}
