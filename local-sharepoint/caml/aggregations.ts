import type { FieldSchema, ListSchema } from '../model/list.ts';
import { fieldNamed } from './grouping.ts';
import { attribute, attributeOr, badCaml, children, type Node } from './xml.ts';

/** The enumeration of the FieldRef element (Query). */
export type AggregationType = 'COUNT' | 'SUM' | 'AVG' | 'MAX' | 'MIN' | 'STDEV' | 'VAR';
const types: ReadonlySet<string> = new Set<AggregationType>(['COUNT', 'SUM', 'AVG', 'MAX', 'MIN', 'STDEV', 'VAR']);

/** `<Aggregations Value="On"><FieldRef Name="Points" Type="SUM"/></Aggregations>` */
export interface Aggregation { readonly field: FieldSchema; readonly type: AggregationType; /** As the view names the column. */ readonly name: string }

/** Reads `<Aggregations>`; none when they are off. A type that isn't in the enumeration cannot be rendered (seen by users of SharePoint Online). */
export function aggregationsOf(node: Node | undefined, list: ListSchema): readonly Aggregation[] {
  if (node === undefined || attributeOr(node, 'Value', 'Off').toUpperCase() !== 'ON') return [];
  return children(node).map((reference) => {
    const name = attribute(reference, 'Name');
    const type = attribute(reference, 'Type').toUpperCase();
    if (!isType(type)) throw badCaml();
    return { field: fieldNamed(name, list), type, name };
  });
}

function isType(type: string): type is AggregationType {
  return types.has(type);
}
