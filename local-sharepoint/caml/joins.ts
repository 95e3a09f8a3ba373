import type { FieldSchema, ListSchema } from '../model/list.ts';
import { notHereYet } from '../model/refusals.ts';
import type { Condition } from '../query/condition.ts';
import { queryColumn } from '../query/queryColumn.ts';
import { unknownColumn } from '../query/refusals.ts';
import type { Session } from '../session.ts';
import { attribute, attributeOr, badCaml, children, first, type Node } from './xml.ts';

/** A column of a joined list, under the name that the view gives it. */
export interface ProjectedField {
  readonly name: string;
  /** The lookup column of this list. */
  readonly lookup: FieldSchema;
  /** The column of the other one. */
  readonly showField: string;
}

export interface JoinedLists {
  readonly projected: readonly ProjectedField[];
  /** What inner joins demand: that there is an item which the person may see. */
  readonly conditions: readonly Condition[];
}

/** Reads `<Joins>` and `<ProjectedFields>`: lists that lookup columns of this list point to. Joins of joined lists are not here. */
export function joinedLists(view: readonly Node[], list: ListSchema, session: Session): JoinedLists {
  const aliases = new Map<string, FieldSchema>();
  const conditions: Condition[] = [];
  for (const join of children(first(view, 'Joins'))) {
    const lookup = lookupOf(join, list);
    aliases.set(attribute(join, 'ListAlias'), lookup);
    const type = attribute(join, 'Type').toUpperCase();
    if (type !== 'INNER' && type !== 'LEFT') throw badCaml();
    if (type === 'INNER') conditions.push({ kind: 'comparison', column: queryColumn(`${lookup.internalName}/GUID`, list, session, 'caml'), operator: 'ne', value: null });
  }
  const projected = children(first(view, 'ProjectedFields')).map((field) => ({
    name: attribute(field, 'Name'), lookup: aliases.get(attribute(field, 'List')) ?? refuse(), showField: attribute(field, 'ShowField'),
  }));
  return { projected, conditions };
}

/** `<Eq><FieldRef Name="Place" RefType="Id"/><FieldRef List="places" Name="ID"/></Eq>` */
function lookupOf(join: Node, list: ListSchema): FieldSchema {
  const [own, other] = children(first(children(join), 'Eq'));
  if (!own || !other || attribute(other, 'List') !== attribute(join, 'ListAlias') || attribute(other, 'Name').toUpperCase() !== 'ID') throw badCaml();
  if (attributeOr(own, 'List', '') !== '') throw notHereYet('Joins of joined lists in CAML');
  const name = attribute(own, 'Name');
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === name.toLowerCase());
  if (!field) throw unknownColumn(name, 'caml');
  if (field.type === 'User') throw notHereYet('Joins over person columns in CAML');
  if (field.type !== 'Lookup') throw badCaml();
  return field;
}

function refuse(): never {
  throw badCaml();
}
