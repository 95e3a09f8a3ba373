import { randomUUID } from 'node:crypto';
import type { FieldSchema, FieldType } from '../model/list.ts';
import { encodedName, freeName } from './fieldNames.ts';
import type { FieldPlace } from './fieldPlace.ts';
import { fieldTypes } from './fieldTypes.ts';

/** What a location column brings along: a column for each part of an address. Recorded: PnP Core SDK, ImageAndLocationFieldLoadListDataAsStreamTest. */
export const locationParts: readonly (readonly [name: string, title: string, type: FieldType])[] = [
  ['CountryOrRegion', 'Country/Region', 'Text'], ['State', 'State', 'Text'], ['City', 'City', 'Text'], ['PostalCode', 'Postal Code', 'Text'], ['Street', 'Street', 'Text'],
  ['GeoLoc', 'Coordinates', 'Geolocation'], ['DispName', 'Name', 'Text'],
];

/** Adds the columns of a location's parts; SharePoint fills them, nobody else. */
export function addLocationParts(place: FieldPlace, location: FieldSchema, insert: (place: FieldPlace, field: FieldSchema) => FieldSchema): void {
  for (const [name, part, type] of locationParts) {
    const title = `${location.title}: ${part}`;
    insert(place, {
      id: randomUUID(), internalName: freeName(place.fields, encodedName(name)), title, type, description: '', required: false, indexed: false, unique: false, hidden: false, readOnly: true, fromBaseType: false, defaultValue: null,
      properties: {
        ...fieldTypes[type].properties, LocationPart: name, LocationField: location.id,
        attributes: [['Type', type], ['DisplayName', title], ['FieldRef', location.internalName], ['ReadOnly', 'TRUE']],
      },
    });
  }
}
