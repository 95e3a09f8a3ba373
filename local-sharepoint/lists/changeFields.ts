import { notHereYet } from '../model/refusals.ts';
import type { FieldSchema } from '../model/list.ts';
import { recalculate } from '../items/calculatedValues.ts';
import { attributesOf, countChange } from './fieldAttributes.ts';
import { checkField, index } from './fieldChecks.ts';
import { applyDescription, applyInput, type FieldInput } from './fieldInput.ts';
import type { FieldPlace } from './fieldPlace.ts';
import { readFieldXml } from './fieldXml.ts';
import { describedAttributes } from './schemaXml.ts';
import { fieldCannotBeDeleted, fieldSealed } from './listRefusals.ts';

/** Changes a column: what SharePoint lets be changed. */
export function changeField(place: FieldPlace, field: FieldSchema, { SchemaXml: xml, ...input }: FieldInput): void {
  const before = { indexed: field.indexed, unique: field.unique, result: resultOf(field) };
  // From now on the column has a description of its own.
  if (attributesOf(field).length === 0) field.properties['attributes'] = describedAttributes(place, field);
  if (typeof xml === 'string' && xml !== '') applyXml(place, field, xml);
  applyInput(place, field, input);
  checkField(place, field, before.indexed);
  if (before.indexed !== field.indexed || before.unique !== field.unique) index(place, field);
  countChange(field);
  place.save(field);
  if (place.list !== undefined && resultOf(field) !== before.result) recalculate(place.list, place.session, field);
}

/** What SharePoint gives a column itself, whatever the XML says. */
const own: ReadonlySet<string> = new Set(['ID', 'Name', 'SourceID', 'StaticName', 'ColName', 'RowOrdinal', 'ColName2', 'RowOrdinal2', 'Version', 'Type']);

/** Takes a column's whole description anew; its type, names and place stay. */
function applyXml(place: FieldPlace, field: FieldSchema, xml: string): void {
  const { type, properties, attributes, children, displayName } = readFieldXml(xml);
  if (type !== field.type) throw notHereYet('changing the type of a column');
  const kept = new Map(attributesOf(field).filter(([name]) => own.has(name)));
  const given = attributes.flatMap(([name, value]): [string, string][] => own.has(name) ? kept.has(name) ? [[name, kept.get(name) ?? '']] : [] : [[name, value]]);
  const named = new Set(given.map(([name]) => name));
  field.properties['attributes'] = [...given, ...[...kept].filter(([name]) => !named.has(name))];
  field.properties['children'] = children;
  applyDescription(place, field, { Group: null, DefaultValue: null, ...properties, Title: displayName });
}

/** What the values of a calculated column follow from. */
function resultOf({ type, properties }: FieldSchema): string {
  return type === 'Calculated' ? JSON.stringify([properties['Formula'], properties['OutputType']]) : '';
}

/** Deletes a column, and with a lookup or location what it brought along. */
export function deleteField(place: FieldPlace, field: FieldSchema): void {
  if (field.fromBaseType || field.ofTemplate === true) throw fieldCannotBeDeleted();
  const allowed = attributesOf(field).find(([name]) => name === 'AllowDeletion')?.[1];
  if (field.properties['Sealed'] === true || /^false$/i.test(allowed ?? '')) throw fieldSealed();
  for (const dependent of place.fields.filter(({ properties }) => properties['PrimaryFieldId'] === field.id || properties['LocationField'] === field.id)) place.remove(dependent);
  place.remove(field);
  if (place.list === undefined) return;
  for (const other of place.fields.filter(({ type, properties }) => type === 'Calculated' && String(properties['Formula']).includes(field.internalName))) recalculate(place.list, place.session, other);
}
