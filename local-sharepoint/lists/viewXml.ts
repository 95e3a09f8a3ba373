import type { ListSchema } from '../model/list.ts';
import type { ViewSchema } from './views.ts';
import { escapedAttribute, escapedText } from '../model/markup.ts';

const flag = (value: boolean): string => value ? 'TRUE' : 'FALSE';

/** Which of a view's two XML texts: as a program sees it, or with what is drawn. */
export type ViewXmlOf = 'ListViewXml' | 'HtmlSchemaXml';

/** The view as CAML. Recorded: exemplars "view-get" for those that are added, "list-views" for those that come with the list. */
export function viewXml(list: ListSchema, view: ViewSchema, url: string, of: ViewXmlOf): string {
  const parts = view.base ? baseParts(list, view) : addedParts(view, of);
  const head = view.base ? baseAttributes(list, view, url) : addedAttributes(view, url);
  return `<View ${head}${of === 'ListViewXml' ? ' ' : ''}>${(view.base ? orderOfBase : orderOfAdded)[of].map((part) => parts[part] ?? '').join('')}</View>`;
}

type Part = 'query' | 'fields' | 'limit' | 'totals' | 'type' | 'links' | 'data' | 'toolbar' | 'mobile' | 'bindings' | 'htmlLinks' | 'htmlToolbar' | 'formatter';
const orderOfBase: Readonly<Record<ViewXmlOf, readonly Part[]>> = {
  ListViewXml: ['query', 'fields', 'limit', 'totals', 'links', 'formatter', 'data', 'toolbar'], HtmlSchemaXml: ['fields', 'data', 'query', 'totals', 'limit', 'mobile', 'htmlLinks', 'formatter', 'htmlToolbar', 'bindings'],
};
const orderOfAdded: Readonly<Record<ViewXmlOf, readonly Part[]>> = {
  ListViewXml: ['query', 'fields', 'limit', 'totals', 'type', 'formatter', 'toolbar'], HtmlSchemaXml: ['type', 'fields', 'query', 'totals', 'limit', 'formatter'],
};

function addedAttributes(view: ViewSchema, url: string): string {
  const { id, title, isDefault, owner } = view;
  return `Type="${view.viewType ?? 'HTML'}" Url="${escapedAttribute(url)}" Personal="${flag(owner !== null)}" DisplayName="${escapedAttribute(title)}" DefaultView="${flag(isDefault)}" Name="{${id.toUpperCase()}}"`;
}

function baseAttributes(list: ListSchema, view: ViewSchema, url: string): string {
  const { id, title, isDefault, hidden } = view;
  const shown = hidden ? ` Type="${view.viewType ?? 'HTML'}" Hidden="TRUE"` : `${isDefault ? ' DefaultView="TRUE"' : ''} MobileView="TRUE"${isDefault ? ' MobileDefaultView="TRUE"' : ''} Type="${view.viewType ?? 'HTML'}"`;
  return `Name="{${id.toUpperCase()}}"${shown} DisplayName="${escapedAttribute(title)}" Url="${escapedAttribute(url)}" Level="1" BaseViewID="1" ContentTypeID="0x" ImageUrl="${viewImage(list)}"`;
}

/** The picture beside the name of a view that came with its list. */
export function viewImage(list: ListSchema): string {
  return `/_layouts/15/images/${list.baseType === 1 ? 'dlicon' : 'generic'}.png?rev=47`;
}

function commonParts(view: ViewSchema): Partial<Record<Part, string>> {
  return {
    query: view.query === '' ? '<Query />' : `<Query>${writtenQuery(view)}</Query>`, fields: `<ViewFields>${fieldRefs(view)}</ViewFields>`, limit: `<RowLimit Paged="${flag(view.paged)}">${view.rowLimit}</RowLimit>`,
    ...(view.aggregations ? { totals: `<Aggregations Value="${escapedAttribute(view.aggregationsStatus ?? 'Off')}">${view.aggregations}</Aggregations>` } : {}),
    ...(view.customFormatter === null ? {} : { formatter: `<CustomFormatter>${escapedText(view.customFormatter)}</CustomFormatter>` }),
  };
}

function addedParts(view: ViewSchema, of: ViewXmlOf): Partial<Record<Part, string>> {
  return { ...commonParts(view), ...(view.viewType2 === null ? {} : { type: `<ViewType2>${escapedText(view.viewType2)}</ViewType2>` }), ...(of === 'ListViewXml' ? { toolbar: '<Toolbar Type="None"/>' } : {}) };
}

function baseParts(list: ListSchema, view: ViewSchema): Partial<Record<Part, string>> {
  const [xsl, script] = ['<XslLink Default="TRUE">main.xsl</XslLink>', '<JSLink>clienttemplates.js</JSLink>'];
  const none = list.baseType === 1 ? 'noitemsinview_doclibrary' : 'noXinviewofY_LIST';
  const how = list.baseType === 1 ? 'noitemsinview_doclibrary_howto2' : 'noXinviewofY_DEFAULT';
  return {
    totals: '<Aggregations Value="Off" />', ...commonParts(view), data: '<ViewData />', links: `${script}${xsl}`, htmlLinks: `${xsl}${script}`, toolbar: '<Toolbar Type="Standard"/>', htmlToolbar: '<Toolbar Type="Standard" />',
    mobile: `<Mobile MobileItemLimit="3" MobileSimpleViewField="${list.baseType === 1 ? 'LinkFilename' : 'LinkTitle'}" />`,
    bindings: `<ParameterBindings><ParameterBinding Name="NoAnnouncements" Location="Resource(wss,${none})" /><ParameterBinding Name="NoAnnouncementsHowTo" Location="Resource(wss,${how})" /></ParameterBindings>`,
  };
}

/** A query as SharePoint gives it back: attributes in double quotes. */
export function writtenQuery({ query }: ViewSchema): string {
  return query.replace(/<[^>]+>/g, (tag) => tag.replace(/=\s*'([^']*)'/g, (_, value: string) => `="${value.replaceAll('"', '&quot;')}"`));
}

export function fieldRefs(view: ViewSchema): string {
  return view.fields.map((name) => `<FieldRef Name="${escapedAttribute(name)}" />`).join('');
}

/** What `SetViewXml` changes of a view: query, columns that the list has, row limit, totals. */
export function fromViewXml(xml: string, list: ListSchema): Partial<ViewSchema> {
  const inside = (tag: string): string | undefined => new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}>`).exec(xml)?.[1];
  const fields = inside('ViewFields');
  const limit = Number(inside('RowLimit'));
  const totals = inside('Aggregations');
  return {
    query: inside('Query') ?? '',
    ...(totals === undefined ? {} : { aggregations: totals, aggregationsStatus: /<Aggregations[^>]*Value\s*=\s*["']On["']/i.test(xml) ? 'On' : 'Off' }),
    ...(fields === undefined ? {} : { fields: [...fields.matchAll(/Name\s*=\s*["']([^"']+)["']/g)].flatMap((match) => list.fields.find((field) => field.internalName === match[1])?.internalName ?? []) }),
    ...(Number.isInteger(limit) && limit > 0 ? { rowLimit: limit, paged: /<RowLimit[^>]*Paged\s*=\s*["']TRUE["']/i.test(xml) } : {}),
  };
}
