import type { Person } from '../../domain/people/person';
import { numberIn, recordOf, textOr, type Row } from '../connection/parse';
import type { Site } from '../connection/site';

/** Columns to expand for a person in an item's `Author`. */
export const personColumns = ['Id', 'Title', 'EMail', 'JobTitle', 'Department'] as const;

/** `$select` for the author of items. */
export function authorSelect(): string[] {
  return personColumns.map((name) => `Author/${name}`);
}

/** The author of an item, expanded; without a name when the site does not know them any more. */
export function authorOf(row: Row, site: Site): Person {
  if (row.Author === null || row.Author === undefined) return person(site, 0, '', '', '', '');
  const author = recordOf(row.Author);
  return person(site, numberIn(author, 'Id'), textOr(author, 'Title', ''), textOr(author, 'EMail', ''), textOr(author, 'JobTitle', ''), textOr(author, 'Department', ''));
}

/** `currentuser`, which names the e-mail address otherwise. */
export function currentUserOf(value: unknown, site: Site): Person {
  const row = recordOf(value);
  return person(site, numberIn(row, 'Id'), textOr(row, 'Title', ''), textOr(row, 'Email', ''), '', '');
}

/** Where the picture of somebody is: on the site itself, asked by address. Empty for who has none. */
export function photoUrl(site: Site, email: string): string {
  return email === '' ? '' : `${site.webUrl}/_layouts/15/userphoto.aspx?size=M&accountname=${encodeURIComponent(email)}`;
}

function person(site: Site, id: number, name: string, email: string, jobTitle: string, department: string): Person {
  return {
    id, name, email, photoUrl: photoUrl(site, email), ...(jobTitle ? { jobTitle } : {}), ...(department ? { department } : {}),
  };
}
