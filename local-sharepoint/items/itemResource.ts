import { listChanges } from '../changes/changesResource.ts';
import { commentsChild } from '../comments/commentsChild.ts';
import { folderResource } from '../files/folderResource.ts';
import { fileResource } from '../files/fileResource.ts';
import type { ListSchema } from '../model/list.ts';
import { contentTypeEntity } from '../contentTypes/contentTypeEntity.ts';
import { contentTypeOf } from '../contentTypes/listContentTypes.ts';
import { listEntity } from '../lists/listEntity.ts';
import { checkEtag, demandEtag } from '../odata/etag.ts';
import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import { wrongArgument } from '../model/refusals.ts';
import { securableChild, type Describe } from '../permissions/securableChild.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { attachmentsResource } from '../attachments/attachmentsResource.ts';
import { recycleItem } from '../recycleBin/recycledItems.ts';
import { versionsResource } from '../versions/versionsResource.ts';
import { deleteItem, updateItem } from './changeItems.ts';
import { fieldStringsEntity, type StringsOf } from './fieldStrings.ts';
import { applyForm, readForm, resultsOf } from './formValues.ts';
import { etagOf, itemEntityOf, visibleRow } from './itemEntity.ts';
import { path } from './itemProperties.ts';
import { itemInput } from './itemInput.ts';
import { writeForm } from './validation.ts';

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
  const recycle = (asked: ResourceRequest): Answer => {
    checkEtag(asked, etagOf(row));
    return { kind: 'property', name: 'Recycle', value: recycleItem(list, asked.session, row) };
  };
  return {
    get: (asked) => ({ kind: 'entity', entity: itemEntityOf(list, id, asked) }),
    merge, put: merge, delete: remove,
    child: (segment, asked) => segment.name === 'deleteobject' ? { post: remove } : segment.name === 'recycle' ? { post: recycle } : itemChild(list, row, segment, asked, describe),
  };
}

function itemChild(list: ListSchema, row: ItemRow, segment: PathSegment, request: ResourceRequest, describe: Describe): Resource | undefined {
  switch (segment.name) {
    case 'validateupdatelistitem': return { post: (called) => validateUpdate(list, row, called) };
    case 'getchanges': return listChanges(list, row.ID);
    case 'fieldvaluesastext': return strings(list, row, 'FieldValuesAsText');
    case 'fieldvaluesashtml': return strings(list, row, 'FieldValuesAsHtml');
    case 'fieldvaluesforedit': return strings(list, row, 'FieldValuesForEdit');
    case 'attachmentfiles': return attachmentsResource(list, row, segment, request);
    case 'versions': return versionsResource(list, row, segment, request);
    case 'file': return list.baseType === 1 && row['FSObjType'] === 0 ? fileResource({ list, row }, describe) : { get: () => ({ kind: 'property', name: 'File', value: null }) };
    case 'folder': return row['FSObjType'] === 1 ? folderResource({ list, row, url: path(row) }, describe) : { get: () => ({ kind: 'property', name: 'Folder', value: null }) };
    case 'contenttype': return { get: () => ({ kind: 'entity', entity: contentTypeEntity(contentTypeOf(list, row['ContentTypeId']), list.rootFolderUrl, `Web/Lists(guid'${list.id}')/ContentTypes('${String(row['ContentTypeId'])}')`) }) };
    case 'parentlist': return { get: (asked) => ({ kind: 'entity', entity: listEntity(list, asked) }) };
    default: return commentsChild(list, row, segment, request) ?? securableChild({ kind: 'item', list, itemId: row.ID }, segment, request, describe);
  }
}

function strings(list: ListSchema, row: ItemRow, as: StringsOf): Resource {
  return { get: (asked) => ({ kind: 'entity', entity: fieldStringsEntity(list, row, asked.session, as) }) };
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
  const said = writeForm(list, results, row.ID, () => updateItem(list, request.session, row, values, body['bNewDocumentUpdate'] !== true));
  return { kind: 'property', name: 'ValidateUpdateListItem', value: resultsOf(said) };
}
