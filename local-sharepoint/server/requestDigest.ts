import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SharePointError } from '../model/sharePointError.ts';

/** Seconds that a form digest is good for, as SharePoint has it. */
export const digestSeconds = 1800;

/** Gives and checks form digests: `0x<hex>,<date>`, good for one person on one web. */
export class RequestDigests {
  readonly #secret = randomBytes(32);

  issue(webId: string, userId: number, now: Date): string {
    const date = dateText(now);
    return `0x${this.#signature(webId, userId, date).toString('hex').toUpperCase()},${date}`;
  }

  /** Throws SharePoint's refusal of a missing, foreign or expired digest. Texts and codes: vgrem/phpSPO#61, pnp/pnpjs#2186. */
  check(digest: string | undefined, webId: string, userId: number, now: Date): void {
    const [signature = '', date = ''] = (digest ?? '').split(/,(.*)/s);
    const given = Buffer.from(signature.replace(/^0x/, ''), 'hex');
    const expected = this.#signature(webId, userId, date);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw corrupt();
    if (now.getTime() - Date.parse(date) > digestSeconds * 1000) throw expired();
  }

  #signature(webId: string, userId: number, date: string): Buffer {
    return createHmac('sha512', this.#secret).update(`${webId} ${userId} ${date}`).digest();
  }
}

/** `24 Nov 2026 16:52:09 -0000` */
function dateText(date: Date): string {
  return date.toUTCString().replace(/^\w+, /, '').replace('GMT', '-0000');
}

function corrupt(): SharePointError {
  return new SharePointError(403, '-2130575251, Microsoft.SharePoint.SPException',
    "The security validation for this page is invalid and might be corrupted. Please use your web browser's Back button to try your operation again.");
}

function expired(): SharePointError {
  return new SharePointError(403, '-2130575252, Microsoft.SharePoint.SPException',
    'The security validation for this page is invalid. Click Back in your Web browser, refresh the page, and try your operation again.');
}
