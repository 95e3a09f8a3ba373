import { randomUUID } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import type { FieldSchema, FieldType, ListSchema } from '../model/list.ts';
import { notHereYet, wrongArgument } from '../people/refusals.ts';
import type { Session } from '../session.ts';
import { addColumn, dropColumn, setIndex } from '../storage/itemTables.ts';
import { addableTypes, fieldTypes, typeOfKind } from './fieldTypes.ts';
import { listCatalogue } from './listCatalogue.ts';
import { duplicateField, fieldCannotBeDeleted, fieldCannotBeIndexed, listViewThreshold, notUnique, tooManyIndexes, uniqueNeedsIndex } from './listRefusals.ts';

/** SharePoint's own limits. */
const thresholdOfItems = 5000;
const maximumOfIndexes = 20;

/** What a client says of a column, in SharePoint's property names. */
export type FieldInput = Readonly<Record<string, unknown>>;

/** Adds a column described by properties (`Title` and `FieldTypeKind` at least). */
export function addField(session: Session, list: ListSchema, input: FieldInput): FieldSchema {
  const kind = Number(input['FieldTypeKind']);
  const named = typeOfKind(kind);
  const title = input['Title'];
  if (typeof title !== 'string' || title.trim() === '') throw wrongArgument();
  if (!named || !addableTypes.has(named)) throw notHereYet(`columns of type ${Number.isNaN(kind) ? String(input['FieldTypeKind']) : kind}`);
  const several = input['AllowMultipleValues'] === true && (named === 'Lookup' || named === 'User');
  const type: FieldType = several ? `${named}Multi` as FieldType : named;
  const internalName = freeName(list, typeof input['StaticName'] === 'string' ? input['StaticName'] : encodedName(title));
  return insert(session, list, { ...blank(internalName, title, type, typeof input['Id'] === 'string' ? input['Id'] : randomUUID()) }, input);
}

/** Adds a column described by `<Field …/>`. Its `Name` is the internal name unless the title is asked to be (`Options` 8 not set). */
export function addFieldFromXml(session: Session, list: ListSchema, xml: string): FieldSchema {
  const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', isArray: (name) => name === 'CHOICE', parseTagValue: false }).parse(xml) as { Field?: Record<string, unknown> };
  const found = parsed.Field;
  if (!found || typeof found['Type'] !== 'string') throw wrongArgument();
  const of = (name: string): string | undefined => {
    const value = found[name];
    return typeof value === 'string' ? value : undefined;
  };
  const isTrue = (name: string): boolean => of(name)?.toUpperCase() === 'TRUE';
  const type = found['Type'] as FieldType;
  if (!addableTypes.has(type)) throw notHereYet(`columns of type ${found['Type']}`);
  const title = of('DisplayName') ?? of('Name') ?? '';
  const internalName = of('Name') ?? of('StaticName') ?? encodedName(title);
  if (title === '') throw wrongArgument();
  if (list.fields.some((field) => sameName(field.internalName, internalName))) throw duplicateField(internalName);
  const choices = found['CHOICES'] as { CHOICE?: unknown[] } | undefined;
  return insert(session, list, blank(internalName, title, type, (of('ID') ?? randomUUID()).replace(/[{}]/g, '').toLowerCase()), {
    Description: of('Description') ?? '', Required: isTrue('Required'), Hidden: isTrue('Hidden'), ReadOnlyField: isTrue('ReadOnly'),
    Indexed: isTrue('Indexed'), EnforceUniqueValues: isTrue('EnforceUniqueValues'),
    ...(typeof found['Default'] === 'string' ? { DefaultValue: found['Default'] } : {}),
    ...(of('MaxLength') === undefined ? {} : { MaxLength: Number(of('MaxLength')) }),
    ...(of('RichText') === undefined ? {} : { RichText: isTrue('RichText') }),
    ...(of('NumLines') === undefined ? {} : { NumberOfLines: Number(of('NumLines')) }),
    ...(of('Format') === undefined ? {} : { DisplayFormat: of('Format') === 'DateOnly' ? 0 : 1 }),
    ...(of('List') === undefined ? {} : { LookupList: of('List') }),
    ...(of('ShowField') === undefined ? {} : { LookupField: of('ShowField') }),
    ...(choices?.CHOICE === undefined ? {} : { Choices: choices.CHOICE.map(String) }),
  });
}

