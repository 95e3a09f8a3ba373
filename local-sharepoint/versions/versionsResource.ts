import { fieldsResource } from '../lists/fieldsResource.ts';
import { itemNotFound } from '../items/itemRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import { demand } from '../model/refusals.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { userEntity } from '../people/entities.ts';
import { principalById } from '../people/principals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { numberArgument, textArgument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { deleteVersion, deleteVersions, versionsOf } from './itemVersions.ts';
import { uiVersion, versionLabel } from './versionNumber.ts';
import { versionValues } from './versionValues.ts';

/** `items(3)/versions`, `versions(512)` and what is below them. Seeing them needs "View Versions". */
export function versionsResource(list: ListSchema, row: ItemRow, segment: PathSegment, request: ResourceRequest): Resource {
  demand(request.session.permissions.onItem(list, row._scope), 'ViewVersions');
  if (segment.args.length > 0) return versionResource(list, row, numberArgument(segment), request.session);
  return {
    get: (asked) => applyQuery(versionsOf(asked.session.database, list, row).map((version) => versionEntity(list, version, version === row, asked.session)), asked, 'SP.ApiData.ListItemVersions'),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return versionResource(list, row, numberArgument(next), asked.session);
        case 'deleteall': return {
          post: ({ session }) => {
            demandDelete(list, row, session);
            deleteVersions(session.database, list, row.ID);
            return voidAnswer(next);
          },
        };
        case 'deletebyid': return removing(list, row, next, (version) => uiVersion(version) === numberArgument(next));
        case 'deletebylabel': return removing(list, row, next, (version) => versionLabel(uiVersion(version)) === textArgument(next));
        default: return undefined;
      }
    },
  };
}

function versionResource(list: ListSchema, row: ItemRow, id: number, session: Session): Resource {
  const version = versionsOf(session.database, list, row).find((candidate) => uiVersion(candidate) === id);
  if (!version) throw itemNotFound();
  const remove = (request: ResourceRequest): Answer => {
    removeVersion(list, row, version, request.session);
    return { kind: 'empty' };
  };
  return {
    get: (asked) => ({ kind: 'entity', entity: versionEntity(list, version, version === row, asked.session) }),
    delete: remove,
    child: (segment) => {
      switch (segment.name) {
        case 'deleteobject': return { post: remove };
        case 'fields': return fieldsResource(list, segment);
        case 'createdby': return { get: (asked) => ({ kind: 'entity', entity: editorOf(version, asked.session) }) };
        default: return undefined;
      }
    },
  };
}

function removing(list: ListSchema, row: ItemRow, segment: PathSegment, matches: (version: ItemRow) => boolean): Resource {
  return {
    post: ({ session }) => {
      const version = versionsOf(session.database, list, row).find(matches);
      if (!version) throw itemNotFound();
      removeVersion(list, row, version, session);
      return voidAnswer(segment);
    },
  };
}

function removeVersion(list: ListSchema, row: ItemRow, version: ItemRow, session: Session): void {
  demandDelete(list, row, session);
  // Text remembered.
  if (version === row) throw new SharePointError(400, '-2146232832, Microsoft.SharePoint.SPException', 'You cannot delete the current version.');
  deleteVersion(session.database, list, version);
}

function demandDelete(list: ListSchema, row: ItemRow, { permissions }: Session): void {
  const mask = permissions.onItem(list, row._scope);
  demand(mask, 'EditListItems');
  demand(mask, 'DeleteVersions');
}

/** Recorded: exemplar "item-versions"; its Created has no zone. */
function versionEntity(list: ListSchema, version: ItemRow, isCurrent: boolean, session: Session): Entity {
  const id = uiVersion(version);
  return {
    type: 'SP.ListItemVersion', editLink: `Web/Lists(guid'${list.id}')/Items(${version.ID})/Versions(${id})`, navigation: ['CreatedBy', 'Fields', 'FileVersion'],
    properties: {
      Created: String(version['Modified']).replace(/Z$/, ''), IsCurrentVersion: isCurrent, VersionId: id, VersionLabel: versionLabel(id),
      ...versionValues(list, version, isCurrent, session),
    },
  };
}

function editorOf(version: ItemRow, { database, rootWebId }: Session): Entity {
  const principal = principalById(database, rootWebId, Number(version['Editor']));
  if (!principal) throw itemNotFound();
  return userEntity(database, principal);
}
