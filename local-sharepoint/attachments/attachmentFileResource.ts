import { isVisible } from '../items/itemEntity.ts';
import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Entity, Resource } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { one } from '../storage/prepared.ts';
import { attachmentContent, attachmentFile, attachmentFileWithId, attachmentNamed, type AttachmentFile } from './attachments.ts';
import { contentResource, takeOff } from './attachmentsResource.ts';

/**
 * The attachment at a file's address (`/sites/x/Lists/Tasks/Attachments/3/plan.txt`), as `SP.File` [recorded: PnP Core SDK, ListItemAttachmentsTest];
 * undefined when there is none for this person.
 */
export function attachmentFileAt(url: string, session: Session): Resource | undefined {
  const [, folder = '', id = '', name = ''] = /^(.+)\/Attachments\/(\d{1,15})\/([^/]+)$/i.exec(url) ?? [];
  const list = name === '' ? undefined : session.lists.byUrl(folder);
  const row = list && visible(list, Number(id), session);
  const kept = list && row && attachmentNamed(session.database, list, row.ID, name);
  return kept === undefined ? undefined : fileResource(list as ListSchema, row as ItemRow, attachmentFile(session.database, list as ListSchema, (row as ItemRow).ID, kept, String((row as ItemRow)['Modified'])));
}

/** The attachment whose file has this id. */
export function attachmentFileById(id: string, session: Session): Resource | undefined {
  const file = attachmentFileWithId(session.database, id.toLowerCase().replace(/[{}]/g, ''));
  const list = file && session.lists.byId(file.list_id);
  const row = list && visible(list, file.item_id, session);
  return row && fileResource(list, row, file);
}

function visible(list: ListSchema, id: number, session: Session): ItemRow | undefined {
  const row = one<ItemRow>(session.database, `SELECT * FROM "${list.table}" WHERE ID = ?`, id);
  return row && isVisible(list, row, session) ? row : undefined;
}

function fileResource(list: ListSchema, row: ItemRow, file: AttachmentFile): Resource {
  return {
    get: ({ session }) => ({ kind: 'entity', entity: fileEntity(list, row, file, session) }),
    delete: ({ session }) => {
      takeOff(list, row, file.name, session);
      return { kind: 'empty' };
    },
    child: (segment) => (segment.name === '$value' ? contentResource(list, row, file.name) : undefined),
  };
}

function fileEntity(list: ListSchema, row: ItemRow, { id, name, version, created, modified }: AttachmentFile, { database }: Session): Entity {
  const url = `${list.rootFolderUrl}/Attachments/${row.ID}/${name}`;
  const etag = `"{${id.toUpperCase()}},${version}"`;
  return {
    type: 'SP.File', editLink: `Web/GetFileByServerRelativePath(decodedurl='${url.replaceAll("'", "''")}')`, etag,
    properties: {
      CheckInComment: '', CheckOutType: 2, ContentTag: `{${id.toUpperCase()}},${version},1`, CustomizedPageStatus: 0, ETag: etag, Exists: true, ExistsAllowThrowForPolicyFailures: true,
      ExistsWithException: true, IrmEnabled: false, Length: String(attachmentContent(database, list, row.ID, name).length), Level: 1, LinkingUri: null, LinkingUrl: '', MajorVersion: 1,
      MinorVersion: 0, Name: name, ServerRelativeUrl: url, TimeCreated: created, TimeLastModified: modified, Title: null, UIVersion: 512, UIVersionLabel: '1.0', UniqueId: id,
    },
  };
}
