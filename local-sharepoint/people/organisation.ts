import type { DatabaseSync } from 'node:sqlite';
import type { Look } from './portrait/look.ts';
import { all, change, one, together } from '../storage/prepared.ts';
import { createPeopleTables } from './tables.ts';

/** A person of the organisation, whether or not a site knows them yet. Only the e-mail address is needed. */
export interface PersonInput {
  readonly email: string;
  readonly title?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly office?: string;
  readonly phone?: string;
  /** The manager's e-mail address. */
  readonly manager?: string;
  readonly about?: string;
  readonly skills?: readonly string[];
  readonly interests?: readonly string[];
  /** Of another organisation, invited to this one. */
  readonly guest?: boolean;
  /** False: the grey figure instead of a drawn portrait. */
  readonly photo?: boolean;
  readonly look?: Look;
}

export interface Person {
  readonly email: string;
  readonly login_name: string;
  readonly title: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly job_title: string;
  readonly department: string;
  readonly office: string;
  readonly phone: string;
  readonly manager: string | null;
  readonly about: string;
  /** Separated by `|`, as the profile service gives them. */
  readonly skills: string;
  readonly interests: string;
  readonly photo: number;
  readonly look: string | null;
}

/** The organisation's id; it ends the login name of "everyone except external users". */
export const tenantId = '5f0c2e6a-3d1b-4c8e-9a77-2b9e4d6f81c0';
export const everyoneLogin = `c:0-.f|rolemanager|spo-grid-all-users/${tenantId}`;

/** How a member of the organisation is named in claims. */
export function loginNameOf(email: string): string {
  return `i:0#.f|membership|${email.toLowerCase()}`;
}

/** How somebody of another organisation is named who was invited (recorded: PnP Core SDK, GetSharePointUsers). */
function guestLoginNameOf(email: string): string {
  return `i:0#.f|membership|${email.toLowerCase().replace('@', '_')}#ext#@contoso.example`;
}

/** Whether a login name is that of a guest; "everyone except external users" is not said of guests. */
export function isGuest(loginName: string): boolean {
  return loginName.toLowerCase().includes('#ext#');
}

/** What comes after the claim of a login name: for guests it is not their e-mail address. */
export function userPrincipalNameOf({ login_name: login, email }: { login_name: string; email: string }): string {
  return isGuest(login) ? login.slice(login.lastIndexOf('|') + 1) : email;
}

/** Adds people to the organisation, or brings those of the same e-mail address up to date. Answers how many were given. */
export function addPeople(database: DatabaseSync, people: readonly PersonInput[]): number {
  createPeopleTables(database);
  together(database, () => people.forEach((person) => addPerson(database, person)));
  return people.length;
}

function addPerson(database: DatabaseSync, person: PersonInput): void {
  const given = person.givenName ?? '';
  const family = person.familyName ?? '';
  const login = person.guest === true ? guestLoginNameOf(person.email) : loginNameOf(person.email);
  const title = person.title ?? (`${given} ${family}`.trim() || person.email);
  change(database, `INSERT OR REPLACE INTO people VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    person.email.toLowerCase(), login, title, given, family, person.jobTitle ?? '', person.department ?? '',
    person.office ?? '', person.phone ?? '', person.manager?.toLowerCase() ?? null, person.about ?? '', (person.skills ?? []).join('|'),
    (person.interests ?? []).join('|'), person.photo === false ? 0 : 1, person.look === undefined ? null : JSON.stringify(person.look),
    ` ${plain(`${title} ${given} ${family} ${person.email}`)}`);
  change(database, 'UPDATE principals SET title = ? WHERE login_name = ?', title, login);
}

/** Somebody by e-mail address or login name, in any case. */
export function findPerson(database: DatabaseSync, emailOrLogin: string): Person | undefined {
  return one<Person>(database, 'SELECT * FROM people WHERE email = ?1 OR login_name = ?1', emailOrLogin.trim());
}

/** People one of whose names, or whose address, begins with what was typed; every typed word has to be found. */
export function searchPeople(database: DatabaseSync, typed: string, limit: number): Person[] {
  const words = plain(typed).split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) {
    return [];
  }
  const whole = findPerson(database, typed);
  const found = all<Person>(database,
    `SELECT * FROM people WHERE ${words.map(() => `instr(search_text, ?) > 0`).join(' AND ')} ORDER BY title LIMIT ?`,
    ...words.map((word) => ` ${word}`), limit);
  return whole === undefined || found.some((person) => person.email === whole.email) ? found : [whole, ...found].slice(0, limit);
}

/** Those who have this manager. */
export function reportsOf(database: DatabaseSync, manager: string): Person[] {
  return all<Person>(database, 'SELECT * FROM people WHERE manager = ? ORDER BY title', manager);
}

/** Lower case without accents, so that "Munoz" finds "Muñoz". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll('ł', 'l').replaceAll('ø', 'o');
}
