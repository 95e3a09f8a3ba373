import { contentLength } from '../files/contents.ts';
import { levelOf } from '../files/level.ts';
import { path } from '../items/itemProperties.ts';
import { toForm } from '../items/dates.ts';
import { contentTypeOf } from '../contentTypes/listContentTypes.ts';
import { commentsOf, moderationStatuses, statusOf } from '../moderation/moderation.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Session } from '../session.ts';
import { uiVersion, versionLabel } from '../versions/versionNumber.ts';

const linksToTitle: ReadonlySet<string> = new Set(['LinkTitle', 'LinkTitleNoMenu', 'LinkTitle2']);
const linksToFile: ReadonlySet<string> = new Set(['LinkFilename', 'LinkFilenameNoMenu', 'LinkFilename2']);

/** What a row says of a column that isn't kept with the item. Recorded: PnP Core SDK, ListItemAsFileFromDataStreamTest; most others are empty there, too. */
export function workedOutCell(field: FieldSchema, list: ListSchema, row: ItemRow, session: Session): [string, unknown][] {
  const name = field.internalName;
  const one = (value: unknown): [string, unknown][] => [[name, value]];
  const file = path(row).split('/').pop() ?? '';
  if (linksToTitle.has(name)) return [['Title', row['Title'] ?? ''], [name, row['Title'] ?? '']];
  if (linksToFile.has(name)) return [...nameCell(file), [name, file]];
  switch (name) {
    case 'FileLeafRef': return nameCell(file);
    case 'FileDirRef': return one(row['FileDirRef']);
    case 'ContentType': return one(row['FSObjType'] === 1 ? 'Folder' : contentTypeOf(list, row['ContentTypeId']).name);
    case 'Edit': case 'SortBehavior': return one('0');
    case 'SelectTitle': case 'SelectFilename': case '_EditMenuTableStart2': case '_EditMenuTableEnd': return one(String(row.ID));
    case '_EditMenuTableStart': return one(file);
    case 'DocIcon': case 'File_x0020_Type': return one(row['FSObjType'] === 1 ? '' : extension(file));
    case 'BaseName': return one(baseName(file));
    case 'ServerUrl': return one(path(row));
    case 'FileSizeDisplay': return one(list.baseType === 1 && row['FSObjType'] === 0 ? String(contentLength(session.database, list, row)) : '');
    case '_UIVersion': return one(String(uiVersion(row)));
    case '_UIVersionString': return one(versionLabel(uiVersion(row)));
    case '_Level': return one(String(list.baseType === 1 ? levelOf(row, session) : 1));
    case 'WorkflowVersion': return one('1');
    case '_IsCurrentVersion': return [[name, 'Yes'], [`${name}.value`, '1']];
    case '_HasCopyDestinations': return [[name, ''], [`${name}.value`, '']];
    case '_ModerationStatus': return [[name, moderationStatuses[statusOf(list, row)] ?? ''], [`${name}.`, String(statusOf(list, row))]];
    case '_ModerationComments': return one(commentsOf(list, row) ?? '');
    case 'Order': return [[name, (row.ID * 100).toLocaleString('en-US')], [`${name}.`, (row.ID * 100).toPrecision(15)]];
    case 'Created_x0020_Date': return [[name, `${row.ID};#${String(row['Created']).replace('T', ' ').replace('Z', '')}`], [`${name}.`, row['Created']], [`${name}.ifnew`, ifNew(row, session)]];
    case 'Last_x0020_Modified': return [[name, toForm(String(row['Modified']), false)], [`${name}.`, row['Modified']]];
    default: return one('');
  }
}

/** `FileLeafRef` comes with its two parts (recorded; an item that is no file is called `1_.000`). */
function nameCell(file: string): [string, unknown][] {
  return [['FileLeafRef', file], ['FileLeafRef.Name', baseName(file)], ['FileLeafRef.Suffix', extension(file)]];
}

function baseName(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot < 0 ? file : file.slice(0, dot);
}

function extension(file: string): string {
  const dot = file.lastIndexOf('.');
  return dot < 0 ? '' : file.slice(dot + 1);
}

/** Items are marked as new for two days (SharePoint's default). */
function ifNew(row: ItemRow, session: Session): string {
  return session.now().getTime() - Date.parse(String(row['Created'])) < 2 * 86_400_000 ? '1' : '';
}
