import { wrongType } from '../odata/invalidQuery.ts';
import type { PathSegment, ResourceRequest } from '../routing/resource.ts';
import { invalidParameter, noPrimitive } from './kql/refusals.ts';

/** What a search was asked with; names in lower case. */
export type Parameters = ReadonlyMap<string, unknown>;

/** From the address of a GET (after `?` or in brackets), where texts stand in quotes, or from `{request: …}` of a POST. */
export function parametersIn({ method, query, json }: ResourceRequest, { named }: PathSegment): Parameters {
  if (method === 'GET') return new Map<string, unknown>([...[...query].map(([name, value]) => [name, unquoted(value)] as const), ...Object.entries(named)]);
  const body = (typeof json === 'object' && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  const request = body['request'];
  if (typeof request !== 'object' || request === null || Array.isArray(request)) throw invalidParameter('request');
  return new Map(Object.entries(request).map(([name, value]) => [name.toLowerCase(), value]));
}

function unquoted(text: string): string {
  return /^'.*'$/s.test(text) ? text.slice(1, -1).replaceAll("''", "'") : text;
}

export function textOf(value: unknown, name: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') throw noPrimitive(value);
  if (typeof value !== 'string') throw invalidParameter(name);
  return value;
}

/** A whole number that is not negative, also written as text. */
export function wholeNumberOf(value: unknown, name: string, otherwise: number): number {
  if (value === undefined || value === null || value === '') return otherwise;
  if (typeof value === 'object') throw noPrimitive(value);
  if (typeof value !== 'number' && typeof value !== 'string') throw wrongType('Edm.Int32');
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw invalidParameter(name);
  return number;
}

/** Yes or no, also written as text. */
export function flagOf(value: unknown, name: string, otherwise: boolean): boolean {
  if (value === undefined || value === null || value === '') return otherwise;
  if (!/^(true|false)$/i.test(String(value))) throw invalidParameter(name);
  return String(value).toLowerCase() === 'true';
}

/** An array, a `{results}` of verbose OData, or (`split`) a text with commas. */
export function listOf(value: unknown, name: string, split = true): readonly unknown[] {
  if (value === undefined || value === null || value === '') return [];
  if (typeof value === 'string') return split ? value.split(',') : [value];
  const list = Array.isArray(value) ? value : (value as { results?: unknown }).results;
  if (!Array.isArray(list)) throw invalidParameter(name);
  return list.flatMap((one: unknown) => typeof one === 'string' && split ? one.split(',') : [one]);
}
