import type { SQLInputValue } from 'node:sqlite';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { folderValues } from './changeFolders.ts';
import { nameExists } from './fileRefusals.ts';
import { checkName } from './names.ts';
import { folderAt, rowIn } from './place.ts';
import { indexFolders } from './scope.ts';

/**
 * What `listItemCreateInfo` (SP.ListItemCreationInformationUsingPath) says of a new item: `FolderPath`, the folder it goes into; `UnderlyingObjectType` 1, a
 * folder; `LeafName`, its name. Answers the columns that it sets. Refuses a folder that is not of this list.
 */
export function placeOfNewItem(list: ListSchema, session: Session, info: unknown): Map<string, SQLInputValue> {
  if (typeof info !== 'object' || info === null) return new Map();
  const { FolderPath, FolderUrl, UnderlyingObjectType, LeafName } = info as Readonly<Record<string, unknown>>;
  const url = decodedUrl(FolderPath) ?? decodedUrl(FolderUrl) ?? '';
  const folder = url === '' ? { list, url: list.rootFolderUrl } : folderAt(url, session);
  if (folder.list !== list) throw fileNotFound();
  const name = decodedUrl(LeafName) ?? '';
  if (UnderlyingObjectType === 1) {
    checkName(name, folder.url);
    if (rowIn(list, folder.url, name, session)) throw nameExists(name);
    indexFolders(list, session);
    return folderValues(list, folder.url, name);
  }
  return new Map<string, SQLInputValue>([['FileDirRef', folder.url], ...(name !== '' && list.baseType === 1 ? [['FileLeafRef', name] satisfies [string, SQLInputValue]] : [])]);
}

/** A text, or that of an SP.ResourcePath. */
export function decodedUrl(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'DecodedUrl' in value && typeof value.DecodedUrl === 'string' ? value.DecodedUrl : undefined;
}
