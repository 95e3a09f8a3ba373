import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { startWithLittleRoom } from '../../localSharePoint.ts';
import { onKeptData } from './keptData.ts';
import { addItem, addMany, merge, newList, refusal, restOf, values, type Json } from './rest.ts';

const olderData = join(import.meta.dirname, 'olderData');

/** Starts on data that cannot be used; answers what is said, and that the program ended with 1. */
async function refusedStart(data: string): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'local-sharepoint/main.ts', '--port', '0', '--empty', '--data', data]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const [code] = await once(child, 'close') as [number | null];
  assert.equal(code, 1, said);
  return said;
}

function database(data: string, work: (opened: DatabaseSync) => void): void {
  const opened = new DatabaseSync(join(data, 'sharepoint.db'));
  work(opened);
  opened.close();
}

describe('kill -9', () => {
  it('costs no write that was answered, at any moment, and leaves counts right', { timeout: 120_000 }, () => onKeptData(async (start) => {
    const answered = new Set<string>();
    let path = '';
    for (const [round, killAfter] of [1, 23, 60, 111, 150].entries()) {
      const running = await start();
      const rest = restOf(running);
      if (round === 0) ({ path } = await newList(rest, 'Written', ['<Field Type="Text" Name="Key" DisplayName="Key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>']));
      let written = 0;
      let killed: Promise<void> | undefined;
      const writer = async (who: number): Promise<void> => {
        for (let n = 0; killed === undefined; n += 1) {
          const Key = `${round}-${who}-${n}`;
          const { status } = await rest(`${path}/items`, { body: { Title: 'x', Key } });
          assert.equal(status, 201);
          answered.add(Key);
          written += 1;
          if (written === killAfter) killed = running.kill();
        }
      };
      await Promise.allSettled(Array.from({ length: 8 }, (_, who) => writer(who)));
      await killed;
      assert.ok(written >= killAfter);
    }
    const rest = restOf(await start());
    const rows = values<{ Key: string }>(await rest(`${path}/items?$select=Key&$top=5000`)).map(({ Key }) => Key);
    assert.deepEqual([...answered].filter((key) => !rows.includes(key)), []);
    assert.equal(new Set(rows).size, rows.length);
    assert.equal((await rest(`${path}/itemcount`)).json['value'], rows.length);
  }));
});

describe('data of another version', () => {
  const formats = readdirSync(olderData).filter((file) => file.endsWith('.db.gz'));
  for (const file of formats) {
    it(`of ${file} opens with all that is in it, and can be written`, () => onKeptData(async (start, data) => {
      mkdirSync(data, { recursive: true });
      writeFileSync(join(data, 'sharepoint.db'), gunzipSync(readFileSync(join(olderData, file))));
      const running = await start();
      const rest = restOf(running);
      const path = "web/lists/getbytitle('Kept')";
      const items = values<Json>(await rest(`${path}/items?$select=Id,Title,Key,Story,HasUniqueRoleAssignments,OData__UIVersionString,Attachments,Author/Title&$expand=Author&$orderby=Id`));
      assert.deepEqual(items.map((item) => [item['Id'], item['Title'], item['Key'], item['HasUniqueRoleAssignments'], item['OData__UIVersionString'], item['Attachments']]),
        [[1, 'A2', 'a', false, '3.0', true], [3, 'C', 'c', true, '1.0', false]]);
      assert.deepEqual(values(await rest(`${path}/items(1)/comments`)).map(({ text }) => text), ['A comment']);
      assert.equal((await rest(`${path}/items(1)/attachmentfiles('note.txt')/$value`)).text, 'attached');
      assert.equal((await rest("web/getfilebyserverrelativepath(decodedurl='/sites/intranet/Shared Documents/read.txt')/$value")).text, 'a file');
      const [binned] = values<{ Id: string }>(await rest('web/recyclebin'));
      assert.equal((await rest(`web/recyclebin('${binned?.Id}')/restore`, { method: 'POST' })).status, 200);
      assert.equal(await addItem(rest, path, { Title: 'D', Key: 'd' }), 4);
      assert.match(refusal(await rest(`${path}/items`, { body: { Key: 'b' } })), /duplicate values/);
      await running.stop();
      const again = restOf(await start());
      assert.equal(values(await again(`${path}/items`)).length, 4);
    }));
  }

  it('is refused when it is newer, and left as it is', () => onKeptData(async (start, data) => {
    await (await start()).stop();
    database(data, (opened) => opened.exec('PRAGMA user_version = 999'));
    assert.match(await refusedStart(data), /^The data in ".+" was written by a newer version of the local SharePoint \(format 999; this version knows \d+\)\. Start that version, or give another folder with --data\.\n$/);
    database(data, (opened) => assert.equal(opened.prepare('PRAGMA user_version').get()?.['user_version'], 999));
  }));
});

