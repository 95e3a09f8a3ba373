import { readFileSync } from 'node:fs';

/** The languages of SharePoint Online: LCIDs recorded (PnP Core SDK, GetSiteLanguagesTest), tags and names as Microsoft lists them. */
export const languages: readonly { readonly lcid: number; readonly tag: string; readonly name: string }[] =
  (JSON.parse(readFileSync(new URL('./languages.json', import.meta.url), 'utf8')) as [number, string, string][]).map(([lcid, tag, name]) => ({ lcid, tag, name }));
