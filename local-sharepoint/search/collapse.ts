import { joined, type Sql } from '../query/condition.ts';
import { invalidParameter } from './kql/refusals.ts';
import { managedProperty, type ManagedProperty } from './managedProperties.ts';
import type { SearchPlace } from './restrictions.ts';

/** Of documents that have all these values in common, so many are kept. */
export interface CollapseSpec { readonly properties: readonly ManagedProperty[]; readonly keep: number }

/** Reads `Author:1 ContentTypeId,FileType:2`: specifications with spaces between them, each of properties with commas between them (Microsoft: CollapseSpecification). */
export function readCollapse(text: string): CollapseSpec[] {
  return text.trim().split(/\s+/).filter((part) => part !== '').map((part) => {
    const [, names, keep = '1'] = /^([\w,]+?)(?::(\d{1,9}))?$/.exec(part) ?? [];
    const properties = (names ?? '').split(',').map((name) => managedProperty(name));
    if (!properties.every((property): property is ManagedProperty => property?.value !== undefined) || Number(keep) === 0) throw invalidParameter('CollapseSpecification');
    return { properties, keep: Number(keep) };
  });
}

/** What is left of what was found, as SQL over `search_documents d`: in each specification among the first of its kind. What has no value stays. */
export function collapsed(found: Sql, specs: readonly CollapseSpec[], order: Sql, place: SearchPlace): Sql {
  return joined('AND', [found, ...specs.map(({ properties, keep }): Sql => {
    const keys = properties.flatMap(({ value }) => value?.(place) ?? []);
    const names = keys.map((_, at) => `key_${at}`);
    const keyed = `(SELECT d.*, ${keys.map(({ text }, at) => `${text} AS ${names[at] ?? ''}`).join(', ')} FROM search_documents d WHERE ${found.text}) d`;
    return {
      text: `d.doc_id IN (SELECT doc_id FROM (SELECT d.doc_id, ROW_NUMBER() OVER (PARTITION BY ${names.join(', ')} ORDER BY ${order.text}, d.doc_id) AS place, COALESCE(${names.join(', ')}, NULL) AS value FROM ${keyed}) WHERE place <= ? OR value IS NULL)`,
      values: [...order.values, ...keys.flatMap(({ values }) => values), ...found.values, keep],
    };
  })]);
}
