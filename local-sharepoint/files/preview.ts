import type { Session } from '../session.ts';
import { placedById, type Placed } from './place.ts';

/**
 * The file that `/_layouts/15/getpreview.ashx?guidSite=…&guidWeb=…&guidFile=…` shows: where pages have their banners from. Previews are the pictures themselves;
 * other files have none here.
 */
export function previewedFile(url: URL, session: Session): Placed | undefined {
  if (!/\/_layouts\/15\/getpreview\.ashx$/i.test(url.pathname)) return undefined;
  const query = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), withDashes(value)]));
  const webId = query.get('guidweb') ?? session.webId;
  const file = placedById(query.get('guidfile') ?? '', 0, webId === session.webId ? session : session.inWeb(webId));
  return file && /\.(png|jpe?g|gif|webp|bmp)$/i.test(String(file.row['FileLeafRef'])) ? file : undefined;
}

/** Ids come with dashes and without. */
function withDashes(id: string): string {
  return id.toLowerCase().replace(/[{}]/g, '').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
