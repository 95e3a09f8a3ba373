import { SharePointError } from '../model/sharePointError.ts';
import { contentTypeOf, errorFormat, speaksOData4 } from './format.ts';
import type { WrittenAnswer } from './writeAnswer.ts';
import { escapedText } from '../model/markup.ts';

type Headers = Readonly<Record<string, string | undefined>>;

/** Writes an error in the caller's format: `odata.error` (light JSON), `error` (verbose, and OData 4) or Atom's `<m:error>`. */
export function writeError(failure: unknown, headers: Headers): WrittenAnswer {
  const error = failure instanceof SharePointError ? failure : unexpected(failure);
  const format = errorFormat(headers);
  const inner = { code: error.code, message: { lang: 'en-US', value: error.message } };
  const light = speaksOData4(headers) ? { error: { code: error.code, message: error.message } } : { 'odata.error': inner };
  const body = format === 'atom' ? atom(error) : JSON.stringify(format === 'verbose' ? { error: inner } : light);
  return { status: error.status, headers: { 'CONTENT-TYPE': contentTypeOf(format, headers), ...error.headers }, body };
}

/** Something went wrong in this service itself: said as it is, so that it is found. */
function unexpected(failure: unknown): SharePointError {
  console.error(failure);
  return new SharePointError(500, '-1, System.Exception', `The local SharePoint failed: ${failure instanceof Error ? failure.message : String(failure)}`);
}

function atom({ code, message }: SharePointError): string {
  return '<?xml version="1.0" encoding="utf-8"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">'
    + `<m:code>${escapedText(code)}</m:code><m:message xml:lang="en-US">${escapedText(message)}</m:message></m:error>`;
}
