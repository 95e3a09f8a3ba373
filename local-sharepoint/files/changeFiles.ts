import type { SQLInputValue } from 'node:sqlite';
import { addItem, updateItem } from '../items/changeItems.ts';
import { path } from '../items/itemProperties.ts';
import { isVisible } from '../items/itemEntity.ts';
import type { ListSchema } from '../model/list.ts';
import { accessDenied, notHereYet } from '../model/refusals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { firstVersion } from '../versions/versionNumber.ts';
import { writeContent } from './contents.ts';
import { fileExists, nameExists } from './fileRefusals.ts';
import { checkName, freeName } from './names.ts';
import { folderAt, rowIn, serverRelative, type Folder, type Placed } from './place.ts';

export interface NewFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly overwrite: boolean;
  /** `EnsureUniqueFileName`: a taken name gets a number instead of a refusal. */
  readonly unique?: boolean;
}

/** Puts a file into a folder of a library; one of that name is overwritten, as a new version, or refused. */
export function addFile(folder: Folder, session: Session, { name, content, overwrite, unique = false }: NewFile): Placed {
  const list = library(folder);
  checkName(name, folder.url);
  const free = unique ? freeName(name, (candidate) => rowIn(list, folder.url, candidate, session) !== undefined) : name;
  const there = rowIn(list, folder.url, free, session);
  if (there) return overwrite ? overwritten(list, there, content, session) : refuse(list, there, session);
  const row = addItem(list, session, new Map<string, SQLInputValue>([
    ['FileLeafRef', free], ['FileDirRef', folder.url], ['FSObjType', 0], ['_uiversion', firstVersion(list)],
    ...(list.properties['ForceCheckout'] === true ? [['CheckoutUser', session.user.id] satisfies [string, SQLInputValue]] : []),
  ]));
  writeContent(session.database, list, row, content);
  return { list, row };
}

/** Replaces what a file holds: a new version. */
export function setContent({ list, row }: Placed, content: Uint8Array, session: Session): Placed {
  const changed = updateItem(list, session, row, new Map());
  writeContent(session.database, list, changed, content);
  return { list, row: changed };
}

/** The folder and the name that an address names. */
export function target(given: string, session: Session): { folder: Folder; name: string } {
  const to = serverRelative(given, session);
  const slash = to.lastIndexOf('/');
  const folder = folderAt(to.slice(0, slash), session);
  return { folder, name: to.slice(slash + 1) };
}

function library({ list }: Folder): ListSchema {
  if (list === undefined) throw notHereYet('files outside libraries');
  if (list.baseType !== 1) throw notHereYet('files in the folders of a list');
  return list;
}

function overwritten(list: ListSchema, row: ItemRow, content: Uint8Array, session: Session): Placed {
  if (row['FSObjType'] !== 0) throw nameExists(path(row));
  if (!isVisible(list, row, session)) throw accessDenied();
  return setContent({ list, row }, content, session);
}

/** Says that something of this name is there already, and as much of it as this person may know. */
export function refuse(list: ListSchema, row: ItemRow, session: Session): never {
  const name = path(row).slice(session.siteUrl.length + 1);
  if (row['FSObjType'] !== 0 || !isVisible(list, row, session)) throw nameExists(name);
  throw fileExists(name, session.directory.principal(Number(row['Editor']))?.loginName ?? '', String(row['Modified']));
}
