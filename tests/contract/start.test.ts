import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { watchBundle } from '../../scripts/watch/developmentBundle.ts';

const data = join(mkdtempSync(join(tmpdir(), 'start-')), 'sharepoint');
after(() => rmSync(join(data, '..'), { recursive: true, force: true }));

interface Run { readonly child: ChildProcess; said(): string; readonly ended: Promise<number> }

function run(script: string, ...args: readonly string[]): Run {
  // The last of two --data is the one that counts.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, '--data', data, ...args]);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { text += chunk.toString(); });
  return { child, said: () => text, ended: once(child, 'exit').then(([code]) => Number(code)) };
}

async function started(...args: readonly string[]): Promise<Run & { url: string }> {
  const running = run('scripts/start.ts', ...args);
  for (;;) {
    const url = /The page is ready: (http:\S+)/.exec(running.said())?.[1];
    if (url !== undefined) return { ...running, url };
    if (running.child.exitCode !== null) throw new Error(running.said());
    await Promise.race([once(running.child.stdout ?? running.child, 'data'), running.ended]);
  }
}

const postsAt = async (url: string): Promise<number> => Number(((await (await fetch(`${url}/_api/web/getlist('/sites/intranet/Lists/SchilPosts')/itemcount`, { headers: { accept: 'application/json;odata=nometadata' } })).json()) as { value: number }).value);

describe('npm start', () => {
  it('shows a page with conversations, keeps what was written between starts, and ends with Ctrl-C', { timeout: 120_000 }, async () => {
    const first = await started('--port', '0');
    const posts = await postsAt(first.url);
    assert.ok(posts > 20);
    await fetch(`${first.url}/_api/web/getlist('/sites/intranet/Lists/SchilPosts')/items(1)`, { method: 'DELETE', headers: { authorization: 'Bearer owner' } });
    first.child.kill('SIGINT');
    assert.equal(await first.ended, 0);
    const begun = Date.now();
    const second = await started('--port', '0');
    assert.ok(Date.now() - begun < 10_000, `the second start took ${Date.now() - begun} ms`);
    assert.equal(await postsAt(second.url), posts - 1, 'what was deleted stays deleted');
    second.child.kill('SIGINT');
    assert.equal(await second.ended, 0);
  });

  it('says what to do when the port is taken, and when an option is wrong', async (context) => {
    const taken = createServer().listen(0, '127.0.0.1');
    context.after(() => { taken.close(); });
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const refused = run('scripts/start.ts', '--port', String(port));
    assert.equal(await refused.ended, 1);
    assert.equal(refused.said(), `Port ${port} is in use. Stop what uses it, or give another one: npm start -- --port ${port + 1}\n`);
    const running = run('scripts/reset.ts', '--port', String(port));
    assert.equal(await running.ended, 1);
    assert.match(running.said(), /Stop it with Ctrl-C first/);
    const wrong = run('scripts/start.ts', '--port', 'many');
    assert.equal(await wrong.ended, 1);
    assert.match(wrong.said(), /--port must be a number from 0 to 65535, not "many"\.\nUse: npm start/);
  });

  it('begins anew after npm run reset', async () => {
    const reset = run('scripts/reset.ts', '--port', '1');
    assert.equal(await reset.ended, 0);
    assert.equal(existsSync(data), false);
    assert.equal(await run('scripts/reset.ts', '--port', '1').ended, 0);
  });

  it('npm run reset deletes no folder that is not of the local SharePoint', async () => {
    const folder = join(data, '..', 'letters');
    mkdirSync(folder);
    writeFileSync(join(folder, 'dear.txt'), 'Dear reader');
    const refused = run('scripts/reset.ts', '--port', '1', '--data', folder);
    assert.equal(await refused.ended, 1);
    assert.equal(refused.said(), `"${folder}" is not a folder of the local SharePoint: there is no sharepoint.db in it. Nothing was deleted. Give the folder that "npm start" keeps its data in.\n`);
    assert.equal(readFileSync(join(folder, 'dear.txt'), 'utf8'), 'Dear reader');
  });
});

describe('npm run watch', () => {
  it('names file and line of what is wrong in the strings, and goes on when it is mended', { timeout: 30_000 }, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'watch-'));
    const [component, strings] = [join(folder, 'part.ts'), join(folder, 'en-us.js')];
    writeFileSync(component, "import * as strings from 'Strings';\nexport default strings;\n");
    writeFileSync(strings, "define([], function () {\n  return { title: 'One' };\n});\n");
    const said: string[][] = [];
    let heard = (): void => undefined;
    const tell = (what: string[]): void => {
      said.push(what);
      heard();
    };
    const next = async (count: number): Promise<string[] | undefined> => {
      while (said.length < count) await new Promise<void>((resolve) => { heard = resolve; });
      return said[count - 1];
    };
    const bundle = await watchBundle({ components: [{ entrypoint: component, exportName: 'Part' }], provided: ['Strings'], others: [strings] }, () => tell(['built']), (messages) => tell([...messages]));
    context.after(async () => {
      await bundle.dispose();
      rmSync(folder, { recursive: true });
    });
    assert.deepEqual(await next(1), ['built']);
    writeFileSync(strings, "define([], function () {\n  return { title: 'One', label 'Two' };\n});\n");
    assert.deepEqual(await next(2), [`${strings}:2: Expected "}" but found "'Two'"`]);
    writeFileSync(strings, "define([], function () {\n  return { title: 'One', label: 'Two' };\n});\n");
    assert.deepEqual(await next(3), ['built']);
  });
});

describe('npm run sharepoint', () => {
  it('ends with the npm that started it, and keeps what it was given', async () => {
    const folder = join(data, '..', 'alone');
    const child = spawn('npm', ['run', 'sharepoint', '--', '--port', '0', '--data', folder, '--empty', '--site', '/sites/fair']);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    let url: string | undefined;
    while (url === undefined) {
      await once(child.stdout, 'data');
      url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    }
    assert.deepEqual(await (await fetch(`${url}/_local/health`)).json(), { status: 'ready', sites: ['/sites/intranet', '/sites/fair'] });
    child.kill('SIGTERM');
    await once(child, 'exit');
    const gone = async (): Promise<boolean> => fetch(`${url}/_local/health`).then(() => false, () => true);
    const end = Date.now() + 5000;
    while (!await gone() && Date.now() < end) await new Promise((resolve) => { setTimeout(resolve, 100); });
    assert.equal(await gone(), true);
    assert.equal(existsSync(join(folder, 'sharepoint.db')), true);
  });
});
