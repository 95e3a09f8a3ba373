import { randomUUID } from 'node:crypto';
import { logChange } from '../changes/changeLog.ts';
import type { ChangeTypeName } from '../changes/changeTypes.ts';
import { limitsOf } from '../model/limits.ts';
import type { FieldSchema, FieldType, ListSchema } from '../model/list.ts';
import { notHereYet, wrongArgument } from '../model/refusals.ts';
import type { Session } from '../session.ts';
import { addColumn, dropColumn, setIndex } from '../storage/itemTables.ts';
import { applyInput, fitting, type FieldInput } from './fieldInput.ts';
import { encodedName, freeName, isTaken, sameName } from './fieldNames.ts';
import { addableTypes, fieldTypes, typeOfKind, typesNotHere } from './fieldTypes.ts';
import { readFieldXml } from './fieldXml.ts';
import { listCatalogue } from './listCatalogue.ts';
import {
  duplicateField, fieldCannotBeDeleted, fieldCannotBeIndexed, fieldCannotBeUnique, fieldTypeNotInstalled, listViewThreshold, notUnique, tooManyIndexes, uniqueNeedsIndex,
} from './listRefusals.ts';
import { addViewField, removeFieldFromViews } from './views.ts';

/** SharePoint's own limit. */
const maximumOfIndexes = 20;

/** Adds a column described by properties (`Title` and `FieldTypeKind` at least). Its internal name is made from the title, as seen in pnp/pnpjs#1825. */
export function addField(session: Session, list: ListSchema, input: FieldInput): FieldSchema {
  const title = input['Title'];
  if (typeof title !== 'string' || title.trim() === '') throw wrongArgument();
  const kind = Number(input['FieldTypeKind']);
  const named = typeOfKind(kind);
  if (!named || !addableTypes.has(named)) throw notHereYet(`columns of type ${Number.isNaN(kind) ? 'unknown' : kind}`);
  const several = input['AllowMultipleValues'] === true && (named === 'Lookup' || named === 'User');
  const type: FieldType = several ? `${named}Multi` as FieldType : named;
  return insert(session, list, blank(freeName(list, encodedName(title)), title, type, randomUUID()), input);
}

/** SP.AddFieldOptions */
const options = { internalNameHint: 8, toDefaultView: 16, checkDisplayName: 32 } as const;

/**
 * Adds a column described by `<Field …/>`. Its internal name is made from the display name; `Name` is only heard with the option
 * AddFieldInternalNameHint (SharePoint/sp-dev-docs#3286, pnp/pnpcore#1317).
 */
export function addFieldFromXml(session: Session, list: ListSchema, xml: string, asked: number): FieldSchema {
  const { type, id, name, displayName, properties } = readFieldXml(xml);
  if (typesNotHere.has(type)) throw notHereYet(`columns of type ${type}`);
  if (!addableTypes.has(type)) throw fieldTypeNotInstalled(type);
  const hinted = (asked & options.internalNameHint) !== 0 && name !== undefined;
  if (hinted && isTaken(list, encodedName(name))) throw duplicateField(name);
  if ((asked & options.checkDisplayName) !== 0 && list.fields.some((field) => sameName(field.title, displayName))) throw duplicateField(displayName);
  if (id !== undefined && list.fields.some((field) => field.id === id)) throw duplicateField(name ?? displayName);
  const internalName = freeName(list, encodedName(hinted ? name : displayName));
  const added = insert(session, list, blank(internalName, displayName, type as FieldType, validId(id)), fitting(type as FieldType, properties));
  if ((asked & options.toDefaultView) !== 0) addViewField(session.database, list, added.internalName);
  return added;
}

/** Changes a column: what SharePoint lets be changed. */
export function changeField(session: Session, list: ListSchema, field: FieldSchema, input: FieldInput): void {
  const before = { indexed: field.indexed, unique: field.unique };
  applyInput(session, list, field, input);
  check(session, list, field, before.indexed);
  if (before.indexed !== field.indexed || before.unique !== field.unique) index(session, list, field);
  save(session, list, field, 'Update');
}

export function deleteField(session: Session, list: ListSchema, field: FieldSchema): void {
  if (field.fromBaseType) throw fieldCannotBeDeleted();
  dropColumn(session.database, list, field);
  list.fields = list.fields.filter((other) => other !== field);
  removeFieldFromViews(session.database, list, field.internalName);
  save(session, list, field, 'DeleteObject');
}

function insert(session: Session, list: ListSchema, field: FieldSchema, input: FieldInput): FieldSchema {
  applyInput(session, list, field, input);
  if (field.type.startsWith('Lookup') && field.properties['LookupList'] === '') throw wrongArgument();
  check(session, list, field, false);
  addColumn(session.database, list, field);
  list.fields = [...list.fields, field];
  save(session, list, field, 'Add');
  return field;
}

function save({ database, webId, now }: Session, list: ListSchema, field: FieldSchema, type: ChangeTypeName): void {
  logChange(database, { kind: 'Field', type, webId, listId: list.id, objectId: field.id }, now());
  listCatalogue(database, webId).save(list);
}

function check({ database }: Session, list: ListSchema, field: FieldSchema, wasIndexed: boolean): void {
  const facts = fieldTypes[field.type];
  if (field.unique && !facts.uniqueable) throw fieldCannotBeUnique(field.title);
  if (field.unique && !field.indexed) throw uniqueNeedsIndex(field.title);
  if (!field.indexed || wasIndexed) return;
  if (!facts.indexable) throw fieldCannotBeIndexed(field.title);
  if (list.fields.filter((other) => other.indexed && other !== field).length >= maximumOfIndexes) throw tooManyIndexes();
  if (list.itemCount > limitsOf(database).listViewThreshold) throw listViewThreshold();
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

function validId(id: string | undefined): string {
  if (id === undefined) return randomUUID();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw wrongArgument();
  return id;
}
