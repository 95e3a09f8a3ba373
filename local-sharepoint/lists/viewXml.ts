import type { ListSchema } from '../model/list.ts';
import type { ViewSchema } from './views.ts';
import { escapedAttribute } from '../model/markup.ts';

/** The view as CAML. Recorded: exemplars "view-get", "list-views". */
export function viewXml(view: ViewSchema, url: string): string {
  const flag = (value: boolean): string => value ? 'TRUE' : 'FALSE';
  return `<View Name="{${view.id.toUpperCase()}}" DefaultView="${flag(view.isDefault)}" Type="${view.viewType ?? 'HTML'}" DisplayName="${escapedAttribute(view.title)}" Url="${escapedAttribute(url)}">`
    + `<Query>${view.query}</Query><ViewFields>${fieldRefs(view)}</ViewFields><RowLimit Paged="${flag(view.paged)}">${view.rowLimit}</RowLimit>`
    + `${view.aggregations ? `<Aggregations Value="${escapedAttribute(view.aggregationsStatus ?? 'Off')}">${view.aggregations}</Aggregations>` : ''}</View>`;
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
