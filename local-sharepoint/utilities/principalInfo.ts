import type { DatabaseSync } from 'node:sqlite';
import { complex, type Complex } from '../routing/complex.ts';
import { groupByName, membersOf, siteGroups } from '../people/groups.ts';
import { everyoneLogin, findPerson, searchPeople, type Person } from '../people/organisation.ts';
import { principalByLogin, siteUsers, type PrincipalRow } from '../people/principals.ts';

/** Bits of SharePoint's PrincipalType. */
const types = { user: 1, securityGroup: 4, sharePointGroup: 8 } as const;
const everyoneTitle = 'Everyone except external users';

interface Where { readonly database: DatabaseSync; readonly webId: string }

/** Who is meant by a login name, an e-mail address or the exact name of a group or person; undefined for nobody or for several. */
export function resolvePrincipal(where: Where, input: string, scopes: number, emailOnly: boolean): Complex | undefined {
  const { database, webId } = where;
  if (wants(scopes, types.user)) {
    const person = findPerson(database, input) ?? (emailOnly ? undefined : onlyOne(searchPeople(database, input, 2)));
    if (person) return personInfo(where, person);
  }
  if (emailOnly) return undefined;
  const group = wants(scopes, types.sharePointGroup) ? groupByName(database, webId, input) : undefined;
  if (group) return groupInfo(group);
  return wants(scopes, types.securityGroup) && [everyoneLogin, everyoneTitle.toLowerCase()].includes(input.toLowerCase()) ? everyoneInfo(where) : undefined;
}

/** People, claims and groups whose names begin with a text; of one group's members only, when it is named. */
export function searchPrincipals(where: Where, input: string, scopes: number, groupName: string, most: number): Complex[] {
  const { database, webId } = where;
  const folded = input.trim().toLowerCase();
  if (folded === '') return [];
  const group = groupName === '' ? undefined : groupByName(database, webId, groupName);
  if (groupName !== '' && !group) return [];
  const members = group && new Set(membersOf(database, webId, group.id).map(({ login_name: login }) => login.toLowerCase()));
  const people = wants(scopes, types.user) ? searchPeople(database, input, members ? 1000 : most).filter(({ login_name: login }) => members?.has(login) ?? true) : [];
  return [
    ...people.map((person) => personInfo(where, person)),
    ...(wants(scopes, types.securityGroup) && !members && everyoneTitle.toLowerCase().startsWith(folded) ? [everyoneInfo(where)] : []),
    ...(wants(scopes, types.sharePointGroup) && !members ? siteGroups(database, webId).filter(({ title }) => title.toLowerCase().startsWith(folded)).map(groupInfo) : []),
  ].slice(0, most);
}

/** The members of groups (by name), each once; people and claims stand for themselves, unknown names for nobody. */
export function expandGroups(where: Where, inputs: readonly string[], most: number): Complex[] {
  const { database, webId } = where;
  const found = new Map<string, Complex>();
  for (const input of inputs) {
    const group = groupByName(database, webId, input);
    const infos = group ? membersOf(database, webId, group.id).map((row) => rowInfo(where, row)) : [resolvePrincipal(where, input, types.user, true) ?? claim(where, input)];
    for (const one of infos) if (one) found.set(String(one.properties['LoginName']), one);
  }
  return [...found.values()].slice(0, most);
}

function claim(where: Where, input: string): Complex | undefined {
  switch (input.toLowerCase()) {
    case 'everyone': case 'c:0(.s|true': return info({ DisplayName: 'Everyone', LoginName: 'c:0(.s|true', PrincipalType: types.securityGroup });
    case everyoneTitle.toLowerCase(): case everyoneLogin: return everyoneInfo(where);
    default: return undefined;
  }
}

function rowInfo(where: Where, row: PrincipalRow): Complex {
  const person = row.type === 1 ? findPerson(where.database, row.login_name) : undefined;
  return person ? personInfo(where, person) : info({ DisplayName: row.title, Email: row.email, LoginName: row.login_name, PrincipalId: row.id, PrincipalType: row.type });
}

function personInfo({ database, webId }: Where, person: Person): Complex {
  return info({
    Department: person.department, DisplayName: person.title, Email: person.email, JobTitle: person.job_title, LoginName: person.login_name, Mobile: person.phone,
    PrincipalId: principalByLogin(database, webId, person.login_name)?.id ?? -1, PrincipalType: types.user, SIPAddress: person.email,
  });
}

function groupInfo({ id, title, login_name: login }: PrincipalRow): Complex {
  return info({ DisplayName: title, LoginName: login, PrincipalId: id, PrincipalType: types.sharePointGroup });
}

function everyoneInfo({ database, webId }: Where): Complex {
  return info({ DisplayName: everyoneTitle, LoginName: everyoneLogin, PrincipalId: siteUsers(database, webId).find(({ login_name: login }) => login === everyoneLogin)?.id ?? -1, PrincipalType: types.securityGroup });
}

/** Keys: Microsoft's SP.Utilities.PrincipalInfo. An id of -1: not known to the site. */
function info(known: Readonly<Record<string, unknown>>): Complex {
  return complex('SP.Utilities.PrincipalInfo', { Department: '', DisplayName: '', Email: '', JobTitle: '', LoginName: '', Mobile: '', PrincipalId: -1, PrincipalType: 0, SIPAddress: '', ...known });
}

function wants(scopes: number, type: number): boolean {
  return (scopes & type) !== 0;
}

function onlyOne(people: readonly Person[]): Person | undefined {
  return people.length === 1 ? people[0] : undefined;
}
