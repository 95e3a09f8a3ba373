import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { messageTooBig } from './requestBody.ts';

const largestBody = 250 * 1024 * 1024;
const worthCompressing = 1400;

/** The whole body of a request. Rejects when it is larger than SharePoint takes (SharePoint/sp-dev-docs#8280). */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    // Read to its end all the same: who is still sending would not hear the refusal.
    if (size <= largestBody) pieces.push(piece);
    else pieces.length = 0;
  }
  if (size > largestBody) throw messageTooBig(largestBody);
  return Buffer.concat(pieces);
}

/** Sends an answer, compressed when it is worth it; answers its length before compression. */
export function send(request: IncomingMessage, response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array): number {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const compress = bytes.length > worthCompressing && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && !/image\/(png|jpe?g)|font/.test(headers['Content-Type'] ?? headers['CONTENT-TYPE'] ?? '');
  const sent = compress ? gzipSync(bytes, { level: 4 }) : bytes;
  response.writeHead(status, {
    ...writable(headers), 'Content-Length': status === 204 ? 0 : sent.length, ...(compress ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
  });
  response.end(status === 204 || request.method === 'HEAD' ? undefined : sent);
  return bytes.length;
}

/** Headers hold plain characters alone: others, as in names of files, are escaped. */
function writable(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, /[^\t\x20-\x7e]/.test(value) ? value.replace(/[^\t\x20-\x7e]+/g, (odd) => encodeURIComponent(odd.replace(/\p{Surrogate}/gu, '\ufffd'))) : value]));
}

const fifteenDays = 15 * 86_400_000;

/**
 * Headers that SharePoint puts on each REST answer. Recorded by PnP Core SDK, and in public repositories (a call of December 2021: it expired fifteen
 * days before it was answered). `newer`: the caller speaks OData 4.
 */
export function serviceHeaders(milliseconds: number, newer: boolean, at: Date): Record<string, string> {
  const guid = randomUUID();
  return {
    Date: at.toUTCString(), 'Cache-Control': 'private, max-age=0', Expires: new Date(at.getTime() - fifteenDays).toUTCString(), 'Last-Modified': at.toUTCString(),
    SPRequestGuid: guid, 'request-id': guid, 'MS-CV': `${Buffer.from(guid.replaceAll('-', ''), 'hex').toString('base64').replace(/=+$/, '')}.0`,
    SPClientServiceRequestDuration: String(Math.round(milliseconds)), SPRequestDuration: String(Math.round(milliseconds)), 'X-SharePointHealthScore': '0', 'X-SP-SERVERSTATE': 'ReadOnly=0',
    MicrosoftSharePointTeamServices: '16.0.0.26512', ...(newer ? { 'ODATA-VERSION': '4.0' } : { DATASERVICEVERSION: '3.0' }),
    'X-Content-Type-Options': 'nosniff', 'X-FRAME-OPTIONS': 'SAMEORIGIN', 'X-MS-InvokeApp': '1; RequireReadOnly', 'X-AspNet-Version': '4.0.30319', 'X-Powered-By': 'ASP.NET',
  };
}
