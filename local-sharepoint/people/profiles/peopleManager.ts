import { complex } from '../../routing/complex.ts';
import { argument, textArgument, voidAnswer, wholeNumber } from '../../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../../routing/resource.ts';
import { applyQuery } from '../../odata/applyQuery.ts';
import { actorTypes, followedBy, follow, followersOf, hideSuggestion, isFollowing, stopFollowing, suggestedTo } from '../../social/follows.ts';
import { wrongArgument } from '../../model/refusals.ts';
import { findPerson, type Person } from '../organisation.ts';
import { accountHolder, personOfAccount } from './account.ts';
import { setMultiValued, setSingleValue } from './changeProfile.ts';
import { peopleListIsPublic, profileEntity, profileValue } from './profileEntity.ts';
import { setMyPicture } from './profilePicture.ts';
import { editProfileLink } from './profileAddresses.ts';

/** `SP.UserProfiles.PeopleManager`: one's own profile and others', and whom people follow. Itself recorded: pnp/pnpcore, GetUserProfileTests. */
export function peopleManager(): Resource {
  return {
    get: (request) => ({
      kind: 'entity',
      entity: {
        type: 'SP.UserProfiles.PeopleManager', editLink: 'SP.UserProfiles.PeopleManager', id: 'sp.userprofiles.peoplemanager',
        properties: { EditProfileLink: editProfileLink(request), IsMyPeopleListPublic: peopleListIsPublic(request.session.database, request.session.user.loginName) },
      },
    }),
    child: (segment, request) => profiles(segment, request) ?? following(segment, request) ?? tags(segment),
  };
}

function profiles(segment: PathSegment, request: ResourceRequest): Resource | undefined {
  switch (segment.name) {
    case 'getmyproperties': return { get: (asked) => profileOf(segment, asked.session.user.loginName, asked) };
    case 'getpropertiesfor': return { get: (asked) => profileOf(segment, textArgument(segment), asked) };
    case 'getuserprofilepropertyfor': return { get: (asked) => oneProperty(segment, asked) };
    case 'setsinglevalueprofileproperty': return setSingleValue(segment);
    case 'setmultivaluedprofileproperty': return setMultiValued(segment);
    case 'setmyprofilepicture': return setMyPicture(segment);
    case 'getmyfollowers': return { get: (asked) => people(asked, followersOf(asked.session.database, request.session.user.loginName)) };
    case 'getmysuggestions': return { get: (asked) => people(asked, suggestedTo(asked.session.database, request.session.user.loginName)) };
    case 'getpeoplefollowedbyme': return { get: (asked) => people(asked, followees(asked, asked.session.user.loginName)) };
    case 'getfollowersfor': return { get: (asked) => people(asked, followersOf(asked.session.database, accountHolder(asked.session.database, textArgument(segment)).login_name)) };
    case 'getpeoplefollowedby': return { get: (asked) => people(asked, followees(asked, accountHolder(asked.session.database, textArgument(segment)).login_name)) };
    default: return undefined;
  }
}

function following(segment: PathSegment, { session: { database, user, now } }: ResourceRequest): Resource | undefined {
  const property = (name: string, value: () => unknown): Resource => ({ get: () => ({ kind: 'property', name, value: value() }) });
  const call = (change: () => void): Resource => ({ post: () => { change(); return voidAnswer(segment); } });
  const other = (): Person | undefined => personOfAccount(database, textArgument(segment));
  switch (segment.name) {
    case 'amifollowedby': return property('AmIFollowedBy', () => isFollowing(database, other()?.login_name ?? '', actorTypes.user, user.loginName));
    case 'amifollowing': return property('AmIFollowing', () => isFollowing(database, user.loginName, actorTypes.user, other()?.login_name ?? ''));
    case 'follow': return call(() => { follow(database, user.loginName, { kind: actorTypes.user, target: accountHolder(database, textArgument(segment)).login_name }, now()); });
    case 'stopfollowing': return call(() => { stopFollowing(database, user.loginName, actorTypes.user, accountHolder(database, textArgument(segment)).login_name); });
    case 'hidesuggestion': return call(() => { hideSuggestion(database, user.loginName, accountHolder(database, textArgument(segment)).login_name); });
    case 'followtag': return call(() => { follow(database, user.loginName, { kind: actorTypes.tag, target: tagId(segment) }, now()); });
    case 'stopfollowingtag': return call(() => { stopFollowing(database, user.loginName, actorTypes.tag, tagId(segment)); });
    default: return undefined;
  }
}

/** Tags are known by their ids alone: nothing here gives them names. */
function tags(segment: PathSegment): Resource | undefined {
  if (segment.name !== 'getfollowedtags') return undefined;
  return {
    get: ({ session: { database, user } }) => {
      const most = wholeNumber(argument(segment, 'cmaxcount', 0) ?? argument(segment, 'maxcount', 0));
      if (most === undefined || most < 0) throw wrongArgument();
      return { kind: 'property', name: 'GetFollowedTags', value: followedBy(database, user.loginName, [actorTypes.tag]).slice(0, most).map(({ target }) => target) };
    },
  };
}

/** `SP.UserProfiles.PeopleManager.IsFollowing` (static). */
export function isFollowingResource(segment: PathSegment): Resource {
  return {
    get: ({ session: { database } }) => {
      const [follower, followee] = [argument(segment, 'possiblefolloweraccountname', 0), argument(segment, 'possiblefolloweeaccountname', 1)].map((account) => personOfAccount(database, account)?.login_name ?? '');
      return { kind: 'property', name: 'IsFollowing', value: isFollowing(database, follower ?? '', actorTypes.user, followee ?? '') };
    },
  };
}

/** `SP.UserProfiles.PeopleManager.GetTrendingTags` (static): tags are made in social feeds, which are not here, so there are none. */
export function trendingTags(): Resource {
  return { get: () => ({ kind: 'property', name: 'GetTrendingTags', value: complex('SP.UserProfiles.HashTagCollection', { Items: [] }) }) };
}

function profileOf(segment: PathSegment, account: string, request: ResourceRequest): Answer {
  const person = personOfAccount(request.session.database, account);
  return person === undefined ? voidAnswer(segment) : { kind: 'entity', entity: profileEntity(person, request) };
}

/** One value of a profile, by its exact key; nothing for an account or a key that is not there. */
function oneProperty(segment: PathSegment, request: ResourceRequest): Answer {
  const person = personOfAccount(request.session.database, argument(segment, 'accountname', 0));
  const value = person === undefined ? '' : profileValue(person, String(argument(segment, 'propertyname', 1) ?? ''), request);
  return { kind: 'property', name: 'GetUserProfilePropertyFor', value };
}

/** Whom somebody follows: a list that is not public is theirs alone. */
function followees({ session: { database, user } }: ResourceRequest, login: string): string[] {
  if (login !== user.loginName && !peopleListIsPublic(database, login)) return [];
  return followedBy(database, login, [actorTypes.user]).map(({ target }) => target);
}

function people(request: ResourceRequest, logins: readonly string[]): Answer {
  const found = logins.flatMap((login) => findPerson(request.session.database, login) ?? []);
  return applyQuery(found.map((person) => profileEntity(person, request)), request, 'SP.ApiData.PersonPropertiess');
}

function tagId(segment: PathSegment): string {
  const id = textArgument(segment).replace(/^\{(.*)\}$/, '$1').toLowerCase();
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw wrongArgument();
  return id;
}

