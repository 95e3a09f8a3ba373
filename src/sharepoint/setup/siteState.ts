import type { Person } from '../../domain/people/person';
import type { Asker, Client } from '../connection/client';
import { numberIn, recordOf, rowsOf, textOr, type Row } from '../connection/parse';
import { outcome, refusalOf, valueOf, type Outcome } from '../connection/refusal';
import { photoUrl } from '../people/parsePerson';
import { maskOf, mayManage, type PermissionMask } from '../permissionMask';
import { allLists } from '../schema/allLists';
import { listPath } from '../schema/listAddress';
import type { ListSchema } from '../schema/listSchema';
import { settings, versionKey } from '../schema/settings';

/** A permission level of the site. */
export interface Role { readonly id: number; readonly name: string; readonly mask: PermissionMask }
/** A person, group or claim and the levels it was given. */
export interface Assignment { readonly principalId: number; readonly title: string; readonly roleIds: readonly number[] }
export interface Column { readonly type: string; readonly indexed: boolean; readonly unique: boolean }

/** A list as it is on the site. */
export interface ListState {
  readonly readSecurity: number;
  readonly writeSecurity: number;
  readonly hasOwnPermissions: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly viewColumns: readonly string[];
  /** Undefined when this person may not see who was given what. */
  readonly assignments: readonly Assignment[] | undefined;
}

export interface SiteState {
  readonly mayManage: boolean;
  readonly myId: number;
  readonly owners: readonly Person[];
  readonly roles: readonly Role[];
  readonly assignments: readonly Assignment[];
  readonly ownerGroupId: number | undefined;
  readonly memberGroupId: number | undefined;
  readonly lists: ReadonlyMap<string, ListState>;
  /** The version row of the settings: its id and value. */
  readonly version: { readonly id: number; readonly value: number } | undefined;
}

/** Reads everything that the check looks at, in one `$batch`. */
export async function readSiteState(client: Client): Promise<SiteState> {
  const asked = await client.batch((asker) => ({
    me: outcome<unknown>(asker.web('currentuser').select('Id')()),
    web: outcome<unknown>(asker.web().select('EffectiveBasePermissions')()),
    roles: outcome<unknown>(asker.web('roledefinitions').select('Id', 'Name', 'BasePermissions')()),
    assignments: outcome<unknown>(askAssignments(asker, 'roleassignments')),
    ownerGroup: outcome<unknown>(asker.web('associatedownergroup').select('Id')()),
    memberGroup: outcome<unknown>(asker.web('associatedmembergroup').select('Id')()),
    owners: outcome<unknown>(asker.web('associatedownergroup/users')()),
    version: outcome<unknown>(asker.collection(`${listPath(client.site, settings)}/items`).select('Id', 'Key', 'Value').top(100)()),
    lists: allLists.map((list) => askList(asker, listPath(client.site, list), list)),
  }));
  const lists = new Map<string, ListState>();
  for (const list of asked.lists) {
    const state = await listState(list);
    if (state) lists.set(list.schema.name, state);
  }
  const manage = mayManage(maskOf(recordOf(valueOf(await asked.web)).EffectiveBasePermissions));
  // Who may manage can read these. Going on as if there were none would take everybody's rights away.
  const rows = (result: Outcome<unknown>): Row[] => manage ? rowsOf(valueOf(result)) : rowsOr(result);
  return {
    mayManage: manage, myId: numberIn(recordOf(valueOf(await asked.me)), 'Id'),
    owners: people(await asked.owners, client), roles: rows(await asked.roles).map(parseRole), assignments: rows(await asked.assignments).map(parseAssignment),
    ownerGroupId: idOr(await asked.ownerGroup), memberGroupId: idOr(await asked.memberGroup), lists, version: versionOf(rowsOr(await asked.version)),
  };
}

interface AskedList {
  readonly schema: ListSchema;
  readonly list: Promise<Outcome<unknown>>;
  readonly fields: Promise<Outcome<unknown>>;
  readonly view: Promise<Outcome<unknown>>;
  readonly assignments: Promise<Outcome<unknown>>;
}

function askList(asker: Asker, path: string, schema: ListSchema): AskedList {
  return {
    schema, list: outcome<unknown>(asker.web(path).select('Id', 'ReadSecurity', 'WriteSecurity', 'HasUniqueRoleAssignments')()),
    fields: outcome<unknown>(asker.collection(`${path}/fields`).select('InternalName', 'TypeAsString', 'Indexed', 'EnforceUniqueValues')()),
    view: outcome<unknown>(asker.web(`${path}/defaultview/viewfields`)()), assignments: outcome<unknown>(askAssignments(asker, `${path}/roleassignments`)),
  };
}

async function askAssignments(asker: Asker, path: string): Promise<unknown> {
  return asker.collection(path).select('PrincipalId', 'Member/Title', 'RoleDefinitionBindings/Id').expand('Member', 'RoleDefinitionBindings')();
}

async function listState(asked: AskedList): Promise<ListState | undefined> {
  const list = await asked.list;
  if (!list.ok && refusalOf(list.error)?.status === 404) return undefined;
  const row = recordOf(valueOf(list));
  const assignments = await asked.assignments;
  return {
    readSecurity: numberIn(row, 'ReadSecurity'), writeSecurity: numberIn(row, 'WriteSecurity'), hasOwnPermissions: row.HasUniqueRoleAssignments === true,
    columns: new Map(rowsOf(valueOf(await asked.fields)).map((field) => [textOr(field, 'InternalName', ''), {
      type: textOr(field, 'TypeAsString', ''), indexed: field.Indexed === true, unique: field.EnforceUniqueValues === true,
    }])),
    viewColumns: viewColumnsOf(await asked.view), assignments: assignments.ok ? rowsOf(assignments.value).map(parseAssignment) : undefined,
  };
}

function viewColumnsOf(result: Outcome<unknown>): string[] {
  const items = result.ok ? recordOf(result.value).Items : [];
  const inner: unknown = typeof items === 'object' && items !== null && 'results' in items ? items.results : items;
  return Array.isArray(inner) ? inner.map(String) : [];
}

function parseRole(row: Row): Role {
  return { id: numberIn(row, 'Id'), name: textOr(row, 'Name', ''), mask: maskOf(row.BasePermissions) };
}

function parseAssignment(row: Row): Assignment {
  return { principalId: numberIn(row, 'PrincipalId'), title: textOr(recordOf(row.Member ?? {}), 'Title', ''), roleIds: rowsOf(row.RoleDefinitionBindings).map((role) => numberIn(role, 'Id')) };
}

/** People of the owners' group; a reader may not be allowed to see them. */
function people(result: Outcome<unknown>, client: Client): Person[] {
  return rowsOr(result).filter((row) => row.PrincipalType === 1 && textOr(row, 'Email', '') !== '').map((row) => ({
    id: numberIn(row, 'Id'), name: textOr(row, 'Title', ''), email: textOr(row, 'Email', ''), photoUrl: photoUrl(client.site, textOr(row, 'Email', '')),
  }));
}

function versionOf(rows: readonly Row[]): SiteState['version'] {
  const found = rows.filter((row) => row.Key === versionKey).map((row) => ({ id: numberIn(row, 'Id'), value: Number(textOr(row, 'Value', '0')) || 0 }));
  return found.sort((left, right) => right.value - left.value)[0];
}

function rowsOr(result: Outcome<unknown>): Row[] {
  return result.ok ? rowsOf(result.value) : [];
}

function idOr(result: Outcome<unknown>): number | undefined {
  return result.ok && typeof result.value === 'object' && result.value !== null && 'Id' in result.value ? Number(result.value.Id) : undefined;
}
