import type { FieldSchema, ListSchema } from '../model/list.ts';
import { unknownColumn } from '../query/refusals.ts';
import { attribute, attributeOr, badCaml, children, isTrue, type Node } from './xml.ts';

/** `<GroupBy Collapse="TRUE" GroupLimit="30">`: one or two columns. */
export interface Grouping {
  readonly fields: readonly FieldSchema[];
  /** Whether groups are answered rather than the items in them. */
  readonly collapsed: boolean;
  /** Groups of a page, when the view says. */
  readonly limit: number | undefined;
}

/** A view groups by two columns at most (documented). */
const mostGroups = 2;

/** Reads a `<GroupBy>`; none when it names no column. */
export function groupingOf(node: Node | undefined, list: ListSchema): Grouping | undefined {
  const named = children(node).map((field) => attribute(field, 'Name'));
  if (node === undefined || named.length === 0) return undefined;
  if (named.length > mostGroups) throw badCaml();
  const limit = Number(attributeOr(node, 'GroupLimit', '0'));
  return { fields: named.map((name) => fieldNamed(name, list)), collapsed: isTrue(node, 'Collapse'), limit: Number.isSafeInteger(limit) && limit > 0 ? limit : undefined };
}

/** The column of this internal name. */
export function fieldNamed(name: string, list: ListSchema): FieldSchema {
  const wanted = /^LinkTitle(NoMenu|2)?$/i.test(name) ? 'title' : name.toLowerCase();
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === wanted);
  if (!field) throw unknownColumn(name, 'caml');
  return field;
}
