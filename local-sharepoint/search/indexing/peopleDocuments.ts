import type { DatabaseSync } from 'node:sqlite';
import type { Person } from '../../people/organisation.ts';
import { all, change, one } from '../../storage/prepared.ts';
import { noteChange } from './noteChange.ts';
import { forgetSource, writeDocument } from './documents.ts';

export const peopleSource = 'people';
export const peopleClass = 'urn:content-class:SPSPeople';

/** Brings what is known of the organisation's people up to date. They are few: when one changed, all are read. */
export function readPeople(database: DatabaseSync): void {
  const known = one(database, 'SELECT 1 FROM search_sources WHERE source = ?', peopleSource) !== undefined;
  if (known && one(database, 'SELECT 1 FROM search_changes WHERE source = ?', peopleSource) === undefined) return;
  if (!known) watch(database);
  forgetSource(database, peopleSource);
  for (const { id, ...person } of all<Person & { id: number }>(database, 'SELECT rowid AS id, * FROM people')) writePerson(database, id, person);
  change(database, 'INSERT INTO search_sources VALUES (?,0,?)', peopleSource, '');
}

function watch(database: DatabaseSync): void {
  for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
    database.exec(`CREATE TRIGGER IF NOT EXISTS search_people_${event} AFTER ${event} ON people ${noteChange(peopleSource, '0')}`);
  }
}

function writePerson(database: DatabaseSync, id: number, person: Person): void {
  const path = `/Person.aspx?accountname=${encodeURIComponent(person.login_name)}`;
  const properties = {
    PreferredName: person.title, FirstName: person.given_name, LastName: person.family_name, WorkEmail: person.email, JobTitle: person.job_title,
    Department: person.department, AccountName: person.login_name, UserName: person.email, OfficeNumber: person.office, BaseOfficeLocation: person.office,
    WorkPhone: person.phone, SipAddress: person.email, Skills: person.skills.replaceAll('|', ';'), Interests: person.interests.replaceAll('|', ';'), AboutMe: person.about,
    PictureURL: person.photo === 0 ? '' : `/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(person.email)}`,
  };
  writeDocument(database, {
    source: peopleSource, itemId: id, webId: null, contentClass: peopleClass, title: person.title, path, filename: null, contentType: null,
    uniqueId: '00000000-0000-0000-0000-000000000000', author: null, editor: null, created: null, modified: null,
    properties: Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== '')),
    body: [person.job_title, person.department, person.office, person.email, properties.Skills, properties.Interests, person.about].join(' '),
  });
}
