import { randomUUID } from 'node:crypto';
import { lastChange } from '../changes/changeLog.ts';
import type { ListSchema } from '../model/list.ts';
import type { Session } from '../session.ts';
import { all, change, one } from '../storage/prepared.ts';
import type { Expiration } from './expiration.ts';

/** A web hook as it is kept. */
export interface Subscription {
  readonly id: string;
  readonly list_id: string;
  readonly web_id: string;
  readonly site_url: string;
  readonly notification_url: string;
  readonly client_state: string | null;
  readonly expiration: string;
  readonly expires: number;
  readonly told: number;
}

export interface SubscriptionInput { readonly notificationUrl: string; readonly clientState: string | null; readonly expiration: Expiration }

/** A list's subscriptions that have not expired, oldest first. */
export function subscriptionsOf({ database, now }: Session, list: ListSchema): Subscription[] {
  return all<Subscription>(database, 'SELECT * FROM subscriptions WHERE list_id = ? AND expires > ? ORDER BY rowid', list.id, now().getTime());
}

export function subscriptionById({ database, now }: Session, list: ListSchema, id: string): Subscription | undefined {
  return one<Subscription>(database, 'SELECT * FROM subscriptions WHERE id = ? AND list_id = ? AND expires > ?', id, list.id, now().getTime());
}

/**
 * Subscribes to a list. An address that is subscribed already keeps what it has: SharePoint answers what was asked with the id that is there, and changes
 * nothing (recorded: PnP Core SDK, ListWebhookTests; reported as pnp/powershell#996).
 */
export function addSubscription(session: Session, list: ListSchema, { notificationUrl, clientState, expiration }: SubscriptionInput): Subscription {
  const there = subscriptionsOf(session, list).find((one) => one.notification_url === notificationUrl);
  const asked: Subscription = {
    id: there?.id ?? randomUUID(), list_id: list.id, web_id: list.webId, site_url: session.siteUrl, notification_url: notificationUrl, client_state: clientState,
    expiration: expiration.text, expires: expiration.time, told: lastChange(session.database, list.id)?.id ?? 0,
  };
  if (!there) {
    change(session.database, 'INSERT INTO subscriptions (id, list_id, web_id, site_url, notification_url, client_state, expiration, expires, told) VALUES (?,?,?,?,?,?,?,?,?)',
      asked.id, asked.list_id, asked.web_id, asked.site_url, asked.notification_url, asked.client_state, asked.expiration, asked.expires, asked.told);
  }
  return asked;
}

export function changeSubscription({ database }: Session, { id }: Subscription, { notificationUrl, clientState, expiration }: SubscriptionInput): void {
  change(database, 'UPDATE subscriptions SET notification_url = ?, client_state = ?, expiration = ?, expires = ? WHERE id = ?', notificationUrl, clientState, expiration.text, expiration.time, id);
}

export function removeSubscription({ database }: Session, { id }: Subscription): void {
  change(database, 'DELETE FROM notifications WHERE subscription_id = ?', id);
  change(database, 'DELETE FROM subscriptions WHERE id = ?', id);
}
