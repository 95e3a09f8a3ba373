import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

/** Statements kept at most: queries of clients make new ones without end. */
const mostKept = 500;
const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>();

/** A statement of this database, prepared once: the look-ups of people and permissions run many times a request. */
export function statement(database: DatabaseSync, sql: string): StatementSync {
  let statements = prepared.get(database);
  if (statements === undefined) {
    statements = new Map();
    prepared.set(database, statements);
  }
  let found = statements.get(sql);
  if (found === undefined) {
    found = database.prepare(sql);
    const oldest = statements.size < mostKept ? undefined : statements.keys().next().value;
    if (oldest !== undefined) {
      statements.delete(oldest);
    }
    statements.set(sql, found);
  }
  return found;
}

/** To be called when a table has got other columns: a statement that reads all of them does not know the new ones, and fails without the old ones. */
export function forgetStatements(database: DatabaseSync): void {
  prepared.delete(database);
}

/** The first row, in the shape the caller knows its statement gives. */
export function one<Row>(database: DatabaseSync, sql: string, ...values: SQLInputValue[]): Row | undefined {
  return statement(database, sql).get(...values) as Row | undefined;
}

/** All rows. */
export function all<Row>(database: DatabaseSync, sql: string, ...values: SQLInputValue[]): Row[] {
  return statement(database, sql).all(...values) as Row[];
}

/** Makes several changes as one, also inside a transaction of the caller's: all of them or none, and one write to disk. */
export function together<Result>(database: DatabaseSync, changes: () => Result): Result {
  database.exec('SAVEPOINT together');
  try {
    const result = changes();
    database.exec('RELEASE together');
    return result;
  } catch (failure) {
    // A disk that failed took everything back already.
    if (database.isTransaction) database.exec('ROLLBACK TO together; RELEASE together');
    throw failure;
  }
}

/** Runs a change and answers how many rows it touched. */
export function change(database: DatabaseSync, sql: string, ...values: SQLInputValue[]): number {
  return Number(statement(database, sql).run(...values).changes);
}

/** Adds a row of these columns; answers its id. */
export function insert(database: DatabaseSync, table: string, row: ReadonlyMap<string, SQLInputValue>): number {
  const names = [...row.keys()];
  const sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return Number(statement(database, sql).run(...row.values()).lastInsertRowid);
}
