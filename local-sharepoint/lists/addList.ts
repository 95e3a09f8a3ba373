import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import { demand, notHereYet, wrongArgument } from '../model/refusals.ts';
import type { Answer, ResourceRequest } from '../routing/resource.ts';
import { createList } from './createList.ts';
import { listEntity } from './listEntity.ts';
import { validTitle } from './listInput.ts';

/**
 * `web/lists/add` with an `SP.ListCreationInformation`, as `parameters` or as Microsoft's "Determine SharePoint REST service endpoint URIs" has it. `Url`
 * (`Lists/Tasks`) names the folder; where the list stands in the navigation is not told here.
 */
export function addList(request: ResourceRequest): Answer {
  demand(request.session.permissions.onWeb(), 'ManageLists');
  const { Title, TemplateType = 100, Description = '', Url, CustomSchemaXml, DataSourceProperties } = informationIn(bodyProperties(request));
  const baseTemplate = wholeNumber(TemplateType);
  const folderName = typeof Url === 'string' && Url !== '' ? Url.split('/').pop() : undefined;
  if (baseTemplate === undefined || typeof Description !== 'string' || (folderName !== undefined && !/^(?!\.)[^"*:<>?\\|#%\x00-\x1f]{1,128}$/.test(folderName))) throw wrongArgument();
  if (CustomSchemaXml !== undefined || DataSourceProperties !== undefined) throw notHereYet('lists of a schema or an outside source of their own');
  const list = createList(request.session, { title: validTitle(Title), baseTemplate, description: Description, ...(folderName === undefined ? {} : { folderName }) });
  return { kind: 'entity', entity: listEntity(list, request) };
}

function informationIn(body: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const outer = body['d'];
  const inner = typeof outer === 'object' && outer !== null && 'results' in outer ? outer.results : undefined;
  return typeof inner === 'object' && inner !== null ? inner as Record<string, unknown> : body;
}
