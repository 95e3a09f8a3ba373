import type { FieldSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { lookedUpText } from './lookedUp.ts';
import { valueText } from './valueText.ts';

/** A value as a form shows it for editing (SPField.GetFieldValueForEdit). Remembered, but for dates (recorded). */
export function editText(field: FieldSchema, value: unknown, session: Session): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'Number': case 'Currency': return String(value);
    case 'User': case 'UserMulti': return ids(value).map((id) => session.directory.principal(id)?.loginName ?? '').join(';');
    case 'Lookup': return `${String(value)};#${lookedUpText(field, Number(value), session)}`;
    case 'LookupMulti': return ids(value).map((id) => `${id};#${lookedUpText(field, id, session)}`).join(';#');
    case 'MultiChoice': return Array.isArray(value) ? `;#${value.join(';#')};#` : '';
    default: return valueText(field, value, session);
  }
}

function ids(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).map(Number);
}
