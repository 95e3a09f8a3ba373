import { path } from '../items/itemProperties.ts';
import { listViewThreshold } from '../lists/listRefusals.ts';
import { wrongArgument } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import type { Describe } from '../permissions/securableChild.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { thresholdOf } from '../query/threshold.ts';
import { visibleSql } from '../query/visible.ts';
import { argument, bodyText, textArgument } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { all } from '../storage/prepared.ts';
import { addFile, type NewFile } from './changeFiles.ts';
import { addFolder } from './changeFolders.ts';
import { fileEntity } from './fileEntity.ts';
import { fileResource } from './fileResource.ts';
import { folderEntity } from './folderEntity.ts';
import { folderResource } from './folderResource.ts';
import { seenTable } from './seen.ts';
import { templateFile } from './templateFile.ts';
import { fileAt, folderAt, mayOpen, serverRelative, type Folder, type Placed } from './place.ts';

/** `files` of a folder: to read, to add to, and one by its name. */
export function filesResource(folder: Folder, segment: PathSegment, { session }: ResourceRequest, describe: Describe): Resource {
  const named = (name: string): Resource => fileResource(fileAt(below(folder, name, session), session), describe);
  if (segment.args.length > 0) return named(textArgument(segment));
  return {
    get: (request) => applyQuery(rowsOf(folder, 0, request.session).map((file) => fileEntity(file, request)), request, 'SP.ApiData.Files'),
    child: (next) => {
      switch (next.name) {
        case 'getbyurl': return named(textArgument(next));
        case 'add': return { post: (request) => addedFile(folder, request, newFile(next, request, 'url')) };
        case 'addtemplatefile': return { post: (request) => addedTemplate(folder, next, request) };
        case 'addusingpath': return { post: (request) => addedFile(folder, request, newFile(next, request, 'decodedurl')) };
        default: return undefined;
      }
    },
  };
}

/** `folders` of a folder: those of the web are its libraries'. To read, to add to, and one by its name. */
export function foldersResource(folder: Folder, segment: PathSegment, { session }: ResourceRequest, describe: Describe): Resource {
  const named = (name: string): Resource => folderResource(folderAt(below(folder, name, session), session), describe);
  if (segment.args.length > 0) return named(textArgument(segment));
  return {
    get: (request) => applyQuery(subfolders(folder, request.session).map((found) => folderEntity(found, request)), request, 'SP.ApiData.Folders'),
    post: (request) => addedFolder(folder, bodyText(request, 'ServerRelativeUrl') ?? '', request, true),
    child: (next) => {
      switch (next.name) {
        case 'getbyurl': return named(textArgument(next));
        case 'add': return { post: (request) => addedFolder(folder, textArgument(next), request, true) };
        case 'addusingpath': return { post: (request) => addedFolder(folder, String(argument(next, 'decodedurl', 0) ?? ''), request, argument(next, 'overwrite', 1) === true) };
        default: return undefined;
      }
    },
  };
}

function newFile(segment: PathSegment, { bytes }: ResourceRequest, named: 'url' | 'decodedurl'): NewFile {
  const url = argument(segment, named, 0);
  if (typeof url !== 'string') throw wrongArgument();
  return { name: url, content: bytes, overwrite: argument(segment, 'overwrite', 1) === true, unique: argument(segment, 'ensureuniquefilename', 2) === true };
}

/** `AddTemplateFile`: a page of a kind (SP.TemplateFileType), which a library that demands it leaves checked out (recorded: AddTemplateFileTest). */
function addedTemplate(folder: Folder, segment: PathSegment, request: ResourceRequest): Answer {
  const url = argument(segment, 'urloffile', 0);
  const content = templateFile(Number(argument(segment, 'templatefiletype', 1) ?? 0));
  if (typeof url !== 'string' || content === undefined) throw wrongArgument();
  return addedFile(folder, request, { name: url, content, overwrite: false });
}

function addedFile(folder: Folder, request: ResourceRequest, file: NewFile): Answer {
  const { parent, name } = target(folder, file.name, request.session);
  return { kind: 'entity', entity: fileEntity(addFile(parent, request.session, { ...file, name }), request) };
}

function addedFolder(folder: Folder, url: string, request: ResourceRequest, mayBeThere: boolean): Answer {
  const { parent, name } = target(folder, url, request.session);
  const entity = folderEntity(addFolder(parent, name, request.session, mayBeThere), request);
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: entity.id ?? '' } };
}

/** Where a new file or folder goes: its address may lead on from this folder, or be server-relative. */
function target(folder: Folder, url: string, session: Session): { parent: Folder; name: string } {
  const whole = below(folder, url, session);
  const slash = whole.lastIndexOf('/');
  const parent = whole.slice(0, slash);
  return { parent: parent === folder.url ? folder : folderAt(parent, session), name: whole.slice(slash + 1) };
}

/** The server-relative address of what a name or address means in a folder. */
function below(folder: Folder, url: string, session: Session): string {
  return url.startsWith('/') || /^https?:/i.test(url) ? serverRelative(url, session) : `${folder.url}/${url}`;
}

/** Files (0) or folders (1) directly in the folder, as far as this person may see them. Refuses more than the list view threshold. */
function rowsOf({ list, url }: Folder, kind: 0 | 1, session: Session): Placed[] {
  if (!list || (kind === 0 && list.baseType === 0)) return [];
  const threshold = thresholdOf(session);
  const conditions = ['i.FileDirRef = ?', 'i.FileLeafRef IS NOT NULL', `i.FSObjType = ${kind}`, ...visibleSql(list, session, 'i')];
  const rows = all<ItemRow>(session.database, `SELECT i.* FROM ${seenTable(list, session)} i WHERE ${conditions.join(' AND ')} ORDER BY i.FileLeafRef LIMIT ${threshold + 1}`, url);
  if (rows.length > threshold) throw listViewThreshold();
  return rows.map((row) => ({ list, row }));
}

function subfolders(folder: Folder, session: Session): Folder[] {
  if (folder.list) return rowsOf(folder, 1, session).map(({ list, row }) => ({ list, row, url: path(row) }));
  return session.lists.all().filter((list) => list.baseType === 1 && mayOpen(list, session)).map((list) => ({ list, url: list.rootFolderUrl }));
}
