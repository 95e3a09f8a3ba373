import type { ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { bodyProperties, textArgument, voidAnswer } from '../people/arguments.ts';
import { expansionOf } from '../people/expansion.ts';
import { demand, wrongArgument } from '../people/refusals.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { fieldNotFound, viewNotFound } from './listRefusals.ts';
import { addView, removeView, saveView, viewsOf, type ViewSchema } from './views.ts';

/** `views`, `views(guid'…')` and what is below them. */
export function viewsResource(list: ListSchema, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return viewResource(list, byId(list, textArgument(segment), request));
  return {
    get: (asked) => applyQuery(viewsOf(asked.session.database, list).map((view) => viewEntity(list, view, asked)), asked),
    post: (asked) => {
      demand(asked.session.permissions.onList(list), 'ManageLists');
      const input = bodyProperties(asked);
      const title = input['Title'];
      if (typeof title !== 'string' || title === '') throw wrongArgument();
      const view = addView(asked.session.database, list, { title, fields: ['LinkTitle'], ...changes(input), personal: input['PersonalView'] === true });
      return { kind: 'entity', entity: viewEntity(list, view, asked), status: 201 };
    },
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return viewResource(list, byId(list, textArgument(next), asked));
        case 'getbytitle': {
          const view = viewsOf(asked.session.database, list).find((candidate) => candidate.title.toLowerCase() === textArgument(next).toLowerCase());
          if (!view) throw viewNotFound();
          return viewResource(list, view);
        }
        default: return undefined;
      }
    },
  };
}

/** The view that the list opens with. */
export function defaultViewResource(list: ListSchema, request: ResourceRequest): Resource {
  const view = viewsOf(request.session.database, list)[0];
  if (!view) throw viewNotFound();
  return viewResource(list, view);
}

function viewResource(list: ListSchema, view: ViewSchema): Resource {
  const merge = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    saveView(request.session.database, list, Object.assign(view, changes(bodyProperties(request))));
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    demand(request.session.permissions.onList(list), 'ManageLists');
    removeView(request.session.database, view);
    return { kind: 'empty' };
  };
  return {
    get: (request) => ({ kind: 'entity', entity: viewEntity(list, view, request) }),
    merge, put: merge, delete: remove,
    child: (segment) => segment.name === 'viewfields' ? viewFieldsResource(list, view) : segment.name === 'deleteobject' ? { post: remove } : undefined,
  };
}

function viewFieldsResource(list: ListSchema, view: ViewSchema): Resource {
  const changing = (segment: PathSegment, change: (name: string) => void): Resource => ({
    post: (request) => {
      demand(request.session.permissions.onList(list), 'ManageLists');
      change(segment.name === 'removeallviewfields' ? '' : fieldName(list, textArgument(segment)));
      saveView(request.session.database, list, view);
      return voidAnswer(segment);
    },
  });
  return {
    get: () => ({ kind: 'entity', entity: viewFieldsEntity(list, view) }),
    child: (segment) => {
      switch (segment.name) {
        case 'addviewfield': return changing(segment, (name) => { if (!view.fields.includes(name)) view.fields.push(name); });
        case 'removeviewfield': return changing(segment, (name) => { view.fields = view.fields.filter((field) => field !== name); });
        case 'removeallviewfields': return changing(segment, () => { view.fields = []; });
        default: return undefined;
      }
    },
  };
}

function fieldName(list: ListSchema, name: string): string {
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === name.toLowerCase() || candidate.title.toLowerCase() === name.toLowerCase());
  if (!field) throw fieldNotFound(name);
  return field.internalName;
}

function viewFieldsEntity(list: ListSchema, view: ViewSchema): Entity {
  return {
    type: 'SP.ViewFieldCollection', editLink: `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')/ViewFields`,
    properties: { SchemaXml: view.fields.map((name) => `<FieldRef Name="${name}" />`).join(''), Items: view.fields },
  };
}

