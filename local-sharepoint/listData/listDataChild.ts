import { parseCaml } from '../caml/xml.ts';
import type { ListSchema } from '../model/list.ts';
import { wrongArgument } from '../model/refusals.ts';
import { bodyProperties, argument } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { chosenView } from './chosenView.ts';
import { listFilterData } from './filterData.ts';
import { listFormData } from './formData.ts';
import { listData, renderListData } from './renderListData.ts';
import { renderParameters } from './renderParameters.ts';

/** What only RenderListDataAsStream says. */
const onlyAsStream: ReadonlySet<string> = new Set(['RowLimit', 'CurrentFolderPrincipalCount', 'CurrentFolderSpItemUrl']);

/** What a list has that shows its items as views do. */
export function listDataChild(list: ListSchema, segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case 'renderlistdataasstream': return { post: (request) => renderListData(list, request) };
    case 'renderlistformdata': return { post: (request) => listFormData(list, segment, request) };
    case 'renderlistfilterdata': return { post: (request) => listFilterData(list, segment, request) };
    case 'renderlistdata': return { post: (request) => olderListData(list, segment, request) };
    default: return undefined;
  }
}

/** `RenderListData(@viewXml)`, the older one: the same rows as a text with JSON in it (PnPjs reads it so). */
function olderListData(list: ListSchema, segment: PathSegment, request: ResourceRequest): Answer {
  const xml = argument(segment, 'viewxml', 0) ?? bodyProperties(request)['viewXml'];
  if (typeof xml !== 'string' || xml.trim() === '') throw wrongArgument();
  parseCaml(xml);
  const parameters = { ...renderParameters({ ...request, json: {}, query: new Map() }), viewXml: xml };
  const data = listData(list, chosenView(parameters, list, request.session), parameters, request.session);
  return { kind: 'property', name: 'RenderListData', value: JSON.stringify(Object.fromEntries(Object.entries(data).filter(([name]) => !onlyAsStream.has(name)))) };
}
