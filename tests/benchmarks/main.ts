/**
 * `npm run bench -- [--only first-screen|scrolling|server|scale] [--large] [--json]`: measures the shipped package on a page of the local SharePoint,
 * and that service itself. Prints a table; with `--json` the last line is one JSON object. Being slow is no failure: it ends with 1 only when
 * something could not be measured, and says why.
 */
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildPackage, packageFile, packageIsOutdated } from '../../scripts/build.ts';
import { Progress } from '../../scripts/progress.ts';
import { launchChromium } from '../browser/chromium.ts';
import type { Benchmark, Figure, Means } from './benchmark.ts';
import { firstScreen } from './firstScreen.ts';
import { heading, inJson, row } from './printing.ts';
import { scrolling } from './scrolling.ts';
import { server } from './server.ts';
import { scale } from './scale.ts';
import { Sites } from './sites/sites.ts';

const benchmarks: readonly Benchmark[] = [firstScreen, scrolling, server, scale];
const usage = `npm run bench -- [--only ${benchmarks.map(({ name }) => name).join('|')}] [--large] [--json]`;

interface Options { readonly chosen: readonly Benchmark[]; readonly large: boolean; readonly json: boolean }

function readOptions(): Options {
  const { values: { only, large, json } } = parseArgs({ options: { only: { type: 'string' }, large: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } } });
  const chosen = benchmarks.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0) throw new TypeError(`There is no benchmark "${only ?? ''}".`);
  return { chosen, large, json };
}

/** A package that is not there is built; one that is older than its sources is measured as it is. */
async function readyPackage(): Promise<void> {
  if (!existsSync(packageFile)) await buildPackage((step) => process.stderr.write(`Building the package: ${step}\n`));
  else if (packageIsOutdated()) process.stderr.write('The package is older than its sources, and is measured as it is. To measure the sources, run "npm run build" first.\n');
}

/** Runs the benchmarks one after the other; answers how many could not be measured to their end. */
async function run({ chosen, large, json }: Options): Promise<number> {
  const progress = new Progress(process.stderr);
  const sites = new Sites(progress);
  let browser: Promise<Browser> | undefined;
  let interrupted = false;
  const interrupt = (): void => {
    interrupted = true;
    void sites.stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupt);
  const launch = async (): Promise<Browser> => {
    const launched = await launchChromium();
    // Playwright's own way with Ctrl-C would end this program before the sites' data is removed.
    process.removeAllListeners('SIGINT').once('SIGINT', interrupt);
    return launched;
  };
  const means: Means = { large, browser: () => (browser ??= launch()), site: (size) => sites.of(size) };
  const results: Record<string, object> = {};
  let failed = 0;
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'an unknown processor'}; browser, local SharePoint and this program share it.`);
  for (const benchmark of chosen) {
    const figures: Figure[] = [];
    console.log(heading(benchmark.title));
    try {
      for await (const figure of benchmark.measure(means)) {
        figures.push(figure);
        console.log(row(figure));
      }
    } catch (failure) {
      if (interrupted) break;
      progress.end();
      failed += 1;
      console.log(`Could not be measured: ${reason(failure)}`);
    }
    results[benchmark.name] = inJson(figures);
  }
  await browser?.then((launched) => launched.close(), () => undefined);
  await sites.stop();
  if (json && !interrupted) console.log(JSON.stringify(results));
  return failed;
}

/** Its first line: Playwright and esbuild go on for pages. */
function reason(failure: unknown): string {
  return (failure instanceof Error ? failure.message : String(failure)).split('\n')[0] ?? '';
}

try {
  const options = readOptions();
  if (options.chosen.some((benchmark) => benchmark !== scale)) await readyPackage();
  process.exitCode = await run(options) > 0 ? 1 : 0;
} catch (failure) {
  if (failure instanceof TypeError) console.error(`${failure.message}\nUse: ${usage}`);
  else console.error(failure instanceof Error ? failure.message : failure);
  process.exitCode = 1;
}
