import { notHereYet, wrongArgument } from '../model/refusals.ts';
import { bodyProperties } from '../routing/arguments.ts';
import type { ResourceRequest } from '../routing/resource.ts';

/** Bits of `RenderOptions` that are obeyed here (SP.RenderListDataOptions). */
export const renderOptions = { contextInfo: 1, listData: 2, listSchema: 4, clientFormSchema: 64, disableAutoHyperlink: 2048 } as const;
const optionsHere = Object.values(renderOptions).reduce<number>((sum, bit) => sum | bit, 0);

/** What RenderListDataAsStream is asked with: its body, and what its address and `overrideParameters` put over a view. */
export interface RenderParameters {
  readonly options: number;
  readonly viewXml: string;
  readonly overrideViewXml: string;
  readonly folderUrl: string;
  readonly paging: string | undefined;
  readonly datesInUtc: boolean;
  readonly expandGroups: boolean;
  readonly firstGroupOnly: boolean;
  /** `View`, `SortField`, `FilterField1` … by name in lower case. */
  readonly adHoc: ReadonlyMap<string, string>;
}

/** Documented: SharePoint/sp-dev-docs, "Working with lists and list items with REST". Clients write true also as text, as the documentation does. */
export function renderParameters(request: ResourceRequest): RenderParameters {
  const body = objectOr(request.json, {});
  const given = bodyProperties({ ...request, json: body['parameters'] === undefined ? {} : objectOr(body['parameters'], undefined) });
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value : '';
  };
  const flag = (name: string): boolean => given[name] === true || String(given[name]).toLowerCase() === 'true';
  const adHoc = adHocParameters(request, body['overrideParameters']);
  return {
    options: optionsOf(given['RenderOptions']), viewXml: text('ViewXml').trim(), overrideViewXml: text('OverrideViewXml').trim(),
    folderUrl: text('FolderServerRelativeUrl') || (adHoc.get('rootfolder') ?? ''), paging: text('Paging') || pagingIn(request),
    datesInUtc: flag('DatesInUtc'), expandGroups: flag('ExpandGroups'), firstGroupOnly: flag('FirstGroupOnly'), adHoc,
  };
}

function objectOr(value: unknown, otherwise: Record<string, unknown> | undefined): Record<string, unknown> {
  if (value === undefined && otherwise) return otherwise;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongArgument();
  return value as Record<string, unknown>;
}

/** A number, or several in a list, as some clients send them. */
function optionsOf(value: unknown): number {
  const options = Number(Array.isArray(value) ? value.reduce((sum: number, bit) => sum | Number(bit), 0) : value ?? 0);
  if (!Number.isSafeInteger(options) || options < 0) throw wrongArgument();
  if ((options & ~optionsHere) !== 0) throw notHereYet(`RenderListDataAsStream with RenderOptions ${options & ~optionsHere}`);
  return options;
}

/** The address, and over it `overrideParameters`: both use the same names (SP.RenderListDataOverrideParameters). */
function adHocParameters({ query }: ResourceRequest, overriding: unknown): ReadonlyMap<string, string> {
  const found = new Map([...query].filter(([name]) => !/^[$@]/.test(name)));
  for (const [name, value] of Object.entries(overriding === undefined || overriding === null ? {} : objectOr(overriding, undefined))) {
    if (typeof value === 'string' || typeof value === 'number') found.set(name.toLowerCase(), String(value));
  }
  return found;
}

/** Clients also put the whole `NextHref` behind the address. */
function pagingIn({ query }: ResourceRequest): string | undefined {
  if (query.get('paged') === undefined) return undefined;
  return [...query].filter(([name]) => /^(paged|pagedprev|pagefirstrow|p_.*)$/.test(name)).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
}
