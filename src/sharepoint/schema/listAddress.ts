import type { Site } from '../connection/site';
import type { ListSchema } from './listSchema';

/** `getlist('/sites/intranet/Lists/SchilPosts')`: lists are found by address, for their titles are translated. */
export function listPath(site: Pick<Site, 'webServerRelativeUrl'>, list: Pick<ListSchema, 'name'>): string {
  const web = site.webServerRelativeUrl === '/' ? '' : site.webServerRelativeUrl;
  return `getlist('${`${web}/Lists/${list.name}`.replace(/'/g, "''")}')`;
}
