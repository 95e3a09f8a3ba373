import { createHash } from 'node:crypto';
import type { Person } from './organisation.ts';

/** A person's id in the directory: made up here, but always the same for the same e-mail address. */
export function objectIdOf({ email }: Pick<Person, 'email'>): string {
  const hash = createHash('sha256').update(email).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
