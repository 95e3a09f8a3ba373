import { RefusedError } from '../../domain/refusedError';
import { recordOf, numberIn, textIn } from './parse';
import { patientFetch } from './patientFetch';
import type { Site } from './site';

/** A little before it ends, so that a request on its way is still in time. */
const marginSeconds = 60;

/** The form digest that SharePoint wants with each write; asked for when the page's own is no longer good. */
export class Digest {
  private readonly site: Site;
  private value: string | undefined;
  private goodUntil: number;
  private asking: Promise<string> | undefined;

  public constructor(site: Site) {
    this.site = site;
    this.value = site.formDigest?.value;
    this.goodUntil = site.formDigest?.goodUntil.getTime() ?? 0;
  }

  public async current(): Promise<string> {
    return this.value && Date.now() < this.goodUntil - marginSeconds * 1000 ? this.value : this.renewed();
  }

  /** A new one; who asks while one is on its way gets that. */
  public async renewed(): Promise<string> {
    if (!this.asking) {
      this.asking = this.ask();
      const done = (): void => { this.asking = undefined; };
      this.asking.then(done, done);
    }
    return this.asking;
  }

  private async ask(): Promise<string> {
    const answer = await patientFetch(this.site, `${this.site.webUrl}/_api/contextinfo`, {
      method: 'POST', credentials: 'same-origin', headers: { Accept: 'application/json;odata=nometadata' },
    });
    if (!answer.ok) throw new RefusedError(answer.status === 401 || answer.status === 403 ? 'notAllowed' : 'unexpected', `${answer.status} ${answer.statusText}`);
    const info = recordOf(await answer.json().catch(() => undefined));
    this.value = textIn(info, 'FormDigestValue');
    this.goodUntil = Date.now() + numberIn(info, 'FormDigestTimeoutSeconds') * 1000;
    return this.value;
  }
}
