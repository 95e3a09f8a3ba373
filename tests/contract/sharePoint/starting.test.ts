import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';

const program = ['--disable-warning=ExperimentalWarning', 'local-sharepoint/main.ts'];

/** Runs `npm run sharepoint` with options that end it at once. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...program, ...args], (failure, out, error) => { resolve({ code: failure === null ? 0 : Number(failure.code), out, error }); });
  });
}

describe('npm run sharepoint', () => {
  it('tells its options with --help', async () => {
    const { code, out } = await run('--help');
    assert.equal(code, 0);
    for (const option of ['--port', '--data', '--empty', '--package', '--site', '--threshold', '--quota', '--index-delay', '--help', '/_local/faults', '/_local/clock']) assert.ok(out.includes(option), option);
  });

  it('refuses wrong values, and says which', async () => {
    const wrong: readonly (readonly [RegExp, ...string[]])[] = [
      [/--threshold must be a whole number from 1 to 1000000000, not "0"/, '--threshold', '0'], [/--threshold must be .*, not "many"/, '--threshold', 'many'],
      [/--quota is "documented", or .*, not "lots"/, '--quota', 'lots'], [/--quota .*, not "user=0\/5"/, '--quota', 'user=0/5'], [/--quota .*, not "x=1\/5"/, '--quota', 'x=1/5'],
      [/--port must be a whole number from 0 to 65535, not "70000"/, '--port', '70000'], [/--port .* not ""/, '--port', ''], [/--index-delay .*, not "-1"/, '--index-delay=-1'], [/--nonsense/, '--nonsense'], [/--site must look like/, '--site', 'x'],
    ];
    await Promise.all(wrong.map(async ([said, ...args]) => {
      const { code, error } = await run(...args);
      assert.equal(code, 1, args.join(' '));
      assert.match(error, said);
      assert.match(error, /Use: npm run sharepoint/);
    }));
  });

  it('ends, and leaves its port, when npm was killed', { skip: process.platform !== 'linux' }, async () => {
    const data = mkdtempSync(join(tmpdir(), 'started-by-npm-'));
    // As npm does: a shell between npm and the program, which hears nothing of npm's death.
    const asNpm = `require('node:child_process').spawn('/bin/sh', ['-c', '"$0" "$@"; exit $?', process.execPath, ...${JSON.stringify([...program, '--empty', '--port', '0', '--data', data])}], { stdio: 'inherit' }); setInterval(() => {}, 1000);`;
    const npm = spawn(process.execPath, ['-e', asNpm], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'sharepoint' } });
    try {
      const port = await new Promise<number>((resolve) => {
        npm.stdout.on('data', (said: Buffer) => {
          const found = /127\.0\.0\.1:(\d+)/.exec(said.toString());
          if (found) resolve(Number(found[1]));
        });
      });
      const ended = new Promise<void>((resolve) => { npm.stdout.on('close', () => { resolve(); }); });
      npm.kill('SIGKILL');
      await ended;
      await new Promise<void>((resolve, reject) => {
        const other = createServer().once('error', reject).listen(port, '127.0.0.1', () => { other.close(() => { resolve(); }); });
      });
    } finally {
      npm.kill('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    }
  });
});

describe('the address of the site', () => {
  it('leads to its home page, with what is asked of it', async () => {
    const sharePoint = await localSharePointForAll('--empty');
    for (const [path, to] of [['/sites/intranet?Mode=Edit', '/sites/intranet/SitePages/Home.aspx?Mode=Edit'], ['/sites/intranet/', '/sites/intranet/SitePages/Home.aspx'], ['/?a=1&b=2', '/sites/intranet/SitePages/Home.aspx?a=1&b=2']] as const) {
      const answer = await fetch(`${sharePoint.url}${path}`, { redirect: 'manual' });
      assert.deepEqual([answer.status, answer.headers.get('location')], [302, to]);
    }
  });
});
