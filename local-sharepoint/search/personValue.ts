/** What stands between several people in one value; seen in public code. */
export const betweenPeople = '\n\n';

/** SQL of a person in `principals` as search writes people of `…OWSUSER` properties. */
export function personSql(table: string): string {
  return `(${table}.email || ' | ' || ${table}.title || ' | ' || hex(${table}.login_name) || ' ' || ${table}.login_name)`;
}
