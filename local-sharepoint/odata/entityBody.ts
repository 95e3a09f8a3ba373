import { SharePointError } from '../model/sharePointError.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { bodyFormat } from './format.ts';
import { unknownProperty } from './invalidQuery.ts';

const invalidQuery = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

/**
 * The properties in a body that makes or changes an entity. As SharePoint has it, verbose JSON must name the entity's type (one of `types`, the
 * first of which messages name) and light JSON must not; annotations are left out. All texts quoted by SharePoint's users.
 */
export function entityBody({ json, headers }: Pick<ResourceRequest, 'json' | 'headers'>, types: readonly [string, ...string[]]): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new SharePointError(400, invalidQuery, `A node of type '${nodeOf(json)}' was read from the JSON reader when trying to read the start of an entry. A 'StartObject' node was expected.`);
  }
  const verbose = bodyFormat(headers['content-type']) === 'verbose';
  const declared = typeNamed(json);
  if (!verbose && Object.hasOwn(json, '__metadata')) throw unknownProperty('__metadata', types[0]);
  if (verbose && declared === undefined) {
    throw new SharePointError(400, invalidQuery, 'An entry without a type name was found, but no expected type was specified. To allow entries without type information, the expected type must also be specified when the model is specified.');
  }
  if (verbose && declared !== undefined && !types.includes(declared)) {
    throw new SharePointError(400, invalidQuery, `A type named '${declared}' could not be resolved by the model. When a model is available, each type name must resolve to a valid type.`);
  }
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== '__metadata' && !/^@?odata\./.test(name) && !/@odata\./.test(name)));
}

function typeNamed(json: object): string | undefined {
  const metadata: unknown = Object.hasOwn(json, '__metadata') ? (json as Record<string, unknown>)['__metadata'] : undefined;
  return typeof metadata === 'object' && metadata !== null && 'type' in metadata && typeof metadata.type === 'string' ? metadata.type : undefined;
}

function nodeOf(json: unknown): string {
  return json === undefined ? 'EndOfInput' : Array.isArray(json) ? 'StartArray' : 'PrimitiveValue';
}
