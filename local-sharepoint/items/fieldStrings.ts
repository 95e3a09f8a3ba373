import { levelOf } from '../files/level.ts';
import type { FieldSchema, ListSchema } from '../model/list.ts';
import { stringValueName } from '../lists/fieldNames.ts';
import type { ItemRow } from '../query/runQuery.ts';
import type { Entity } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { isStored } from '../storage/itemTables.ts';
import { uiVersion, versionLabel } from '../versions/versionNumber.ts';
import { countsRelated, relatedCount } from './countRelated.ts';
import { editText } from './editText.ts';
import { htmlText } from './htmlText.ts';
import { path } from './itemProperties.ts';
import { readValue } from './readValue.ts';
import { valueText } from './valueText.ts';

export type StringsOf = 'FieldValuesAsText' | 'FieldValuesAsHtml' | 'FieldValuesForEdit';

/** Every column of an item as text. Recorded: names, and what is empty in HTML (PnP Core SDK, ListItemFieldValuesTest); which columns are remembered. */
export function fieldStringsEntity(list: ListSchema, row: ItemRow, session: Session, as: StringsOf): Entity {
  const write = as === 'FieldValuesAsText' ? valueText : as === 'FieldValuesAsHtml' ? htmlText : editText;
  const texts = list.fields.flatMap((field) => isStored(field) ? [[field.internalName, write(field, readValue(field, row[field.internalName]), session)] as const]
    : countsRelated(field) ? [[field.internalName, String(relatedCount(field, row.ID, session))] as const] : []);
  const all = [...texts, ...workedOut(list, row, session, as === 'FieldValuesAsHtml')];
  return {
    type: 'SP.FieldStringValues', editLink: `Web/Lists(guid'${list.id}')/Items(${row.ID})/${as}`,
    properties: Object.fromEntries(all.map(([internalName, text]) => [stringValueName({ internalName } as Pick<FieldSchema, 'internalName'>), text])),
  };
}

function workedOut(list: ListSchema, row: ItemRow, session: Session, html: boolean): (readonly [string, string])[] {
  const plain = (text: string): string => html ? '' : text;
  return [
    ['FileRef', plain(path(row))], ['FileLeafRef', path(row).split('/').pop() ?? ''], ['FSObjType', plain(String(row['FSObjType']))], ['UniqueId', plain(row.GUID)], ['owshiddenversion', String(row._version)],
    ['MetaInfo', ''], ['_ModerationStatus', 'Approved'], ['_Level', String(list.baseType === 1 ? levelOf(row, session) : 1)], ['ScopeId', plain(row._scope === null ? '' : `{${row._scope.toUpperCase()}}`)], ['_UIVersionString', versionLabel(uiVersion(row))],
  ];
}
