import { demand, notHereYet, wrongArgument } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { argument, bodyProperties, textArgument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { webById } from '../sites/web.ts';
import { activeFeatures, featureName, knownFeature, setFeature, type FeatureScope } from './features.ts';

/** `web/features` and `site/features`: those that are active. Who manages the web (the root web, for the site) activates and deactivates. */
export function featuresResource(scope: FeatureScope, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return featureResource(scope, readId(textArgument(segment)), request);
  return {
    get: (asked) => applyQuery(active(scope, asked).map((id) => featureEntity(scope, id, asked)), asked, 'SP.ApiData.Features'),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return featureResource(scope, readId(textArgument(next)), asked);
        case 'add': return { post: (adding) => add(scope, next, adding) };
        case 'remove': return { post: (removing) => remove(scope, next, removing) };
        default: return undefined;
      }
    },
  };
}

/** One that is not active is answered with nothing (PnPjs' tests). */
function featureResource(scope: FeatureScope, id: string, request: ResourceRequest): Resource {
  const found = active(scope, request).includes(id);
  return { get: (asked) => found ? { kind: 'entity', entity: featureEntity(scope, id, asked) } : { kind: 'property', name: 'GetById', value: null } };
}

function add(scope: FeatureScope, segment: PathSegment, request: ResourceRequest): Answer {
  const { id, force } = called(scope, segment, request);
  const known = knownFeature(id, scope);
  if (known === 'elsewhere') throw notHereYet(`activating the feature ${featureName(id)}`);
  if (known === undefined) throw notInstalled(id);
  if (active(scope, request).includes(id) && !force) throw alreadyActive(id, scopeUrl(scope, request));
  setFeature(request.session.database, scopeId(scope, request), id, true);
  return { kind: 'entity', entity: featureEntity(scope, id, request) };
}

function remove(scope: FeatureScope, segment: PathSegment, request: ResourceRequest): Answer {
  const { id } = called(scope, segment, request);
  if (!active(scope, request).includes(id)) throw notActive(id);
  setFeature(request.session.database, scopeId(scope, request), id, false);
  return voidAnswer(segment);
}

/** `{featureId, force, featdefScope}` in the body, or in the address. */
function called(scope: FeatureScope, segment: PathSegment, request: ResourceRequest): { id: string; force: boolean } {
  const { session } = request;
  demand((scope === 'Site' ? session.inWeb(session.rootWebId) : session).permissions.onWeb(), 'ManageWeb');
  const { featureId = argument(segment, 'featureid', 0), force = argument(segment, 'force', 1) } = bodyProperties(request);
  return { id: readId(featureId), force: force === true };
}

function readId(value: unknown): string {
  const id = typeof value === 'string' ? value.toLowerCase().replace(/[{}]/g, '') : '';
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw wrongArgument();
  return id;
}

function active(scope: FeatureScope, request: ResourceRequest): string[] {
  const { database, webId } = request.session;
  return activeFeatures(database, scopeId(scope, request), scope, String(webById(database, webId).properties['WebTemplate'] ?? 'SITEPAGEPUBLISHING'));
}

function scopeId(scope: FeatureScope, { session: { database, webId } }: ResourceRequest): string {
  return scope === 'Web' ? webId : webById(database, webId).siteId;
}

function scopeUrl(scope: FeatureScope, { session: { database, rootWebId }, webUrl }: ResourceRequest): string {
  return scope === 'Web' ? webUrl : `${new URL(webUrl).origin}${webById(database, rootWebId).url}`;
}

/** Recorded: PnP Core SDK, HasCommunicationSiteFeatures; the name is written when it is asked for. */
function featureEntity(scope: FeatureScope, id: string, { query }: ResourceRequest): Entity {
  const named = /(^|,)\s*displayname\s*(,|$)/i.test(query.get('$select') ?? '');
  return { type: 'SP.Feature', editLink: `${scope}/Features/GetById(guid'${id}')`, properties: { DefinitionId: id, ...named ? { DisplayName: featureName(id) } : {} } };
}

/** Quoted in pnp/cli-microsoft365 (feature-enable); code and status remembered. */
function notInstalled(id: string): SharePointError {
  return new SharePointError(500, '-1, System.InvalidOperationException', `Feature with Id '${id}' is not installed in this farm, and cannot be added to this scope.`);
}

/** Quoted in pnp/cli-microsoft365 (site-inplacerecordsmanagement-set); the status is remembered. */
function alreadyActive(id: string, url: string): SharePointError {
  return new SharePointError(500, '-1, System.Data.DuplicateNameException', `Feature '${featureName(id)}' (ID: ${id}) is already activated at scope '${url}'.`);
}

/** Quoted in pnp/cli-microsoft365 (feature-disable, site-inplacerecordsmanagement-set); the status is remembered. */
function notActive(id: string): SharePointError {
  return new SharePointError(500, '-1, System.InvalidOperationException', `Feature '${id}' is not activated at this scope.`);
}
