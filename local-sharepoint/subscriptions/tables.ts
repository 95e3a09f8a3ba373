import type { DatabaseSync } from 'node:sqlite';
import { change } from '../storage/prepared.ts';

/**
 * Web hooks of lists. `told`: the number of the last change of the list that a notification was made for. A notification stays until it is delivered or
 * given up, so that a restart loses none. `expires` and `due` are milliseconds since 1970; `expiration` is the date as it is answered.
 */
export function createSubscriptionTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS subscriptions (
      id TEXT PRIMARY KEY, list_id TEXT NOT NULL, web_id TEXT NOT NULL, site_url TEXT NOT NULL, notification_url TEXT NOT NULL, client_state TEXT,
      expiration TEXT NOT NULL, expires INTEGER NOT NULL, told INTEGER NOT NULL
    );
    CREATE INDEX IF NOT EXISTS subscriptions_by_list ON subscriptions (list_id);
    CREATE TABLE IF NOT EXISTS notifications (id INTEGER PRIMARY KEY, subscription_id TEXT NOT NULL, failures INTEGER NOT NULL, due INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS notifications_by_due ON notifications (due);
    CREATE INDEX IF NOT EXISTS notifications_by_subscription ON notifications (subscription_id);
  `);
}

/** Drops the web hooks of a list that is gone for good. */
export function forgetListSubscriptions(database: DatabaseSync, listId: string): void {
  change(database, 'DELETE FROM notifications WHERE subscription_id IN (SELECT id FROM subscriptions WHERE list_id = ?)', listId);
  change(database, 'DELETE FROM subscriptions WHERE list_id = ?', listId);
}
