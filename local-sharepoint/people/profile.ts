import type { DatabaseSync } from 'node:sqlite';
import { complex, type Complex } from '../routing/complex.ts';
import type { Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { argument, textArgument } from '../routing/arguments.ts';
import { findPerson, reportsOf, type Person } from './organisation.ts';
import { profileKeys } from './profileKeys.ts';
import { notHereYet } from '../model/refusals.ts';

/** `SP.UserProfiles.PeopleManager`: one's own profile and others'. */
export function peopleManager(): Resource {
  return {
    child: (segment, request) => {
      switch (segment.name) {
        case 'getmyproperties': return profileResource(segment, request.session.user.loginName);
        case 'getuserprofilepropertyfor': return profileProperty(segment);
        case 'getpropertiesfor': return profileResource(segment, textArgument(segment));
        default: throw notHereYet(`SP.UserProfiles.PeopleManager/${segment.raw}`);
      }
    },
  };
}

function profileResource(segment: PathSegment, account: string): Resource {
  return {
    get: (request) => {
      const person = findPerson(request.session.database, account);
      return person === undefined ? { kind: 'property', name: segment.raw.replace(/\(.*$/s, ''), value: null } : { kind: 'entity', entity: profileEntity(person, request) };
    },
  };
}

/** One value of a profile, by its exact key. */
function profileProperty(segment: PathSegment): Resource {
  return {
    get: (request) => {
      const person = findPerson(request.session.database, String(argument(segment, 'accountname', 0) ?? ''));
      const key = String(argument(segment, 'propertyname', 1) ?? '');
      const pairs = person === undefined ? [] : profileEntity(person, request).properties['UserProfileProperties'] as Complex[];
      return { kind: 'property', name: 'GetUserProfilePropertyFor', value: pairs.find((pair) => pair.properties['Key'] === key)?.properties['Value'] ?? '' };
    },
  };
}

/** Recorded: exemplar "profile". */
function profileEntity(person: Person, request: ResourceRequest): Entity {
  const { database } = request.session;
  const host = new URL(request.webUrl).origin;
  const picture = person.photo === 0 ? null : `${host}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(person.email)}`;
  const managers = managersOf(database, person);
  const reports = reportsOf(database, person.email);
  const manager = managers.at(-1);
  const known = values(person, manager, picture);
  return {
    type: 'SP.UserProfiles.PersonProperties',
    editLink: `SP.UserProfiles.PeopleManager/GetPropertiesFor('${encodeURIComponent(person.login_name)}')`,
    properties: {
      AccountName: person.login_name,
      DirectReports: reports.map((report) => report.login_name),
      DisplayName: person.title,
      Email: person.email,
      ExtendedManagers: managers.map((above) => above.login_name),
      ExtendedReports: [person.login_name, ...reports.map((report) => report.login_name)],
      IsFollowed: false,
      LatestPost: null,
      Peers: manager === undefined ? [] : reportsOf(database, manager.email).filter((peer) => peer.email !== person.email).map((peer) => peer.login_name),
      PersonalSiteHostUrl: `${host}/`,
      PersonalUrl: `${host}/personal/${person.email.replace(/[^a-z0-9]/gi, '_')}/`,
      PictureUrl: picture,
      Title: person.job_title,
      UserProfileProperties: profileKeys.map((Key) => complex('SP.KeyValue', { Key, Value: known.get(Key) ?? '', ValueType: 'Edm.String' })),
      UserUrl: `${host}/Person.aspx?accountname=${encodeURIComponent(person.login_name)}`,
    },
  };
}

/** From the top down; stops where somebody would be above themselves. */
function managersOf(database: DatabaseSync, person: Person): Person[] {
  const found: Person[] = [];
  let above = person.manager === null ? undefined : findPerson(database, person.manager);
  while (above !== undefined && above.email !== person.email && !found.some((known) => known.email === above?.email)) {
    found.unshift(above);
    above = above.manager === null ? undefined : findPerson(database, above.manager);
  }
  return found;
}

function values(person: Person, manager: Person | undefined, picture: string | null): ReadonlyMap<string, string> {
  return new Map(Object.entries({
    AccountName: person.login_name, FirstName: person.given_name, LastName: person.family_name, PreferredName: person.title, WorkPhone: person.phone,
    Department: person.department, Title: person.job_title, 'SPS-JobTitle': person.job_title, 'SPS-Department': person.department,
    Manager: manager?.login_name ?? '', AboutMe: person.about, PictureURL: picture ?? '', UserName: person.email, 'SPS-UserPrincipalName': person.email,
    WorkEmail: person.email, Office: person.office, 'SPS-Location': person.office, 'SPS-Skills': person.skills, 'SPS-Interests': person.interests,
  }));
}
