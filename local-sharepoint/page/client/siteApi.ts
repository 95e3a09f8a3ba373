/** Why SharePoint refused a request, in its own words. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const json = { Accept: 'application/json;odata=nometadata', 'Content-Type': 'application/json' };

/** The REST service of the site, as any client uses it: digest, ETag, and SharePoint's own permissions. */
export class SiteApi {
  readonly #api: string;
  readonly #pages: string;

  constructor(webUrl: string, pagesListId: string) {
    this.#api = `${webUrl}/_api`;
    this.#pages = `${this.#api}/web/lists(guid'${pagesListId}')/items`;
  }

  /** Changes a page's item, if it is still the one with this ETag (`*`: whatever it is), and publishes it; answers the new ETag. Rejects with `Refused`. */
  async savePage(itemId: number, etag: string, values: Readonly<Record<string, string>>): Promise<string> {
    const answer = await this.#post(`${this.#pages}(${itemId})`, values, { 'X-HTTP-Method': 'MERGE', 'If-Match': etag });
    await this.#post(`${this.#pages}(${itemId})/file/publish(comment='')`, {}, {});
    return answer.headers.get('ETag') ?? '*';
  }

  /** Makes an empty page with this title; answers its file name. Rejects with `Refused`. */
  async addPage(title: string): Promise<string> {
    const file = await this.#freeFileName(title);
    await this.#post(this.#pages, { Title: title, FileLeafRef: file, PageLayoutType: 'Article', CanvasContent1: '<div></div>' }, {});
    return file;
  }

  /** As SharePoint names pages: by the title, with a number when the name is taken. */
  async #freeFileName(title: string): Promise<string> {
    const name = title.normalize('NFD').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'Page';
    for (let number = 0; ; number += 1) {
      const file = `${name}${number === 0 ? '' : `(${number})`}.aspx`;
      const answer = await fetch(`${this.#pages}?$select=Id&$top=1&$filter=${encodeURIComponent(`FileLeafRef eq '${file}'`)}`, { headers: json });
      if (!answer.ok) throw await refusal(answer);
      if ((await answer.json() as { value: unknown[] }).value.length === 0) return file;
    }
  }

  async #post(url: string, body: object, headers: Readonly<Record<string, string>>): Promise<Response> {
    const info = await fetch(`${this.#api}/contextinfo`, { method: 'POST', headers: json });
    if (!info.ok) throw await refusal(info);
    const { FormDigestValue: digest } = await info.json() as { FormDigestValue: string };
    const answer = await fetch(url, { method: 'POST', headers: { ...json, ...headers, 'X-RequestDigest': digest }, body: JSON.stringify(body) });
    if (!answer.ok) throw await refusal(answer);
    return answer;
  }
}

async function refusal(answer: Response): Promise<Refused> {
  const text = await answer.text();
  try {
    const { 'odata.error': error } = JSON.parse(text) as { 'odata.error'?: { message?: { value?: string } } };
    return new Refused(answer.status, error?.message?.value ?? '');
  } catch {
    return new Refused(answer.status, '');
  }
}
