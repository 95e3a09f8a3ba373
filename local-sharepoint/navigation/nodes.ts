import type { DatabaseSync } from 'node:sqlite';
import { all, change, one } from '../storage/prepared.ts';

/** Ids that SharePoint gives to the two kinds of navigation (seen as `StartingNodeKey` of menu states). */
export const quickLaunchId = 1025;
export const topNavigationId = 1002;

/** A link of a web's navigation. */
export interface NavigationNode {
  readonly id: number;
  readonly parent_id: number;
  readonly title: string;
  readonly url: string;
  readonly external: number;
  readonly visible: number;
  /** JSON, an array of ids. */
  readonly audiences: string | null;
  /** UTC */
  readonly changed: string;
}

export type NodeValues = Pick<NavigationNode, 'title' | 'url' | 'external' | 'visible' | 'audiences'>;

const columns = 'id, parent_id, title, url, external, visible, audiences, changed';

export function nodeById(database: DatabaseSync, webId: string, id: number): NavigationNode | undefined {
  return one<NavigationNode>(database, `SELECT ${columns} FROM navigation_nodes WHERE web_id = ? AND id = ?`, webId, id);
}

export function nodesBelow(database: DatabaseSync, webId: string, parentId: number): NavigationNode[] {
  return all<NavigationNode>(database, `SELECT ${columns} FROM navigation_nodes WHERE web_id = ? AND parent_id = ? ORDER BY position, id`, webId, parentId);
}

/** Adds a node as the last, or the first, below another; answers its id. */
export function addNode(database: DatabaseSync, webId: string, parentId: number, { title, url, external, visible, audiences }: NodeValues, now: Date, first = false): number {
  const edge = one<{ position: number }>(database, `SELECT COALESCE(${first ? 'MIN(position) - 1' : 'MAX(position) + 1'}, 0) AS position FROM navigation_nodes WHERE web_id = ? AND parent_id = ?`, webId, parentId);
  const added = one<{ id: number }>(database, `INSERT INTO navigation_nodes (web_id, parent_id, position, title, url, external, visible, audiences, changed) VALUES (?,?,?,?,?,?,?,?,?) RETURNING id`,
    webId, parentId, edge?.position ?? 0, title, url, external, visible, audiences, now.toISOString());
  return added?.id ?? 0;
}

export function saveNode(database: DatabaseSync, { id, title, url, external, visible, audiences }: NavigationNode, now: Date): void {
  change(database, 'UPDATE navigation_nodes SET title = ?, url = ?, external = ?, visible = ?, audiences = ?, changed = ? WHERE id = ?', title, url, external, visible, audiences, now.toISOString(), id);
}

/** Deletes a node and all below it. */
export function deleteNode(database: DatabaseSync, webId: string, id: number): void {
  for (const child of nodesBelow(database, webId, id)) deleteNode(database, webId, child.id);
  change(database, 'DELETE FROM navigation_nodes WHERE web_id = ? AND id = ?', webId, id);
}

/** Puts a node right after one of its siblings, or first. */
export function moveNode(database: DatabaseSync, webId: string, node: NavigationNode, after: NavigationNode | undefined, now: Date): void {
  const others = nodesBelow(database, webId, node.parent_id).filter(({ id }) => id !== node.id);
  others.splice(after === undefined ? 0 : others.findIndex(({ id }) => id === after.id) + 1, 0, node);
  others.forEach(({ id }, position) => change(database, 'UPDATE navigation_nodes SET position = ? WHERE id = ?', position, id));
  change(database, 'UPDATE navigation_nodes SET changed = ? WHERE id = ?', now.toISOString(), node.id);
}

/** The links a new web begins with. */
export function installNavigation(database: DatabaseSync, webId: string, url: string, now: Date): void {
  const links = [['Documents', `${url}/Shared Documents/Forms/AllItems.aspx`], ['Pages', `${url}/SitePages/Forms/ByAuthor.aspx`], ['Site contents', `${url}/_layouts/15/viewlsts.aspx`]] as const;
  for (const [title, link] of links) addNode(database, webId, quickLaunchId, { title, url: link, external: 0, visible: 1, audiences: null }, now);
}

/** To be called when a web is deleted. */
export function forgetNavigation(database: DatabaseSync, webId: string): void {
  change(database, 'DELETE FROM navigation_nodes WHERE web_id = ?', webId);
}
