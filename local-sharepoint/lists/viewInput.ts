import type { ListSchema } from '../model/list.ts';
import { unknownProperty, wrongType } from '../odata/invalidQuery.ts';
import { wrongArgument } from '../model/refusals.ts';
import { fieldNotFound } from './listRefusals.ts';
import { viewEntity } from './viewEntity.ts';
import type { ViewSchema } from './views.ts';

type Kind = 'string' | 'number' | 'boolean';
/** What a client may set of a view: its name in bodies, the type, and where it is kept. */
const settable: ReadonlyMap<string, readonly [Kind, keyof ViewSchema]> = new Map<string, readonly [Kind, keyof ViewSchema]>([
  ['Title', ['string', 'title']], ['ViewQuery', ['string', 'query']], ['Query', ['string', 'query']], ['RowLimit', ['number', 'rowLimit']], ['Paged', ['boolean', 'paged']],
  ['Scope', ['number', 'scope']], ['Hidden', ['boolean', 'hidden']], ['DefaultView', ['boolean', 'isDefault']], ['SetAsDefaultView', ['boolean', 'isDefault']],
  ['CustomFormatter', ['string', 'customFormatter']], ['ViewType2', ['string', 'viewType2']],
  ['Aggregations', ['string', 'aggregations']], ['AggregationsStatus', ['string', 'aggregationsStatus']],
]);
/** Only for a new view (SP.ViewCreationInformation). */
const onlyWhenAdded: ReadonlySet<string> = new Set(['PersonalView', 'ViewFields', 'ViewTypeKind', 'ViewData', 'AssociatedContentTypeId', 'BaseViewId', 'CalendarViewStyles', 'baseViewId', 'ListViewXml', 'ContentTypeId', 'ColumnWidth', 'MobileView', 'MobileDefaultView']);

/** What a body changes of a view. Throws SharePoint's refusal of names that a view does not have and of wrong types. */
export function viewChanges(list: ListSchema, view: ViewSchema | undefined, input: Readonly<Record<string, unknown>>): Partial<ViewSchema> {
  const changes = new Map<string, unknown>();
  for (const [name, value] of Object.entries(input)) {
    const found = settable.get(name);
    if (found) {
      const [type, key] = found;
      if (value !== null && typeof value !== type) throw wrongType(type === 'string' ? 'Edm.String' : type === 'number' ? 'Edm.Int32' : 'Edm.Boolean');
      if (value !== null || key === 'customFormatter' || key === 'viewType2') changes.set(key, value);
    } else if (name === 'ViewFields' && view === undefined) changes.set('fields', fieldNames(list, value));
    else if (!onlyWhenAdded.has(name) && !(view && Object.hasOwn(viewEntity(list, view).properties, name))) throw unknownProperty(name, 'SP.View');
  }
  if (changes.get('title') === '') throw wrongArgument();
  return Object.fromEntries(changes) as Partial<ViewSchema>;
}

/** A column by its internal name or title, as views name it. */
export function viewFieldName(list: ListSchema, name: string): string {
  const wanted = name.toLowerCase();
  const field = list.fields.find((candidate) => candidate.internalName.toLowerCase() === wanted) ?? list.fields.find((candidate) => candidate.title.toLowerCase() === wanted);
  if (!field) throw fieldNotFound(name);
  return field.internalName;
}

function fieldNames(list: ListSchema, value: unknown): string[] {
  const names = typeof value === 'object' && value !== null && 'results' in value ? value.results : value;
  if (!Array.isArray(names)) throw wrongType('Collection(Edm.String)');
  return names.map((name) => viewFieldName(list, String(name)));
}
