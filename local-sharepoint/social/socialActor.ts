import { createHash } from 'node:crypto';
import { complex, type Complex } from '../routing/complex.ts';
import type { ResourceRequest } from '../routing/resource.ts';
import { grants } from '../model/basePermissions.ts';
import { isVisible } from '../items/itemEntity.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { one } from '../storage/prepared.ts';
import { findPerson, type Person } from '../people/organisation.ts';
import { objectIdOf } from '../people/objectId.ts';
import { hostOf, personalUrl, personPage, pictureUrl } from '../people/profiles/profileAddresses.ts';
import { profileValue } from '../people/profiles/profileEntity.ts';
import { allWebs, type Web } from '../sites/web.ts';
import { sessionOn } from '../sites/sessionOn.ts';
import { actorTypes, isFollowing, type FollowRow } from './follows.ts';

const noGuid = '00000000-0000-0000-0000-000000000000';
const nothing = {
  AccountName: null, ActorType: 0, CanFollow: true, ContentUri: null, EmailAddress: null, FollowedContentUri: null, GroupId: noGuid, Id: '', ImageUri: null, IsFollowed: true, LibraryUri: null,
  Name: '', PersonalSiteUri: null, Status: 0, StatusText: null, TagGuid: noGuid, Title: null, Uri: '',
};

/** A person as a SocialActor. Recorded: pnp/pnpcore, GetMyInfoTest and MyFollowersTest. */
export function personActor(person: Person, request: ResourceRequest): Complex {
  const { database, user } = request.session;
  return actor({
    AccountName: person.login_name, ActorType: actorTypes.user, CanFollow: person.login_name !== user.loginName, EmailAddress: person.email,
    Id: `1.${bare(namedId('personal sites'))}.${bare(namedId(person.email))}.${bare(objectIdOf(person))}.${bare(noGuid)}`, ImageUri: pictureUrl(person, request),
    IsFollowed: isFollowing(database, user.loginName, actorTypes.user, person.login_name), Name: person.title, PersonalSiteUri: personalUrl(person, request),
    StatusText: profileValue(person, 'SPS-StatusNotes', request), Title: person.job_title, Uri: personPage(person, request),
  });
}

/** What somebody follows as a SocialActor; undefined for what is gone, or what they may not see any more. */
export function followedActor(row: FollowRow, request: ResourceRequest): Complex | undefined {
  switch (row.kind) {
    case actorTypes.user: {
      const person = findPerson(request.session.database, row.target);
      return person && personActor(person, request);
    }
    case actorTypes.document: return documentActor(row, request);
    case actorTypes.site: {
      const site = siteOf(row.target, request);
      return site && siteActor(site, request);
    }
    case actorTypes.tag: return actor({
      ActorType: actorTypes.tag, Id: `16.${bare(noGuid)}.${bare(noGuid)}.${bare(row.target)}.${bare(noGuid)}`, Name: `#${row.target}`, TagGuid: row.target,
      Uri: `${hostOf(request)}/_layouts/15/HashTagProfile.aspx?TermID=${row.target}`,
    });
  }
}

/** Recorded: pnp/pnpcore, FollowedByMeTest. */
function siteActor(site: Web, request: ResourceRequest): Complex | undefined {
  if (!grants(sessionOn(site, request.session).permissions.onWeb(), 'Open')) return undefined;
  const address = `${hostOf(request)}${site.url}`;
  const { Title } = site.properties;
  return actor({ ActorType: actorTypes.site, ContentUri: address, Id: `8.${bare(site.siteId)}.${bare(site.webId)}.${bare(site.siteId)}.${bare(noGuid)}`, Name: Title, Title, Uri: address });
}

/** Keys and values: Microsoft's reference of following people and content. */
function documentActor({ web_id: webId, list_id: listId, item_id: itemId, target }: FollowRow, request: ResourceRequest): Complex | undefined {
  const site = siteOf(webId, request);
  const there = site && sessionOn(site, request.session);
  const list = listId === null ? undefined : there?.lists.byId(listId);
  const row = list && one<ItemRow>(request.session.database, `SELECT * FROM "${list.table}" WHERE ID = ? AND GUID = ?`, itemId, target);
  if (!site || !there || !list || !row || !isVisible(list, row, there)) return undefined;
  const address = `${hostOf(request)}${encodeURI(`${String(row['FileDirRef'])}/${String(row['FileLeafRef'])}`)}`;
  return actor({
    ActorType: actorTypes.document, ContentUri: address, Id: `2.${bare(site.siteId)}.${bare(site.webId)}.${bare(target)}.${bare(noGuid)}`,
    LibraryUri: `${hostOf(request)}${encodeURI(list.rootFolderUrl)}`, Name: String(row['FileLeafRef']), Uri: address,
  });
}

function siteOf(webId: string | null, request: ResourceRequest): Web | undefined {
  return allWebs(request.session.database).find((site) => site.webId === webId);
}

function actor(known: Partial<Record<keyof typeof nothing, unknown>>): Complex {
  return complex('SP.Social.SocialActor', { ...nothing, ...known });
}

function namedId(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

function bare(guid: string): string {
  return guid.replaceAll('-', '');
}
