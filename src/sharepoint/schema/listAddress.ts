import type { Site } from '../connection/site';
import type { ListSchema } from './listSchema';

type Named = Pick<ListSchema, 'name' | 'isLibrary'>;

/** `/sites/intranet/Lists/SchilPosts`, from the root of the host. */
export function listAddress({ webServerRelativeUrl }: Pick<Site, 'webServerRelativeUrl'>, { name, isLibrary }: Named): string {
  const web = webServerRelativeUrl === '/' ? '' : webServerRelativeUrl;
  return isLibrary ? `${web}/${name}` : `${web}/Lists/${name}`;
}

/** `getlist('/sites/intranet/Lists/SchilPosts')`: lists are found by address, for their titles are translated. */
export function listPath(site: Pick<Site, 'webServerRelativeUrl'>, list: Named): string {
  return `getlist('${listAddress(site, list).replace(/'/g, "''")}')`;
}
