import { seenTable } from '../files/seen.ts';
import { grants, overridesItemSecurity } from '../model/basePermissions.ts';
import { isHidden } from '../moderation/moderation.ts';
import type { ListSchema } from '../model/list.ts';
import { itemEntityType, itemSet } from '../lists/entityTypeNames.ts';
import { one } from '../storage/prepared.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { itemNotFound } from './itemRefusals.ts';
import { itemNavigation, selectionOf, type Selection } from './selection.ts';

/** The item with this id, when this person may see it. Throws "Item does not exist" when not. */
export function visibleRow(list: ListSchema, id: number, session: Session): ItemRow {
  const row = one<ItemRow>(session.database, `SELECT * FROM ${seenTable(list, session)} WHERE ID = ?`, id);
  if (!row) throw itemNotFound();
  if (!isVisible(list, row, session)) throw itemNotFound();
  return row;
}

/** Whether this person may see the item: its permissions, and the list's item-level security. */
export function isVisible(list: ListSchema, row: ItemRow, session: Session): boolean {
  const othersHidden = list.readSecurity === 2 && row.Author !== session.user.id && !overridesItemSecurity(session.permissions.onList(list));
  return !othersHidden && !isHidden(list, row, session) && grants(session.permissions.onItem(list, row._scope), 'ViewListItems');
}

/** One item as the request wants it. */
export function itemEntityOf(list: ListSchema, id: number, request: ResourceRequest): Entity {
  return rowEntity(list, visibleRow(list, id, request.session), selectionOf(list, request));
}

export function rowEntity(list: ListSchema, row: ItemRow, selection: Selection): Entity {
  return {
    type: itemEntityType(list), set: itemSet(list), id: row.GUID, editLink: `Web/Lists(guid'${list.id}')/Items(${row.ID})`, etag: etagOf(row), navigation: itemNavigation,
    properties: Object.fromEntries(selection.readers.map(({ name, read }) => [name, read(row)])), projected: true, edmType: selection.edmType,
  };
}

/** `"<guid>,<version>"` (quoted in pnp/pnpjs#2569). */
export function etagOf(row: ItemRow): string {
  return `"${row.GUID},${row._version}"`;
}
