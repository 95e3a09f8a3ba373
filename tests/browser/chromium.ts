import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

/** Where a browser may be installed; the first that is there is taken. */
const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/microsoft-edge', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'];

/** The package's own arguments draw with a GPU in software, which stalls for half a second on long pages, and switch web security off. */
const args = ['--no-sandbox', '--disable-gpu'];

/** Starts a browser without any download: an installed Chrome, Edge or Chromium, else the one inside the npm package @sparticuz/chromium. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env['BROWSER'] ?? installed.find((path) => existsSync(path));
  if (executablePath !== undefined) return chromium.launch({ executablePath, args });
  const { default: packaged } = await import('@sparticuz/chromium');
  const libraries = unpackedLibraries();
  return chromium.launch({
    executablePath: await packaged.executablePath(), args, headless: true,
    env: { ...process.env, LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH'] ?? ''].join(':') },
  });
}

/** The shared libraries that a bare machine lacks (NSS, NSPR) are in the package, too; unpacked once a machine. */
function unpackedLibraries(): string {
  const target = join(tmpdir(), 'sparticuz-chromium-libraries');
  if (!existsSync(join(target, 'lib'))) {
    const archive = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', '..', 'bin', 'al2023.tar.br');
    const working = `${target}-${process.pid}`;
    mkdirSync(working, { recursive: true });
    const tar = join(working, 'libraries.tar');
    writeFileSync(tar, brotliDecompressSync(readFileSync(archive)));
    const { status, stderr } = spawnSync('tar', ['-xf', tar, '-C', working]);
    if (status !== 0) throw new Error(`The browser's libraries could not be unpacked: ${String(stderr)}`);
    try {
      renameSync(working, target);
    } catch {
      // Another process was first.
      rmSync(working, { recursive: true, force: true });
    }
  }
  return join(target, 'lib');
}
