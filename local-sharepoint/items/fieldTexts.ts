import type { ListSchema } from '../model/list.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { path } from './itemProperties.ts';
import { readValue } from './readValue.ts';
import { valueText } from './valueText.ts';

/** `FieldValuesAsText`: each column as people read it; `_` in names is `_x005f_`. Recorded: the escape, in type names; which columns are remembered. */
export function fieldTextsEntity(list: ListSchema, row: ItemRow, session: Session): Entity {
  const texts = list.fields.filter(isStored).map((field) => [field.internalName, valueText(field, readValue(field, row[field.internalName]), session)] as const);
  const all = [...texts, ['FileRef', path(row)], ['FileLeafRef', path(row).split('/').pop() ?? ''], ['UniqueId', row.GUID], ['owshiddenversion', String(row._version)], ['_UIVersionString', versionLabel(uiVersion(row))]] as const;
  return {
    type: 'SP.FieldStringValues', editLink: `Web/Lists(guid'${list.id}')/Items(${row.ID})/FieldValuesAsText`,
    properties: Object.fromEntries(all.map(([name, text]) => [name.replaceAll('_', '_x005f_'), text])),
  };
}
