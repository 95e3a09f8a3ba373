import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../local-sharepoint/storage/openDatabase.ts';
import { all, change, one, together } from '../../../local-sharepoint/storage/prepared.ts';
import { startLocalSharePoint, type LocalSharePoint } from '../../localSharePoint.ts';

/** So many items have the same rank, whatever the length of the list: a condition on it finds as many in all of them. */
export const itemsOfARank = 40;
export const longList = 'Long';

/**
 * A local SharePoint with one list of so many items: `Title`, `Key` (text) and `Rank` (number), the latter two indexed. List, columns and the first item are
 * made over REST. The others are written straight into the database, in one statement, as copies of the first: over REST a million take many minutes,
 * so a few seconds.
 */
export async function startLongList(items: number): Promise<LocalSharePoint> {
  const data = mkdtempSync(join(tmpdir(), 'long-list-'));
  const empty = await startLocalSharePoint('--empty', '--data', data);
  try {
    await makeList(empty);
  } finally {
    await empty.stop();
  }
  fill(data, items);
  const filled = await startLocalSharePoint('--empty', '--data', data);
  return {
    ...filled,
    stop: async () => {
      await filled.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function makeList(sharePoint: LocalSharePoint): Promise<void> {
  const post = async (path: string, body: object): Promise<void> => {
    const { status, text } = await sharePoint.ask(path, { method: 'POST', body });
    if (status >= 300) throw new Error(`${path} was answered ${status}: ${text.slice(0, 300)}`);
  };
  await post('web/lists', { Title: longList, BaseTemplate: 100 });
  const list = `web/lists/getbytitle('${longList}')`;
  for (const xml of ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE"/>', '<Field Type="Number" Name="Rank" DisplayName="Rank" Indexed="TRUE"/>']) {
    await post(`${list}/fields/createfieldasxml`, { parameters: { SchemaXml: xml, Options: 8 } });
  }
  await post(`${list}/items`, { Title: 'Item 1', Key: 'key-1', Rank: 0 });
}

/** What differs from copy to copy, as SQL over `n`, the number of the item. */
const own = (items: number): Readonly<Record<string, string>> => ({
  ID: 'n', Title: "'Item ' || n", Key: "'key-' || n", Rank: `(n - 1) % ${Math.max(1, Math.floor(items / itemsOfARank))}`,
  GUID: "lower(printf('%s-%s-4%s-8%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2), substr(hex(randomblob(2)), 2), hex(randomblob(6))))",
});

function fill(data: string, items: number): void {
  const database = openDatabase(data);
  try {
    together(database, () => {
      const list = one<{ id: string; schema: string }>(database, "SELECT id, schema FROM lists WHERE json_extract(schema, '$.title') = ?", longList);
      if (!list) throw new Error(`The list "${longList}" is not in the database.`);
      const { table } = JSON.parse(list.schema) as { table: string };
      const columns = all<{ name: string }>(database, `PRAGMA table_info("${table}")`).map(({ name }) => name);
      const numbers = `WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${items})`;
      change(database, `${numbers} INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join()}) SELECT ${columns.map((name) => own(items)[name] ?? `first."${name}"`).join()} FROM numbers, "${table}" first WHERE first.ID = 1`);
      change(database, `${numbers} INSERT INTO change_log (time, kind, type, web_id, list_id, item_id) SELECT time, kind, type, web_id, list_id, n FROM numbers, (SELECT * FROM change_log WHERE list_id = ? AND item_id = 1 LIMIT 1)`, list.id);
      change(database, 'UPDATE lists SET item_count = ? WHERE id = ?', items, list.id);
    });
  } finally {
    database.close();
  }
}
