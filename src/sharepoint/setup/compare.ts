import type { SetupPart, SetupProblem, SetupState, SetupStatus, SetupSubject } from '../../domain/setup/setupRepository';
import { allLists } from '../schema/allLists';
import { schemaVersion, type ListSchema } from '../schema/listSchema';
import { versionKey } from '../schema/settings';
import { expectedAssignments, isLimited, itemSecurityOf } from './expectedPermissions';
import { builtInRoles, permissionLevels, type PermissionLevel } from './permissionLevels';
import type { ListState, SiteState } from './siteState';

/** Sets what a site has beside what it shall have. */
export function compare(state: SiteState): SetupState {
  const parts = [...permissionLevels.map((level) => rolePart(level, state)), ...allLists.reduce<SetupPart[]>((all, list) => all.concat(listParts(list, state)), []), versionPart(state)];
  const expected = expectedAssignments('participantsWrite', state);
  return {
    status: statusOf(parts, state), parts, mayManage: state.mayManage, owners: state.owners,
    participants: expected.filter(({ roleId }) => roleId !== builtInRoles.fullControl).map(({ title }) => title),
    editors: state.assignments.filter(({ principalId }) => principalId === state.memberGroupId).map(({ title }) => title),
  };
}

function statusOf(parts: readonly SetupPart[], state: SiteState): SetupStatus {
  if (parts.every((part) => !part.problem)) return 'ready';
  if (state.lists.size === 0 || !state.version) return state.lists.size === 0 ? 'missing' : 'incomplete';
  return state.version.value < schemaVersion ? 'outdated' : 'incomplete';
}

function part(subject: SetupSubject, list: string, name: string, problem: SetupProblem | false | undefined): SetupPart {
  return { subject, list, name, repairable: true, ...(problem ? { problem } : {}) };
}

function rolePart({ name, mask }: PermissionLevel, { roles }: SiteState): SetupPart {
  const role = roles.find((one) => one.name === name);
  if (!role) return part('role', '', name, 'missing');
  const more = (role.mask.high & ~mask.high) !== 0 || (role.mask.low & ~mask.low) !== 0;
  const less = (mask.high & ~role.mask.high) !== 0 || (mask.low & ~role.mask.low) !== 0;
  return part('role', '', name, more ? 'grantedTooMuch' : less && 'notGranted');
}

function versionPart({ version }: SiteState): SetupPart {
  return part('setting', 'SchilSettings', versionKey, !version ? 'missing' : version.value < schemaVersion && 'olderVersion');
}

function listParts(schema: ListSchema, site: SiteState): SetupPart[] {
  const state = site.lists.get(schema.name);
  const list = part('list', schema.name, '', state ? undefined : 'missing');
  const columns = schema.columns.reduce<SetupPart[]>((all, column) => {
    const found = state?.columns.get(column.name);
    const missing = found ? undefined : 'missing';
    // A column of another type holds somebody's data: neither it nor its index is touched.
    const repairable = !found || found.type === column.type;
    return all.concat([
      part('column', schema.name, column.name, missing ?? (!repairable && 'wrongType')),
      ...column.indexed ? [part('index', schema.name, column.name, missing ?? (!found?.indexed && 'notIndexed'))] : [],
      ...column.unique ? [part('uniqueKey', schema.name, column.name, missing ?? (!found?.unique && 'notUnique'))] : [],
    ].map((one) => ({ ...one, repairable })));
  }, []);
  const view = part('view', schema.name, 'All Items', !state || schema.viewColumns.some((name) => state.viewColumns.indexOf(name) < 0) ? 'missing' : undefined);
  return [list, ...columns, view, ...permissionParts(schema, site, state)];
}

function permissionParts(schema: ListSchema, site: SiteState, state: ListState | undefined): SetupPart[] {
  const security = securityParts(schema, state);
  if (!state) return [part('permission', schema.name, 'own', 'missing'), ...security];
  if (!state.hasOwnPermissions) return [part('permission', schema.name, 'own', 'inherits'), ...security];
  if (!state.assignments) return [{ ...part('permission', schema.name, 'own', 'cannotRead'), repairable: false }, ...security];
  const expected = expectedAssignments(schema.use, site);
  const granted = expected.map(({ principalId, title, roleId }) => {
    const has = state.assignments?.find((assignment) => assignment.principalId === principalId)?.roleIds ?? [];
    const extra = has.some((id) => id !== roleId && !isLimited(id));
    return part('permission', schema.name, title, extra ? 'grantedTooMuch' : has.indexOf(roleId) < 0 && 'notGranted');
  });
  const strangers = state.assignments.filter(({ principalId, roleIds }) => roleIds.some((id) => !isLimited(id)) && !expected.some((one) => one.principalId === principalId))
    .map(({ title }) => part('permission', schema.name, title, 'grantedTooMuch'));
  return [part('permission', schema.name, 'own', undefined), ...security, ...granted, ...strangers];
}

function securityParts(schema: ListSchema, state: ListState | undefined): SetupPart[] {
  const wanted = itemSecurityOf(schema);
  if (!wanted) return [];
  const wrong = state && (state.readSecurity !== wanted.read || state.writeSecurity !== wanted.write);
  return [part('permission', schema.name, 'items', state ? wrong && 'wrongItemSecurity' : 'missing')];
}
