import { roleDefinitionsResource } from '../permissions/roleDefinitionsResource.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { argument, bodyText, numberArgument, voidAnswer } from '../routing/arguments.ts';
import { userEntity } from './entities.ts';
import { groupResource } from './groupResource.ts';
import { associatedGroupOf, createAssociatedGroups } from './associatedGroups.ts';
import type { Association } from './groups.ts';
import { ensureUser, siteUserById } from './principals.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { groupNotFound } from './refusals.ts';
import { siteGroupsResource } from './siteGroupsResource.ts';
import { siteUsersResource, userResource } from './userResource.ts';

/** The children of `web` that are about people, groups and permission levels. */
export function peopleChild(segment: PathSegment, request: ResourceRequest): Resource | undefined {
  const { database, rootWebId: webId, user, permissions } = request.session;
  switch (segment.name) {
    case 'currentuser': return userResource(siteUserById(database, webId, user.id));
    case 'getuserbyid': {
      demand(permissions.onWeb(), 'BrowseUserInfo');
      return userResource(siteUserById(database, webId, numberArgument(segment)));
    }
    case 'ensureuser': return ensureUserResource(segment);
    case 'siteusers': return siteUsersResource(segment, request);
    case 'sitegroups': return siteGroupsResource(segment, request);
    case 'associatedownergroup': return associated('owner', request);
    case 'associatedmembergroup': return associated('member', request);
    case 'associatedvisitorgroup': return associated('visitor', request);
    case 'createdefaultassociatedgroups': return {
      post: ({ session }) => {
        demand(session.permissions.onWeb(), 'ManagePermissions');
        const text = (name: string, place: number): string => String(argument(segment, name, place) ?? '').trim();
        createAssociatedGroups(session, { seed: text('groupnameseed', 2), owners: [text('userlogin', 0), text('userlogin2', 1)].filter((login) => login !== '') });
        return voidAnswer(segment);
      },
    };
    case 'roledefinitions': return roleDefinitionsResource(segment, request);
    default: return undefined;
  }
}

/**
 * The login name comes in the path or in the body. Who may only read may ensure users too: what SharePoint asks for here is not
 * recorded, and its own people picker does this for readers.
 */
function ensureUserResource(segment: PathSegment): Resource {
  return {
    post: (request) => {
      const { database, rootWebId: webId, permissions } = request.session;
      demand(permissions.onWeb(), 'BrowseUserInfo');
      const logonName = segment.args[0] ?? segment.named['logonname'] ?? bodyText(request, 'logonName');
      if (typeof logonName !== 'string') {
        throw wrongArgument();
      }
      return { kind: 'entity', entity: userEntity(database, ensureUser(database, webId, logonName)) };
    },
  };
}

function associated(association: Association, request: ResourceRequest): Resource {
  demand(request.session.permissions.onWeb(), 'BrowseUserInfo');
  const group = associatedGroupOf(request.session, association);
  if (group === undefined) {
    throw groupNotFound();
  }
  return groupResource(group);
}
