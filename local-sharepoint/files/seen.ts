import { grants } from '../model/basePermissions.ts';
import { hiddenSql, statusColumn, unapprovedRows } from '../moderation/moderation.ts';
import type { ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { unpublishedRows } from '../storage/itemTables.ts';
import { all, one } from '../storage/prepared.ts';

/** Columns in which a former version has no say: what it is, where it is and who may see it. */
const ofTheFile: ReadonlySet<string> = new Set(['ID', 'GUID', 'Author', 'Created', 'FSObjType', 'FileLeafRef', 'FileDirRef', '_scope', 'CheckoutUser']);
const textIgnoringCase: ReadonlySet<string> = new Set(['Text', 'Choice']);

/**
 * Where a person reads a list: its table, or where there are drafts, checked-out files or unapproved items that are not theirs to see, the table with the last version that
 * they may see in the place of each of these, as SharePoint has it; a file without such a version is not there for them. It is SQL for `FROM … i`, made of ids
 * and names of this service's own.
 */
export function seenTable(list: ListSchema, session: Session): string {
  const table = `"${list.table}"`;
  if (list.baseType !== 1) return replaced(list, session, unapproved(list, session));
  const drafts = draftsHidden(list, session);
  const hidden = `(coalesce(CheckoutUser <> ${session.user.id}, 0)${drafts === undefined ? '' : ` OR ${drafts}`})`;
  if (one(session.database, `SELECT 1 FROM ${table} WHERE ${unpublishedRows} AND ${hidden} LIMIT 1`) === undefined) return replaced(list, session, unapproved(list, session));
  return replaced(list, session, { rows: unpublishedRows, hidden, mayShow: drafts === undefined ? '' : ' AND w.version % 512 = 0' });
}

/** Rows that are hidden, `rows` an index of all that may be; and which of their former versions may be shown. */
interface Hidden { readonly rows: string; readonly hidden: string; readonly mayShow: string }

/** What others have not approved yet, as far as there is a former version to show instead. */
function unapproved(list: ListSchema, session: Session): Hidden | undefined {
  const hidden = hiddenSql(list, session, `"${list.table}"`);
  if (hidden === undefined) return undefined;
  const mayShow = ` AND coalesce(json_extract(w.row, '$.${statusColumn}'), 0) = 0`;
  const former = `SELECT 1 FROM (SELECT ID FROM "${list.table}" WHERE ${unapprovedRows} AND ${hidden}) t JOIN item_versions w ON w.list_id = '${list.id}' AND w.item_id = t.ID${mayShow} LIMIT 1`;
  return one(session.database, former) === undefined ? undefined : { rows: unapprovedRows, hidden, mayShow };
}

function replaced(list: ListSchema, session: Session, found: Hidden | undefined): string {
  const table = `"${list.table}"`;
  if (found === undefined) return table;
  const { rows, hidden, mayShow } = found;
  const columns = all<{ name: string }>(session.database, 'SELECT name FROM pragma_table_info(?)', list.table).map(({ name }) => name);
  const former = columns.map((name) => ofTheFile.has(name) ? `t."${name}"` : `json_extract(v.row, '$."${name}"')${collation(list, name)} AS "${name}"`).join(', ');
  return `(SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${table} WHERE NOT ${hidden}
    UNION ALL SELECT ${former} FROM (SELECT * FROM ${table} WHERE ${rows} AND ${hidden}) t JOIN item_versions v ON v.list_id = '${list.id}' AND v.item_id = t.ID
    AND v.version = (SELECT max(w.version) FROM item_versions w WHERE w.list_id = '${list.id}' AND w.item_id = t.ID${mayShow}))`;
}

/** Which drafts somebody may not see (`DraftVersionVisibility`: 0 readers see them, 1 who may edit, 2 who may approve, and their authors). */
function draftsHidden(list: ListSchema, { permissions, user }: Session): string | undefined {
  const mask = permissions.onList(list);
  switch (list.properties['DraftVersionVisibility'] ?? 0) {
    case 1: return grants(mask, 'EditListItems') ? undefined : '_uiversion % 512 <> 0';
    case 2: return grants(mask, 'ApproveItems') ? undefined : `(_uiversion % 512 <> 0 AND Author <> ${user.id})`;
    default: return undefined;
  }
}

function collation(list: ListSchema, name: string): string {
  return list.fields.some((field) => field.internalName === name && textIgnoringCase.has(field.type)) ? ' COLLATE NOCASE' : '';
}
