import { readFileSync } from 'node:fs';
import { transformSync, type TransformFailure } from 'esbuild';

/**
 * What is wrong in the files of strings, which are no part of the bundle: `file:line: what`, a line each. Empty when browsers can read them all.
 */
export function checkStrings(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    try {
      transformSync(readFileSync(file, 'utf8'), { sourcefile: file, target: 'es2020', logLevel: 'silent' });
      return [];
    } catch (failure) {
      return isTransformFailure(failure) ? failure.errors.map(({ text, location }) => `${file}:${location?.line ?? 1}: ${text}`) : [`${file}: ${String(failure)}`];
    }
  });
}

function isTransformFailure(failure: unknown): failure is TransformFailure {
  return failure instanceof Error && 'errors' in failure;
}
