import assert from 'node:assert/strict';
import { authorizationOf } from '../tenant/tenant.ts';
import type { LocalSharePoint } from '../../localSharePoint.ts';

export const owner = 'marijke.vandervelden@contoso.example';
export const editor = 'samir.elamrani@contoso.example';
export const visitor = 'yusuf.demir@contoso.example';
export const colleague = 'lotte.jansen@contoso.example';

export const nometadata = 'application/json;odata=nometadata';
export const minimal = 'application/json;odata=minimalmetadata';
export const verbose = 'application/json;odata=verbose';

export type Json = Record<string, unknown>;
export interface Reply { readonly status: number; readonly headers: Headers; readonly text: string; readonly json: Json }
export interface Call { readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>>; readonly as?: string }
export type Rest = (path: string, call?: Call) => Promise<Reply>;

/** Plain REST: what follows `_api/`, as somebody (the owner unless told). A body makes it a POST; `headers` may take any header away with `''`. */
export function restOf(sharePoint: LocalSharePoint, site = sharePoint.site): Rest {
  return async (path, { body, method = body === undefined ? 'GET' : 'POST', headers = {}, as } = {}) => {
    const sent = { accept: nometadata, 'content-type': 'application/json', authorization: authorizationOf(as), ...headers };
    const answer = await fetch(path.startsWith('/') ? `${sharePoint.url}${path}` : `${site}/_api/${path}`, {
      method, headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')), ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, text, json: /^\s*[[{]/.test(text) ? JSON.parse(text) as Json : {} };
  };
}

export const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };

/** The list of a `value` answer. */
export function values<Row = Json>(reply: Reply): Row[] {
  assert.equal(reply.status, 200, reply.text);
  return reply.json['value'] as Row[];
}

/** `404 <code> <message>` of a refusal in any of the JSON formats. */
export function refusal({ status, json, text }: Reply): string {
  const error = (json['odata.error'] ?? json['error']) as { code: string; message: { value: string } | string } | undefined;
  return error ? `${status} ${error.code} ${typeof error.message === 'string' ? error.message : error.message.value}` : `${status} ${text.slice(0, 300)}`;
}

let made = 0;

/** A new list with columns given as XML (their `Name` is kept); answers its address. */
export async function newList(rest: Rest, title: string, columns: readonly string[] = []): Promise<{ path: string; title: string; id: string }> {
  const unique = `${title} ${(made += 1)}`;
  const created = await rest('web/lists', { body: { Title: unique, BaseTemplate: 100 } });
  assert.equal(created.status, 201, created.text);
  const path = `web/lists/getbytitle('${unique.replaceAll("'", "''")}')`;
  for (const xml of columns) {
    const field = await rest(`${path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: xml, Options: 8 } } });
    assert.equal(field.status, 200, field.text);
  }
  return { path, title: unique, id: String(created.json['Id']) };
}

/** Adds an item; answers its id. */
export async function addItem(rest: Rest, list: string, body: object, as?: string): Promise<number> {
  const added = await rest(`${list}/items`, { body, ...(as === undefined ? {} : { as }) });
  assert.equal(added.status, 201, added.text);
  return Number(added.json['Id']);
}

/** Adds many items in `$batch`es of 100. */
export async function addMany(rest: Rest, url: string, bodies: readonly object[]): Promise<void> {
  for (let from = 0; from < bodies.length; from += 100) {
    const parts = bodies.slice(from, from + 100).map((body) => `--c\n\nPOST ${url}/items HTTP/1.1\naccept: ${nometadata}\ncontent-type: application/json\n\n${JSON.stringify(body)}\n`);
    const { text } = await rest('$batch', { body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.equal(text.match(/HTTP\/1\.1 201/g)?.length, parts.length, text.slice(0, 500));
  }
}

/** Asserts that an answer has exactly these keys, whatever their order. */
export function assertKeys(json: unknown, keys: string): void {
  assert.deepEqual(Object.keys(json as object).sort(), keys.split(' ').sort());
}
