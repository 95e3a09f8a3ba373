import { grants } from '../model/basePermissions.ts';
import type { ListSchema } from '../model/list.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { wrongType } from '../odata/invalidQuery.ts';
import { textArgument } from '../routing/arguments.ts';
import { demand } from '../model/refusals.ts';
import type { Answer, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Describe } from '../permissions/securableChild.ts';
import type { Session } from '../session.ts';
import { addList } from './addList.ts';
import { createList, type NewList } from './createList.ts';
import { listCatalogue } from './listCatalogue.ts';
import { listEntity } from './listEntity.ts';
import { applyListInput, validTitle } from './listInput.ts';
import { fileNotFound, listIdNotFound, listNotFound } from './listRefusals.ts';
import { listResource } from './listResource.ts';
import { isSiteAssets, siteAssets } from './siteAssets.ts';

/** `web/lists`, `web/lists(guid'…')` and what is below them. */
export function listsResource(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource {
  if (segment.args.length > 0) return byId(textArgument(segment), request, describe);
  return {
    get: (asked) => applyQuery(asked.session.lists.all().filter((list) => mayView(list, asked.session)).map((list) => listEntity(list, asked)), asked, 'SP.ApiData.Lists'),
    post: (asked) => created(asked),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return byId(textArgument(next), asked, describe);
        case 'getbytitle': {
          const title = textArgument(next);
          const list = asked.session.lists.byTitle(title);
          if (!list || !mayView(list, asked.session)) throw listNotFound(title, asked.webUrl);
          return listResource(list, describe);
        }
        case 'add': return { post: addList };
        case 'ensuresitepageslibrary': case 'ensureclientrenderedsitepageslibrary': return ensured((list) => list.baseTemplate === 119, { title: 'Site Pages', baseTemplate: 119, folderName: 'SitePages' });
        case 'ensuresiteassetslibrary': return ensured(isSiteAssets, siteAssets);
        default: return undefined;
      }
    },
  };
}

/** `web/getlist('/sites/x/Lists/Tasks')`; the first slash may be left out (PnPjs' tests). */
export function listByUrl(segment: PathSegment, request: ResourceRequest, describe: Describe): Resource {
  const url = textArgument(segment);
  const list = request.session.lists.byUrl(url.startsWith('/') ? url : `/${url}`);
  if (!list || !mayView(list, request.session)) throw fileNotFound();
  return listResource(list, describe);
}

function byId(id: string, request: ResourceRequest, describe: Describe): Resource {
  const list = request.session.lists.byId(id);
  if (!list || !mayView(list, request.session)) throw listIdNotFound();
  return listResource(list, describe);
}

/**
 * Who may not even open it does not learn that a list is there. Limited Access, which people have to whom single items are granted, opens it.
 * Remembered, not recorded.
 */
function mayView(list: ListSchema, session: Session): boolean {
  return grants(session.permissions.onList(list), 'Open');
}

function created(request: ResourceRequest): Answer {
  const { session } = request;
  demand(session.permissions.onWeb(), 'ManageLists');
  const { Title, BaseTemplate: template = 100, ...others } = entityBody(request, ['SP.List', 'SP.ListCreationInformation']);
  if (typeof template !== 'number') throw wrongType('Edm.Int32');
  const list = createList(session, { title: validTitle(Title), baseTemplate: template });
  applyListInput(session, list, others);
  listCatalogue(session.database, session.webId).save(list);
  const entity = listEntity(list, request);
  return { kind: 'entity', entity, status: 201, headers: { LOCATION: `${request.webUrl}/_api/${entity.editLink}` } };
}

/** A library that every web may have: it is made when it isn't there yet. */
function ensured(isIt: (list: ListSchema) => boolean, missing: NewList): Resource {
  return {
    post: (request) => {
      const { session } = request;
      const found = session.lists.all().find(isIt);
      if (!found) demand(session.permissions.onWeb(), 'ManageLists');
      return { kind: 'entity', entity: listEntity(found ?? createList(session, missing), request) };
    },
  };
}
