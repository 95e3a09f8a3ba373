import type { DatabaseSync } from 'node:sqlite';
import { findPerson, type Person } from '../organisation.ts';
import { profileNotFound } from './profileRefusals.ts';

/**
 * Whoever an account name means: a login name or e-mail address, also with `#` escaped once more (`i:0%23.f|…`), as documented and recorded
 * clients send it.
 */
export function personOfAccount(database: DatabaseSync, account: unknown): Person | undefined {
  return typeof account === 'string' ? findPerson(database, account.replaceAll('"', '').replaceAll(/%23/g, '#').replaceAll(/%7c/gi, '|').replaceAll('%40', '@')) : undefined;
}

/** The same, refused when nobody is called so. */
export function accountHolder(database: DatabaseSync, account: unknown): Person {
  const person = personOfAccount(database, account);
  if (person === undefined) throw profileNotFound();
  return person;
}
