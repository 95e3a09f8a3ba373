import { demand, notHereYet, wrongArgument } from '../model/refusals.ts';
import { argument, voidAnswer, wholeNumber } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { all, change, one } from '../storage/prepared.ts';
import { setContent } from './changeFiles.ts';
import { fileEntity } from './fileEntity.ts';
import type { Placed } from './place.ts';

/** What this service keeps of one file at most; SharePoint takes 250 GB. */
const largestFile = 500 * 1024 * 1024;
/** An upload that nobody goes on with is given up after a day. */
const milliseconds = 24 * 60 * 60 * 1000;

/** `StartUpload`, `ContinueUpload`, `FinishUpload`, `CancelUpload`: a large file in pieces, each answered with the number of bytes that are there. */
export function uploadChild(file: Placed, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'startupload': return {
      post: (request) => {
        const { session } = request;
        change(session.database, 'DELETE FROM file_uploads WHERE started < ?', new Date(session.now().getTime() - milliseconds).toISOString());
        forget(file, uploadId(segment), session);
        return { kind: 'property', name: 'StartUpload', value: String(keep(file, segment, 0, request)) };
      },
    };
    case 'continueupload': return { post: (request) => ({ kind: 'property', name: 'ContinueUpload', value: String(keep(file, segment, fromByte(segment), request)) }) };
    case 'finishupload': return {
      post: (request) => {
        const { session } = request;
        keep(file, segment, fromByte(segment), request);
        const id = uploadId(segment);
        const pieces = all<{ content: Uint8Array }>(session.database, `SELECT content FROM file_uploads WHERE ${ofUpload} ORDER BY from_byte`, ...keyOf(file, id, session));
        const changed = setContent(file, Buffer.concat(pieces.map(({ content }) => content)), session);
        forget(file, id, session);
        return { kind: 'entity', entity: fileEntity(changed, request) };
      },
    };
    case 'cancelupload': return { post: ({ session }) => { forget(file, uploadId(segment), session); return voidAnswer(segment); } };
    default: return undefined;
  }
}

const ofUpload = 'upload_id = ? AND list_id = ? AND item_id = ? AND user_id = ?';

function keyOf({ list, row }: Placed, id: string, session: Session): [string, string, number, number] {
  return [id, list.id, row.ID, session.user.id];
}

/** Keeps one piece; answers how many bytes there are now. The piece must begin where the last one ended. */
function keep(file: Placed, segment: PathSegment, from: number, { bytes, session }: ResourceRequest): number {
  demand(session.permissions.onItem(file.list, file.row._scope), 'EditListItems');
  const id = uploadId(segment);
  const { there, pieces } = one<{ there: number; pieces: number }>(session.database, `SELECT coalesce(sum(length(content)), 0) AS there, count(*) AS pieces FROM file_uploads WHERE ${ofUpload}`, ...keyOf(file, id, session)) ?? { there: 0, pieces: 0 };
  if (there !== from || (segment.name !== 'startupload' && pieces === 0)) throw wrongArgument();
  if (from + bytes.length > largestFile) throw notHereYet(`files larger than ${largestFile} bytes`);
  // An empty piece after the first would begin where the one after it does.
  if (bytes.length > 0 || pieces === 0) {
    change(session.database, 'INSERT OR REPLACE INTO file_uploads (upload_id, list_id, item_id, user_id, from_byte, started, content) VALUES (?, ?, ?, ?, ?, ?, coalesce(?, zeroblob(0)))',
      ...keyOf(file, id, session), from, session.now().toISOString(), bytes);
  }
  return from + bytes.length;
}

function forget(file: Placed, id: string, session: Session): void {
  change(session.database, `DELETE FROM file_uploads WHERE ${ofUpload}`, ...keyOf(file, id, session));
}

function uploadId(segment: PathSegment): string {
  const id = argument(segment, 'uploadid', 0);
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/i.test(id)) throw wrongArgument();
  return id.toLowerCase();
}

function fromByte(segment: PathSegment): number {
  const from = wholeNumber(argument(segment, 'fileoffset', 1));
  if (from === undefined || from < 0) throw wrongArgument();
  return from;
}
