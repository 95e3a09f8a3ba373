import type { Complex } from '../routing/complex.ts';
import { argument, voidAnswer, wholeNumber } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { wrongArgument } from '../model/refusals.ts';
import { accountHolder } from '../people/profiles/account.ts';
import { findPerson } from '../people/organisation.ts';
import { personalUrl } from '../people/profiles/profileAddresses.ts';
import { actorTypes, follow, followedBy, followersOf, isFollowing, stopFollowing, suggestedTo, type ActorType } from './follows.ts';
import { readActor } from './readActor.ts';
import { followedActor, personActor } from './socialActor.ts';
import { invalidOperation } from './socialRefusals.ts';

/** `social.following` and `social.following/my`: following people, documents, sites and tags. Recorded: pnp/pnpcore, FollowingTests. */
export function followingResource(): Resource {
  return { get: mine, child: (segment, request) => segment.name === 'my' ? { get: mine, child: (next) => read(next, request) ?? call(next) } : read(segment, request) ?? call(segment) };
}

function mine(request: ResourceRequest): ReturnType<NonNullable<Resource['get']>> {
  return {
    kind: 'entity',
    entity: {
      type: 'SP.Social.SocialRestFollowingManager', editLink: 'social.following/my/following',
      properties: { MyFollowedDocumentsUri: pageOf('FollowedContent', request), MyFollowedSitesUri: pageOf('Sites', request), SocialActor: personActor(accountHolder(request.session.database, request.session.user.loginName), request) },
    },
  };
}

/** What is read; a method with parameters may be called as well. */
function read(segment: PathSegment, request: ResourceRequest): Resource | undefined {
  const { database, user } = request.session;
  const property = (name: string, value: () => unknown): Resource => {
    const answer = (): ReturnType<NonNullable<Resource['get']>> => ({ kind: 'property', name, value: value() });
    return { get: answer, post: answer };
  };
  const people = (logins: readonly string[]): Complex[] => logins.flatMap((login) => findPerson(database, login) ?? []).map((person) => personActor(person, request));
  switch (segment.name) {
    case 'followeddocumentsuri': return property('FollowedDocumentsUri', () => pageOf('FollowedContent', request));
    case 'followedsitesuri': return property('FollowedSitesUri', () => pageOf('Sites', request));
    case 'followed': return property('Followed', () => followed(segment, request));
    case 'followedcount': return property('FollowedCount', () => followed(segment, request).length);
    case 'followers': return property('Followers', () => people(followersOf(database, user.loginName)));
    case 'suggestions': return property('Suggestions', () => people(suggestedTo(database, user.loginName)));
    default: return undefined;
  }
}

function call(segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'follow': return {
      post: (request) => {
        const { database, user, now } = request.session;
        const actor = readActor(segment, request);
        if (actor.kind === actorTypes.user && actor.target === user.loginName) throw invalidOperation();
        return { kind: 'property', name: 'Follow', value: follow(database, user.loginName, actor, now()) };
      },
    };
    case 'isfollowed': return {
      post: (request) => {
        const { kind, target } = readActor(segment, request);
        return { kind: 'property', name: 'IsFollowed', value: isFollowing(request.session.database, request.session.user.loginName, kind, target) };
      },
    };
    case 'stopfollowing': return {
      post: (request) => {
        const { kind, target } = readActor(segment, request);
        stopFollowing(request.session.database, request.session.user.loginName, kind, target);
        return voidAnswer({ ...segment, raw: 'StopFollowing' });
      },
    };
    default: return undefined;
  }
}

/** Bits of SocialActorTypes; the flags about feeds and groups change nothing, since neither is here. */
const bits: readonly (readonly [number, ActorType])[] = [[1, actorTypes.user], [2, actorTypes.document], [4, actorTypes.site], [8, actorTypes.tag]];
const withinLastDay = 0x40000000;

function followed(segment: PathSegment, request: ResourceRequest): Complex[] {
  const types = wholeNumber(argument(segment, 'types', 0));
  if (types === undefined) throw wrongArgument();
  const { database, user, now } = request.session;
  const since = (types & withinLastDay) === 0 ? '' : new Date(now().getTime() - 86_400_000).toISOString();
  return followedBy(database, user.loginName, bits.filter(([bit]) => (types & bit) !== 0).map(([, kind]) => kind), since).flatMap((row) => followedActor(row, request) ?? []);
}

function pageOf(name: string, request: ResourceRequest): string {
  return `${personalUrl(accountHolder(request.session.database, request.session.user.loginName), request)}Social/${name}.aspx`;
}
