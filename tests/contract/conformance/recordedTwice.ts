import { isDeepStrictEqual } from 'node:util';
import { readExemplar, readRecording, recordingNames } from './recordings.ts';

/** The recording that has the very answer of an exemplar, and at which place; undefined for an exemplar that stands alone. */
export function recordedTwice(name: string): string | undefined {
  const { body, _source: source } = readExemplar(name) as { body: unknown; _source?: string };
  const [, suite, test, at] = /MockData\/(\w+)\/(\w+)-0-(\d+)\./.exec(source ?? '') ?? [];
  const recording = `${suite}.${test}`;
  return recordingNames().includes(recording) && isDeepStrictEqual(readRecording(recording)[Number(at)]?.body, body) ? `${recording} ${Number(at)}` : undefined;
}
