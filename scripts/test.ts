/**
 * `npm test`: lint, types, unit, contract and browser tests. Prints each suite's own output, then, alone on the last line,
 * `N passed, N failed` with the totals of all suites. A suite that dies without a count is one failure.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPackage, BuildFailed, packageIsOutdated } from './build.ts';

interface Totals { readonly passed: number; readonly failed: number }
interface Suite { readonly name: string; run(): Promise<Totals> }

const folder = mkdtempSync(join(tmpdir(), 'schil-test-'));

/** Runs a program, its output passed on; resolves with the exit code. */
function run(program: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    child.on('error', (error) => { console.error(`${program} could not be started: ${error.message}`); resolve(1); });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A check that passes or fails as a whole. */
function check(name: string, program: string, args: readonly string[]): Suite {
  return { name, run: async () => (await run(program, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

/** `node --test` over the files of a pattern; one file at a time when they start browsers. */
function nodeTests(name: string, patterns: readonly string[], concurrency: number): Suite {
  return {
    name,
    run: async () => {
      const files = globSync([...patterns]).sort();
      if (files.length === 0) return { passed: 0, failed: 0 };
      const report = join(folder, `${name.replaceAll(' ', '-')}.tap`);
      const code = await run(process.execPath, [
        '--disable-warning=ExperimentalWarning', '--test', '--test-timeout=300000', `--test-concurrency=${concurrency}`,
        '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=tap', `--test-reporter-destination=${report}`,
        ...files,
      ]);
      return countOf(readFileSync(report, 'utf8'), code);
    },
  };
}

/** The totals at the end of a TAP report; cancelled tests count as failed. */
function countOf(tap: string, code: number): Totals {
  const figure = (word: string): number => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = figure('fail') + figure('cancelled');
  return { passed: figure('pass'), failed: code !== 0 && failed === 0 ? 1 : failed };
}

const unitTests: Suite = {
  name: 'unit tests of the web parts',
  run: async () => {
    const report = join(folder, 'jest.json');
    const code = await run(process.execPath, ['node_modules/jest/bin/jest.js', '--passWithNoTests', '--json', `--outputFile=${report}`]);
    try {
      const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8')) as
        { numPassedTests: number; numFailedTests: number; numRuntimeErrorTestSuites: number };
      return { passed, failed: numFailedTests + numRuntimeErrorTestSuites };
    } catch {
      return { passed: 0, failed: code === 0 ? 0 : 1 };
    }
  },
};

/** Browsers and the page run what is shipped, so that is built first; a warning fails it. */
const shipBuild: Suite = {
  name: 'ship build of the package',
  run: async () => {
    if (!packageIsOutdated()) return { passed: 1, failed: 0 };
    try {
      await buildPackage((step) => console.log(`gulp ${step}`));
      return { passed: 1, failed: 0 };
    } catch (failure) {
      console.error(failure instanceof BuildFailed ? `${failure.output}\n${failure.message}` : failure);
      return { passed: 0, failed: 1 };
    }
  },
};

const suites: readonly Suite[] = [
  shipBuild,
  check('lint', process.execPath, ['node_modules/eslint/bin/eslint.js', '--ext', '.ts,.tsx,.js', '--max-warnings', '0', '.']),
  check('types of the solution', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.test.json']),
  check('types of the local SharePoint, scripts and tests', process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json']),
  unitTests,
  nodeTests('the local SharePoint', ['local-sharepoint/**/*.test.ts', 'scripts/**/*.test.ts'], 2),
  nodeTests('contract tests', ['tests/contract/**/*.test.ts'], 2),
  nodeTests('page and browser tests', ['tests/local-page/**/*.test.ts', 'tests/browser/**/*.test.ts'], 1),
];

const only = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (const suite of suites.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)))) {
  const started = Date.now();
  console.log(`\n── ${suite.name}`);
  const totals = await suite.run();
  passed += totals.passed;
  failed += totals.failed;
  console.log(`── ${suite.name}: ${totals.passed} passed, ${totals.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
