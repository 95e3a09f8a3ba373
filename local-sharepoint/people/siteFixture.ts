import { DatabaseSync } from 'node:sqlite';
import type { ListSchema } from '../model/list.ts';
import { sessionPermissions } from '../permissions/sessionPermissions.ts';
import type { Answer, Entity, Literal, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { createWebTables } from '../sites/tables.ts';
import { findUser, owner, sessionDirectory } from './directory.ts';
import { installPeople } from './installPeople.ts';

export const webId = '0f0e0d0c-0000-4000-8000-000000000001';
export const editor = 'samir.elamrani@contoso.example';
export const visitor = 'yusuf.demir@contoso.example';

/** For tests: a new site with its people in memory, and one list with two items. */
export function newSite(): { database: DatabaseSync; list: ListSchema } {
  const database = new DatabaseSync(':memory:');
  createWebTables(database);
  installPeople(database, webId, { url: '/sites/intranet', title: 'Intranet' });
  database.exec('CREATE TABLE tasks (ID INTEGER PRIMARY KEY, FSObjType INTEGER DEFAULT 0, _scope TEXT); INSERT INTO tasks (ID) VALUES (1), (2);');
  const list: ListSchema = {
    id: '11111111-0000-4000-8000-000000000001', webId, title: 'Tasks', rootFolderUrl: '/sites/intranet/Lists/Tasks', baseTemplate: 100, baseType: 0,
    table: 'tasks', fields: [], readSecurity: 1, writeSecurity: 1, hasUniqueRoleAssignments: false, itemCount: 2, properties: {},
  };
  return { database, list };
}

/** For tests: a session of somebody; without a name, of the owner. */
export function sessionOf(site: { database: DatabaseSync; list: ListSchema }, email?: string): Session {
  const user = email === undefined ? owner(site.database, webId) : findUser(site.database, webId, email);
  if (user === undefined) {
    throw new Error(`Nobody is called ${email}.`);
  }
  return {
    database: site.database, user, webId, rootWebId: webId, siteUrl: '/sites/intranet', now: () => new Date('2026-01-05T09:00:00Z'),
    permissions: sessionPermissions(site.database, user, { webId, rootWebId: webId }), directory: sessionDirectory(site.database, webId),
    inWeb: () => sessionOf(site, email),
    lists: { byId: () => site.list, byTitle: () => site.list, byUrl: () => site.list, all: () => [site.list], touch: () => undefined },
  };
}

/** For tests: a path segment as the router would have read it. */
export function segment(raw: string, args: readonly Literal[] = [], named: Readonly<Record<string, Literal>> = {}): PathSegment {
  return { name: raw.toLowerCase(), raw, args, named };
}

export function requestOf(session: Session, method: ResourceRequest['method'] = 'GET', json?: unknown, query: Readonly<Record<string, string>> = {}): ResourceRequest {
  return { method, query: new Map(Object.entries(query)), headers: {}, json, bytes: Buffer.alloc(0), session, webUrl: 'https://host/sites/intranet' };
}

type Room = (segment: PathSegment, request: ResourceRequest) => Resource | undefined;

/** For tests: walks a path from one room and calls what stands at its end. */
export function ask(room: Room, path: readonly PathSegment[], request: ResourceRequest): Answer {
  const [first, ...rest] = path;
  let resource = first === undefined ? undefined : room(first, request);
  for (const next of rest) {
    resource = resource?.child?.(next, request);
  }
  const method = request.method.toLowerCase() as 'get' | 'post' | 'merge' | 'put' | 'delete';
  const answer = resource?.[method]?.(request);
  if (answer === undefined) {
    throw new Error(`${request.method} ${path.map((part) => part.raw).join('/')} is not there.`);
  }
  return answer;
}

export function entityOf(answer: Answer): Entity {
  if (answer.kind !== 'entity') {
    throw new Error(`An entity was expected, not ${answer.kind}.`);
  }
  return answer.entity;
}

export function entitiesOf(answer: Answer): readonly Entity[] {
  if (answer.kind !== 'collection') {
    throw new Error(`A collection was expected, not ${answer.kind}.`);
  }
  return answer.entities;
}
