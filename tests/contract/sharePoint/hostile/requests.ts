import fc from 'fast-check';
import { address, start } from './addresses.ts';
import { bodiesOf, body, json, mutated } from './bodies.ts';
import { markup } from './markup.ts';
import { text, wellFormed } from './texts.ts';

/** A request as it is sent. `path` is what follows `_api/`, encoded; with a slash before it what follows the host. */
export interface Asked { readonly method: string; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string }

const one = <Value>(usual: readonly Value[], odd: readonly Value[]): fc.Arbitrary<Value> => fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...odd) });
const accept = one(['application/json;odata=nometadata', 'application/json', 'application/json;odata=verbose', '*/*', 'application/atom+xml'], ['text/html', 'application/json;q=0.1,*/*', ';;,,=', '']);
const contentType = one(['application/json', 'application/json;charset=utf-8'], ['application/json;odata=verbose', 'text/plain', 'application/atom+xml', 'multipart/mixed; boundary=b', '']);
const more = one<Record<string, string>>([{}, { 'if-match': '*' }], [{ 'if-match': '"1"' }, { 'if-match': 'x,W/"' }, { 'odata-version': '4.0' }, { 'x-http-method': 'DELETE' }, { 'x-http-method': 'PUT' }, { 'x-http-method': 'x' }, { range: 'bytes=0-' }, { range: 'bytes=9-1,-,x' }, { 'x-forms_based_auth_accepted': 'f' }, { cookie: 'ActAs=%E0%A4%A' }]);
const who = one(['Bearer owner', 'Bearer owner', 'Bearer owner', 'Bearer yusuf.demir@contoso.example', 'Bearer samir.elamrani@contoso.example'], ['Basic =', '']);
const headers = fc.tuple(accept, contentType, more, who).map(([accepted, type, others, authorization]) => Object.fromEntries(Object.entries({ accept: accepted, 'content-type': type, authorization, ...others }).filter(([, value]) => value !== '')));

export const read: fc.Arbitrary<Asked> = fc.tuple(one(['GET'], ['HEAD', 'OPTIONS', 'TRACE', 'POST']), address, headers).map(([method, path, sent]) => ({ method, path, headers: sent }));

const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };
const fitting = fc.constantFrom(...Object.keys(bodiesOf)).chain((path) => fc.tuple(fc.constant(path), bodiesOf[path] ?? body, headers, fc.constantFrom(...path.startsWith('=') ? [merge] : [{}]))).map(([path, given, sent, others]): Asked => ({ method: 'POST', path: path.replace(/^=/, ''), headers: { ...sent, ...others }, body: given }));
export const write: fc.Arbitrary<Asked> = fc.oneof(
  { weight: 3, arbitrary: fitting },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom('POST', 'POST', 'POST', 'PATCH', 'MERGE', 'PUT', 'DELETE'), fc.oneof(address, start), headers, body).map(([method, path, sent, given]) => ({ method, path, headers: sent, body: given })) },
);

const posted = { accept: 'application/json;odata=nometadata', 'content-type': 'application/json', authorization: 'Bearer owner' };
const withMarkup = (path: string, wrap: (xml: string) => unknown) => markup.map((xml): Asked => ({ method: 'POST', path, headers: posted, body: JSON.stringify(wrap(xml)) }));

/** Where XML is sent: queries, views, columns, CSOM. */
export const xml: fc.Arbitrary<Asked> = fc.oneof(
  withMarkup('LIST/getitems', (xml_) => ({ query: { ViewXml: xml_ } })), withMarkup('LIST/getitems', (xml_) => ({ query: { ViewXml: xml_, ListItemCollectionPosition: { PagingInfo: xml_ }, FolderServerRelativeUrl: xml_ } })),
  withMarkup('LIST/renderlistdataasstream', (xml_) => ({ parameters: { ViewXml: xml_, RenderOptions: 2 } })), withMarkup('LIST/renderlistdataasstream', (xml_) => ({ parameters: { OverrideViewXml: xml_, RenderOptions: 7 } })), withMarkup('LIST/renderlistdata(@a)', (xml_) => ({ viewXml: xml_ })),
  withMarkup('LIST/fields/createfieldasxml', (xml_) => ({ parameters: { SchemaXml: xml_, Options: 8 } })), withMarkup('web/fields/createfieldasxml', (xml_) => ({ parameters: { SchemaXml: xml_ } })), withMarkup('LIST/defaultview/setviewxml', (xml_) => ({ viewXml: xml_ })),
  withMarkup('LIST/getlistitemchangessincetoken', (xml_) => ({ query: { Query: xml_, ViewFields: xml_, Contains: xml_, QueryOptions: xml_ } })), withMarkup('LIST/views', (xml_) => ({ Title: 'v', ViewQuery: xml_ })), withMarkup("LIST/fields/getbyinternalnameortitle('Note1')", (xml_) => ({ SchemaXml: xml_ })),
  markup.map((given): Asked => ({ method: 'POST', path: 'ProcessQuery', headers: { ...posted, 'content-type': 'text/xml' }, body: given })), fc.tuple(start, markup).map(([path, given]): Asked => ({ method: 'POST', path, headers: { ...posted, 'content-type': 'application/atom+xml' }, body: given })),
);

