import type { DatabaseSync } from 'node:sqlite';

/** E-mails that were sent. None leaves this machine. */
export function createMailTable(database: DatabaseSync): void {
  database.exec('CREATE TABLE IF NOT EXISTS sent_mails (id INTEGER PRIMARY KEY, sent TEXT NOT NULL, web_url TEXT NOT NULL, sender TEXT NOT NULL, mail TEXT NOT NULL)');
}
