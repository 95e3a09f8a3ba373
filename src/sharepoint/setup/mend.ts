import { spPost, spPostMerge } from '@pnp/sp/spqueryable';
import type { SetupPart } from '../../domain/setup/setupRepository';
import type { Asker, Client } from '../connection/client';
import { outcome, refusalOf, refused, type Outcome } from '../connection/refusal';
import { allLists } from '../schema/allLists';
import { listPath } from '../schema/listAddress';
import { schemaVersion, type ColumnSchema, type ListSchema } from '../schema/listSchema';
import { settings, versionKey } from '../schema/settings';
import { expectedAssignments, isLimited, itemSecurityOf } from './expectedPermissions';
import { permissionLevels, type PermissionLevel } from './permissionLevels';
import type { SiteState } from './siteState';

/** One round of set-up: what it mends, and its requests, sent as one batch. Each may be repeated. */
export interface Round {
  readonly mends: (part: SetupPart) => boolean;
  requests(client: Client, asker: Asker, state: SiteState): Promise<unknown>[];
}

/** In this order; the state is read again before each, for a round builds on the one before. */
export const rounds: readonly Round[] = [
  { mends: (part) => part.subject === 'role' || part.subject === 'list', requests: (client, asker, state) => [...roles(asker, state), ...missingLists(client, asker, state)] },
  { mends: (part) => ['column', 'index', 'uniqueKey'].indexOf(part.subject) >= 0 || part.name === 'items' || part.name === 'own', requests: columnsAndSecurity },
  { mends: (part) => part.subject === 'permission' || part.subject === 'view', requests: (client, asker, state) => [...grants(client, asker, state), ...views(client, asker, state)] },
  { mends: (part) => part.subject === 'permission', requests: withdrawals },
  { mends: (part) => part.subject === 'setting', requests: version },
];

/** Sends one round. What is there already (somebody else did the same at the same time) is no failure. */
export async function sendRound(client: Client, round: Round, state: SiteState): Promise<void> {
  const asked = await client.batch((asker) => round.requests(client, asker, state).map((request) => outcome(request)));
  for (const request of asked) throwUnlessThere(await request);
}

function throwUnlessThere(result: Outcome<unknown>): void {
  if (result.ok) return;
  const already = ['-2130575342', '-2130575214', '-2130575169'].indexOf(refusalOf(result.error)?.code ?? '') >= 0;
  if (!already) throw refused(result.error);
}

function roles(asker: Asker, state: SiteState): Promise<unknown>[] {
  return permissionLevels.reduce<Promise<unknown>[]>((all, level) => all.concat(role(asker, level, state)), []);
}

function role(asker: Asker, { name, description, mask }: PermissionLevel, state: SiteState): Promise<unknown>[] {
  const body = JSON.stringify({ Name: name, Description: description, Order: 100, BasePermissions: { High: String(mask.high), Low: String(mask.low) } });
  const found = state.roles.find((one) => one.name === name);
  if (!found) return [spPost(asker.web('roledefinitions'), { body })];
  const same = found.mask.high === mask.high && found.mask.low === mask.low;
  return same ? [] : [spPostMerge(asker.web(`roledefinitions(${found.id})`), { body })];
}

function missingLists(_client: Client, asker: Asker, { lists }: SiteState): Promise<unknown>[] {
  return allLists.filter(({ name }) => !lists.has(name)).map(({ name, description, isLibrary }) => spPost(asker.web('lists'), {
    body: JSON.stringify({ Title: name, Description: description, BaseTemplate: isLibrary ? 101 : 100, AllowContentTypes: false, ContentTypesEnabled: false }),
  }));
}

