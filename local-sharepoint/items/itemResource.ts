import type { ListSchema } from '../model/list.ts';
import { contentTypeEntity } from '../lists/contentTypes.ts';
import { listEntity } from '../lists/listEntity.ts';
import { checkEtag, demandEtag } from '../odata/etag.ts';
import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import { wrongArgument } from '../model/refusals.ts';
import { securableChild, type Describe } from '../permissions/securableChild.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { deleteItem, updateItem } from './changeItems.ts';
import { fieldTextsEntity } from './fieldTexts.ts';
import { applyForm, readForm, resultsOf } from './formValues.ts';
import { etagOf, itemEntityOf, visibleRow } from './itemEntity.ts';
import { itemInput } from './itemInput.ts';

/** One item and what is below it. */
export function itemResource(list: ListSchema, id: number, request: ResourceRequest, describe: Describe): Resource {
  const row = visibleRow(list, id, request.session);
  const merge = (asked: ResourceRequest): Answer => {
    demandEtag(asked, etagOf(row));
    const changed = updateItem(list, asked.session, row, itemInput(list, asked));
    return { kind: 'empty', status: 204, headers: { ETAG: etagOf(changed) } };
  };
  const remove = (asked: ResourceRequest): Answer => {
    checkEtag(asked, etagOf(row));
    deleteItem(list, asked.session, row);
    return { kind: 'empty' };
  };
  return {
    get: (asked) => ({ kind: 'entity', entity: itemEntityOf(list, id, asked) }),
    merge, put: merge, delete: remove,
    child: (segment, asked) => segment.name === 'deleteobject' ? { post: remove } : itemChild(list, row, segment, asked, describe),
  };
}

function itemChild(list: ListSchema, row: ItemRow, segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  switch (segment.name) {
    case 'validateupdatelistitem': return { post: (called) => validateUpdate(list, row, called) };
    case 'fieldvaluesastext': return { get: (asked) => ({ kind: 'entity', entity: fieldTextsEntity(list, row, asked.session) }) };
    case 'contenttype': return { get: () => ({ kind: 'entity', entity: contentTypeEntity(list) }) };
    case 'parentlist': return { get: (asked) => ({ kind: 'entity', entity: listEntity(list, asked) }) };
    default: return securableChild({ kind: 'item', list, itemId: row.ID }, segment, request, describe);
  }
}

/** The id in `items(3)` or `getitembyid('3')`. */
export function itemId(segment: PathSegment): number {
  const id = wholeNumber(segment.args[0] ?? Object.values(segment.named)[0]);
  if (id === undefined) throw wrongArgument();
  return id;
}

/** `ValidateUpdateListItem`: what a form does; errors of single columns are answered, not thrown. */
function validateUpdate(list: ListSchema, row: ItemRow, request: ResourceRequest): Answer {
  const body = bodyProperties(request);
  const { values, results } = applyForm(list, request.session, readForm(body['formValues']), row.ID);
  if (!results.some((result) => result.HasException)) updateItem(list, request.session, row, values, body['bNewDocumentUpdate'] !== true);
  return { kind: 'property', name: 'ValidateUpdateListItem', value: resultsOf(results) };
}
