import { placeOfNewItem } from '../files/createInfo.ts';
import { listDataChild } from '../listData/listDataChild.ts';
import type { ListSchema } from '../model/list.ts';
import { itemSet } from '../lists/entityTypeNames.ts';
import { nextLink, pageSize } from '../odata/paging.ts';
import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { together } from '../storage/prepared.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { fromFilter, fromOrderBy } from '../query/fromFilter.ts';
import { pagePlace, pageToken } from '../query/pageToken.ts';
import { runQuery } from '../query/runQuery.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { camlItems } from './camlItems.ts';
import { addItem, updateItem } from './changeItems.ts';
import { applyForm, readForm, resultsOf, type FormResult } from './formValues.ts';
import { etagOf, rowEntity, visibleRow } from './itemEntity.ts';
import { itemInput } from './itemInput.ts';
import { itemId, itemResource } from './itemResource.ts';
import { idOfUniqueId } from './uniqueIds.ts';
import { selectionOf } from './selection.ts';
import { writeForm } from './validation.ts';

/** A page has 100 items unless asked otherwise, and never more than 5,000. */
const usualPage = 100;
const largestPage = 5000;

/** The children of a list that are about its items. */
export function itemsChild(list: ListSchema, segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  switch (segment.name) {
    case 'items': return segment.args.length > 0 ? itemResource(list, itemId(segment), request, describe) : itemsResource(list, describe);
    case 'getitembyid': case 'getitembystringid': return itemResource(list, itemId(segment), request, describe);
    case 'getitembyuniqueid': return itemResource(list, idOfUniqueId(list, segment, request), request, describe);
    case 'getitems': return { post: (asked) => camlItems(list, asked) };
    case 'addvalidateupdateitemusingpath': case 'addvalidateupdateitem': return { post: (asked) => addByForm(list, asked) };
    case 'bulkvalidateupdatelistitems': return { post: (asked) => validateMany(list, asked) };
    default: return listDataChild(list, segment);
  }
}

function itemsResource(list: ListSchema, describe: Describe): Resource {
  return {
    get: (request) => page(list, request),
    post: (request) => add(list, request),
    child: (segment, request) => segment.name === 'getbyid' || segment.name === 'getbystringid' ? itemResource(list, itemId(segment), request, describe) : undefined,
  };
}

/** `$select`, `$filter`, `$expand`, `$orderby`, `$top`, `$skiptoken` (both ways). `$skip` is ignored, as recorded. */
function page(list: ListSchema, request: ResourceRequest): Answer {
  const { query, session } = request;
  const selection = selectionOf(list, request);
  const order = fromOrderBy(query.get('$orderby'), list, session);
  const limit = pageSize(request, usualPage, largestPage);
  const place = pagePlace(query.get('$skiptoken'), order);
  const { rows, more } = runQuery(list, session, { where: fromFilter(query.get('$filter'), list, session), order, limit, after: place, lookupsRead: selection.lookups });
  const last = rows[rows.length - 1];
  // After a page that was read backwards there is always the one it was read from.
  const next = last && (place?.previous === true || more) ? { nextLink: nextLink(request, `web/lists(guid%27${list.id}%27)/items`, pageToken(order, last)) } : {};
  return { kind: 'collection', entities: rows.map((row) => rowEntity(list, row, selection)), type: itemSet(list), ...next };
}

function add(list: ListSchema, request: ResourceRequest): Answer {
  const row = addItem(list, request.session, itemInput(list, request));
  const entity = rowEntity(list, row, selectionOf(list, request));
  return { kind: 'entity', entity, status: 201, headers: { ETAG: etagOf(row), LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

/** `AddValidateUpdateItemUsingPath`: an item as a form adds it; errors of single columns are answered with 200. */
function addByForm(list: ListSchema, request: ResourceRequest): Answer {
  const { session } = request;
  demand(session.permissions.onList(list), 'AddListItems');
  const body = bodyProperties(request);
  const place = placeOfNewItem(list, session, body['listItemCreateInfo']);
  const { values, results } = applyForm(list, session, readForm(body['formValues']), 0);
  let id = 0;
  const said = writeForm(list, results, 0, () => { id = addItem(list, session, new Map([...place, ...values])).ID; });
  const created: FormResult = { ErrorCode: 0, ErrorMessage: null, FieldName: 'Id', FieldValue: String(id), HasException: false, ItemId: 0 };
  return { kind: 'property', name: 'AddValidateUpdateItemUsingPath', value: resultsOf([...said, created]) };
}

/** `BulkValidateUpdateListItems`: one form for several items (`itemIds`); answers what each column of each item says (documented). */
function validateMany(list: ListSchema, request: ResourceRequest): Answer {
  const { session } = request;
  const body = bodyProperties(request);
  const ids = listOf(body['itemIds']).map((id) => wholeNumber(id) ?? refuse());
  const form = readForm(body['formValues']);
  const answered = together(session.database, () => ids.flatMap((id) => {
    const row = visibleRow(list, id, session);
    const { values, results } = applyForm(list, session, form, id);
    if (!results.some((result) => result.HasException)) updateItem(list, session, row, values, body['bNewDocumentUpdate'] !== true);
    return results;
  }));
  return { kind: 'property', name: 'BulkValidateUpdateListItems', value: resultsOf(answered) };
}

/** A list of values; verbose clients wrap it in `results`. */
function listOf(value: unknown): readonly unknown[] {
  const inner: unknown = typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
  return Array.isArray(inner) ? inner as unknown[] : refuse();
}

function refuse(): never {
  throw wrongArgument();
}
