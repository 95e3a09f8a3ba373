import { CannotImport } from './cannotImport.ts';

/** Makes sure that there is a site at this address that lets one read it. Answers whether it is one of a local SharePoint. */
export async function reachSite(siteUrl: string, send: typeof fetch): Promise<boolean> {
  const { origin } = new URL(siteUrl);
  const local = await isLocal(origin);
  const answer = await send(`${siteUrl}/_api/web?$select=Title`, { headers: { accept: 'application/json;odata=nometadata' } }).catch((error: unknown) => { throw unreachable(origin, error); });
  if (answer.status === 404) throw new CannotImport(`There is no site at ${siteUrl}. Give the address of one with --site.`);
  if (answer.status === 401 || answer.status === 403) throw new CannotImport(`${siteUrl} does not let you in (${answer.status}). Put an access token of a site owner in the environment variable SHAREPOINT_TOKEN.`);
  if (!answer.ok && answer.status !== 429 && answer.status < 500) throw new CannotImport(`${siteUrl} does not answer as a SharePoint site does (${answer.status}).`);
  return local;
}

async function isLocal(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/_local/health`).catch((error: unknown) => { throw unreachable(origin, error); });
  const text = await answer.text();
  return answer.ok && /"status":\s*"ready"/.test(text);
}

function unreachable(origin: string, error: unknown): CannotImport {
  const cause: unknown = error instanceof Error ? error.cause ?? error : error;
  const why = cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause);
  return new CannotImport(`There is no answer from ${origin} (${why}). Start the local SharePoint with "npm start", or give another site with --site.`);
}
