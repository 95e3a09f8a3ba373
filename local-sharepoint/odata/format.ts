/** How a caller wants to be answered. */
export type Format = 'nometadata' | 'minimalmetadata' | 'verbose' | 'atom';

/** Reads `Accept`: JSON without a mode is minimal metadata; whoever does not name JSON gets Atom, as SharePoint has it. */
export function formatOf(accept: string | undefined): Format {
  const text = (accept ?? '').toLowerCase();
  if (!text.includes('json')) return 'atom';
  if (/odata(\.metadata)?=(nometadata|none)/.test(text)) return 'nometadata';
  return /odata=verbose/.test(text) ? 'verbose' : 'minimalmetadata';
}

/** The content type that goes with it. Recorded, except that of Atom. */
export const contentTypes: Readonly<Record<Format, string>> = {
  nometadata: 'application/json;odata=nometadata;streaming=true;charset=utf-8',
  minimalmetadata: 'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
  verbose: 'application/json;odata=verbose;charset=utf-8',
  atom: 'application/xml;charset=utf-8',
};