/** A view as SharePoint writes it. Recorded: exemplars "view-get", "list-views". */
export function viewEntity(list: ListSchema, view: ViewSchema, request: ResourceRequest): Entity {
  const url = `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/${view.page}.aspx`;
  const expand = expansionOf(request);
  const nested = expand.has('ViewFields') || expand.below('Views').has('ViewFields');
  return {
    type: 'SP.View', editLink: `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')`, navigation: ['ViewFields'],
    properties: {
      Aggregations: null, AggregationsStatus: null, AssociatedContentTypeId: null, BaseViewId: '1', CalendarViewStyles: null, ColumnWidth: null,
      ContentTypeId: { StringValue: '0x' }, CustomFormatter: view.customFormatter, CustomOrder: null, DefaultView: view.isDefault, DefaultViewForContentType: false,
      EditorModified: false, Formats: null, GridLayout: null, Hidden: view.hidden, HtmlSchemaXml: viewXml(view, url), Id: view.id, ImageUrl: null,
      IncludeRootFolder: false, ViewJoins: null, JSLink: 'clienttemplates.js', ListViewXml: viewXml(view, url), Method: null, MobileDefaultView: view.isDefault,
      MobileView: true, ModerationType: null, NewDocumentTemplates: null, OrderedView: false, Paged: view.paged, PersonalView: view.personal,
      ViewProjectedFields: null, ViewQuery: view.query, ReadOnlyView: false, RequiresClientIntegration: false, RowLimit: view.rowLimit, Scope: view.scope,
      ServerRelativePath: { DecodedUrl: url }, ServerRelativeUrl: url, StyleId: null, TabularView: true, Threaded: false, Title: view.title, Toolbar: null,
      ToolbarTemplateName: null, ViewType: 'HTML', ViewData: null, ViewType2: null, VisualizationInfo: null,
      ...(nested ? { ViewFields: viewFieldsEntity(list, view) } : {}),
    },
  };
}

function viewXml(view: ViewSchema, url: string): string {
  return `<View Name="{${view.id.toUpperCase()}}" DefaultView="${view.isDefault ? 'TRUE' : 'FALSE'}" Type="HTML" DisplayName="${view.title}" Url="${url}">`
    + `<Query>${view.query}</Query><ViewFields>${view.fields.map((name) => `<FieldRef Name="${name}" />`).join('')}</ViewFields>`
    + `<RowLimit Paged="${view.paged ? 'TRUE' : 'FALSE'}">${view.rowLimit}</RowLimit></View>`;
}

function changes(input: Readonly<Record<string, unknown>>): Partial<ViewSchema> {
  return {
    ...(typeof input['Title'] === 'string' ? { title: input['Title'] } : {}),
    ...(typeof input['ViewQuery'] === 'string' ? { query: input['ViewQuery'] } : {}),
    ...(typeof input['RowLimit'] === 'number' ? { rowLimit: input['RowLimit'] } : {}),
    ...(typeof input['Paged'] === 'boolean' ? { paged: input['Paged'] } : {}),
    ...(typeof input['Scope'] === 'number' ? { scope: input['Scope'] } : {}),
    ...(typeof input['Hidden'] === 'boolean' ? { hidden: input['Hidden'] } : {}),
    ...(typeof input['DefaultView'] === 'boolean' ? { isDefault: input['DefaultView'] } : typeof input['SetAsDefaultView'] === 'boolean' ? { isDefault: input['SetAsDefaultView'] } : {}),
    ...(typeof input['CustomFormatter'] === 'string' ? { customFormatter: input['CustomFormatter'] } : {}),
  };
}

function byId(list: ListSchema, id: string, request: ResourceRequest): ViewSchema {
  const view = viewsOf(request.session.database, list).find((candidate) => candidate.id === id.toLowerCase().replace(/[{}]/g, ''));
  if (!view) throw viewNotFound();
  return view;
}
