import { grants } from '../model/basePermissions.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { runQuery, type ItemRow } from '../query/runQuery.ts';
import { numberArgument, textArgument } from '../routing/arguments.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { createPage, publishPage } from './changePage.ts';
import { isPage, pageById, pageByUrl, Promoted, sitePagesOf, templatesFolder } from './page.ts';
import { pageEntity } from './pageEntity.ts';
import { pageInput, pageName } from './pageInput.ts';
import { pageResource } from './pageResource.ts';

/** `_api/sitepages`: the pages of the web (SP.Publishing.SitePageService). */
export function sitePagesResource(describe: Describe): Resource {
  return { child: (segment, request) => segment.name === 'pages' ? pagesResource(segment, request, describe) : undefined };
}

function pagesResource(segment: PathSegment, { session }: ResourceRequest, describe: Describe): Resource {
  if (segment.args.length > 0) return pageResource(pageById(numberArgument(segment), session), describe);
  return {
    get: (request) => pages(request, false),
    post: (request) => created(request, new Map(), false),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return pageResource(pageById(numberArgument(next), asked.session), describe);
        case 'getbyurl': return pageResource(pageByUrl(textArgument(next), asked.session), describe);
        case 'templates': return { get: (request) => pages(request, true) };
        case 'reposts': return { post: (request) => created(request, new Map<string, string | number>([['PageLayoutType', 'RepostPage'], ['PromotedState', Promoted.news]]), true) };
        case 'issitepage': return { post: (request) => ({ kind: 'property', name: 'IsSitePage', value: isSitePage(textArgument(next), request.session) }) };
        default: return undefined;
      }
    },
  };
}

/** All pages that this person may see, or all templates of pages. */
function pages(request: ResourceRequest, templates: boolean): Answer {
  const { session } = request;
  const list = sitePagesOf(session);
  if (!grants(session.permissions.onList(list), 'Open')) return applyQuery([], request, 'SP.ApiData.SitePages');
  const folder = `${list.rootFolderUrl}/${templatesFolder}`.toLowerCase();
  const wanted = (row: ItemRow): boolean => isPage(row) && `${String(row['FileDirRef'])}/`.toLowerCase().startsWith(`${folder}/`) === templates;
  const { rows } = runQuery(list, session, { where: undefined, order: [], limit: undefined });
  return applyQuery(rows.filter(wanted).map((row) => pageEntity({ list, row }, request, false)), request, 'SP.ApiData.SitePages');
}

/** A link to another page is published as soon as it is made. */
function created(request: ResourceRequest, fixed: ReadonlyMap<string, string | number>, atOnce: boolean): Answer {
  const { session } = request;
  const page = createPage(new Map([...pageInput(request), ...fixed]), pageName(request), session);
  if (atOnce) publishPage(page, session);
  const entity = pageEntity(pageById(page.row.ID, session), request, true);
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

function isSitePage(url: string, session: Session): boolean {
  try {
    return isPage(pageByUrl(url, session).row);
  } catch {
    return false;
  }
}
