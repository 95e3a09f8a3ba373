import type { SetupPart, SetupProblem, SetupState, SetupStatus, SetupSubject } from '../../domain/setup/setupRepository';
import { allLists } from '../schema/allLists';
import { schemaVersion, type ListSchema } from '../schema/listSchema';
import { versionKey } from '../schema/settings';
import { builtInRoles, participantMask, participantRoleName } from './participantRole';
import { expectedAssignments, isLimited } from './expectedPermissions';
import type { ListState, SiteState } from './siteState';

/** Sets what a site has beside what it shall have. */
export function compare(state: SiteState): SetupState {
  const parts = [rolePart(state), ...allLists.reduce<SetupPart[]>((all, list) => all.concat(listParts(list, state)), []), versionPart(state)];
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

function rolePart({ roles }: SiteState): SetupPart {
  const role = roles.find(({ name }) => name === participantRoleName);
  if (!role) return part('role', '', participantRoleName, 'missing');
  const more = (role.mask.high & ~participantMask.high) !== 0 || (role.mask.low & ~participantMask.low) !== 0;
  const less = (participantMask.high & ~role.mask.high) !== 0 || (participantMask.low & ~role.mask.low) !== 0;
  return part('role', '', participantRoleName, more ? 'grantedTooMuch' : less && 'notGranted');
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
  const security = part('permission', schema.name, 'items', !state ? 'missing' : (state.readSecurity !== 1 || state.writeSecurity !== writeSecurityOf(schema)) && 'wrongItemSecurity');
  if (!state) return [part('permission', schema.name, 'own', 'missing'), security];
  if (!state.hasOwnPermissions) return [part('permission', schema.name, 'own', 'inherits'), security];
  if (!state.assignments) return [{ ...part('permission', schema.name, 'own', 'cannotRead'), repairable: false }, security];
  const expected = expectedAssignments(schema.use, site);
  const granted = expected.map(({ principalId, title, roleId }) => {
    const has = state.assignments?.find((assignment) => assignment.principalId === principalId)?.roleIds ?? [];
    const extra = has.some((id) => id !== roleId && !isLimited(id));
    return part('permission', schema.name, title, extra ? 'grantedTooMuch' : has.indexOf(roleId) < 0 && 'notGranted');
  });
  const strangers = state.assignments.filter(({ principalId, roleIds }) => roleIds.some((id) => !isLimited(id)) && !expected.some((one) => one.principalId === principalId))
    .map(({ title }) => part('permission', schema.name, title, 'grantedTooMuch'));
  return [part('permission', schema.name, 'own', undefined), security, ...granted, ...strangers];
}

/** Participants change only their own rows; editors and owners everybody's. */
export function writeSecurityOf({ use }: Pick<ListSchema, 'use'>): 1 | 2 {
  return use === 'participantsWrite' ? 2 : 1;
}
