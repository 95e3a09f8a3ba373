import type { ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { bodyProperties, textArgument, voidAnswer } from '../routing/arguments.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { viewNotFound } from './listRefusals.ts';
import { viewEntity } from './viewEntity.ts';
import { viewFieldsResource } from './viewFieldsResource.ts';
import { viewChanges } from './viewInput.ts';
import { fromViewXml } from './viewXml.ts';
import { addView, removeView, saveView, viewsOf, type ViewSchema } from './views.ts';

/** `views`, `views(guid'…')` and what is below them. */
export function viewsResource(list: ListSchema, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return viewResource(list, byId(list, textArgument(segment), request));
  return {
    get: (asked) => applyQuery(visible(list, asked.session).map((view) => viewEntity(list, view)), asked, 'SP.ApiData.Views'),
    post: (asked) => added(list, asked, entityBody(asked, ['SP.View', 'SP.ViewCreationInformation']), 201),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return viewResource(list, byId(list, textArgument(next), asked));
        case 'getbytitle': {
          const view = visible(list, asked.session).find((candidate) => candidate.title.toLowerCase() === textArgument(next).toLowerCase());
          if (!view) throw viewNotFound();
          return viewResource(list, view);
        }
        case 'add': return { post: (called) => added(list, called, bodyProperties(called), 200) };
        default: return undefined;
      }
    },
  };
}

/** The view that the list opens with. */
export function defaultViewResource(list: ListSchema, request: ResourceRequest): Resource {
  const view = visible(list, request.session)[0];
  if (!view) throw viewNotFound();
  return viewResource(list, view);
}

function viewResource(list: ListSchema, view: ViewSchema): Resource {
  const mayChange = (request: ResourceRequest): void => demandChange(list, view.owner !== null, request);
  const merge = (request: ResourceRequest): Answer => {
    mayChange(request);
    saveView(request.session.database, list, Object.assign(view, viewChanges(list, view, entityBody(request, ['SP.View']))));
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    mayChange(request);
    removeView(request.session.database, list, view);
    return { kind: 'empty' };
  };
  return {
    get: () => ({ kind: 'entity', entity: viewEntity(list, view) }),
    merge, put: merge, delete: remove,
    child: (segment) => {
      switch (segment.name) {
        case 'viewfields': return viewFieldsResource(list, view, mayChange);
        case 'deleteobject': return { post: remove };
        case 'setviewxml': return {
          post: (request) => {
            mayChange(request);
            const xml = bodyProperties(request)['viewXml'];
            if (typeof xml !== 'string') throw wrongArgument();
            saveView(request.session.database, list, Object.assign(view, fromViewXml(xml, list)));
            return voidAnswer(segment);
          },
        };
        default: return undefined;
      }
    },
  };
}

/** A view that a POST to the collection made answers 201, one that `add` made 200 (recorded). */
function added(list: ListSchema, request: ResourceRequest, input: Readonly<Record<string, unknown>>, status: 200 | 201): Answer {
  const title = input['Title'];
  if (typeof title !== 'string' || title.trim() === '') throw wrongArgument();
  const personal = input['PersonalView'] === true;
  demandChange(list, personal, request);
  const view = addView(request.session.database, list, { fields: viewsOf(request.session.database, list).find(({ isDefault }) => isDefault)?.fields ?? ['LinkTitle'], ...viewChanges(list, undefined, input), title, owner: personal ? request.session.user.id : null });
  const entity = viewEntity(list, view);
  return { kind: 'entity', entity, status, ...(status === 201 ? { headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } } : {}) };
}

function demandChange(list: ListSchema, personal: boolean, { session }: ResourceRequest): void {
  demand(session.permissions.onList(list), personal ? 'ManagePersonalViews' : 'ManageLists');
}

function visible(list: ListSchema, session: Session): ViewSchema[] {
  return viewsOf(session.database, list).filter((view) => view.owner === null || view.owner === session.user.id);
}

function byId(list: ListSchema, id: string, request: ResourceRequest): ViewSchema {
  const view = visible(list, request.session).find((candidate) => candidate.id === id.toLowerCase().replace(/[{}]/g, ''));
  if (!view) throw viewNotFound();
  return view;
}
