import type { LocalSharePoint } from '../../localSharePoint.ts';

/** The tenant that the suite runs against, when `npm run test:contract -- --url …` named one. */
export interface Tenant { readonly site: string; readonly authorization: string }

const site = process.env['SHAREPOINT_URL'];
export const tenant: Tenant | undefined = site === undefined || site === '' ? undefined : { site, authorization: `Bearer ${process.env['SHAREPOINT_TOKEN'] ?? ''}` };

/** For what only a local SharePoint can do; a test that comes here ought to have been left out. */
function onlyHere(what: string): never {
  throw new Error(`Only a local SharePoint can ${what}.`);
}

/** A tenant in the place of a local SharePoint, for tests that ask as its owner alone. */
export function asSharePoint(of: Tenant): LocalSharePoint {
  const { origin } = new URL(of.site);
  return {
    url: origin, site: of.site,
    ask: async (path, { as, method = 'GET', body, headers = {} } = {}) => {
      if (as !== undefined) onlyHere('be asked as somebody else');
      const answer = await fetch(path.startsWith('/') ? `${origin}${path}` : `${of.site}/_api/${path}`, {
        method, body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
        headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json', authorization: of.authorization, ...headers },
      });
      const text = await answer.text();
      return { status: answer.status, text, json: /^[[{]/.test(text) ? JSON.parse(text) as unknown : undefined };
    },
    fault: async () => onlyHere('go wrong on request'),
    requests: async () => onlyHere('show what it was asked'),
    forgetRequests: async () => onlyHere('show what it was asked'),
    stop: async () => undefined,
    kill: async () => onlyHere('be killed'),
    pid: 0,
  };
}

/** The `Authorization` header of who asks: the owner, or somebody else on a local SharePoint. */
export function authorizationOf(email: string | undefined): string {
  if (tenant !== undefined) return email === undefined ? tenant.authorization : onlyHere('be asked as somebody else');
  return email === undefined ? 'Bearer owner' : `Basic ${btoa(`${email}:any`)}`;
}
