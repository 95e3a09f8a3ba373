import type { DatabaseSync } from 'node:sqlite';
import { contentLength } from '../../files/contents.ts';
import type { ListSchema } from '../../model/list.ts';
import type { ItemRow } from '../../query/runQuery.ts';
import { columnProperties, columnValues, type ColumnProperty } from './columnProperties.ts';
import type { SearchDocument } from './documents.ts';
import { fileText } from './fileText.ts';
import { itemText, textColumns } from './itemText.ts';
import { foundRow } from './foundRow.ts';

/** What a list is called in `contentclass`, after `STS_ListItem_` and `STS_List_`. From Microsoft's list of templates. */
const kinds: ReadonlyMap<number, string> = new Map([[100, 'GenericList'], [101, 'DocumentLibrary'], [106, 'Events'], [109, 'PictureLibrary'], [119, 'WebPageLibrary']]);

/** Which of a list's columns are read for searching. */
export interface ReadColumns { readonly text: ReturnType<typeof textColumns>; readonly properties: readonly ColumnProperty[] }

export function readColumns(list: ListSchema): ReadColumns {
  return { text: textColumns(list), properties: columnProperties(list) };
}

/** An item, a file, a page or a folder as it is found. */
export function itemDocument(database: DatabaseSync, list: ListSchema, columns: ReadColumns, current: ItemRow): SearchDocument {
  const row = foundRow(database, list, current);
  const text = (name: string): string => {
    const value = row[name];
    return typeof value === 'string' ? value : '';
  };
  const file = text('FileLeafRef');
  const library = list.baseType === 1;
  const isFile = library && row['FSObjType'] === 0;
  return {
    source: list.id, itemId: row.ID, webId: list.webId, contentClass: `STS_ListItem_${kindOf(list)}`, title: text('Title') || file.replace(/\.[^.]*$/, ''),
    path: library ? `${text('FileDirRef')}/${file}` : `${list.rootFolderUrl}/DispForm.aspx?ID=${row.ID}`, filename: library ? file : 'DispForm.aspx',
    contentType: text('ContentTypeId'), uniqueId: row.GUID, author: row.Author, editor: Number(row['Editor']), created: text('Created'), modified: text('Modified'),
    properties: {
      ...columnValues(database, list.webId, columns.properties, row), iscontainer: Number(row['FSObjType'] === 1),
      ...(library ? { size: isFile ? contentLength(database, list, row) : 0 } : {}),
    },
    body: [itemText(columns.text, row), ...isFile ? [fileText(database, list, row, file)] : []].filter((words) => words !== '').join(' '),
  };
}

export function kindOf(list: ListSchema): string {
  return kinds.get(list.baseTemplate) ?? (list.baseType === 1 ? 'DocumentLibrary' : String(list.baseTemplate));
}
