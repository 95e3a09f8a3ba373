import type { DatabaseSync } from 'node:sqlite';
import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';
import { all, change } from '../storage/prepared.ts';
import { builtInContentTypes } from './builtInContentTypes.ts';
import type { ContentType } from './contentType.ts';

/** A content type with the address of the web or list whose it is. */
export interface ScopedContentType { readonly type: ContentType; readonly scope: string; readonly webId: string; readonly builtIn: boolean }

/** The content types of a web itself; the root web has those that every site collection has. */
export function webContentTypes({ database, webId, rootWebId, siteUrl }: Pick<Session, 'database' | 'webId' | 'rootWebId' | 'siteUrl'>): ScopedContentType[] {
  const own = all<{ schema: string }>(database, 'SELECT schema FROM content_types WHERE web_id = ?', webId)
    .map(({ schema }) => ({ type: JSON.parse(schema) as ContentType, scope: siteUrl, webId, builtIn: false }));
  return inOrder([...webId === rootWebId ? changedBuiltIns(own, siteUrl, webId) : [], ...own]);
}

/** A type that every site has and that was changed is kept like one that was added. */
function changedBuiltIns(own: readonly ScopedContentType[], scope: string, webId: string): ScopedContentType[] {
  const changed = new Set(own.map(({ type }) => type.id));
  return builtInContentTypes.filter(({ id }) => !changed.has(id)).map((type) => ({ type, scope, webId, builtIn: true }));
}

/** Those that lists of a web may use: its own and those of the webs above. */
export function availableContentTypes(session: Session): ScopedContentType[] {
  const { parentId } = webById(session.database, session.webId);
  return inOrder([...webContentTypes(session), ...parentId === undefined ? [] : availableContentTypes(session.inWeb(parentId))]);
}

export function saveContentType(database: DatabaseSync, webId: string, type: ContentType): void {
  change(database, 'INSERT INTO content_types VALUES (?1,?2,?3) ON CONFLICT (web_id, id) DO UPDATE SET schema = ?3', webId, type.id, JSON.stringify(type));
}

export function removeContentType(database: DatabaseSync, webId: string, id: string): void {
  change(database, 'DELETE FROM content_types WHERE web_id = ? AND id = ?', webId, id);
}

/** To be called when a web is deleted. */
export function forgetContentTypes(database: DatabaseSync, webId: string): void {
  change(database, 'DELETE FROM content_types WHERE web_id = ?', webId);
}

function inOrder(types: ScopedContentType[]): ScopedContentType[] {
  return types.sort(({ type: left }, { type: right }) => left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}
