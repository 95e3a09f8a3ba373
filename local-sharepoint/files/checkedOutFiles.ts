import { path } from '../items/itemProperties.ts';
import { fileNotFound } from '../lists/listRefusals.ts';
import type { ListSchema } from '../model/list.ts';
import { demand } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { userEntity } from '../people/entities.ts';
import { siteUserById } from '../people/principals.ts';
import type { ItemRow } from '../query/runQuery.ts';
import { numberArgument, voidAnswer } from '../routing/arguments.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { all, change } from '../storage/prepared.ts';

/**
 * `getcheckedoutfiles` of a library: files that were never checked in, which nobody but who has them checked out can see; for who manages the library. Documented
 * (SP.List, SP.CheckedOutFile); how one of them is addressed by REST is assumed.
 */
export function checkedOutFilesResource(list: ListSchema, segment: PathSegment, request: ResourceRequest): Resource | undefined {
  if (list.baseType !== 1) return undefined;
  demand(request.session.permissions.onList(list), 'ManageLists');
  if (segment.args.length > 0) return oneResource(list, numberArgument(segment), request.session);
  const read = (asked: ResourceRequest): Answer => applyQuery(neverCheckedIn(list, asked.session).map((row) => checkedOutEntity(list, row)), asked, 'SP.ApiData.CheckedOutFiles');
  return { get: read, post: read };
}

function oneResource(list: ListSchema, id: number, session: Session): Resource {
  const row = neverCheckedIn(list, session).find((candidate) => candidate.ID === id);
  if (!row) throw fileNotFound();
  return {
    get: () => ({ kind: 'entity', entity: checkedOutEntity(list, row) }),
    child: (segment) => {
      switch (segment.name) {
        case 'checkedoutby': return { get: (asked) => ({ kind: 'entity', entity: userEntity(asked.session.database, siteUserById(asked.session.database, asked.session.rootWebId, Number(row['CheckoutUser']))) }) };
        case 'takeovercheckout': return { post: (asked) => { change(asked.session.database, `UPDATE "${list.table}" SET CheckoutUser = ? WHERE ID = ?`, asked.session.user.id, row.ID); return voidAnswer(segment); } };
        default: return undefined;
      }
    },
  };
}

function neverCheckedIn(list: ListSchema, { database }: Session): ItemRow[] {
  return all<ItemRow>(database, `SELECT * FROM "${list.table}" i WHERE (CheckoutUser IS NOT NULL OR _uiversion % 512 <> 0) AND CheckoutUser IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM item_versions v WHERE v.list_id = ? AND v.item_id = i.ID) ORDER BY ID`, list.id);
}

function checkedOutEntity(list: ListSchema, row: ItemRow): Entity {
  return {
    type: 'SP.CheckedOutFile', editLink: `Web/Lists(guid'${list.id}')/GetCheckedOutFiles(${row.ID})`, navigation: ['CheckedOutBy'],
    properties: { CheckedOutById: row['CheckoutUser'], ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: path(row) }), ServerRelativeUrl: path(row) },
  };
}
