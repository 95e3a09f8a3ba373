import { wrongArgument } from '../model/refusals.ts';
import { entityBody } from '../odata/entityBody.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import type { NodeValues } from './nodes.ts';

const type = 'SP.NavigationNode';
const texts = ['Title', 'Url'] as const;
const flags = ['IsExternal', 'IsVisible', 'AsLastNode', 'IsDocLib'] as const;
/** Written back by clients that send what they read. */
const readOnly: ReadonlySet<string> = new Set(['Id', 'CurrentLCID', 'ListTemplateType', 'TitleResource']);

/** The body of a new or changed node over what it had. Addresses of this host are kept server-relative (recorded). */
export function nodeInput(request: ResourceRequest, before: NodeValues | undefined): NodeValues & { first: boolean } {
  const given = entityBody(request, [type]);
  for (const [name, value] of Object.entries(given)) {
    if ((texts as readonly string[]).includes(name) ? typeof value !== 'string' : false) throw wrongType('Edm.String');
    if ((flags as readonly string[]).includes(name) ? typeof value !== 'boolean' : false) throw wrongType('Edm.Boolean');
    if (![...texts, ...flags, 'AudienceIds'].includes(name) && !readOnly.has(name)) throw unknownProperty(name, type);
  }
  const flag = (name: (typeof flags)[number], otherwise: number): number => given[name] === undefined ? otherwise : Number(given[name] === true);
  const title = typeof given['Title'] === 'string' ? given['Title'] : before?.title ?? '';
  const address = typeof given['Url'] === 'string' ? given['Url'] : before?.url ?? '';
  if (title === '') throw wrongArgument();
  return {
    title, url: address.startsWith(`${new URL(request.webUrl).origin}/`) ? address.slice(new URL(request.webUrl).origin.length) : address,
    external: flag('IsExternal', before?.external ?? 0), visible: flag('IsVisible', before?.visible ?? 1),
    audiences: given['AudienceIds'] === undefined ? before?.audiences ?? null : audiences(given['AudienceIds']), first: given['AsLastNode'] === false,
  };
}

/** An array of ids; verbose bodies have it under `results`. */
function audiences(value: unknown): string | null {
  if (value === null) return null;
  const ids: unknown = typeof value === 'object' && 'results' in value ? value.results : value;
  if (!Array.isArray(ids) || !ids.every((id: unknown) => typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id))) throw wrongType('Collection(Edm.Guid)');
  return ids.length === 0 ? null : JSON.stringify(ids);
}
