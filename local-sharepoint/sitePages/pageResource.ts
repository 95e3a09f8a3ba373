import { commentsChild } from '../comments/commentsChild.ts';
import { checkOut, undoCheckOut } from '../files/checkOut.ts';
import type { Placed } from '../files/place.ts';
import { deleteItem } from '../items/changeItems.ts';
import { itemResource } from '../items/itemResource.ts';
import type { Describe } from '../permissions/securableChild.ts';
import { recycleItem } from '../recycleBin/recycledItems.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { copyPage, promote, publishPage, saveDraft, savePage, savePageAsTemplate } from './changePage.ts';
import { pageById } from './page.ts';
import { pageEntity } from './pageEntity.ts';
import { pageInput } from './pageInput.ts';
import { forgetSchedule, schedulePublish } from './schedule.ts';

/** One page and what can be done with it. */
export function pageResource(page: Placed, describe: Describe): Resource {
  const { list, row } = page;
  const remove = ({ session }: ResourceRequest): Answer => {
    deleteItem(list, session, row);
    return { kind: 'empty' };
  };
  const save = (request: ResourceRequest): Answer => {
    savePage(page, pageInput(request), request.session);
    return done('SavePage');
  };
  return {
    get: (request) => ({ kind: 'entity', entity: pageEntity(page, request, true) }),
    merge: save, delete: remove,
    child: (segment, request) => {
      switch (segment.name) {
        // Clients send these as MERGE, too.
        case 'savepage': return { post: save, merge: save };
        case 'savepageasdraft': return saved(segment, (asked) => { saveDraft(page, pageInput(asked), asked.session); });
        case 'publish': return called(segment, (session) => { publishPage(page, session); forgetSchedule(page, session); });
        case 'schedulepublish': return { post: (asked) => ({ kind: 'property', name: 'SchedulePublish', value: schedulePublish(page, asked) }) };
        case 'promotetonews': return called(segment, (session) => { promote(page, true, session); });
        case 'demotefromnews': return called(segment, (session) => { promote(page, false, session); });
        case 'checkoutpage': case 'checkout': return { post: (asked) => { checkOut(page, asked.session); return again(page, asked); } };
        case 'discardpage': return { post: (asked) => { undoCheckOut(page, asked.session); return again(page, asked); } };
        case 'copy': return { post: (asked) => again(copyPage(page, asked.session), asked) };
        case 'savepageastemplate': return { post: (asked) => again(savePageAsTemplate(page, asked.session), asked) };
        case 'recycle': return { post: ({ session }) => ({ kind: 'property', name: 'Recycle', value: recycleItem(list, session, row) }) };
        case 'delete': case 'deleteobject': return { post: remove };
        case 'listitemallfields': return itemResource(list, row.ID, request, describe);
        case 'createdby': return person(row.Author);
        case 'lastmodifiedby': return person(Number(row['Editor']));
        default: return commentsChild(list, row, segment, request);
      }
    },
  };
}

function saved(segment: PathSegment, work: (request: ResourceRequest) => void): Resource {
  const save = (request: ResourceRequest): Answer => {
    work(request);
    return done(segment.raw);
  };
  return { post: save, merge: save };
}

function called(segment: PathSegment, work: (session: Session) => void): Resource {
  return { post: ({ session }) => { work(session); return done(segment.raw); } };
}

/** These calls answer whether they did it; when they did not, they are refused. */
function done(name: string): Answer {
  return { kind: 'property', name: name.replace(/\(.*$/s, ''), value: true };
}

/** The page as it is after a call. */
function again({ row }: Placed, request: ResourceRequest): Answer {
  return { kind: 'entity', entity: pageEntity(pageById(row.ID, request.session), request, true) };
}

/** SP.Publishing.UserInfo (Microsoft's type definitions); the colour is left to clients. */
function person(id: number): Resource {
  return {
    get: ({ session }) => {
      const { title = '', loginName = '' } = session.directory.principal(id) ?? {};
      const entity: Entity = {
        type: 'SP.Publishing.UserInfo', editLink: `SP.Publishing.UserInfo${id}`,
        properties: { AccountName: loginName, Acronym: title.split(/\s+/).map((word) => word.charAt(0)).join('').slice(0, 2).toUpperCase(), Color: '', Name: title },
      };
      return { kind: 'entity', entity };
    },
  };
}
