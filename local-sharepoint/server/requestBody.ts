import { SharePointError } from '../model/sharePointError.ts';
import { deepestJson, odataJson } from './odataJson.ts';

const invalidQuery = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

/**
 * The body of a REST call as JSON, undefined when there is none. Refuses what is no JSON in SharePoint's words, a content type that is
 * not JSON with 415 (both quoted by users), and text that SharePoint's XML cannot hold: NUL and lone surrogates (status remembered).
 */
export function jsonBody(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined;
  if (contentType !== undefined && contentType !== '' && !/json/i.test(contentType)) {
    throw new SharePointError(415, '-1, Microsoft.SharePoint.Client.ClientServiceException', 'The HTTP header Content-Type is missing or its value is invalid.');
  }
  if (body.length > largestJson) throw messageTooBig(largestJson);
  const json = odataJson(body.toString('utf8').replace(/^\uFEFF/, ''));
  checkTexts(json);
  return json;
}

/** Looks at every name and text, without recursion: a body may be as deep as it likes until it is refused. */
function checkTexts(json: unknown): void {
  const waiting: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > deepestJson) throw new SharePointError(400, invalidQuery, `The values of the request lie in one another more than ${deepestJson} deep.`);
    for (const [name, inner] of Object.entries(value)) {
      checkText(name);
      waiting.push({ value: inner, depth: depth + 1 });
    }
  }
}

/** What SharePoint's client service takes that is no file (documented for its own protocol; remembered for JSON). */
const largestJson = 2_097_152;

/** Quoted with its status in SharePoint/sp-dev-docs#8280. */
export function messageTooBig(most: number): SharePointError {
  return new SharePointError(400, invalidQuery, `The request message is too big. The server does not allow messages larger than ${most} bytes.`);
}

/** Refuses text that no XML can hold. */
export function checkText(text: string): void {
  if (text.includes('\0')) throw new SharePointError(400, '-1, System.ArgumentException', "'\\u0000', hexadecimal value 0x00, is an invalid character.");
  if (/\p{Surrogate}/u.test(text)) throw new SharePointError(400, '-1, System.ArgumentException', 'The surrogate pair is invalid. A high surrogate character (0xD800 - 0xDBFF) must always be paired with a low surrogate character (0xDC00 - 0xDFFF).');
}
