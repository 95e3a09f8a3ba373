import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { complex, type Complex } from '../routing/complex.ts';
import type { Entity } from '../routing/resource.ts';
import { unexpanded, type Expansion } from '../routing/expansion.ts';
import { groupById, groupsOf, membersOf, type GroupRow } from './groups.ts';
import { isGuest, userPrincipalNameOf } from './organisation.ts';
import { principalById, systemAccountId, type PrincipalRow } from './principals.ts';

/** A person or claim as SharePoint writes it. Recorded: exemplar "user-get", "users-collection"; guests: PnP Core SDK, GetSharePointUsers. */
export function userEntity(database: DatabaseSync, row: PrincipalRow, expand: Expansion = unexpanded): Entity {
  return {
    type: 'SP.User',
    editLink: `Web/GetUserById(${row.id})`,
    navigation: ['Alerts', 'Groups'],
    properties: {
      Id: row.id, IsHiddenInUI: false, LoginName: row.login_name, Title: row.title, PrincipalType: row.type, Email: row.email, Expiration: '',
      IsEmailAuthenticationGuestUser: false, IsShareByEmailGuestUser: isGuest(row.login_name), IsSiteAdmin: row.site_admin === 1,
      UserId: isGuest(row.login_name) ? null : userId(row), UserPrincipalName: row.type === 1 && row.email !== '' ? userPrincipalNameOf(row) : null,
      ...(expand.has('Groups') ? { Groups: groupsOf(database, row.web_id, row.id).map((group) => groupEntity(database, group, expand.below('Groups'))) } : {}),
    },
  };
}

/** A group as SharePoint writes it. Recorded: exemplar "group-add". */
export function groupEntity(database: DatabaseSync, row: GroupRow, expand: Expansion = unexpanded): Entity {
  const owner = principalById(database, row.web_id, row.owner_id);
  return {
    type: 'SP.Group',
    editLink: `Web/SiteGroups/GetById(${row.id})`,
    navigation: ['Owner', 'Users'],
    properties: {
      Id: row.id, IsHiddenInUI: false, LoginName: row.login_name, Title: row.title, PrincipalType: 8,
      AllowMembersEditMembership: row.members_edit === 1, AllowRequestToJoinLeave: row.request_to_join === 1,
      AutoAcceptRequestToJoinLeave: row.auto_accept === 1, Description: row.description, OnlyAllowMembersViewMembership: row.members_only_view === 1,
      OwnerTitle: owner?.title ?? '', RequestToJoinLeaveEmailSetting: row.request_email,
      ...(expand.has('Users') ? { Users: membersOf(database, row.web_id, row.id).map((member) => userEntity(database, member, expand.below('Users'))) } : {}),
      ...(expand.has('Owner') && owner !== undefined ? { Owner: principalEntity(database, owner, expand.below('Owner')) } : {}),
    },
  };
}

/** Whichever of the two it is. */
export function principalEntity(database: DatabaseSync, row: PrincipalRow, expand: Expansion = unexpanded): Entity {
  const group = row.type === 8 ? groupById(database, row.web_id, row.id) : undefined;
  return group === undefined ? userEntity(database, row, expand) : groupEntity(database, group, expand);
}

/** The directory's own number of an account; made up here, but always the same for the same account. */
function userId(row: PrincipalRow): Complex | null {
  if (row.id === systemAccountId) {
    return complex('SP.UserIdInfo', { NameId: 'S-1-0-0', NameIdIssuer: 'urn:office:idp:activedirectory' });
  }
  return row.type === 1
    ? complex('SP.UserIdInfo', { NameId: `1003${createHash('sha256').update(row.login_name.toLowerCase()).digest('hex').slice(0, 12)}`, NameIdIssuer: 'urn:federation:microsoftonline' })
    : null;
}
