import type { ListSchema } from '../model/list.ts';
import { bodyProperties, textArgument, voidAnswer } from '../routing/arguments.ts';
import { wrongArgument } from '../model/refusals.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { viewFieldsEntity } from './viewEntity.ts';
import { viewFieldName } from './viewInput.ts';
import { saveView, type ViewSchema } from './views.ts';

/** `viewfields` of a view; `mayChange` refuses who may not change the view. */
export function viewFieldsResource(list: ListSchema, view: ViewSchema, mayChange: (request: ResourceRequest) => void): Resource {
  const changing = (segment: PathSegment, change: (request: ResourceRequest) => string[]): Resource => ({
    post: (request) => {
      mayChange(request);
      view.fields = change(request);
      saveView(request.session.database, list, view);
      return voidAnswer(segment);
    },
  });
  return {
    get: () => ({ kind: 'entity', entity: viewFieldsEntity(list, view) }),
    child: (segment) => {
      switch (segment.name) {
        case 'addviewfield': return changing(segment, () => {
          const name = viewFieldName(list, textArgument(segment));
          return view.fields.includes(name) ? view.fields : [...view.fields, name];
        });
        case 'removeviewfield': return changing(segment, () => without(view, viewFieldName(list, textArgument(segment))));
        case 'removeallviewfields': return changing(segment, () => []);
        case 'moveviewfieldto': return changing(segment, (request) => moved(list, view, segment, request));
        default: return undefined;
      }
    },
  };
}

function without(view: ViewSchema, name: string): string[] {
  return view.fields.filter((field) => field !== name);
}

/** `{field, index}` in the body, or as arguments. */
function moved(list: ListSchema, view: ViewSchema, segment: PathSegment, request: ResourceRequest): string[] {
  const body = bodyProperties(request);
  const name = viewFieldName(list, String(body['field'] ?? segment.named['field'] ?? ''));
  const index = Number(body['index'] ?? segment.named['index']);
  if (!view.fields.includes(name) || !Number.isInteger(index) || index < 0 || index >= view.fields.length) throw wrongArgument();
  return without(view, name).toSpliced(index, 0, name);
}
