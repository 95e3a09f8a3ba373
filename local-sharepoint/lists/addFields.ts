import { randomUUID } from 'node:crypto';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import type { FieldSchema, FieldType } from '../model/list.ts';
import { columnAttributes } from './columnNames.ts';
import { attributesOf, countChange, flag, setAttribute } from './fieldAttributes.ts';
import { checkField } from './fieldChecks.ts';
import { applyDescription, applyInput, type FieldInput } from './fieldInput.ts';
import { encodedName, freeName, isTaken, sameName } from './fieldNames.ts';
import { webPlace, type FieldPlace } from './fieldPlace.ts';
import { addableTypes, fieldTypes, typeOfKind, typesNotHere } from './fieldTypes.ts';
import { readFieldXml, type FieldDescription } from './fieldXml.ts';
import { formulaSyntax } from './formulaRefusals.ts';
import { duplicateField, fieldNotFound, fieldTypeNotInstalled } from './listRefusals.ts';
import { addLocationParts } from './locationParts.ts';
import type { JoinedTypes } from '../contentTypes/listContentTypes.ts';
import { recalculate } from '../items/calculatedValues.ts';
import { schemaXml } from './schemaXml.ts';
import { availableSiteColumns } from './siteColumns.ts';
import { addOwnIndex } from '../storage/itemTables.ts';
import { addViewField } from './views.ts';

/** Adds a column described by properties (`Title` and `FieldTypeKind` at least). Its internal name is made from the title, as seen in pnp/pnpjs#1825. */
export function addField(place: FieldPlace, input: FieldInput): FieldSchema {
  const title = input['Title'];
  if (typeof title !== 'string' || title.trim() === '') throw wrongArgument();
  const kind = Number(input['FieldTypeKind']);
  const named = typeOfKind(kind);
  if (!named || !addableTypes.has(named)) throw notHereYet(`columns of type ${Number.isNaN(kind) ? 'unknown' : kind}`);
  const several = input['AllowMultipleValues'] === true && (named === 'Lookup' || named === 'User');
  const type: FieldType = several ? `${named}Multi` as FieldType : named;
  const field = blank(place, freeName(place.fields, encodedName(title)), title, type, randomUUID());
  // The order is that of columns made in SharePoint's own pages (quoted in public solutions).
  field.properties['attributes'] = [['Type', type], ['DisplayName', title], ['Required', 'FALSE'], ['EnforceUniqueValues', 'FALSE'], ['Indexed', 'FALSE']];
  applyInput(place, field, input);
  return insert(place, field);
}

/** SP.AddFieldOptions */
const options = { toNoContentType: 2, toAllContentTypes: 4, internalNameHint: 8, toDefaultView: 16, checkDisplayName: 32 } as const;

/**
 * Adds a column described by `<Field …/>`. A list makes its internal name from the display name; `Name` is only heard with the option
 * AddFieldInternalNameHint (SharePoint/sp-dev-docs#3286, pnp/pnpcore#1317), or when the column is one of the site's. A web takes `Name` as it is (recorded).
 */
export function addFieldFromXml(place: FieldPlace, xml: string, asked: number): FieldSchema {
  const ofSite = (id: string | undefined): FieldSchema | undefined => place.kind === 'web' || id === undefined ? undefined
    : availableSiteColumns(place.session.database, place.session.webId).find((column) => !column.fromBaseType && column.id === id);
  const description = wholeDescription(place, xml, ofSite);
  const { type, id, name, displayName } = description;
  if (typesNotHere.has(type)) throw notHereYet(`columns of type ${type}`);
  if (!addableTypes.has(type)) throw fieldTypeNotInstalled(type);
  const hinted = ((asked & options.internalNameHint) !== 0 || ofSite(id) !== undefined || place.kind === 'web') && name !== undefined;
  if (hinted && isTaken(place.fields, place.kind === 'web' ? name : encodedName(name))) throw duplicateField(name);
  if ((asked & options.checkDisplayName) !== 0 && place.fields.some((field) => sameName(field.title, displayName))) throw duplicateField(displayName);
  if (id !== undefined && place.fields.some((field) => field.id === id)) throw duplicateField(name ?? displayName);
  const internalName = hinted && place.kind === 'web' ? name : freeName(place.fields, encodedName(hinted ? name : displayName));
  const field = described(place, blank(place, internalName, displayName, type as FieldType, validId(id)), description);
  const added = insert(place, field, (asked & options.toNoContentType) !== 0 ? 'none' : (asked & options.toAllContentTypes) !== 0 ? 'all' : 'default');
  if ((asked & options.toDefaultView) !== 0 && place.list !== undefined) addViewField(place.session.database, place.list, added.internalName);
  return added;
}

/** What the XML says; a site column that is named by its id alone is described by the site. */
function wholeDescription({ session }: FieldPlace, xml: string, ofSite: (id: string | undefined) => FieldSchema | undefined): FieldDescription {
  const given = readFieldXml(xml, (id) => {
    const column = ofSite(id);
    return column && { type: column.type, name: column.internalName, displayName: column.title };
  });
  const column = given.attributes.some(([name]) => name === 'Type') ? undefined : ofSite(given.id);
  return column ? readFieldXml(schemaXml(webPlace(session), column)) : given;
}

