import type { DatabaseSync } from 'node:sqlite';
import { ChangeKind, ChangeType, type ChangeTypeName } from '../changes/changeTypes.ts';
import { tenantId } from '../people/organisation.ts';
import { all, change, one, together } from '../storage/prepared.ts';
import type { Subscription } from './subscriptions.ts';

/** A notification that is still to be delivered, with its subscription. */
export interface Notification extends Subscription { readonly notification: number; readonly failures: number }

/** SharePoint tries again so often, after so many milliseconds (documented). */
const mostRetries = 5;
const untilRetry = 5 * 60_000;

/** What happens to items and documents; changes of permissions are not among the events of web hooks. */
const told = (['Add', 'Update', 'DeleteObject', 'Rename', 'MoveAway', 'MoveInto', 'Restore', 'SystemUpdate'] satisfies ChangeTypeName[]).map((name) => ChangeType[name]);

export function hasSubscriptions(database: DatabaseSync): boolean {
  return one(database, 'SELECT 1 FROM subscriptions LIMIT 1') !== undefined;
}

/** Makes one notification for each subscription whose list changed since the last; subscriptions that expired are dropped. */
export function noteChanges(database: DatabaseSync, now: number): void {
  together(database, () => {
    change(database, 'DELETE FROM notifications WHERE subscription_id IN (SELECT id FROM subscriptions WHERE expires <= ?)', now);
    change(database, 'DELETE FROM subscriptions WHERE expires <= ?', now);
    for (const { id, list_id, told: from } of all<Subscription>(database, 'SELECT * FROM subscriptions')) {
      const newest = one<{ id: number }>(database,
        `SELECT id FROM change_log WHERE list_id = ? AND id > ? AND kind = ${ChangeKind.Item} AND type IN (${told.join()}) ORDER BY id DESC LIMIT 1`, list_id, from)?.id;
      if (newest === undefined) continue;
      change(database, 'UPDATE subscriptions SET told = ? WHERE id = ?', newest, id);
      change(database, 'INSERT INTO notifications (subscription_id, failures, due) VALUES (?, 0, ?)', id, now);
    }
  });
}

/** Those whose time has come, oldest first. */
export function dueNotifications(database: DatabaseSync, now: number): Notification[] {
  return all<Notification>(database, 'SELECT n.id AS notification, n.failures, s.* FROM notifications n JOIN subscriptions s ON s.id = n.subscription_id WHERE n.due <= ? ORDER BY n.id', now);
}

/** When the next is due, in milliseconds since 1970. */
export function nextDue(database: DatabaseSync): number | undefined {
  return one<{ due: number }>(database, 'SELECT due FROM notifications ORDER BY due LIMIT 1')?.due;
}

export function delivered(database: DatabaseSync, notifications: readonly Notification[]): void {
  together(database, () => { for (const { notification } of notifications) change(database, 'DELETE FROM notifications WHERE id = ?', notification); });
}

/** To be tried again five minutes after it was sent; given up after the fifth time. */
export function failed(database: DatabaseSync, notifications: readonly Notification[], sentAt: number): void {
  together(database, () => {
    for (const { notification, failures } of notifications) {
      if (failures >= mostRetries) change(database, 'DELETE FROM notifications WHERE id = ?', notification);
      else change(database, 'UPDATE notifications SET failures = failures + 1, due = ? WHERE id = ?', sentAt + untilRetry, notification);
    }
  });
}

/** What a receiver is sent (documented). */
export function payload(notifications: readonly Notification[]): string {
  return JSON.stringify({
    value: notifications.map(({ id, client_state, expiration, list_id, site_url, web_id }) => ({
      subscriptionId: id, clientState: client_state, expirationDateTime: `${expiration.slice(0, 19)}.${expiration.slice(20, -1).padEnd(7, '0')}Z`, resource: list_id, tenantId, siteUrl: site_url, webId: web_id,
    })),
  });
}
