import { itemNotFound } from '../items/itemRefusals.ts';
import { demand } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { userEntity } from '../people/entities.ts';
import { siteUserById } from '../people/principals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { recycleVersion } from '../recycleBin/recycledVersions.ts';
import { numberArgument, textArgument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { deleteVersion, deleteVersions } from '../versions/itemVersions.ts';
import { uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { restoreVersion } from './checkOut.ts';
import { readContent } from './contents.ts';
import { fileVersionEntity, formerVersions } from './fileVersion.ts';
import type { Placed } from './place.ts';

/** `file/versions`, `versions(512)` and what is below them. Seeing them needs "View Versions". */
export function fileVersionsResource(file: Placed, segment: PathSegment, request: ResourceRequest): Resource {
  demand(maskOn(file, request.session), 'ViewVersions');
  if (segment.args.length > 0) return versionResource(file, byId(file, numberArgument(segment), request.session));
  return {
    get: (asked) => applyQuery(formerVersions(file, asked.session).map((version) => fileVersionEntity(file, version, asked.session)), asked, 'SP.ApiData.FileVersions'),
    child: (next, { session }) => {
      switch (next.name) {
        case 'getbyid': return versionResource(file, byId(file, numberArgument(next), session));
        case 'getbylabel': return versionResource(file, byLabel(file, textArgument(next), session));
        case 'deleteall': return { post: (asked) => { demandDelete(file, asked.session); deleteVersions(asked.session.database, file.list, file.row.ID); return voidAnswer(next); } };
        case 'deletebyid': return { post: (asked) => { remove(file, byId(file, numberArgument(next), session), asked.session); return voidAnswer(next); } };
        case 'deletebylabel': return { post: (asked) => { remove(file, byLabel(file, textArgument(next), session), asked.session); return voidAnswer(next); } };
        case 'recyclebyid': return { post: (asked) => recycled(file, byId(file, numberArgument(next), session), next, asked.session) };
        case 'recyclebylabel': return { post: (asked) => recycled(file, byLabel(file, textArgument(next), session), next, asked.session) };
        case 'restorebylabel': return { post: (asked) => { restoreVersion(file, byLabel(file, textArgument(next), session), asked.session); return voidAnswer(next); } };
        default: return undefined;
      }
    },
  };
}

function versionResource(file: Placed, version: ItemRow): Resource {
  const removing = ({ session }: ResourceRequest): Answer => {
    remove(file, version, session);
    return { kind: 'empty' };
  };
  const bytes = ({ session }: ResourceRequest): Answer => {
    demand(maskOn(file, session), 'OpenItems');
    return { kind: 'raw', status: 200, contentType: 'application/octet-stream', body: readContent(session.database, file.list, version) };
  };
  return {
    get: ({ session }) => ({ kind: 'entity', entity: fileVersionEntity(file, version, session) }),
    delete: removing,
    child: (segment) => {
      switch (segment.name) {
        case '$value': case 'openbinarystream': return { get: bytes };
        case 'createdby': return { get: ({ session }) => ({ kind: 'entity', entity: userEntity(session.database, siteUserById(session.database, session.rootWebId, Number(version['Editor']))) }) };
        case 'deleteobject': return { post: removing };
        default: return undefined;
      }
    },
  };
}

function byId(file: Placed, id: number, session: Session): ItemRow {
  return formerVersions(file, session).find((version) => uiVersion(version) === id) ?? refuse();
}

function byLabel(file: Placed, label: string, session: Session): ItemRow {
  return formerVersions(file, session).find((version) => versionLabel(uiVersion(version)) === label) ?? refuse();
}

function refuse(): never {
  throw itemNotFound();
}

function recycled(file: Placed, version: ItemRow, segment: PathSegment, session: Session): Answer {
  demandDelete(file, session);
  demandNotPublished(file, version, session);
  recycleVersion(file.list, session, file.row, version);
  return voidAnswer(segment);
}

function remove(file: Placed, version: ItemRow, session: Session): void {
  demandDelete(file, session);
  demandNotPublished(file, version, session);
  deleteVersion(session.database, file.list, version);
}

/** What readers are shown now stays. Text as of the current version of an item (remembered). */
function demandNotPublished(file: Placed, version: ItemRow, session: Session): void {
  if (fileVersionEntity(file, version, session).properties['IsCurrentVersion'] !== true) return;
  throw new SharePointError(400, '-2146232832, Microsoft.SharePoint.SPException', 'You cannot delete the current version.');
}

function demandDelete(file: Placed, session: Session): void {
  demand(maskOn(file, session), 'EditListItems');
  demand(maskOn(file, session), 'DeleteVersions');
}

function maskOn({ list, row }: Placed, { permissions }: Session): bigint {
  return permissions.onItem(list, row._scope);
}