describe('data that cannot be used', () => {
  it('says that another local SharePoint has it, which goes on', () => onKeptData(async (start, data) => {
    const rest = restOf(await start());
    assert.match(await refusedStart(data), /^The data in ".+" is in use by another local SharePoint\. Stop that one first, or give this one a folder of its own with --data\./);
    assert.equal((await rest('web/lists', { body: { Title: 'Still here', BaseTemplate: 100 } })).status, 201);
  }));

  for (const [what, from, to] of [['its beginning', 0, 100], ['all but its beginning', 4096, Infinity]] as const) {
    it(`says that it is damaged: ${what}`, () => onKeptData(async (start, data) => {
      await (await start()).stop();
      const file = join(data, 'sharepoint.db');
      const opened = openSync(file, 'r+');
      writeSync(opened, Buffer.alloc(Math.min(to, statSync(file).size) - from, 'damage '), 0, undefined, from);
      closeSync(opened);
      assert.match(await refusedStart(data), /^The data in ".+" is damaged\. Put back a copy of the folder, or move it away and start anew; nothing in it was changed\./);
    }));
  }

  it('says that there can be no folder where a file is', () => onKeptData(async (_start, data) => {
    const file = join(data, 'file');
    writeFileSync(file, '');
    assert.match(await refusedStart(file), /^There can be no data in ".+": it is no folder that can be used\. Give another one with --data\./);
  }));
});

describe('a full disk', { skip: process.platform === 'win32' && 'needs ulimit' }, () => {
  it('refuses what it cannot keep, keeps what was answered, and reads on', { timeout: 120_000 }, () => onKeptData(async (start) => {
    await (await start()).stop();
    // No file may grow beyond 4 MiB: what a write meets then is what it meets on a full disk.
    const running = await start((...args) => startWithLittleRoom(4096, ...args));
    const rest = restOf(running);
    const { path } = await newList(rest, 'Full', ['<Field Type="Note" Name="Story" DisplayName="Story"/>']);
    const kept: number[] = [];
    let refused = '';
    for (let n = 0; refused === '' && n < 200; n += 1) {
      const added = await rest(`${path}/items`, { body: { Title: `${n}`, Story: `${n} `.repeat(20_000) } });
      if (added.status === 201) kept.push(Number(added.json['Id']));
      else refused = refusal(added);
    }
    assert.match(refused, /^507 -2147024784, System\.IO\.IOException There is not enough space on the disk: nothing of this request was kept\./);
    assert.ok(kept.length > 5);
    const part = `POST ${path}/items HTTP/1.1\naccept: application/json\ncontent-type: application/json\n\n${JSON.stringify({ Title: 'part', Story: 'x '.repeat(31_000) })}`;
    const batch = await rest('$batch', { body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\n${part}\n--c\n\n${part}\n--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.match(batch.text, /There is not enough space on the disk/);
    assert.deepEqual(values<{ Id: number }>(await rest(`${path}/items?$select=Id&$top=500`)).map(({ Id }) => Id), kept);
    await running.kill();
    const again = restOf(await start());
    assert.deepEqual(values<{ Id: number }>(await again(`${path}/items?$select=Id&$top=500`)).map(({ Id }) => Id), kept);
    assert.equal((await again(`${path}/itemcount`)).json['value'], kept.length);
    assert.equal((await again(`${path}/items(${kept[0]})`, { body: { Title: 'changed' }, headers: merge })).status, 204);
    await addMany(again, path, [{ Title: 'room again' }]);
  }));
});
