import { updateItem } from '../items/changeItems.ts';
import { stamp } from '../lists/listCatalogue.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import { wrongArgument } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { recycleAttachment } from '../recycleBin/recycledAttachments.ts';
import { argument, textArgument, voidAnswer } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { attachmentsDisabled, emptyAttachment, nameInUse, nameNotPermitted } from './attachmentRefusals.ts';
import { addAttachmentsColumn, attachmentContent, attachmentNamed, attachmentNames, removeAttachment, saveAttachment } from './attachments.ts';

/** As of files in libraries; remembered for attachments. */
const longestName = 255;

/** `items(3)/attachmentfiles` and what is below them. Libraries have none. */
export function attachmentsResource(list: ListSchema, row: ItemRow, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  if (list.baseType === 1) return undefined;
  if (segment.args.length > 0) return attachmentResource(list, row, textArgument(segment), request);
  return {
    get: (asked) => applyQuery(attachmentNames(asked.session.database, list, row.ID).map((name) => attachmentEntity(list, row, name)), asked, 'SP.ApiData.Attachments'),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyfilename': case 'getbyfilenameaspath': return attachmentResource(list, row, textArgument(next), asked);
        case 'add': return { post: (called) => added(list, row, argument(next, 'filename', 0), called) };
        case 'addusingpath': return { post: (called) => added(list, row, argument(next, 'decodedurl', 0), called) };
        default: return undefined;
      }
    },
  };
}

function attachmentResource(list: ListSchema, row: ItemRow, asked: string, request: ResourceRequest): Resource {
  const name = attachmentNamed(request.session.database, list, row.ID, asked);
  if (name === undefined) throw fileNotFound();
  const remove = ({ session }: ResourceRequest): Answer => {
    takeOff(list, row, name, session);
    return { kind: 'empty' };
  };
  return {
    get: () => ({ kind: 'entity', entity: attachmentEntity(list, row, name) }),
    delete: remove,
    child: (next) => {
      switch (next.name) {
        case 'deleteobject': return { post: remove };
        case 'recycleobject': return recycleResource(list, row, name, next);
        case '$value': return contentResource(list, row, name);
        default: return undefined;
      }
    },
  };
}

/** Asked with POST (recorded) and, by PnPjs, with DELETE. */
function recycleResource(list: ListSchema, row: ItemRow, name: string, segment: PathSegment): Resource {
  const recycle = ({ session }: ResourceRequest): Answer => {
    recycleAttachment(list, row, name, session);
    takeOff(list, row, name, session);
    return voidAnswer(segment);
  };
  return { post: recycle, delete: recycle };
}

/** An attachment is gone: a change of its item. */
export function takeOff(list: ListSchema, row: ItemRow, name: string, session: Session): void {
  updateItem(list, session, row, new Map([['_attachments', attachmentNames(session.database, list, row.ID).length > 1 ? 1 : 0]]));
  removeAttachment(session.database, list, row.ID, name);
}

/** The bytes. They are never shown as a page: who opens their address gets a file. */
export function contentResource(list: ListSchema, row: ItemRow, name: string): Resource {
  return {
    get: ({ session }) => ({
      kind: 'raw', status: 200, contentType: 'application/octet-stream', headers: { 'CONTENT-DISPOSITION': 'attachment' }, body: attachmentContent(session.database, list, row.ID, name),
    }),
    put: ({ session, bytes }) => {
      saved(list, row, name, { session, bytes });
      return { kind: 'empty', status: 204 };
    },
  };
}

/** Recorded: the attachment with status 200 (PnP Core SDK, ListItemAttachmentsTest). */
function added(list: ListSchema, row: ItemRow, name: unknown, request: ResourceRequest): Answer {
  if (typeof name !== 'string') throw wrongArgument();
  if (list.properties['EnableAttachments'] === false) throw attachmentsDisabled();
  if (!isPermitted(name)) throw nameNotPermitted();
  if (attachmentNamed(request.session.database, list, row.ID, name) !== undefined) throw nameInUse();
  saved(list, row, name, request);
  return { kind: 'entity', entity: attachmentEntity(list, row, name) };
}

/** A change of attachments is one of the item: its version counts on, and Modified and Editor are new. */
export function saved(list: ListSchema, row: ItemRow, name: string, { session, bytes }: Pick<ResourceRequest, 'session' | 'bytes'>): void {
  if (bytes.length === 0) throw emptyAttachment();
  addAttachmentsColumn(session.database, list);
  updateItem(list, session, row, new Map([['_attachments', 1]]));
  saveAttachment(session.database, list, row.ID, name, bytes, stamp(session.now()));
}

/** Characters documented for file names in SharePoint Online. */
function isPermitted(name: string): boolean {
  return name.length <= longestName && !/["*:<>?/\\|\p{Cc}]|^[\s.]*$|^\s|[\s.]$/u.test(name);
}

/** Recorded: exemplar "item-attachments". */
function attachmentEntity(list: ListSchema, row: ItemRow, name: string): Entity {
  const url = `${list.rootFolderUrl}/Attachments/${row.ID}/${name}`;
  const path = (text: string): unknown => complex('SP.ResourcePath', { DecodedUrl: text });
  return {
    type: 'SP.Attachment', editLink: `Web/Lists(guid'${list.id}')/Items(${row.ID})/AttachmentFiles('${name.replaceAll("'", "''")}')`,
    properties: { FileName: name, FileNameAsPath: path(name), ServerRelativePath: path(url), ServerRelativeUrl: url },
  };
}
