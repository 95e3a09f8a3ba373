import { SharePointError } from '../model/sharePointError.ts';

/** How a caller wants to be answered. */
export type Format = 'nometadata' | 'minimalmetadata' | 'verbose' | 'atom';

const modes: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['nometadata', 'nometadata'], ['none', 'nometadata'], ['minimalmetadata', 'minimalmetadata'], ['minimal', 'minimalmetadata'], ['verbose', 'verbose'],
]);
const xml: ReadonlySet<string> = new Set(['application/atom+xml', 'application/xml', 'text/xml', 'application/*', '*/*']);

/** The format of errors, and of request bodies by their content type: whatever can be made of it. */
export function formatOf(accept: string | undefined): Format {
  return ranges(accept).map(formatOfRange).find((format) => format !== undefined) ?? ((accept ?? '').toLowerCase().includes('json') ? 'minimalmetadata' : 'atom');
}

/**
 * The format of an answer: JSON without a mode is minimal metadata; who names no JSON but XML or anything gets Atom. Refuses a header of which
 * nothing can be served with SharePoint's 406 (text and code quoted by several users of SharePoint Online).
 */
export function acceptedFormat(accept: string | undefined): Format {
  if (accept === undefined || accept.trim() === '') return 'atom';
  const format = ranges(accept).map(formatOfRange).find((found) => found !== undefined);
  if (format === undefined) throw new SharePointError(406, '-1, Microsoft.SharePoint.Client.ClientServiceException', 'The HTTP header ACCEPT is missing or its value is invalid.');
  return format;
}

function formatOfRange(range: string): Format | undefined {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  if (type === 'application/json') {
    const mode = parameters.map((parameter) => /^odata(?:\.metadata)?\s*=\s*"?([^"]*)"?$/.exec(parameter)?.[1]).find((found) => found !== undefined);
    return mode === undefined ? 'minimalmetadata' : modes.get(mode.trim());
  }
  return xml.has(type) ? 'atom' : undefined;
}

/** JSON first, whatever the order: browsers' scripts send `application/json, text/plain` and anything. */
function ranges(header: string | undefined): string[] {
  const found = (header ?? '').toLowerCase().split(',').map((range) => range.trim()).filter((range) => range !== '');
  return found.sort((left, right) => Number(right.startsWith('application/json')) - Number(left.startsWith('application/json')));
}

/** The content type that goes with it. Recorded, except that of Atom. */
export const contentTypes: Readonly<Record<Format, string>> = {
  nometadata: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  minimalmetadata: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  verbose: 'application/json;odata=verbose;charset=utf-8',
  atom: 'application/xml;charset=utf-8',
};
