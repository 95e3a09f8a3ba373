import type { FieldSchema, ListSchema } from '../model/list.ts';

/** What has columns: a list, or a web with its site columns. */
export interface FieldHolder {
  readonly kind: 'list' | 'web';
  readonly id: string;
  /** Server-relative: what SharePoint calls the column's scope. */
  readonly scope: string;
  /** Its address under `_api/`. */
  readonly address: string;
  readonly fields: readonly FieldSchema[];
  /** A document library has some columns otherwise than a list. */
  readonly library: boolean;
}

export function holderOf(list: ListSchema): FieldHolder {
  return { kind: 'list', id: list.id, scope: list.rootFolderUrl, address: `Web/Lists(guid'${list.id}')`, fields: list.fields, library: list.baseType === 1 };
}
