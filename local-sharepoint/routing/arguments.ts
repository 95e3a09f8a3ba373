import type { Answer, PathSegment, ResourceRequest } from './resource.ts';
import { wrongArgument } from '../model/refusals.ts';

/** The segment's only argument, whether given by place or by name, as text. */
export function textArgument(segment: PathSegment): string {
  const value = segment.args[0] ?? Object.values(segment.named)[0];
  if (value === undefined || value === null) {
    throw wrongArgument();
  }
  return String(value);
}

/** The segment's only argument as a whole number; clients also send it in quotes. */
export function numberArgument(segment: PathSegment): number {
  const value = wholeNumber(textArgument(segment));
  if (value === undefined) {
    throw wrongArgument();
  }
  return value;
}

/** A named argument (names are lower case), or the one at this place. */
export function argument(segment: PathSegment, name: string, place: number): unknown {
  return segment.named[name] ?? segment.args[place];
}

/** What a method was called with: the JSON body as an object without its type declarations; `{parameters: …}` around it is taken off. */
export function bodyProperties(request: ResourceRequest): Readonly<Record<string, unknown>> {
  if (typeof request.json !== 'object' || request.json === null || Array.isArray(request.json)) {
    return {};
  }
  const body = request.json as Record<string, unknown>;
  const inner = Object.keys(body).length === 1 && typeof body['parameters'] === 'object' && body['parameters'] !== null
    ? body['parameters'] as Record<string, unknown>
    : body;
  return Object.fromEntries(Object.entries(inner).filter(([name]) => name !== '__metadata' && !/^@?odata\./.test(name) && !/@odata\./.test(name)));
}

/** A property of the body whatever its case: clients write both `logonName` and `LogonName`. */
export function bodyText(request: ResourceRequest, name: string): string | undefined {
  const found = Object.entries(bodyProperties(request)).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  return typeof found === 'string' ? found : undefined;
}

/** A number in quotes or without, as clients write ids. */
export function wholeNumber(value: unknown): number | undefined {
  const found = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof found === 'number' && Number.isSafeInteger(found) ? found : undefined;
}

/** What a call without a result answers: `{"odata.null":true}` in the light formats [recorded]. */
export function voidAnswer(segment: PathSegment): Answer {
  return { kind: 'property', name: segment.raw.replace(/\(.*$/s, ''), value: null };
}
