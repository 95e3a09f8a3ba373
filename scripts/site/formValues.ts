/** A column's value as a form writes it. */
export interface FormValue { readonly FieldName: string; readonly FieldValue: string }

export function formValues(values: Readonly<Record<string, string | number>>): FormValue[] {
  return Object.entries(values).map(([FieldName, value]) => ({ FieldName, FieldValue: String(value) }));
}

/** Who wrote a row and when. Without a login name it is the one who imports it. */
export function written(created: Date, login: string | undefined): Record<string, string> {
  const when = { Created: formDate(created), Modified: formDate(created) };
  return login === undefined ? when : { Author: formPerson(login), Editor: formPerson(login), ...when };
}

/** In UTC: PnP Core SDK writes it in this form too, and it is read the same in every language of a site. */
function formDate(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

function formPerson(login: string): string {
  return JSON.stringify([{ Key: login }]);
}
