import { complex } from '../../routing/complex.ts';
import { argument, voidAnswer } from '../../routing/arguments.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../../routing/resource.ts';
import { notHereYet, wrongArgument } from '../../model/refusals.ts';
import { owner } from '../directory.ts';
import type { Person } from '../organisation.ts';
import { accountHolder } from './account.ts';
import { keepProperty } from './changeProfile.ts';
import { personalUrl, personPage } from './profileAddresses.ts';

/** `SP.UserProfiles.ProfileLoader.GetProfileLoader`: all of it is called with POST (Microsoft: user profiles REST reference). */
export function profileLoader(): Resource {
  return {
    post: () => ({ kind: 'entity', entity: { type: 'SP.UserProfiles.ProfileLoader', editLink: 'SP.UserProfiles.ProfileLoader.GetProfileLoader', properties: {} } }),
    child: (segment, request) => {
      switch (segment.name) {
        case 'getuserprofile': return userProfile(accountHolder(request.session.database, request.session.user.loginName), 'SP.UserProfiles.ProfileLoader.GetProfileLoader/GetUserProfile');
        case 'createpersonalsiteenqueuebulk': throw notHereYet('personal sites');
        default: return undefined;
      }
    },
  };
}

/** `SP.UserProfiles.ProfileLoader.GetOwnerUserProfile`: of the site's first administrator. */
export function ownerProfile({ session: { database, rootWebId } }: ResourceRequest): Resource {
  return userProfile(accountHolder(database, owner(database, rootWebId).loginName), 'SP.UserProfiles.ProfileLoader.GetOwnerUserProfile');
}

function userProfile(person: Person, editLink: string): Resource {
  const entity = (request: ResourceRequest): Entity => userProfileEntity(person, editLink, request);
  return {
    post: (request) => ({ kind: 'entity', entity: entity(request) }),
    child: (segment, request) => {
      switch (segment.name) {
        case 'shareallsocialdata': return shareAll(segment, person);
        case 'createpersonalsiteenque': case 'createpersonalsite': case 'personalsite': throw notHereYet('personal sites');
        case 'followedcontent': return { post: () => ({ kind: 'property', name: 'FollowedContent', value: followedContent(person, request) }) };
        default: {
          const found = Object.entries(entity(request).properties).find(([name]) => name.toLowerCase() === segment.name);
          return found && { post: () => ({ kind: 'property', name: found[0], value: found[1] }) };
        }
      }
    },
  };
}

function followedContent(person: Person, request: ResourceRequest): unknown {
  const social = `${personalUrl(person, request)}Social`;
  return complex('SP.UserProfiles.FollowedContent', { FollowedDocumentsUrl: `${social}/FollowedContent.aspx`, FollowedSitesUrl: `${social}/Sites.aspx` });
}

/** Makes all that somebody follows visible to everybody, or to nobody else. */
function shareAll(segment: PathSegment, person: Person): Resource {
  return {
    post: (request) => {
      const share = argument(segment, 'shareall', 0);
      if (typeof share !== 'boolean') throw wrongArgument();
      keepProperty(request, person, 'SPS-PrivacyPeople', share ? 'True' : 'False');
      keepProperty(request, person, 'SPS-PrivacyActivity', share ? '4095' : '0');
      return voidAnswer(segment);
    },
  };
}

/** Keys and their order: Microsoft's user profiles REST reference. Nobody has a personal site here. */
function userProfileEntity(person: Person, editLink: string, request: ResourceRequest): Entity {
  return {
    type: 'SP.UserProfiles.UserProfile', editLink, navigation: ['FollowedContent', 'PersonalSite'],
    properties: {
      AccountName: person.login_name, DisplayName: person.title, O15FirstRunExperience: 0, PersonalSiteCapabilities: 0, PersonalSiteFirstCreationError: null,
      PersonalSiteFirstCreationTime: '0001-01-01T00:00:00', PersonalSiteInstantiationState: 0, PersonalSiteLastCreationTime: '0001-01-01T00:00:00', PersonalSiteNumberOfRetries: 0,
      PictureImportEnabled: false, PublicUrl: personPage(person, request), UrlToCreatePersonalSite: personalUrl(person, request),
    },
  };
}
