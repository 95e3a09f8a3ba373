import type { FieldSchema } from '../model/list.ts';
import { isComplex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { toForm } from './dates.ts';
import { lookedUpText } from './lookedUp.ts';

/** A value as people read it, in the site's regional settings (en-US): what FieldValuesAsText and views show. */
export function valueText(field: FieldSchema, value: unknown, session: Session): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'User': case 'UserMulti': return ids(value).map((id) => session.directory.principal(id)?.title ?? '').join('; ');
    case 'Lookup': case 'LookupMulti': return ids(value).map((id) => lookedUpText(field, id, session)).join('; ');
    case 'DateTime': return toForm(String(value), field.properties['DisplayFormat'] === 0);
    case 'Boolean': return value === true ? 'Yes' : 'No';
    case 'Number': case 'Currency': return numberText(field, Number(value));
    case 'Calculated': return calculatedShown(field, String(value));
    case 'Geolocation': return isComplex(value) ? `POINT (${String(value.properties['Longitude'])} ${String(value.properties['Latitude'])})` : '';
    case 'URL': return isComplex(value) ? `${String(value.properties['Url'])}, ${String(value.properties['Description'])}` : '';
    default: return Array.isArray(value) ? value.join(', ') : String(value);
  }
}

/** A calculated column's text by what it results in; an error stands for itself. Recorded: `50%`. */
function calculatedShown(field: FieldSchema, text: string): string {
  if (text.startsWith('#')) return text;
  switch (field.properties['OutputType']) {
    case 4: return toForm(text, field.properties['DateFormat'] !== 1);
    case 8: return text === '1' ? 'Yes' : 'No';
    case 9: return numberText(field, Number(text));
    case 10: return numberText({ ...field, type: 'Currency' }, Number(text));
    default: return text;
  }
}

/** `1,234.5`, `12 %`, `$3.50` */
export function numberText({ type, properties }: FieldSchema, value: number): string {
  const decimals = Number(properties['DisplayFormat'] ?? -1);
  const digits = decimals < 0 ? { maximumFractionDigits: 15 } : { minimumFractionDigits: Math.min(decimals, 15), maximumFractionDigits: Math.min(decimals, 15) };
  if (type === 'Currency') return value.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
  if (properties['ShowAsPercentage'] === true) return `${(value * 100).toLocaleString('en-US', digits)}%`;
  return value.toLocaleString('en-US', digits);
}

function ids(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).map(Number);
}
