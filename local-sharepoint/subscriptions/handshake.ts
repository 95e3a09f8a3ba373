import { randomUUID } from 'node:crypto';
import { MustWait } from '../model/mustWait.ts';
import type { Session } from '../session.ts';
import { isOnThisMachine, postTo } from './receiver.ts';
import { notValidated } from './subscriptionRefusals.ts';

/**
 * Refuses an address that did not say that it wants notifications: SharePoint posts a token to it, which it has to answer within five seconds with
 * status 200, as plain text (documented). The call is made again once the address was asked.
 */
export function demandValidated({ waited }: Session, url: string): void {
  if (!isOnThisMachine(url)) throw notValidated(url, 'The local SharePoint sends notifications to programs on this machine alone: http://127.0.0.1 or http://localhost, and any port.');
  const key = `handshake ${url}`;
  const known = waited?.get(key);
  if (known === false || waited === undefined) throw notValidated(url);
  if (known === undefined) throw new MustWait(async () => { waited.set(key, await answersToken(url)); });
}

async function answersToken(url: string): Promise<boolean> {
  const token = randomUUID();
  try {
    const { status, contentType, text } = await postTo(`${url.replace(/#.*$/s, '')}${url.includes('?') ? '&' : '?'}validationtoken=${token}`, '', {});
    return status === 200 && text.trim() === token && (contentType === undefined || /^text\/plain\b/i.test(contentType));
  } catch {
    return false;
  }
}
