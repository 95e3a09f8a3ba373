import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Json } from '../sharePoint/rest.ts';

/** One answer of SharePoint Online as it was recorded: what was asked is known from the source of the test that was recorded. */
export interface Recorded { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown }

const root = resolve(import.meta.dirname, '../../..');
const places = [process.env['SHAREPOINT_RECORDINGS'], join(root, '../shared/data')].filter((place): place is string => place !== undefined && place !== '');

/** Where the recordings are: the folder that `SHAREPOINT_RECORDINGS` names, or `shared/data` beside the clone; undefined on a machine that has neither. */
export const recordingsFolder: string | undefined = places.find((place) => existsSync(join(place, 'sharepoint-recordings')));

function names(folder: string): string[] {
  return recordingsFolder === undefined ? [] : readdirSync(join(recordingsFolder, folder)).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).sort();
}

function read(folder: string, name: string): unknown {
  if (recordingsFolder === undefined) throw new Error('The recordings are not on this machine.');
  return JSON.parse(readFileSync(join(recordingsFolder, folder, `${name}.json`), 'utf8'));
}

export const recordingNames = (): string[] => names('sharepoint-recordings');
export const exemplarNames = (): string[] => names('sharepoint-exemplars');

/** All answers of a recorded test, in the order in which they came. */
export const readRecording = (name: string): Recorded[] => read('sharepoint-recordings', name) as Recorded[];

/** One recorded answer. Two exemplars hold a table instead, and come as they are under `body`. */
export function readExemplar(name: string): Recorded {
  const exemplar = read('sharepoint-exemplars', name) as Json;
  return 'status' in exemplar ? exemplar as unknown as Recorded : { status: 200, body: exemplar };
}
