import type { ListSchema } from '../model/list.ts';
import { checkEtag } from '../odata/etag.ts';
import { bodyProperties } from '../people/arguments.ts';
import { notHereYet, wrongArgument } from '../people/refusals.ts';
import { securableChild } from '../permissions/securableChild.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { deleteItem, updateItem } from './changeItems.ts';
import { applyForm, type FormValue } from './formValues.ts';
import { etagOf, itemEntityOf, visibleRow } from './itemEntity.ts';
import { itemInput } from './itemInput.ts';

/** One item and what is below it. */
export function itemResource(list: ListSchema, id: number, request: ResourceRequest): Resource {
  const row = visibleRow(list, id, request.session);
  const merge = (asked: ResourceRequest): Answer => {
    checkEtag(asked, etagOf(row));
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
    child: (segment, asked) => {
      switch (segment.name) {
        case 'deleteobject': return { post: remove };
        case 'recycle': return { post: (called) => {
          deleteItem(list, called.session, row);
          return { kind: 'property', name: 'Recycle', value: row.GUID };
        } };
        case 'validateupdatelistitem': return { post: (called) => validateUpdate(list, id, called) };
        case 'attachmentfiles': case 'versions': case 'comments': case 'file': case 'folder': case 'fieldvaluesforedit': case 'parentlist': throw notHereYet(segment.raw);
        default: return securableChild({ kind: 'item', list, itemId: id }, segment, asked, () => itemEntityOf(list, id, asked));
      }
    },
  };
}

/** The id in `items(3)` or `getitembyid('3')`. */
export function itemId(segment: PathSegment): number {
  const id = Number(segment.args[0] ?? Object.values(segment.named)[0]);
  if (!Number.isInteger(id)) throw wrongArgument();
  return id;
}

/** `ValidateUpdateListItem`: what a form does; errors of single columns are answered, not thrown. */
function validateUpdate(list: ListSchema, id: number, request: ResourceRequest): Answer {
  const body = bodyProperties(request);
  const { values, results } = applyForm(list, request.session, readForm(body['formValues']), id);
  if (!results.some((result) => result.HasException)) {
    updateItem(list, request.session, visibleRow(list, id, request.session), values, body['bNewDocumentUpdate'] !== true);
  }
  return { kind: 'property', name: 'ValidateUpdateListItem', value: results };
}

/** The form's values; verbose clients wrap them in `results`. */
export function readForm(value: unknown): FormValue[] {
  const inner: unknown = typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
  if (!Array.isArray(inner)) throw wrongArgument();
  return (inner as unknown[]).map((one) => {
    if (typeof one !== 'object' || one === null || !('FieldName' in one) || typeof one.FieldName !== 'string') throw wrongArgument();
    return { FieldName: one.FieldName, FieldValue: 'FieldValue' in one && one.FieldValue !== null ? String(one.FieldValue) : null };
  });
}
