import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import type { QueryColumn } from './condition.ts';
import { storedValue } from './queryColumn.ts';
import { unknownColumn } from './refusals.ts';
import { visibleSql } from './visible.ts';

/** SQL for what can be asked of a person: `Author/Title` and the like. */
const ofPerson: ReadonlyMap<string, string> = new Map([
  ['title', 'p.title'], ['name', 'p.login_name'], ['email', 'p.email'], ['username', 'p.email'],
  ['jobtitle', '(SELECT job_title FROM people WHERE login_name = p.login_name)'], ['department', '(SELECT department FROM people WHERE login_name = p.login_name)'],
]);

/** A person or lookup column. */
export function isReference(field: FieldSchema): boolean {
  return field.type === 'User' || field.type === 'UserMulti' || field.type === 'Lookup' || field.type === 'LookupMulti';
}

/** `Author/Title`, `Category/Id`: a property of the person or of the item that is looked up. */
export function referenced(name: string, field: FieldSchema, sub: string, session: Session, as: 'rest' | 'caml'): QueryColumn {
  if (!isReference(field)) throw unknownColumn(`${field.internalName}/${sub}`, as);
  const several = field.type.endsWith('Multi');
  const stored = `i."${field.internalName}"`;
  const base = { name, field, several, lookup: true, narrows: false };
  if (sub.toLowerCase() === 'id') return { ...base, sql: stored, toStored: (value) => value === '' ? Number.NaN : Number(value) };
  const shown = field.type.startsWith('User') ? shownPerson(sub, session) : shownItem(field, sub, session);
  if (!shown) throw unknownColumn(`${field.internalName}/${sub}`, as);
  const of = (id: string): string => shown.sql.replaceAll('$id', id);
  return { ...base, sql: several ? stored : of(stored), each: of('each.value'), toStored: shown.toStored };
}

/** A column of a list that is joined through lookup columns, the first of them this list's, each other one a column of the list before it. */
export function throughJoins(name: string, path: readonly [FieldSchema, ...FieldSchema[]], sub: string, session: Session): QueryColumn {
  const [first, ...others] = path;
  const last = others[others.length - 1] ?? first;
  const id = others.reduce((before, field, at) => within(path[at] ?? first, field.internalName, session, before), `i."${first.internalName}"`);
  if (sub.toLowerCase() === 'id') return { name, field: last, several: false, lookup: true, narrows: false, sql: id, toStored: (value) => value === '' ? Number.NaN : Number(value) };
  const shown = last.type.startsWith('User') ? shownPerson(sub, session) : shownItem(last, sub, session);
  if (!shown) throw unknownColumn(sub, 'caml');
  return { name, field: last, several: false, lookup: true, narrows: false, sql: shown.sql.replaceAll('$id', id), toStored: shown.toStored };
}

/** The value of a lookup column of the item that `id` names. */
function within(field: FieldSchema, sub: string, session: Session, id: string): string {
  const shown = shownItem(field, sub, session);
  if (!shown) throw unknownColumn(sub, 'caml');
  return shown.sql.replaceAll('$id', id);
}

interface Shown { /** `$id` stands for the id. */ readonly sql: string; readonly toStored: QueryColumn['toStored'] }

function shownPerson(sub: string, { rootWebId }: Session): Shown | undefined {
  const column = ofPerson.get(sub.toLowerCase());
  return column === undefined ? undefined : { sql: `(SELECT ${column} FROM principals p WHERE p.web_id = '${rootWebId}' AND p.id = $id) COLLATE NOCASE`, toStored: String };
}

/** What may not be seen of the other list is empty, as if it were not there. */
function shownItem(field: FieldSchema, sub: string, session: Session): Shown | undefined {
  const target = session.lists.byId(String(field.properties['LookupList']));
  const shown = target?.fields.find((candidate) => candidate.internalName.toLowerCase() === sub.toLowerCase());
  if (!target || !shown || !isStored(shown)) return undefined;
  // What a subquery gives has lost its column's collation: text is compared without regard to case.
  const collation = shown.type === 'Text' || shown.type === 'Choice' ? ' COLLATE NOCASE' : '';
  return { sql: `(SELECT t."${shown.internalName}" FROM "${target.table}" t WHERE t.ID = $id${visibleIn(target, session)})${collation}`, toStored: (value) => storedValue(shown, value) };
}

function visibleIn(target: ListSchema, session: Session): string {
  return visibleSql(target, session, 't').map((condition) => ` AND ${condition}`).join('');
}
