import { readFileSync } from 'node:fs';
import { argument, wholeNumber } from '../routing/arguments.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import type { PathSegment, Resource } from '../routing/resource.ts';

interface WebTemplate { readonly Description: string; readonly DisplayCategory: string | null; readonly Id: number; readonly ImageUrl: string; readonly IsHidden: boolean; readonly IsRootWebOnly: boolean; readonly IsSubWebOnly: boolean; readonly Lcid: number; readonly Name: string; readonly Title: string }

/** The site definitions of SharePoint Online in English. Recorded: PnP Core SDK, GetWebTemplatesTest. */
export const webTemplates = JSON.parse(readFileSync(new URL('./webTemplates.json', import.meta.url), 'utf8')) as readonly WebTemplate[];

/** The number of a site definition, by the name without its configuration. */
export function webTemplateId(name: string): number {
  return webTemplates.find((template) => template.Name.startsWith(`${name}#`))?.Id ?? 0;
}

/** `getavailablewebtemplates(lcid=1033,doincludecrosslanguage=true)`: there are those in English alone. */
export function availableWebTemplates(segment: PathSegment): Resource {
  const lcid = wholeNumber(argument(segment, 'lcid', 0)) ?? 1033;
  return {
    get: (request) => applyQuery(lcid !== 1033 ? [] : webTemplates.map((template) => ({
      type: 'SP.WebTemplate', editLink: `Web/GetAvailableWebTemplates(lcid=1033,doincludecrosslanguage=true)/GetByName('${template.Name}')`, properties: { ...template },
    })), request, 'SP.ApiData.WebTemplates'),
  };
}
