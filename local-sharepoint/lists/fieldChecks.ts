import { limitsOf } from '../model/limits.ts';
import { demand } from '../model/refusals.ts';
import type { FieldSchema } from '../model/list.ts';
import { setIndex } from '../storage/itemTables.ts';
import type { FieldPlace } from './fieldPlace.ts';
import { fieldTypes } from './fieldTypes.ts';
import {
  fieldCannotBeIndexed, fieldCannotBeUnique, listViewThreshold, notUnique, relationshipNeedsIndex, relationshipNotAllowed, tooManyIndexes, uniqueNeedsIndex, uniqueNeedsReadAll,
} from './listRefusals.ts';

/** SharePoint's own limit. */
const maximumOfIndexes = 20;

/** Refuses a column whose index, unique values or relationship cannot be. */
export function checkField(place: FieldPlace, field: FieldSchema, wasIndexed: boolean): void {
  const facts = fieldTypes[field.type];
  if (field.unique && !facts.uniqueable) throw fieldCannotBeUnique(field.title);
  if (field.unique && !field.indexed && place.kind === 'list') throw uniqueNeedsIndex(field.title);
  if (field.unique && place.list?.readSecurity === 2) throw uniqueNeedsReadAll();
  checkRelationship(place, field);
  if (!field.indexed || wasIndexed || place.list === undefined) return;
  if (!facts.indexable || field.properties['CountRelated'] === true) throw fieldCannotBeIndexed(field.title);
  if (place.fields.filter((other) => other.indexed && other !== field).length >= maximumOfIndexes) throw tooManyIndexes();
  if (place.list.itemCount > limitsOf(place.session.database).listViewThreshold) throw listViewThreshold();
}

/** Documented: relationships are for lookups of one value in lists, need an index, and lists that one manages on both sides. */
function checkRelationship({ list, session }: FieldPlace, field: FieldSchema): void {
  if (!field.type.startsWith('Lookup') || (field.properties['RelationshipDeleteBehavior'] ?? 0) === 0) return;
  if (list === undefined || field.type !== 'Lookup' || field.properties['PrimaryFieldId'] || field.properties['CountRelated'] === true) throw relationshipNotAllowed();
  if (!field.indexed) throw relationshipNeedsIndex();
  const target = session.lists.byId(String(field.properties['LookupList']));
  if (target) demand(session.permissions.onList(target), 'ManageLists');
}

/** Makes or drops the index that a column asks for. */
export function index({ session, list }: FieldPlace, field: FieldSchema): void {
  if (list === undefined) return;
  try {
    setIndex(session.database, list, field);
  } catch (failure) {
    if (failure instanceof Error && /UNIQUE constraint/.test(failure.message)) throw notUnique(field.title);
    throw failure;
  }
}
