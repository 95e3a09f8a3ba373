import type { Json } from '../sharePoint/rest.ts';
import { neutral, recordedCircumstances, type Circumstances } from './neutral.ts';

/** `missing`: recorded, not answered; `additional`: answered, not recorded. */
export type Kind = 'status' | 'content type' | 'header' | 'missing' | 'additional' | 'type' | 'order' | 'value' | 'length';
export interface Difference { readonly kind: Kind; readonly path: string; readonly recorded: unknown; readonly ours: unknown }

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

/** Rows that are known by a name, wherever they stand in their list. */
const namedBy: Readonly<Record<string, string>> = { Fields: 'InternalName', Lists: 'Title', Views: 'Title' };
/** Of these a site may have others than were recorded: those with the same name are compared, or, if there are none, the first. */
const ofTheSite: ReadonlySet<string> = new Set(['Lists', 'Views']);

/** All differences of a recorded body and ours: keys, their order, types, and values that do not depend on the site, the person and the moment. */
export function differences(recorded: unknown, ours: unknown, circumstances: Circumstances, path = ''): Difference[] {
  if (typeOf(recorded) !== typeOf(ours)) return [{ kind: 'type', path, recorded, ours }];
  if (isObject(recorded) && isObject(ours)) return ofObjects(recorded, ours, circumstances, path);
  if (Array.isArray(recorded) && Array.isArray(ours)) return ofArrays(recorded, ours, circumstances, path);
  const same = typeof recorded === 'string' ? neutral(recorded, recordedCircumstances) === neutral(String(ours), circumstances) : recorded === ours;
  return same ? [] : [{ kind: 'value', path, recorded, ours }];
}

function ofObjects(recorded: Json, ours: Json, circumstances: Circumstances, path: string): Difference[] {
  const keys = Object.keys(recorded);
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const shared = keys.filter((key) => key in ours);
  const order = Object.keys(ours).filter((key) => key in recorded);
  return [
    ...keys.filter((key) => !(key in ours)).map((key) => ({ kind: 'missing' as const, path: inside(key), recorded: recorded[key], ours: undefined })),
    ...Object.keys(ours).filter((key) => !(key in recorded)).map((key) => ({ kind: 'additional' as const, path: inside(key), recorded: undefined, ours: ours[key] })),
    ...(shared.join() === order.join() ? [] : [{ kind: 'order' as const, path, recorded: shared.join(' '), ours: order.join(' ') }]),
    ...shared.flatMap((key) => differences(recorded[key], ours[key], circumstances, inside(key))),
  ];
}

function ofArrays(recorded: readonly unknown[], ours: readonly unknown[], circumstances: Circumstances, path: string): Difference[] {
  if (isObject(recorded[0]) && typeIn(recorded[0]) !== undefined && recorded.every(isObject) && ours.every(isObject)) return ofTyped(recorded, ours, circumstances, path);
  const last = path.split('.').at(-1) ?? '';
  const name = namedBy[last] ?? (isObject(recorded[0]) && 'InternalName' in recorded[0] ? 'InternalName' : undefined);
  if (name !== undefined && recorded.every(isObject) && ours.every(isObject)) return ofNamed(recorded, ours, name, circumstances, path);
  return [
    ...(recorded.length === ours.length ? [] : [{ kind: 'length' as const, path, recorded: recorded.length, ours: ours.length }]),
    ...recorded.slice(0, ours.length).flatMap((row, at) => differences(row, ours[at], circumstances, `${path}[${at}]`)),
  ];
}

function ofNamed(recorded: readonly Json[], ours: readonly Json[], name: string, circumstances: Circumstances, path: string): Difference[] {
  const last = path.split('.').at(-1) ?? '';
  const find = (rows: readonly Json[], row: Json): Json | undefined => rows.find((each) => each[name] === row[name]);
  const both = recorded.filter((row) => find(ours, row));
  const compared = both.flatMap((row) => differences(row, find(ours, row), circumstances, `${path}[${String(row[name])}]`));
  if (ofTheSite.has(last)) return both.length > 0 ? compared : differences(recorded[0], ours[0], circumstances, `${path}[0]`);
  const order = ours.filter((row) => find(recorded, row)).map((row) => row[name]).join(' ');
  return [
    ...recorded.filter((row) => !find(ours, row)).map((row) => ({ kind: 'missing' as const, path: `${path}[${String(row[name])}]`, recorded: row, ours: undefined })),
    ...ours.filter((row) => !find(recorded, row)).map((row) => ({ kind: 'additional' as const, path: `${path}[${String(row[name])}]`, recorded: undefined, ours: row })),
    ...(both.map((row) => row[name]).join(' ') === order ? [] : [{ kind: 'order' as const, path, recorded: both.map((row) => row[name]).join(' '), ours: order }]),
    ...compared,
  ];
}

const typeIn = (row: Json): unknown => (isObject(row['__metadata']) ? row['__metadata']['type'] : undefined);

/** Rows of several types, such as changes: which come, and when, is the site's affair; each recorded type is compared with our first of it. */
function ofTyped(recorded: readonly Json[], ours: readonly Json[], circumstances: Circumstances, path: string): Difference[] {
  return [...new Set(recorded.map(typeIn))].flatMap((type): Difference[] => {
    const was = recorded.find((row) => typeIn(row) === type);
    const is = ours.find((row) => typeIn(row) === type);
    return is === undefined ? [{ kind: 'missing', path: `${path}[${String(type)}]`, recorded: was, ours: undefined }] : differences(was, is, circumstances, `${path}[${String(type)}]`);
  });
}
