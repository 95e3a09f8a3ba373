/** `npm run build`: makes `sharepoint/solution/schil.sppkg` with the shipped toolchain. `npm start` calls it when something changed. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const packageFile = 'sharepoint/solution/schil.sppkg';

/** A build that ended badly; `output` has everything the toolchain said. */
export class BuildFailed extends Error {
  readonly output: string;
  constructor(step: string, output: string) {
    super(`The package could not be built: "${step}" failed.`);
    this.output = output;
  }
}

/** Whether the package is missing or older than something it is made from. */
export function packageIsOutdated(): boolean {
  if (!existsSync(packageFile)) return true;
  const built = statSync(packageFile).mtimeMs;
  const sources = globSync(['src/**/*', 'config/*', 'teams/*', 'gulpfile.js', 'tsconfig.json', 'package-lock.json']);
  return sources.some((file) => !/\.test\.tsx?$/.test(file) && statSync(file).isFile() && statSync(file).mtimeMs > built);
}

/** Cleans, bundles and packages for shipping; rejects with `BuildFailed`. A warning fails the build: the toolchain writes it to stderr. */
export async function buildPackage(onProgress: (step: string) => void): Promise<void> {
  for (const step of ['clean', 'bundle --ship', 'package-solution --ship']) {
    onProgress(step);
    await gulp(step);
  }
}

function gulp(step: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/gulp/bin/gulp.js', ...step.split(' '), '--no-color'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer): void => { output += chunk.toString(); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new BuildFailed(step, error.message)));
    child.on('close', (code) => (code === 0 && !/\bWarning\b/.test(output) ? resolve() : reject(new BuildFailed(step, output))));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await buildPackage((step) => console.log(`gulp ${step}`));
    console.log(`Made ${packageFile}`);
  } catch (error) {
    if (!(error instanceof BuildFailed)) throw error;
    console.error(`${error.output}\n${error.message}`);
    process.exitCode = 1;
  }
}
