import { unescaped } from '../model/unescaped.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { headersOf } from '../files/download.ts';
import { visibleRow } from '../items/itemEntity.ts';
import { send } from '../server/httpAnswer.ts';
import type { Session } from '../session.ts';
import { attachmentContent, attachmentNamed } from './attachments.ts';

/** An attachment at its own address, `<list>/Attachments/<item>/<name>`. Answers false when none is there; throws when its item is not to be seen. */
export function downloadAttachment(url: URL, request: IncomingMessage, response: ServerResponse, session: () => Session): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const [, folder = '', id = '', name = ''] = /^(.+)\/Attachments\/(\d{1,15})\/([^/]+)$/i.exec(unescaped(url.pathname) ?? '') ?? [];
  if (name === '') return false;
  const who = session();
  const list = who.lists.byUrl(folder);
  if (!list) return false;
  const row = visibleRow(list, Number(id), who);
  const found = attachmentNamed(who.database, list, row.ID, name);
  if (found === undefined) return false;
  send(request, response, 200, headersOf(found), attachmentContent(who.database, list, row.ID, found));
  return true;
}
