/** Runs something in a sub-site that is made for it and removed after it, so that nothing else of the site is touched. */
export async function inSubSite(url: string, token: string, purpose: string, work: (site: string) => Promise<number>): Promise<number> {
  const name = `SchilContract-${purpose}-${Date.now().toString(36)}`;
  const ask = (site: string, path: string, init: RequestInit): Promise<Response> =>
    fetch(`${site}/_api/${path}`, { ...init, headers: { accept: 'application/json;odata=nometadata', 'content-type': 'application/json', authorization: `Bearer ${token}`, ...init.headers } });
  const parameters = { Title: name, Url: name, Description: 'Made by the contract suite of Schil; it may be deleted.', Language: 1033, WebTemplate: 'STS#3', UseSamePermissionsAsParentSite: true };
  const made = await ask(url, 'web/webs/add', { method: 'POST', body: JSON.stringify({ parameters }) });
  if (!made.ok) {
    console.error(`No sub-site could be made in ${url}: ${made.status} ${(await made.text()).slice(0, 300)}\nThe token must be of somebody who may make sub-sites there, and the tenant must allow them (SharePoint admin centre, Settings, Subsite creation).`);
    return 1;
  }
  const site = `${url}/${name}`;
  console.log(`${purpose}, in ${site}:`);
  try {
    return await work(site);
  } finally {
    const removed = await ask(site, 'web', { method: 'POST', headers: { 'x-http-method': 'DELETE', 'if-match': '*' } });
    console.log(removed.ok ? `${site} is removed.` : `${site} could not be removed (${removed.status}): please delete it by hand.`);
  }
}
