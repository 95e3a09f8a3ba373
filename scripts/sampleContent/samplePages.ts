import { readFileSync } from 'node:fs';
import type { Control } from '../../local-sharepoint/page/canvas/canvas.ts';
import { newWebPart, type PreconfiguredEntry } from '../../local-sharepoint/page/canvas/newWebPart.ts';
import { writeCanvas } from '../../local-sharepoint/page/canvas/writeCanvas.ts';

const json = { Authorization: 'Bearer owner', Accept: 'application/json;odata=nometadata', 'Content-Type': 'application/json' };

/** Lays out the home page (a feed, and beside it a text and a feed of one theme) and adds a page with the set-up check, as the site's owner. */
export async function addSamplePages(siteUrl: string, safetyThemeId: number): Promise<void> {
  const pages = `${siteUrl}/_api/web/lists/getbytitle('Site Pages')/items`;
  const [home] = await rows(`${pages}?$select=Id&$filter=FileLeafRef eq 'Home.aspx'`);
  if (!home) throw new Error('The site has no home page.');
  const beside: Control[] = [text(welcome), feed({ title: 'Safety', themeId: safetyThemeId, pageSize: 5 })];
  await post(`${pages}(${home.Id})`, { CanvasContent1: canvas([{ factor: 8, controls: [feed({})] }, { factor: 4, controls: beside }]) }, { 'X-HTTP-Method': 'MERGE', 'If-Match': '*' });
  await post(`${pages}(${home.Id})/file/publish(comment='')`, {});
  const file = 'Set-up-check.aspx';
  if ((await rows(`${pages}?$select=Id&$filter=FileLeafRef eq '${file}'`)).length > 0) return;
  await post(pages, { Title: 'Set-up check', FileLeafRef: file, PageLayoutType: 'Article', CanvasContent1: canvas([{ factor: 12, controls: [webPart('setupCheck', 'SetupCheckWebPart', {})] }]) });
}

const welcome = '<h3>Welcome</h3><p>This intranet runs on your own machine, on a local SharePoint. Everybody here is invented.</p>'
  + '<p>Write something, reply and react. Then open the account menu at the top right and act as a colleague: a visitor, an editor or the owner. What people write is in the lists of this site.</p>';

function feed(properties: Readonly<Record<string, unknown>>): Control {
  return webPart('activityFeed', 'ActivityFeedWebPart', properties);
}

function webPart(folder: string, alias: string, properties: Readonly<Record<string, unknown>>): Control {
  const { id, preconfiguredEntries: [entry] } = JSON.parse(readFileSync(`src/webparts/${folder}/${alias}.manifest.json`, 'utf8')) as { id: string; preconfiguredEntries: PreconfiguredEntry[] };
  return newWebPart(id, { ...entry, properties: { ...entry?.properties, ...properties } }, 'en-us');
}

function text(html: string): Control {
  return { kind: 'text', instanceId: crypto.randomUUID(), controlData: {}, html };
}

function canvas(columns: { factor: number; controls: Control[] }[]): string {
  return writeCanvas({ sections: [{ emphasis: 0, columns }], elsewhere: [] });
}

async function rows(url: string): Promise<{ Id: number }[]> {
  const answer = await fetch(url, { headers: json });
  if (!answer.ok) throw new Error(`The site's pages cannot be read: ${answer.status} ${await answer.text()}`);
  return (await answer.json() as { value: { Id: number }[] }).value;
}

async function post(url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const answer = await fetch(url, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The sample page was not taken: ${answer.status} ${await answer.text()}`);
}
