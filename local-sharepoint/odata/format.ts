import { SharePointError } from '../model/sharePointError.ts';

/** How a caller wants to be answered. */
export type Format = 'nometadata' | 'minimalmetadata' | 'verbose' | 'atom';

const modes: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['nometadata', 'nometadata'], ['none', 'nometadata'], ['minimalmetadata', 'minimalmetadata'], ['minimal', 'minimalmetadata'], ['verbose', 'verbose'],
]);
const xml: ReadonlySet<string> = new Set(['application/atom+xml', 'application/xml', 'text/xml', 'application/*', '*/*']);

type Headers = Readonly<Record<string, string | undefined>>;

/** Whether the caller asks in OData 4: as SPFx's SPHttpClient does unless told otherwise. */
export function speaksOData4(headers: Headers): boolean {
  return /^\s*4/.test(headers['odata-version'] ?? '');
}

/** The format of errors: whatever can be made of what is accepted. */
export function errorFormat(headers: Headers): Format {
  const accept = headers['accept'];
  return best(accept, speaksOData4(headers)) ?? (speaksOData4(headers) || (accept ?? '').toLowerCase().includes('json') ? 'minimalmetadata' : 'atom');
}

/** The format of a body by its content type. */
export function bodyFormat(contentType: string | undefined): Format {
  return best(contentType, false) ?? ((contentType ?? '').toLowerCase().includes('json') ? 'minimalmetadata' : 'atom');
}

/**
 * The format of an answer: JSON without a mode is minimal metadata; who names no JSON but XML or anything gets Atom, with OData 4 JSON. Refuses a header
 * of which nothing can be served with SharePoint's 406 (text and code quoted by several users of SharePoint Online); in OData 4 that is also
 * `odata=nometadata`, which is called `odata.metadata=none` there (SharePoint/sp-dev-docs#644).
 */
export function acceptedFormat(headers: Headers): Format {
  const accept = headers['accept'];
  const newer = speaksOData4(headers);
  if (accept === undefined || accept.trim() === '') return newer ? 'minimalmetadata' : 'atom';
  const format = best(accept, newer);
  if (format === undefined) throw new SharePointError(406, '-1, Microsoft.SharePoint.Client.ClientServiceException', 'The HTTP header ACCEPT is missing or its value is invalid.');
  return format;
}

/** Of what is accepted that which is wanted most; a named JSON before a wildcard, since scripts send `application/json, text/plain` and anything. */
function best(header: string | undefined, newer: boolean): Format | undefined {
  let found: { format: Format; weight: number } | undefined;
  for (const range of (header ?? '').toLowerCase().split(',')) {
    const format = formatOfRange(range, newer);
    if (format === undefined) continue;
    const quality = Number(/;\s*q\s*=\s*([\d.]+)/.exec(range)?.[1] ?? 1);
    const weight = quality + (format === 'atom' ? 0 : 0.0001);
    if (quality > 0 && (found === undefined || weight > found.weight)) found = { format, weight };
  }
  return found?.format;
}

function formatOfRange(range: string, newer: boolean): Format | undefined {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  if (type !== 'application/json') return !xml.has(type) ? undefined : newer ? (type.endsWith('*') ? 'minimalmetadata' : undefined) : 'atom';
  const mode = parameters.map((parameter) => /^(odata|odata\.metadata)\s*=\s*"?([^"]*)"?$/.exec(parameter)).find((match) => match !== null);
  if (!mode) return 'minimalmetadata';
  const format = modes.get(mode[2]?.trim() ?? '');
  return newer && (mode[1] === 'odata' || format === 'verbose') ? undefined : format;
}

/** The content type that goes with it. Recorded; those of OData 4 quoted in SharePoint/sp-dev-docs#599 (minimal). */
export function contentTypeOf(format: Format, headers: Headers): string {
  return speaksOData4(headers) ? contentTypesOfOData4[format] : contentTypes[format];
}

const contentTypes: Readonly<Record<Format, string>> = {
  nometadata: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  minimalmetadata: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  verbose: 'application/json;odata=verbose;charset=utf-8',
  atom: 'application/xml;charset=utf-8',
};
const contentTypesOfOData4: Readonly<Record<Format, string>> = {
  ...contentTypes,
  nometadata: 'application/json;odata.metadata=none;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
  minimalmetadata: 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
};
