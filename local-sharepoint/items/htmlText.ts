import type { FieldSchema } from '../model/list.ts';
import { escapedAttribute, escapedText } from '../model/markup.ts';
import { isComplex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { lookedUpText } from './lookedUp.ts';
import { valueText } from './valueText.ts';

/** A value as SharePoint's pages draw it. Remembered, but that numbers, dates and choices are their text (recorded for dates). */
export function htmlText(field: FieldSchema, value: unknown, session: Session): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'Note': return field.properties['RichText'] === true ? String(value) : escapedText(String(value)).replace(/\r\n?|\n/g, '<br />');
    case 'User': case 'UserMulti': return ids(value).map((id) => link(`${session.siteUrl}/_layouts/15/userdisp.aspx?ID=${id}`, session.directory.principal(id)?.title ?? '')).join('; ');
    case 'Lookup': case 'LookupMulti': return ids(value).map((id) => link(`${session.siteUrl}/_layouts/15/listform.aspx?PageType=4&ListId={${String(field.properties['LookupList'])}}&ID=${id}&RootFolder=*`, lookedUpText(field, id, session))).join('; ');
    case 'URL': return isComplex(value) ? hyperlink(field, String(value.properties['Url']), String(value.properties['Description'])) : '';
    default: return escapedText(valueText(field, value, session));
  }
}

function hyperlink(field: FieldSchema, address: string, description: string): string {
  // An address that is script is no link.
  if (!/^(https?|mailto|ftp|file|tel|notes|news|callto|onenote):|^[/#?.]/i.test(address)) return escapedText(description);
  return field.properties['DisplayFormat'] === 1 ? `<img alt="${escapedAttribute(description)}" src="${escapedAttribute(address)}" />` : link(address, description);
}

function link(address: string, text: string): string {
  return text === '' ? '' : `<a href="${escapedAttribute(address)}">${escapedText(text)}</a>`;
}

function ids(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).map(Number);
}
