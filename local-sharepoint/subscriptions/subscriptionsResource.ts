import type { ListSchema } from '../model/list.ts';
import { demand, notHereYet } from '../model/refusals.ts';
import { applyQuery } from '../odata/applyQuery.ts';
import { entityBody } from '../odata/entityBody.ts';
import { bodyProperties, textArgument, voidAnswer } from '../routing/arguments.ts';
import type { Answer, Entity, PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import type { Session } from '../session.ts';
import { readSubscription, subscriptionTypes } from './subscriptionInput.ts';
import { subscriptionNotFound } from './subscriptionRefusals.ts';
import { addSubscription, changeSubscription, removeSubscription, subscriptionById, subscriptionsOf, type Subscription } from './subscriptions.ts';

/** A list's web hooks: `subscriptions`, `subscriptions('…')` and what is below them. They are for who manages the list (documented for applications). */
export function subscriptionsResource(list: ListSchema, segment: PathSegment, request: ResourceRequest): Resource {
  if (segment.args.length > 0) return subscriptionResource(list, textArgument(segment), request.session);
  return {
    get: (asked) => {
      demandManager(list, asked.session);
      return applyQuery(subscriptionsOf(asked.session, list).map((one) => entityOf(list, one)), asked, 'SP.ApiData.Subscriptions');
    },
    post: (asked) => added(list, asked.session, entityBody(asked, subscriptionTypes), 201),
    child: (next, asked) => {
      switch (next.name) {
        case 'getbyid': return subscriptionResource(list, textArgument(next), asked.session);
        case 'add': return { post: (called) => added(list, called.session, bodyProperties(called), 200) };
        case 'socketio': throw notHereYet('subscriptions/socketio, real-time notifications of lists');
        default: return undefined;
      }
    },
  };
}

function subscriptionResource(list: ListSchema, id: string, session: Session): Resource {
  demandManager(list, session);
  const subscription = subscriptionById(session, list, id.toLowerCase().replace(/[{}]/g, ''));
  if (!subscription) throw subscriptionNotFound();
  const merge = (request: ResourceRequest): Answer => {
    changeSubscription(request.session, subscription, readSubscription(entityBody(request, subscriptionTypes), request.session, subscription));
    return { kind: 'empty', status: 204 };
  };
  const remove = (request: ResourceRequest): Answer => {
    removeSubscription(request.session, subscription);
    return { kind: 'empty', status: 204 };
  };
  return {
    get: () => ({ kind: 'entity', entity: entityOf(list, subscription) }),
    merge, put: merge, delete: remove,
    child: (next) => {
      switch (next.name) {
        case 'update': return {
          post: (called) => {
            changeSubscription(called.session, subscription, readSubscription(bodyProperties(called), called.session, subscription));
            return voidAnswer(next);
          },
        };
        case 'delete': return { post: (called) => { remove(called); return voidAnswer(next); } };
        default: return undefined;
      }
    },
  };
}

function added(list: ListSchema, session: Session, input: Readonly<Record<string, unknown>>, status: 200 | 201): Answer {
  demandManager(list, session);
  return { kind: 'entity', entity: entityOf(list, addSubscription(session, list, readSubscription(input, session))), status };
}

/** Recorded: exemplar "webhook-add". */
function entityOf(list: ListSchema, { id, client_state, expiration, notification_url }: Subscription): Entity {
  return {
    type: 'Microsoft.SharePoint.Webhooks.Subscription', editLink: `Web/Lists(guid'${list.id}')/Subscriptions('${id}')`,
    properties: { clientState: client_state, expirationDateTime: expiration, id, notificationUrl: notification_url, resource: list.id, resourceData: null },
  };
}

function demandManager(list: ListSchema, session: Session): void {
  demand(session.permissions.onList(list), 'ManageLists');
}
