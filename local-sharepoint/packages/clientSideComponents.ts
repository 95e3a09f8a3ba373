import { applyQuery } from '../odata/applyQuery.ts';
import type { Answer, Resource, ResourceRequest } from '../routing/resource.ts';
import { installedComponents } from './appCatalog.ts';

/** SharePoint's numbers of the kinds of component (SPClientSideComponentType of sp-webpart-base). */
const componentTypes: Readonly<Record<string, number>> = { WebPart: 1, Application: 2, Library: 3, Extension: 4, AdaptiveCardExtension: 7 };

/** `GetClientSideComponents`: what the SPFx loader asks when it meets an unknown component. */
export function clientSideComponents(request: ResourceRequest): Answer {
  const wanted = wantedIds(request.json);
  const components = installedComponents(request.session.database, new URL(request.webUrl).origin).filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  return {
    kind: 'collection',
    entities: components.map(({ id, name, type, manifest }) => ({
      type: 'SP.ClientSideComponent', editLink: `Web/GetClientSideComponents('${id}')`,
      properties: { ComponentType: componentTypes[type] ?? 0, Id: id, Manifest: JSON.stringify(manifest), ManifestType: 1, Name: name, Status: 0 },
    })),
  };
}

/** `GetClientSideWebParts` and `GetAllClientSideComponents`: everything installed, or its web parts alone. */
export function clientSideComponentsResource(webPartsOnly: boolean): Resource {
  const read = (request: ResourceRequest): Answer => {
    const answer = clientSideComponents({ ...request, json: undefined });
    return answer.kind === 'collection' ? applyQuery(answer.entities.filter(({ properties }) => !webPartsOnly || properties['ComponentType'] === componentTypes['WebPart']), request, 'SP.ClientSideComponent') : answer;
  };
  return { get: read, post: read };
}

function wantedIds(json: unknown): string[] {
  const asked = typeof json === 'object' && json !== null && 'components' in json ? json.components : undefined;
  return Array.isArray(asked) ? asked.flatMap((one: unknown) => typeof one === 'object' && one !== null && 'id' in one ? [String(one.id).toLowerCase()] : []) : [];
}