function columnsAndSecurity(client: Client, asker: Asker, { lists }: SiteState): Promise<unknown>[] {
  return each(client, (list, path) => {
    const state = lists.get(list.name);
    const columns = list.columns.reduce<Promise<unknown>[]>((requests, column) => {
      const found = state?.columns.get(column.name);
      if (!found) return requests.concat(spPost(asker.web(`${path}/fields/createfieldasxml`), { body: JSON.stringify({ parameters: { SchemaXml: xmlOf(column), Options: 8 } }) }));
      // A column of another type holds somebody's data: it is not touched.
      if (found.type !== column.type) return requests;
      const needs = (column.indexed && !found.indexed) || (column.unique && !found.unique);
      return needs ? requests.concat(spPostMerge(asker.web(`${path}/fields/getbyinternalnameortitle('${column.name}')`), {
        body: JSON.stringify({ Indexed: true, EnforceUniqueValues: column.unique === true }),
      })) : requests;
    }, []);
    const wanted = itemSecurityOf(list);
    const secured = wanted ? state?.readSecurity === wanted.read && state.writeSecurity === wanted.write : state?.hasOwnPermissions;
    const security = secured ? [] : [spPostMerge(asker.web(path), {
      body: JSON.stringify({ ...wanted ? { ReadSecurity: wanted.read, WriteSecurity: wanted.write, EnableAttachments: false } : {}, EnableVersioning: true, NoCrawl: !list.isSearched, OnQuickLaunch: false }),
    })];
    const own = state?.hasOwnPermissions ? [] : [spPost(asker.web(`${path}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`))];
    return [...columns, ...security, ...own];
  });
}

function grants(client: Client, asker: Asker, state: SiteState): Promise<unknown>[] {
  return each(client, (list, path) => {
    const given = state.lists.get(list.name)?.assignments ?? [];
    return expectedAssignments(list.use, state)
      .filter(({ principalId, roleId }) => !given.some((assignment) => assignment.principalId === principalId && assignment.roleIds.indexOf(roleId) >= 0))
      .map(({ principalId, roleId }) => spPost(asker.web(`${path}/roleassignments/addroleassignment(principalid=${principalId},roledefid=${roleId})`)));
  });
}

/** Takes away what is too much, last, and one's own grant that breaking inheritance gave. */
function withdrawals(client: Client, asker: Asker, state: SiteState): Promise<unknown>[] {
  return each(client, (list, path) => {
    const expected = expectedAssignments(list.use, state);
    return (state.lists.get(list.name)?.assignments ?? []).reduce<Promise<unknown>[]>((requests, { principalId, roleIds }) => requests.concat(
      roleIds.filter((roleId) => !isLimited(roleId) && !expected.some((one) => one.principalId === principalId && one.roleId === roleId))
        .map((roleId) => spPost(asker.web(`${path}/roleassignments/removeroleassignment(principalid=${principalId},roledefid=${roleId})`))),
    ), []);
  });
}

function views(client: Client, asker: Asker, { lists }: SiteState): Promise<unknown>[] {
  return each(client, (list, path) => list.viewColumns.filter((name) => (lists.get(list.name)?.viewColumns.indexOf(name) ?? -1) < 0)
    .map((name) => spPost(asker.web(`${path}/defaultview/viewfields/addviewfield('${name}')`))));
}

function version(client: Client, asker: Asker, { version: found }: SiteState): Promise<unknown>[] {
  const path = `${listPath(client.site, settings)}/items`;
  const values = { Title: 'Version of the lists', Key: versionKey, Value: String(schemaVersion) };
  if (!found) return [spPost(asker.collection(path), { body: JSON.stringify(values) })];
  return found.value < schemaVersion ? [spPostMerge(asker.web(`${path}(${found.id})`), { body: JSON.stringify(values), headers: { 'IF-Match': '*' } })] : [];
}

function each(client: Client, requestsFor: (list: ListSchema, path: string) => Promise<unknown>[]): Promise<unknown>[] {
  return allLists.reduce<Promise<unknown>[]>((all, list) => all.concat(requestsFor(list, listPath(client.site, list))), []);
}

/** The column as SharePoint's field schema; the internal name is the one given (`Options` 8: AddFieldInternalNameHint). */
function xmlOf({ name, type, title, indexed, unique }: ColumnSchema): string {
  const specific = { Note: ' NumLines="6" RichText="FALSE" AppendOnly="FALSE"', Text: ' MaxLength="255"', Number: ' Decimals="0" Min="0"', DateTime: ' Format="DateTime"' }[type];
  const index = indexed ? ' Indexed="TRUE"' : '';
  const enforced = unique ? ' EnforceUniqueValues="TRUE"' : '';
  return `<Field Type="${type}" Name="${name}" StaticName="${name}" DisplayName="${title}" Required="FALSE"${specific}${index}${enforced} />`;
}
