import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { demand } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { textArgument, voidAnswer } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { webById } from '../sites/web.ts';
import { all, change, one } from '../storage/prepared.ts';
import { customActionDefaults, customActionInput, runsScript } from './customActionInput.ts';

/** Whose custom actions: of the site collection, the web or a list. */
export type CustomActionsOf = { readonly kind: 'Site' } | { readonly kind: 'Web' } | { readonly kind: 'List'; readonly list: ListSchema };

interface Row { readonly id: string; readonly version: number; readonly properties: string }

/** SP.UserCustomActionScope */
const scopes = { Site: 2, Web: 3, List: 4 } as const;

/** `usercustomactions` of a site collection, a web or a list. */
export function customActionsResource(of: CustomActionsOf, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return customActionResource(of, textArgument(segment), request);
  const rows = ({ session }: ResourceRequest): Row[] => all<Row>(session.database, 'SELECT id, version, properties FROM user_custom_actions WHERE scope_id = ? ORDER BY number', scopeId(of, request));
  return {
    get: (asked) => applyQuery(rows(asked).map((row) => customActionEntity(of, row)), asked, 'SP.ApiData.UserCustomActions'),
    post: (asked) => add(of, asked),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return customActionResource(of, textArgument(next), asked);
        case 'clear': return {
          post: (clearing) => {
            mayChange(of, clearing, {});
            forgetCustomActions(clearing.session.database, scopeId(of, clearing));
            return voidAnswer(next);
          },
        };
        default: return undefined;
      }
    },
  };
}

function add(of: CustomActionsOf, request: ResourceRequest): Answer {
  const given = customActionInput(request);
  mayChange(of, request, given);
  const id = randomUUID();
  const properties = JSON.stringify({ ...given, Name: given['Name'] ?? `{${id.toUpperCase()}}` });
  change(request.session.database, 'INSERT INTO user_custom_actions (id, scope_id, version, properties) VALUES (?,?,1,?)', id, scopeId(of, request), properties);
  const entity = customActionEntity(of, { id, version: 1, properties });
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

/** One that is not there is answered with nothing (pnp/cli-microsoft365, customaction and commandset commands). */
function customActionResource(of: CustomActionsOf, given: string, request: ResourceRequest): Resource {
  const id = given.toLowerCase().replace(/[{}]/g, '');
  const found = one<Row>(request.session.database, 'SELECT id, version, properties FROM user_custom_actions WHERE id = ? AND scope_id = ?', id, scopeId(of, request));
  if (!found) return { get: () => ({ kind: 'property', name: 'GetById', value: null }) };
  const merge = (asked: ResourceRequest): Answer => {
    const changed = { ...JSON.parse(found.properties) as Record<string, unknown>, ...customActionInput(asked) };
    mayChange(of, asked, changed);
    change(asked.session.database, 'UPDATE user_custom_actions SET version = version + 1, properties = ? WHERE id = ?', JSON.stringify(changed), id);
    return { kind: 'empty', status: 204 };
  };
  const remove = (asked: ResourceRequest): Answer => {
    mayChange(of, asked, {});
    change(asked.session.database, 'DELETE FROM user_custom_actions WHERE id = ?', id);
    return { kind: 'empty' };
  };
  return {
    get: () => ({ kind: 'entity', entity: customActionEntity(of, found) }),
    merge, put: merge, delete: remove,
    child: (segment) => segment.name === 'deleteobject' ? { post: remove } : undefined,
  };
}

/** To be called when a web or a list is deleted. */
export function forgetCustomActions(database: DatabaseSync, scope: string): void {
  change(database, 'DELETE FROM user_custom_actions WHERE scope_id = ?', scope);
}

function mayChange(of: CustomActionsOf, { session }: ResourceRequest, properties: Readonly<Record<string, unknown>>): void {
  const mask = of.kind === 'List' ? session.permissions.onList(of.list) : (of.kind === 'Site' ? session.inWeb(session.rootWebId) : session).permissions.onWeb();
  demand(mask, of.kind === 'List' ? 'ManageLists' : 'ManageWeb');
  if (runsScript(properties)) demand(mask, 'AddAndCustomizePages');
}

function scopeId(of: CustomActionsOf, { session: { database, webId } }: ResourceRequest): string {
  return of.kind === 'List' ? of.list.id : of.kind === 'Web' ? webId : webById(database, webId).siteId;
}

/** Recorded: exemplar "usercustomactions"; PnP Core SDK, UserCustomActionTests. */
function customActionEntity(of: CustomActionsOf, { id, version, properties }: Row): Entity {
  const own: Record<string, unknown> = { ...customActionDefaults, ...JSON.parse(properties) as Record<string, unknown> };
  const owner = of.kind === 'List' ? `Web/Lists(guid'${of.list.id}')` : of.kind;
  const before = ['ClientSideComponentId', 'ClientSideComponentProperties', 'CommandUIExtension', 'Description', 'Group', 'HostProperties'];
  const rights = own['Rights'] as Readonly<Record<string, unknown>>;
  return {
    type: 'SP.UserCustomAction', editLink: `${owner}/UserCustomActions('${id}')`, navigation: ['CommandUIExtensionResource', 'DescriptionResource', 'TitleResource'],
    properties: {
      ...pick(own, before), Id: id, ...pick(own, ['ImageUrl', 'Location', 'Name', 'RegistrationId', 'RegistrationType']), Rights: complex('SP.BasePermissions', rights), Scope: scopes[of.kind],
      ...pick(own, ['ScriptBlock', 'ScriptSrc', 'Sequence', 'Title', 'Url']), VersionOfUserCustomAction: `16.0.${version}.0`,
    },
  };
}

function pick(from: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, from[name]]));
}
