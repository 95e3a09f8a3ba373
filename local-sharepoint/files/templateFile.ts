import { pageFile } from '../sitePages/pageFile.ts';

/** What the file of a new page holds by its kind (SP.TemplateFileType): a classic page with nothing on it, or what sends readers to a modern page. */
export function templateFile(type: number): Uint8Array | undefined {
  switch (type) {
    case 0: return classicPage('Microsoft.SharePoint.WebPartPages.WebPartPage');
    case 1: return classicPage('Microsoft.SharePoint.WebPartPages.WikiEditPage');
    case 2: return classicPage('Microsoft.SharePoint.WebPartPages.WebPartPage');
    case 3: return pageFile;
    default: return undefined;
  }
}

function classicPage(type: string): Uint8Array {
  return Buffer.from(`<%@ Page Inherits="${type}, Microsoft.SharePoint, Version=16.0.0.0, Culture=neutral, PublicKeyToken=71e9bce111e9429c" MasterPageFile="~masterurl/default.master" %>`, 'utf8');
}
