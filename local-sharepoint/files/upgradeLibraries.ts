import type { DatabaseSync } from 'node:sqlite';
import { addFileColumns } from '../storage/itemTables.ts';
import { all, change, one } from '../storage/prepared.ts';

/** Format 2: gives libraries that were made before files had drafts what these need. Until then each change of a file was a major version. */
export function upgradeLibraries(database: DatabaseSync): void {
  const libraries = all<{ id: string; item_table: string }>(database, "SELECT id, json_extract(schema, '$.table') AS item_table FROM lists WHERE json_extract(schema, '$.baseType') = 1");
  const hasVersions = one(database, "SELECT 1 FROM sqlite_schema WHERE name = 'item_versions'") !== undefined;
  for (const { id, item_table: table } of libraries) {
    addFileColumns(database, table);
    change(database, `UPDATE "${table}" SET _uiversion = _version * 512 WHERE FSObjType = 0`);
    if (!hasVersions) continue;
    // From the highest on, so that none meets another that was not counted anew yet.
    for (const { version, item } of all<{ version: number; item: number }>(database, 'SELECT version, item_id AS item FROM item_versions WHERE list_id = ? ORDER BY version DESC', id)) {
      change(database, 'UPDATE item_versions SET version = version * 512 WHERE list_id = ? AND item_id = ? AND version = ?', id, item, version);
    }
  }
}