/** Adds a column that shows another property of what a lookup of this list looks up. Keys of its XML remembered. */
export function addDependentLookup(place: FieldPlace, displayName: string, primaryId: string, showField: string): FieldSchema {
  const primary = place.fields.find((field) => field.id === primaryId.toLowerCase().replace(/[{}]/g, ''));
  if (!primary || !primary.type.startsWith('Lookup') || primary.properties['PrimaryFieldId']) throw fieldNotFound(primaryId);
  if (displayName.trim() === '') throw wrongArgument();
  const target = place.session.lists.byId(String(primary.properties['LookupList']));
  // A web does not ask whether the column is there (PnPjs' own tests).
  const shown = target?.fields.find((field) => sameName(field.internalName, showField))?.internalName ?? (place.kind === 'web' ? showField : undefined);
  if (shown === undefined) throw fieldNotFound(showField);
  const field = blank(place, freeName(place.fields, encodedName(displayName)), displayName, primary.type, randomUUID());
  field.readOnly = true;
  Object.assign(field.properties, { LookupList: primary.properties['LookupList'], LookupField: shown, PrimaryFieldId: primary.id, IsDependentLookup: true, RelationshipDeleteBehavior: 0 });
  field.properties['attributes'] = [
    ['Type', primary.type], ['DisplayName', displayName], ['List', `{${String(primary.properties['LookupList']).replace(/[{}]/g, '')}}`], ['ShowField', shown], ['FieldRef', primary.id], ['ReadOnly', 'TRUE'],
    ...primary.type === 'LookupMulti' ? [['Mult', 'TRUE']] : [], ['UnlimitedLengthInDocumentLibrary', 'FALSE'],
  ];
  return insert(place, field);
}

/** Fills a new column from its description. */
function described(place: FieldPlace, field: FieldSchema, { properties, attributes, children, name }: FieldDescription): FieldSchema {
  field.properties['children'] = children;
  field.properties['attributes'] = attributes.map(([attribute, value]) => attribute === 'Name' ? [attribute, field.internalName] : attribute === 'StaticName' && place.kind === 'list' ? [attribute, field.internalName] : [attribute, value]);
  applyDescription(place, field, properties);
  if (field.type.startsWith('Lookup')) {
    const primary = place.fields.find((other) => other.id === String(properties['PrimaryFieldId'] ?? '').toLowerCase().replace(/[{}]/g, '') || sameName(other.internalName, String(properties['PrimaryFieldId'] ?? '')));
    if (primary) Object.assign(field.properties, { PrimaryFieldId: primary.id, IsDependentLookup: true, LookupList: primary.properties['LookupList'] });
    if (primary) field.readOnly = true;
    if (properties['CountRelated'] === true) Object.assign(field.properties, { CountRelated: true, stored: false });
    if (properties['CountRelated'] === true) field.readOnly = true;
  }
  // Recorded: a column whose name had to be made otherwise than it was given was changed once already.
  const had = attributesOf(field).some(([attribute]) => attribute === 'Version');
  if (!had && (place.kind === 'web' || (name !== undefined && attributes.some(([attribute]) => attribute === 'Name') && encodedName(name) !== field.internalName))) field.properties['changedAtOnce'] = true;
  return field;
}

function insert(place: FieldPlace, field: FieldSchema, joined: JoinedTypes = 'default'): FieldSchema {
  if (field.type.startsWith('Lookup') && field.properties['LookupList'] === '') throw wrongArgument();
  if (field.type === 'Calculated' && field.properties['Formula'] === '') throw formulaSyntax();
  checkField(place, field, false);
  complete(place, field);
  place.insert(field, joined);
  if (place.list !== undefined) helpCounting(place, field);
  if (place.list !== undefined && field.type === 'Calculated') recalculate(place.list, place.session, field);
  if (field.type === 'Location') addLocationParts(place, field, insert);
  return field;
}

/** Counting what looks an item up is quick with an index on the other list's lookup; it is none of the list's twenty. */
function helpCounting({ session }: FieldPlace, { properties }: FieldSchema): void {
  const target = properties['CountRelated'] === true ? session.lists.byId(String(properties['LookupList'])) : undefined;
  const lookup = target?.fields.find(({ type, internalName }) => type === 'Lookup' && internalName === properties['LookupField']);
  if (target && lookup) addOwnIndex(session.database, target, lookup);
}

/** Gives a new column the attributes that SharePoint adds, behind those it was given, in the recorded order. */
function complete(place: FieldPlace, field: FieldSchema): void {
  const { changedAtOnce, ...properties } = field.properties;
  field.properties = properties;
  const missing = (name: string, value: string): void => {
    if (!attributesOf(field).some(([other]) => other === name)) setAttribute(field, name, value);
  };
  missing('ID', `{${field.id}}`);
  missing('SourceID', `{${place.id}}`);
  missing('StaticName', encodedName(field.internalName));
  missing('Name', field.internalName);
  if (place.kind === 'list' && field.properties['stored'] !== false) for (const [name, value] of columnAttributes(place.fields, field.type, place.list?.baseType === 1)) setAttribute(field, name, value);
  if (changedAtOnce === true) countChange(field);
  if (field.type === 'Calculated' && place.kind === 'list') setAttribute(field, 'ReadOnly', flag(true));
  if (field.properties['StaticName'] === undefined) field.properties['StaticName'] = encodedName(field.internalName);
}

export function blank(place: FieldPlace, internalName: string, title: string, type: FieldType, id: string): FieldSchema {
  return {
    id, internalName, title, type, description: '', required: false, indexed: false, unique: false, hidden: false, readOnly: type === 'Calculated' && place.kind === 'list', fromBaseType: false,
    // Recorded: a site column's lookup is no relationship.
    defaultValue: null, properties: { ...fieldTypes[type].properties, ...type.startsWith('Lookup') && place.kind === 'web' ? { IsRelationship: false } : {} },
  };
}

function validId(id: string | undefined): string {
  if (id === undefined) return randomUUID();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw wrongArgument();
  return id;
}
