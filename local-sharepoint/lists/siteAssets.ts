import type { ListSchema } from '../model/list.ts';
import type { NewList } from './createList.ts';

/** The library for pictures of pages, which webs have from the beginning (recorded: AddListFieldLookupAsyncTest; PnPjs' tests of folders presume it in a new web). */
export const siteAssets: NewList = {
  title: 'Site Assets', baseTemplate: 101, folderName: 'SiteAssets', description: 'Use this library to store files which are included on pages within this site, such as images on Wiki pages.',
  properties: { IsApplicationList: true, DocumentTemplate: 'template.doc' },
};

export function isSiteAssets(list: ListSchema): boolean {
  return list.baseTemplate === 101 && list.rootFolderUrl.endsWith('/SiteAssets');
}
