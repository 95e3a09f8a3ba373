import type { Answer, ResourceRequest } from '../routing/resource.ts';
import { installedComponents } from './appCatalog.ts';

/** `GetClientSideComponents`: what the SPFx loader asks when it meets an unknown component. */
export function clientSideComponents(request: ResourceRequest): Answer {
  const wanted = wantedIds(request.json);
  const components = installedComponents(request.session.database).filter(({ id }) => wanted.length === 0 || wanted.includes(id.toLowerCase()));
  return {
    kind: 'collection',
    entities: components.map(({ id, name, manifest }) => ({
      type: 'SP.ClientSideComponent', editLink: `Web/GetClientSideComponents('${id}')`,
      properties: { ComponentType: 1, Id: id, Manifest: JSON.stringify(manifest), ManifestType: 1, Name: name, Status: 0 },
    })),
  };
}

function wantedIds(json: unknown): string[] {
  const asked = typeof json === 'object' && json !== null && 'components' in json ? json.components : undefined;
  return Array.isArray(asked) ? asked.flatMap((one: unknown) => typeof one === 'object' && one !== null && 'id' in one ? [String(one.id).toLowerCase()] : []) : [];
}
