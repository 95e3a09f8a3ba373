import type { SQLInputValue } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { invalidText } from './itemRefusals.ts';
import type { StoredValues } from './itemInput.ts';

/** Puts what a location says into the columns of its parts. Recorded: PnP Core SDK, ImageAndLocationFieldLoadListDataAsStreamTest. */
export function addPartsOfLocations(list: ListSchema, values: StoredValues): void {
  for (const location of list.fields.filter(({ type, internalName }) => type === 'Location' && values.has(internalName))) {
    const parts = partsOf(values.get(location.internalName) ?? null);
    for (const { internalName, properties } of list.fields.filter(({ properties: of }) => of['LocationField'] === location.id)) values.set(internalName, parts[String(properties['LocationPart'])] ?? null);
  }
}

function partsOf(stored: SQLInputValue): Readonly<Record<string, SQLInputValue>> {
  if (stored === null || stored === '') return {};
  const location = objectIn(String(stored));
  const address = within(location['Address']);
  const { Latitude: latitude, Longitude: longitude } = within(location['Coordinates']);
  return {
    ...Object.fromEntries(['Street', 'City', 'State', 'CountryOrRegion', 'PostalCode'].map((name) => [name, textOf(address[name])])), DispName: textOf(location['DisplayName']),
    GeoLoc: typeof latitude === 'number' && typeof longitude === 'number' ? JSON.stringify({ Altitude: 0, Latitude: latitude, Longitude: longitude, Measure: 0 }) : null,
  };
}

/** Refuses a text that is no JSON object. */
export function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch {
    // Refused below.
  }
  throw invalidText();
}

function within(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value as Record<string, unknown> : {};
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 255) : null;
}
