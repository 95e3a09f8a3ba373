import type { ListSchema } from '../model/list.ts';
import { complex } from '../routing/complex.ts';
import type { Entity } from '../routing/resource.ts';
import { fieldRefs, viewImage, viewXml, writtenQuery } from './viewXml.ts';
import type { ViewSchema } from './views.ts';

/** A view as SharePoint writes it. Recorded: exemplars "list-views" for those that come with the list, "view-get" for those that are added. */
export function viewEntity(list: ListSchema, view: ViewSchema): Entity {
  const url = `${list.rootFolderUrl}${list.baseType === 1 ? '/Forms' : ''}/${view.page}.aspx`;
  const ofBase = <Value>(value: Value): Value | null => view.base ? value : null;
  return {
    type: 'SP.View', editLink: `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')`, navigation: ['ViewFields'],
    properties: {
      Aggregations: view.aggregations ?? ofBase(''), AggregationsStatus: view.aggregationsStatus ?? ofBase('Off'), AssociatedContentTypeId: null, BaseViewId: ofBase('1'), CalendarViewStyles: null, ColumnWidth: null,
      ContentTypeId: complex('SP.ContentTypeId', { StringValue: '0x' }), CustomFormatter: view.customFormatter, CustomOrder: null, DefaultView: view.isDefault, DefaultViewForContentType: false,
      EditorModified: false, Formats: null, GridLayout: null, Hidden: view.hidden, HtmlSchemaXml: viewXml(list, view, url, 'HtmlSchemaXml'), Id: view.id,
      ImageUrl: ofBase(viewImage(list)),
      IncludeRootFolder: false, ViewJoins: null, JSLink: ofBase('clienttemplates.js'), ListViewXml: viewXml(list, view, url, 'ListViewXml'), Method: null, MobileDefaultView: view.base && view.isDefault,
      MobileView: view.base, ModerationType: null, NewDocumentTemplates: null, OrderedView: false, Paged: view.paged, PersonalView: view.owner !== null,
      ViewProjectedFields: null, ViewQuery: writtenQuery(view), ReadOnlyView: false, RequiresClientIntegration: false, RowLimit: view.rowLimit, Scope: view.scope,
      ServerRelativePath: complex('SP.ResourcePath', { DecodedUrl: url }), ServerRelativeUrl: url, StyleId: null, TabularView: true, Threaded: false, Title: view.title,
      Toolbar: ofBase(''), ToolbarTemplateName: null, ViewType: view.viewType ?? 'HTML', ViewData: ofBase(''), ViewType2: view.viewType2, VisualizationInfo: null,
    },
  };
}

export function viewFieldsEntity(list: ListSchema, view: ViewSchema): Entity {
  return {
    type: 'SP.ViewFieldCollection', editLink: `Web/Lists(guid'${list.id}')/Views(guid'${view.id}')/ViewFields`,
    properties: { SchemaXml: fieldRefs(view), Items: view.fields },
  };
}
