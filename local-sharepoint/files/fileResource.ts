import { deleteItem } from '../items/changeItems.ts';
import { itemResource } from '../items/itemResource.ts';
import { approvalOfFile } from '../moderation/approval.ts';
import { demand } from '../model/refusals.ts';
import { checkEtag } from '../odata/etag.ts';
import { userEntity } from '../people/entities.ts';
import { siteUserById } from '../people/principals.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { argument, textArgument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { setContent } from './changeFiles.ts';
import { copyFile, moveFile } from './transfer.ts';
import { contentLength, readContent } from './contents.ts';
import { fileEntity, fileEtag } from './fileEntity.ts';
import { propertiesEntity } from './folderEntity.ts';
import type { Placed } from './place.ts';
import { uploadChild } from './uploads.ts';
import { checkOutChild } from './checkOutChild.ts';
import { fileVersionsResource } from './fileVersionsResource.ts';
import { checkedOutBy } from './level.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { applyQuery } from '../odata/applyQuery.ts';

/** One file and what is below it. `describe` writes the object whose permissions hold. */
export function fileResource(file: Placed, describe: Describe): Resource {
  const { list, row } = file;
  const remove = (request: ResourceRequest): Answer => {
    checkEtag(request, fileEtag(file));
    deleteItem(list, request.session, row);
    return { kind: 'empty' };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: fileEntity(file, request) }),
    delete: remove,
    child: (segment, request) => {
      switch (segment.name) {
        case '$value': return valueResource(file);
        case 'listitemallfields': return itemResource(list, row.ID, request, describe);
        case 'properties': return { get: (asked) => ({ kind: 'entity', entity: propertiesEntity(fileEntity(file, asked), { vti_x005f_filesize: contentLength(asked.session.database, list, row) }) }) };
        case 'author': return person(row.Author);
        case 'modifiedby': return person(Number(row['Editor']));
        case 'checkedoutbyuser': return holderOf(row);
        case 'lockedbyuser': return { get: () => ({ kind: 'property', name: 'LockedByUser', value: null }) };
        case 'versions': return fileVersionsResource(file, segment, request);
        case 'versionevents': return { get: (asked) => applyQuery([], asked, 'SP.ApiData.FileVersionEvents') };
        case 'copyto': case 'copytousingpath': return { post: ({ session }) => { copyFile(file, textArgument(segment), { overwrite: argument(segment, segment.name === 'copyto' ? 'boverwrite' : 'overwrite', 1) === true, keepBoth: false }, session); return voidAnswer(segment); } };
        case 'moveto': case 'movetousingpath': return { post: ({ session }) => { moveFile(file, textArgument(segment), { overwrite: overwriteFlag(segment), keepBoth: false }, session); return voidAnswer(segment); } };
        case 'deleteobject': case 'deletewithparameters': return { post: remove };
        case 'openbinarystream': return { get: valueResource(file).get, post: valueResource(file).get };
        case 'savebinarystream': return { post: (asked) => { setContent(file, asked.bytes, asked.session); return voidAnswer(segment); } };
        // The item's own: who has a recycle bin puts it there.
        case 'recycle': return itemResource(list, row.ID, request, describe).child?.(segment, request);
        default: return approvalOfFile(list, row, segment) ?? checkOutChild(file, segment) ?? uploadChild(file, segment);
      }
    },
  };
}

/** The bytes of a file. */
function valueResource(file: Placed): Resource {
  const { list, row } = file;
  return {
    get: ({ session }) => {
      demand(session.permissions.onItem(list, row._scope), 'OpenItems');
      return { kind: 'raw', status: 200, contentType: 'application/octet-stream', body: readContent(session.database, list, row), headers: { ETAG: fileEtag(file) } };
    },
    put: (request) => {
      checkEtag(request, fileEtag(file));
      const changed = setContent(file, request.bytes, request.session);
      return { kind: 'empty', headers: { ETAG: fileEtag(changed) } };
    },
  };
}

/** Who has the file checked out; nobody is null (recorded: CheckoutFileTest). */
function holderOf(row: ItemRow): Resource {
  const holder = checkedOutBy(row);
  return holder === undefined ? { get: () => ({ kind: 'property', name: 'CheckedOutByUser', value: null }) } : person(holder);
}

function person(id: number): Resource {
  return { get: ({ session }) => ({ kind: 'entity', entity: userEntity(session.database, siteUserById(session.database, session.rootWebId, id)) }) };
}

/** SP.MoveOperations: 1 is Overwrite. */
function overwriteFlag(segment: PathSegment): boolean {
  return (Number(argument(segment, segment.name === 'moveto' ? 'flags' : 'moveoperations', 1) ?? 0) & 1) === 1;
}
