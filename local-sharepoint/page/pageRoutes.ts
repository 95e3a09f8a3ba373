import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import type { Session } from '../session.ts';

export interface PageContext { readonly database: DatabaseSync; /** The session of who asks, when the address is of a site. */ readonly session: (() => Session) | undefined }

/** Pages, their scripts and the packages' assets. Answers false for an address that is none of these. */
export async function pageRoutes(_url: URL, _request: IncomingMessage, _response: ServerResponse, _context: PageContext): Promise<boolean> {
  return false;
}
