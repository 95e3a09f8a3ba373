import { SharePointError } from '../model/sharePointError.ts';
import { contentTypes, formatOf } from './format.ts';
import type { WrittenAnswer } from './writeAnswer.ts';

/** Writes an error in the caller's format: `odata.error` (light JSON), `error` (verbose) or Atom's `<m:error>`. */
export function writeError(failure: unknown, accept: string | undefined): WrittenAnswer {
  const error = failure instanceof SharePointError ? failure : unexpected(failure);
  const format = formatOf(accept);
  const inner = { code: error.code, message: { lang: 'en-US', value: error.message } };
  const body = format === 'atom' ? atom(error) : JSON.stringify(format === 'verbose' ? { error: inner } : { 'odata.error': inner });
  return { status: error.status, headers: { 'CONTENT-TYPE': contentTypes[format], ...error.headers }, body };
}

/** Something went wrong in this service itself: said as it is, so that it is found. */
function unexpected(failure: unknown): SharePointError {
  console.error(failure);
  return new SharePointError(500, '-1, System.Exception', `The local SharePoint failed: ${failure instanceof Error ? failure.message : String(failure)}`);
}

function atom({ code, message }: SharePointError): string {
  return '<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">'
    + `<m:code>${escaped(code)}</m:code><m:message xml:lang="en-US">${escaped(message)}</m:message></m:error>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
