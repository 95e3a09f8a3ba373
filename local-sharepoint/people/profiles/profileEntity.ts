import type { DatabaseSync } from 'node:sqlite';
import { complex } from '../../routing/complex.ts';
import type { Entity, ResourceRequest } from '../../routing/resource.ts';
import { actorTypes, isFollowing } from '../../social/follows.ts';
import { all, one } from '../../storage/prepared.ts';
import { objectIdOf } from '../objectId.ts';
import { findPerson, reportsOf, type Person } from '../organisation.ts';
import { hostOf, personalPath, personalUrl, personPage, pictureUrl } from './profileAddresses.ts';
import { pictureTimestamp } from './profilePicture.ts';
import { profileKeys } from './profileKeys.ts';

type Asked = Pick<ResourceRequest, 'session' | 'webUrl'>;

/** Recorded: exemplar "profile". */
export function profileEntity(person: Person, request: Asked): Entity {
  const { database, user } = request.session;
  const managers = managersOf(database, person);
  const manager = managers.at(-1);
  const reports = reportsOf(database, person.email);
  const known = valuesOf(person, manager, request);
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
      IsFollowed: isFollowing(database, user.loginName, actorTypes.user, person.login_name),
      LatestPost: known.get('SPS-StatusNotes') ?? null,
      Peers: manager === undefined ? [] : reportsOf(database, manager.email).filter((peer) => peer.email !== person.email).map((peer) => peer.login_name),
      PersonalSiteHostUrl: `${hostOf(request)}/`,
      PersonalUrl: personalUrl(person, request),
      PictureUrl: pictureUrl(person, request),
      Title: person.job_title,
      UserProfileProperties: profileKeys.map((Key) => complex('SP.KeyValue', { Key, Value: known.get(Key) ?? '', ValueType: 'Edm.String' })),
      UserUrl: personPage(person, request),
    },
  };
}

/** One value of somebody's profile by its exact name; empty for one that has none. */
export function profileValue(person: Person, name: string, request: Asked): string {
  const { database } = request.session;
  return valuesOf(person, managersOf(database, person).at(-1), request).get(name) ?? '';
}

/** Whether everybody may see whom somebody follows. */
export function peopleListIsPublic(database: DatabaseSync, login: string): boolean {
  return one<{ value: string }>(database, "SELECT value FROM profile_values WHERE login_name = ? AND name = 'SPS-PrivacyPeople'", login)?.value.toLowerCase() !== 'false';
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

/** What the organisation knows and what the person set. Which keys of a new profile have values is recorded. */
function valuesOf(person: Person, manager: Person | undefined, request: Asked): ReadonlyMap<string, string> {
  const { database } = request.session;
  const own = all<{ name: string; value: string }>(database, 'SELECT name, value FROM profile_values WHERE login_name = ?', person.login_name);
  return new Map([...Object.entries({
    UserProfile_GUID: objectIdOf({ email: `profile of ${person.email}` }), AccountName: person.login_name, FirstName: person.given_name, LastName: person.family_name, PreferredName: person.title,
    WorkPhone: person.phone, Department: person.department, Title: person.job_title, 'SPS-JobTitle': person.job_title, 'SPS-Department': person.department,
    Manager: manager?.login_name ?? '', AboutMe: person.about, PersonalSpace: personalPath(person), PictureURL: pictureUrl(person, request) ?? '', UserName: person.email,
    'SPS-SipAddress': person.email, 'SPS-ClaimID': person.email, 'SPS-ClaimProviderID': 'membership', 'SPS-ClaimProviderType': 'Forms', 'SPS-SavedAccountName': person.login_name,
    'SPS-UserPrincipalName': person.email, WorkEmail: person.email, Office: person.office, 'SPS-Location': person.office, 'SPS-Skills': person.skills, 'SPS-Interests': person.interests,
    'SPS-PictureTimestamp': pictureTimestamp(database, person.login_name) ?? '', 'SPS-EmailOptin': '0', 'SPS-PicturePlaceholderState': person.photo === 0 ? '1' : '0', 'SPS-PrivacyPeople': 'True',
    'SPS-PrivacyActivity': '4095', 'SPS-PictureExchangeSyncState': '1', 'SPS-UserType': '0', 'SPS-HideFromAddressLists': 'False', 'msOnline-ObjectId': objectIdOf(person),
  }), ...own.map(({ name, value }) => [name, value] as const)]);
}
