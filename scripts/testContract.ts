/**
 * `npm run test:contract`: the contract suite. Without arguments each of its files starts a local SharePoint of its own. With `-- --url
 * https://tenant.sharepoint.com/sites/x` the same suite runs in sub-sites of that site, named `SchilContract…`: one for each file, made for it and removed
 * after it. Who asks is said by a bearer token in `SHAREPOINT_TOKEN`. Tests that need what only a local SharePoint can do are named, and left out.
 */
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { inSubSite } from '../tests/contract/tenant/subSite.ts';
import { partsFor } from '../tests/contract/tenant/localPowers.ts';

const usage = 'npm run test:contract                                                        on the local SharePoint\nSHAREPOINT_TOKEN=… npm run test:contract -- --url https://TENANT.sharepoint.com/sites/SITE   on a tenant';

/** `node --test` over these files; resolves with its exit code. */
function nodeTest(files: readonly string[], options: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--test', '--test-reporter=spec', '--test-timeout=300000', '--test-concurrency=2', ...options, ...files], { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.on('error', (error) => { console.error(error.message); resolve(1); });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function onTenant(url: string, token: string): Promise<number> {
  const { files, leftOut, tests } = partsFor(globSync('tests/contract/sharePoint/**/*.test.ts').sort());
  console.log(['Left out, for want of what only a local SharePoint can do:', ...leftOut.map(({ name, why }) => `  ${name}: ${why}`), ''].join('\n'));
  const skipped = tests.map((name) => `--test-skip-pattern=${name}`);
  let failed = 0;
  for (const file of files) failed += await inSubSite(url, token, basename(file, '.test.ts'), (site) => nodeTest([file], skipped, { SHAREPOINT_URL: site, SHAREPOINT_TOKEN: token })) === 0 ? 0 : 1;
  console.log(`${files.length} files of the suite ran against ${url}: ${failed === 0 ? 'all pass' : `${failed} have failures`}.`);
  return failed === 0 ? 0 : 1;
}

const [flag, url, ...rest] = process.argv.slice(2);
const token = process.env['SHAREPOINT_TOKEN'];
if (flag === undefined) process.exitCode = await nodeTest(globSync('tests/contract/**/*.test.ts').sort());
else if (flag !== '--url' || url === undefined || !URL.canParse(url) || rest.length > 0) {
  console.error(usage);
  process.exitCode = 2;
} else if (token === undefined || token === '') {
  console.error(`SHAREPOINT_TOKEN must hold a bearer token for ${new URL(url).origin}: docs/fidelity.md says how to get one.`);
  process.exitCode = 2;
} else process.exitCode = await onTenant(url.replace(/\/$/, ''), token);