/** Changes a column: what SharePoint lets be changed. */
export function changeField(session: Session, list: ListSchema, field: FieldSchema, input: FieldInput): void {
  const before = { indexed: field.indexed, unique: field.unique };
  apply(field, input);
  checkIndex(list, field, before.indexed);
  if (before.indexed !== field.indexed || before.unique !== field.unique) index(session, list, field);
  listCatalogue(session.database, session.webId).save(list);
}

export function deleteField(session: Session, list: ListSchema, field: FieldSchema): void {
  if (field.fromBaseType) throw fieldCannotBeDeleted();
  dropColumn(session.database, list, field);
  list.fields = list.fields.filter((other) => other !== field);
  listCatalogue(session.database, session.webId).save(list);
}

function insert(session: Session, list: ListSchema, field: FieldSchema, input: FieldInput): FieldSchema {
  apply(field, input);
  checkIndex(list, field, false);
  addColumn(session.database, list, field);
  list.fields = [...list.fields, field];
  listCatalogue(session.database, session.webId).save(list);
  return field;
}

function apply(field: FieldSchema, input: FieldInput): void {
  if (typeof input['Title'] === 'string' && input['Title'] !== '') field.title = input['Title'];
  if (typeof input['Description'] === 'string') field.description = input['Description'];
  if (typeof input['Required'] === 'boolean') field.required = input['Required'];
  if (typeof input['Hidden'] === 'boolean') field.hidden = input['Hidden'];
  if (typeof input['ReadOnlyField'] === 'boolean') field.readOnly = input['ReadOnlyField'];
  if (typeof input['Indexed'] === 'boolean') field.indexed = input['Indexed'];
  if (typeof input['EnforceUniqueValues'] === 'boolean') field.unique = input['EnforceUniqueValues'];
  if (input['DefaultValue'] !== undefined) field.defaultValue = input['DefaultValue'] === null ? null : String(input['DefaultValue']);
  for (const name of Object.keys(fieldTypes[field.type].properties)) {
    const value = results(input[name]);
    if (value !== undefined) field.properties[name] = value;
  }
}

function checkIndex(list: ListSchema, field: FieldSchema, wasIndexed: boolean): void {
  if (field.unique && !field.indexed) throw uniqueNeedsIndex(field.title);
  if (!field.indexed || wasIndexed) return;
  if (!fieldTypes[field.type].indexable) throw fieldCannotBeIndexed(field.title);
  if (list.fields.filter((other) => other.indexed && other !== field).length >= maximumOfIndexes) throw tooManyIndexes();
  if (list.itemCount > thresholdOfItems) throw listViewThreshold();
}

function index(session: Session, list: ListSchema, field: FieldSchema): void {
  try {
    setIndex(session.database, list, field);
  } catch (failure) {
    if (failure instanceof Error && /UNIQUE constraint/.test(failure.message)) throw notUnique(field.title);
    throw failure;
  }
}

function blank(internalName: string, title: string, type: FieldType, id: string): FieldSchema {
  return {
    id, internalName, title, type, description: '', required: false, indexed: false, unique: false, hidden: false, readOnly: false, fromBaseType: false,
    defaultValue: null, properties: { ...fieldTypes[type].properties },
  };
}

/** `With Space` becomes `With_x0020_Space`; at most 32 characters, as SharePoint cuts them. */
function encodedName(title: string): string {
  return [...title].map((character) => /[\p{L}\p{N}_]/u.test(character) ? character : `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`).join('').slice(0, 32);
}

function freeName(list: ListSchema, name: string): string {
  for (let number = -1; ; number += 1) {
    const candidate = number < 0 ? name : `${name}${number}`;
    if (!list.fields.some((field) => sameName(field.internalName, candidate))) return candidate;
  }
}

function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Verbose clients wrap arrays: `{results: […]}`. */
function results(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
}
