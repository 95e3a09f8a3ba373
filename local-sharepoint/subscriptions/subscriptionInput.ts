import { wrongArgument } from '../model/refusals.ts';
import { unknownProperty } from '../odata/invalidQuery.ts';
import type { Session } from '../session.ts';
import { expirationOf } from './expiration.ts';
import { demandValidated } from './handshake.ts';
import type { Subscription, SubscriptionInput } from './subscriptions.ts';

const types = ['Microsoft.SharePoint.Webhooks.SubscriptionInformation', 'Microsoft.SharePoint.Webhooks.Subscription'] as const;
/** What a subscription is sent with; ids and data that clients send back with it are passed over. */
const properties: ReadonlySet<string> = new Set(['resource', 'notificationUrl', 'expirationDateTime', 'clientState', 'id', 'resourceData', 'subscriptionId']);

export const subscriptionTypes = types;

/**
 * Reads the properties of a subscription that is to be made or, with `before`, changed: what is not named stays. `resource` may be any text, as clients
 * send it in many forms. Refuses unknown names, an address that does not want notifications, and a date that is too late.
 */
export function readSubscription(input: Readonly<Record<string, unknown>>, session: Session, before?: Subscription): SubscriptionInput {
  const unknown = Object.keys(input).find((name) => !properties.has(name));
  if (unknown !== undefined) throw unknownProperty(unknown, types[0]);
  const url = text(input['notificationUrl']);
  const clientState = text(input['clientState']);
  text(input['resource']);
  const expiration = before && (input['expirationDateTime'] ?? undefined) === undefined ? { text: before.expiration, time: before.expires } : expirationOf(input['expirationDateTime'], session.now());
  const notificationUrl = url ?? before?.notification_url;
  if (notificationUrl === undefined || notificationUrl === '') throw wrongArgument();
  if (notificationUrl !== before?.notification_url) demandValidated(session, notificationUrl);
  return { notificationUrl, clientState: clientState ?? before?.client_state ?? null, expiration };
}

function text(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw wrongArgument();
  return value;
}
