import '@pnp/sp/webs';
import '@pnp/sp/batching';
import type { TimelinePipe } from '@pnp/core';
import { DefaultParse, type Queryable } from '@pnp/queryable';
import { spfi, type SPFI } from '@pnp/sp/fi';
import { DefaultHeaders, DefaultInit } from '@pnp/sp/behaviors/defaults';
import { SPCollection, SPQueryable, type ISPCollection, type ISPQueryable } from '@pnp/sp/spqueryable';
import { Digest } from './digest';
import { patientFetch } from './patientFetch';
import { codes, refusalIn } from './refusal';
import type { Site } from './site';

/** For answers of which no ETag is needed: a third of the bytes. Give it when a query is sent. */
export const withoutMetadata: RequestInit = { headers: { Accept: 'application/json;odata=nometadata' } };

/** Makes requests, alone or as part of a batch. What they answer is `unknown`: parse it. */
export interface Asker {
  /** Something below `_api/web`; without a path the web itself. */
  web(path?: string): ISPQueryable;
  /** A collection below `_api/web`. */
  collection(path: string): ISPCollection;
}

/** Speaks to one site. */
export class Client implements Asker {
  public readonly site: Site;
  private readonly sp: SPFI;

  public constructor(site: Site) {
    this.site = site;
    this.sp = spfi(site.webUrl).using(DefaultHeaders(), DefaultInit(), sending(site), DefaultParse());
  }

  public web(path?: string): ISPQueryable {
    return SPQueryable(this.sp.web, path);
  }

  public collection(path: string): ISPCollection {
    return SPCollection(this.sp.web, path);
  }

  /** Something below `_api` itself. */
  public root(path: string): ISPQueryable {
    return SPQueryable([this.sp.web, `${this.site.webUrl}/_api/${path}`]);
  }

  /** Several requests as one round trip: `ask` names them, and they are sent when it returns. Wrap each in `outcome`, for each may fail alone. */
  public async batch<Asked>(ask: (asker: Asker) => Asked): Promise<Asked> {
    const [batched, execute] = this.sp.batched({ maxRequests: 100 });
    const asked = ask({ web: (path) => SPQueryable(batched.web, path), collection: (path) => SPCollection(batched.web, path) });
    await execute();
    return asked;
  }
}

/** Sends with patience, and with a form digest; one that SharePoint no longer takes is renewed once. */
function sending(site: Site): TimelinePipe {
  const digest = new Digest(site);
  return (instance: Queryable) => {
    instance.on.send.replace(async (url: URL, init: RequestInit) => {
      if (!init.method || init.method === 'GET') return patientFetch(site, url.toString(), init);
      const answer = await patientFetch(site, url.toString(), withDigest(init, await digest.current()));
      if (answer.status !== 403) return answer;
      const { code } = refusalIn(403, await answer.clone().text());
      if (code !== codes.digestExpired && code !== codes.digestInvalid) return answer;
      return patientFetch(site, url.toString(), withDigest(init, await digest.renewed()));
    });
    return instance;
  };
}

function withDigest(init: RequestInit, value: string): RequestInit {
  return { ...init, headers: { ...(init.headers as Record<string, string>), 'X-RequestDigest': value } };
}
