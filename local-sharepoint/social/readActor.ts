import { bodyProperties } from '../routing/arguments.ts';
import type { PathSegment, ResourceRequest } from '../routing/resource.ts';
import { unescaped } from '../model/unescaped.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { grants } from '../model/basePermissions.ts';
import { fileAt } from '../files/place.ts';
import { personOfAccount } from '../people/profiles/account.ts';
import type { Session } from '../session.ts';
import { allWebs, type Web } from '../sites/web.ts';
import { sessionOn } from '../sites/sessionOn.ts';
import { actorTypes, type FollowTarget } from './follows.ts';
import { invalidRequest, targetNotFound } from './socialRefusals.ts';

/**
 * Whom or what a call is about: `{"actor":{"ActorType":0,"AccountName":"…"}}` in the body, or the same in the address. Refuses what is not there
 * for this person.
 */
export function readActor(segment: PathSegment, request: ResourceRequest): FollowTarget {
  const given = actorIn(segment, request);
  const { database } = request.session;
  switch (Number(given('actortype') ?? NaN)) {
    case actorTypes.user: {
      const person = personOfAccount(database, given('accountname'));
      if (!person) throw targetNotFound();
      return { kind: actorTypes.user, target: person.login_name };
    }
    case actorTypes.document: return documentAt(String(given('contenturi') ?? ''), request);
    case actorTypes.site: return { kind: actorTypes.site, target: siteAt(String(given('contenturi') ?? ''), request) };
    case actorTypes.tag: {
      const id = String(given('tagguid') ?? '').toLowerCase();
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw targetNotFound();
      return { kind: actorTypes.tag, target: id };
    }
    default: throw invalidRequest();
  }
}

function actorIn({ named }: PathSegment, request: ResourceRequest): (name: string) => unknown {
  const actor = bodyProperties(request)['actor'];
  const properties: readonly (readonly [string, unknown])[] = typeof actor === 'object' && actor !== null ? Object.entries(actor).map(([name, value]) => [name.toLowerCase(), value] as const) : Object.entries(named);
  const values = new Map(properties);
  return (name) => values.get(name);
}

function siteAt(address: string, request: ResourceRequest): string {
  const path = pathHere(address, request).replace(/\/$/, '');
  const site = allWebs(request.session.database).find(({ url }) => url.toLowerCase() === path.toLowerCase());
  if (!site || !grants(sessionOn(site, request.session).permissions.onWeb(), 'Open')) throw targetNotFound();
  return site.webId;
}

function documentAt(address: string, request: ResourceRequest): FollowTarget {
  const path = pathHere(address, request);
  const site = siteAround(path, request.session);
  if (!site) throw targetNotFound();
  try {
    const { list, row } = fileAt(path, sessionOn(site, request.session));
    return { kind: actorTypes.document, target: row.GUID, webId: site.webId, listId: list.id, itemId: row.ID };
  } catch (failure) {
    if (failure instanceof SharePointError) throw targetNotFound();
    throw failure;
  }
}

/** The site that a path belongs to: the one with the longest address. */
function siteAround(path: string, session: Session): Web | undefined {
  return allWebs(session.database).filter(({ url }) => `${path}/`.toLowerCase().startsWith(`${url}/`.toLowerCase())).sort((one, other) => other.url.length - one.url.length)[0];
}

/** The server-relative path of an address on this host. */
function pathHere(address: string, { webUrl }: ResourceRequest): string {
  const { origin } = new URL(webUrl);
  if (!URL.canParse(address, origin) || new URL(address, origin).host !== new URL(webUrl).host) throw targetNotFound();
  const path = unescaped(new URL(address, origin).pathname);
  if (path === undefined) throw targetNotFound();
  return path;
}
