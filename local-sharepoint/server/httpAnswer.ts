import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { SharePointError } from '../model/sharePointError.ts';

const largestBody = 250 * 1024 * 1024;
const worthCompressing = 1400;

/** The whole body of a request. Rejects when it is larger than SharePoint takes (text quoted in rclone's documentation; status remembered). */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largestBody) throw new SharePointError(413, '-1, Microsoft.SharePoint.Client.InvalidClientQueryException', 'The request message is too big. The server does not allow messages larger than 262144000 bytes.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Sends an answer, compressed when it is worth it; answers its length before compression. */
export function send(request: IncomingMessage, response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string | Uint8Array): number {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const compress = bytes.length > worthCompressing && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) && !/image\/(png|jpe?g)|font/.test(headers['Content-Type'] ?? headers['CONTENT-TYPE'] ?? '');
  const sent = compress ? gzipSync(bytes, { level: 4 }) : bytes;
  response.writeHead(status, {
    ...headers, 'Content-Length': status === 204 ? 0 : sent.length, ...(compress ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : {}),
  });
  response.end(status === 204 || request.method === 'HEAD' ? undefined : sent);
  return bytes.length;
}

/** Headers that SharePoint puts on each REST answer. */
export function serviceHeaders(milliseconds: number): Record<string, string> {
  const guid = randomUUID();
  return {
    'Cache-Control': 'private, max-age=0', SPRequestGuid: guid, 'request-id': guid, SPClientServiceRequestDuration: String(Math.round(milliseconds)),
    SPRequestDuration: String(Math.round(milliseconds)), 'X-SharePointHealthScore': '0', 'X-SP-SERVERSTATE': 'ReadOnly=0',
    MicrosoftSharePointTeamServices: '16.0.0.26512', DATASERVICEVERSION: '3.0', 'X-Content-Type-Options': 'nosniff',
  };
}