const end = fc.constantFrom('\n', '\r\n');
const insert: Asked = { method: 'POST', path: 'LIST/items', headers: posted, body: '{"Title":"x"}' };
const asText = ([{ method, path, headers: sent, body: given }, id, version]: readonly [Asked, string, string]): string => `Content-Type: application/http\nContent-Transfer-Encoding: binary\n${id}\n${method} ${path} ${version}\n${Object.entries(sent).map(([header, value]) => `${header}: ${value}\n`).join('')}\n${given ?? ''}\n`;
const id = one(['', 'Content-ID: 1\n'], ['Content-ID: x\n', 'x\n', ': \n', ' folded\n']);
const version = one(['HTTP/1.1'], ['', 'HTTP/9']);
const readPart = fc.tuple(fc.oneof({ weight: 9, arbitrary: read.map((asked) => ({ ...asked, method: 'GET' })) }, { weight: 1, arbitrary: write }), id, version).map(asText);
const writePart = fc.tuple(fc.oneof({ weight: 3, arbitrary: write }, { weight: 3, arbitrary: fc.constant(insert) }, { weight: 1, arbitrary: fc.constantFrom<Asked>({ method: 'DELETE', path: '$1', headers: posted }, { method: 'PATCH', path: '$1', headers: { ...posted, 'if-match': '*' }, body: '{"Title":"y"}' }, { method: 'DELETE', path: '$x', headers: posted }, { method: 'POST', path: '/../..', headers: posted }, { method: 'POST', path: '$batch', headers: posted }, { method: 'GET', path: 'web', headers: posted }) }), id, version).map(asText);
const whole = fc.tuple(fc.array(fc.oneof(readPart, fc.array(writePart, { maxLength: 3 })), { maxLength: 4 }), one(['b'], ['b-b', 'b.*+?(', '--']), end, one(['--'], ['', '-']))
  .map(([parts, boundary, line, close]) => ({ boundary, text: `${parts.map((part) => typeof part === 'string' ? `--${boundary}\n${part}` : `--${boundary}\nContent-Type: multipart/mixed; boundary="c"\n\n${part.map((inner) => `--c\n${inner}`).join('')}--c--\n`).join('')}--${boundary}${close}\n`.replaceAll('\n', line) }));

/** Batches: whole, and with a piece cut out or twice in them. */
export const batch: fc.Arbitrary<Asked> = fc.tuple(whole, fc.nat(), fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(60) }), fc.constantFrom<Record<string, string>>({}, { 'odata-version': '4.0' }), fc.constantFrom('', '"'))
  .map(([{ boundary, text: given }, at, length, others, quote]) => ({ method: 'POST', path: '$batch', headers: { ...posted, ...others, 'content-type': `multipart/mixed; boundary=${quote}${boundary}${quote}` }, body: length === 0 ? given : mutated(given, at, length) }));

/** Addresses outside the REST service. */
export const outside: fc.Arbitrary<Asked> = fc.tuple(fc.constantFrom('/', '/sites/', '/sites/intranet/', '/sites/intranet/Shared%20Documents/', '/sites/intranet/SitePages/', '/sites/intranet/Lists/', '/_layouts/15/', '/sites/intranet/_layouts/15/userphoto.aspx?size=', '/_api/', '/sites/intranet/_vti_bin/', '/_local/'), fc.array(fc.oneof(text, fc.constantFrom('Home.aspx', '..', '%2e%2e', 'x.txt', 'Attachments', '1', '_api', 'web', 'faults', 'clock')), { maxLength: 4 }), headers, fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'PUT', 'PROPFIND'), json)
  .map(([from, steps, sent, method, given]) => ({ method, path: `/${from.slice(1)}${steps.map((step) => encodeURIComponent(wellFormed(step))).join('/')}`, headers: sent, ...(method === 'POST' || method === 'PUT' ? { body: JSON.stringify(given) ?? '' } : {}) }));
