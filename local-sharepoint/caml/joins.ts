import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { Condition, QueryColumn } from '../query/condition.ts';
import { throughJoins } from '../query/referencedColumn.ts';
import { unknownColumn } from '../query/refusals.ts';
import type { Session } from '../session.ts';
import { attribute, attributeOr, badCaml, children, first, type Node } from './xml.ts';

/** A column of a joined list, under the name that the view gives it. */
export interface ProjectedField {
  readonly name: string;
  /** The column itself, and the id of the item that holds it. */
  readonly column: QueryColumn;
  readonly id: QueryColumn;
  /** The column of the other list, when that is a list: the people that person columns hold are none here. */
  readonly field: FieldSchema | undefined;
}

export interface JoinedLists {
  readonly projected: readonly ProjectedField[];
  /** What inner joins demand: that there is an item which the person may see. */
  readonly conditions: readonly Condition[];
}

/** From this list to a joined one: the lookup columns on the way. */
type Way = readonly [FieldSchema, ...FieldSchema[]];

/** Reads `<Joins>` and `<ProjectedFields>`: lists and people that columns of this list, or of a list that is joined before, point to. */
export function joinedLists(view: readonly Node[], list: ListSchema, session: Session): JoinedLists {
  const ways = new Map<string, Way>();
  const conditions: Condition[] = [];
  for (const join of children(first(view, 'Joins'))) {
    const way = wayOf(join, list, ways, session);
    ways.set(attribute(join, 'ListAlias'), way);
    const type = attribute(join, 'Type').toUpperCase();
    if (type !== 'INNER' && type !== 'LEFT') throw badCaml();
    if (type === 'INNER') conditions.push({ kind: 'comparison', column: throughJoins('join', way, isPerson(way) ? 'Title' : 'GUID', session), operator: 'ne', value: null });
  }
  const projected = children(first(view, 'ProjectedFields')).map((node) => {
    const name = attribute(node, 'Name');
    const way = ways.get(attribute(node, 'List')) ?? refuse();
    const shown = attribute(node, 'ShowField');
    const field = targetOf(way, session)?.fields.find((candidate) => candidate.internalName.toLowerCase() === shown.toLowerCase());
    return { name, column: throughJoins(name, way, shown, session), id: throughJoins(name, way, 'Id', session), field };
  });
  return { projected, conditions };
}

/** `<Eq><FieldRef Name="Place" RefType="Id"/><FieldRef List="places" Name="ID"/></Eq>`; the first names the joined list whose column it is, if it isn't this list's. */
function wayOf(join: Node, list: ListSchema, ways: ReadonlyMap<string, Way>, session: Session): Way {
  const [own, other] = children(first(children(join), 'Eq'));
  if (!own || !other || attribute(other, 'List') !== attribute(join, 'ListAlias') || attribute(other, 'Name').toUpperCase() !== 'ID') throw badCaml();
  const alias = attributeOr(own, 'List', '');
  const before = alias === '' ? undefined : ways.get(alias) ?? refuse();
  const holder = before ? targetOf(before, session) : list;
  const name = attribute(own, 'Name');
  const field = holder?.fields.find((candidate) => candidate.internalName.toLowerCase() === name.toLowerCase());
  if (!field) throw unknownColumn(name, 'caml');
  if (field.type !== 'Lookup' && field.type !== 'User') throw badCaml();
  return before ? [...before, field] : [field];
}

function isPerson(way: Way): boolean {
  return way[way.length - 1]?.type === 'User';
}

function targetOf(way: Way, session: Session): ListSchema | undefined {
  return isPerson(way) ? undefined : session.lists.byId(String(way[way.length - 1]?.properties['LookupList']));
}

function refuse(): never {
  throw badCaml();
}
