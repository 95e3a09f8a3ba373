import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Resource, ResourceRequest } from '../routing/resource.ts';
import { siteGroups } from './groups.ts';
import { everyoneLogin, findPerson, searchPeople, type Person } from './organisation.ts';
import { demand, wrongArgument } from '../model/refusals.ts';

/** SharePoint's own name and shape of what its picker finds (seen in clients' sources, e.g. purtuga/SPWidgets). */
interface PickerEntity {
  readonly Key: string;
  readonly DisplayText: string;
  readonly IsResolved: boolean;
  readonly Description: string;
  readonly EntityType: string;
  readonly EntityData: Readonly<Record<string, string>>;
  readonly MultipleMatches: readonly PickerEntity[];
  readonly ProviderName: string;
  readonly ProviderDisplayName: string;
}

/** Bits of PrincipalType in a query: who may be found. */
const wanted = { user: 1, securityGroup: 4, sharePointGroup: 8 } as const;

/** `ClientPeoplePickerSearchUser` and `ClientPeoplePickerResolveUser`: the answer is JSON inside a string. */
export function peoplePicker(call: 'ClientPeoplePickerSearchUser' | 'ClientPeoplePickerResolveUser'): Resource {
  return {
    post: (request) => {
      demand(request.session.permissions.onWeb(), 'BrowseUserInfo');
      const query = queryOf(request);
      const found = call === 'ClientPeoplePickerSearchUser' ? search(request, query.text, query.types, query.most) : resolve(request, query.text, query.types);
      return { kind: 'property', name: call, value: JSON.stringify(found) };
    },
  };
}

function queryOf(request: ResourceRequest): { text: string; types: number; most: number } {
  const parameters = (request.json as { queryParams?: Record<string, unknown> } | undefined)?.queryParams;
  const text = parameters?.['QueryString'];
  if (parameters === undefined || typeof text !== 'string') {
    throw wrongArgument();
  }
  return { text: text.trim(), types: Number(parameters['PrincipalType'] ?? 15), most: Number(parameters['MaximumEntitySuggestions'] ?? 30) };
}

function search(request: ResourceRequest, text: string, types: number, most: number): PickerEntity[] {
  const { database, webId } = request.session;
  const folded = text.toLowerCase();
  if (folded === '') {
    return [];
  }
  return [
    ...((types & wanted.user) === 0 ? [] : searchPeople(database, text, most).map(personEntity)),
    ...((types & wanted.securityGroup) !== 0 && everyone.DisplayText.toLowerCase().startsWith(folded) ? [everyone] : []),
    ...((types & wanted.sharePointGroup) === 0 ? [] : groupEntities(database, webId, folded)),
  ].slice(0, most);
}

/** Exactly one, or the unresolved text with what it might have meant. */
function resolve(request: ResourceRequest, text: string, types: number): PickerEntity {
  const person = (types & wanted.user) === 0 ? undefined : findPerson(request.session.database, text);
  const matches = person === undefined ? search(request, text, types, 10) : [personEntity(person)];
  return matches.length === 1 && matches[0] !== undefined ? matches[0] : {
    Key: text, DisplayText: text, IsResolved: false, Description: text, EntityType: '', EntityData: {}, MultipleMatches: matches, ProviderName: '', ProviderDisplayName: '',
  };
}

function personEntity(person: Person): PickerEntity {
  const hash = createHash('sha256').update(person.email).digest('hex');
  return {
    Key: person.login_name, DisplayText: person.title, IsResolved: true, Description: person.email, EntityType: 'User',
    EntityData: {
      IsAltSecIdPresent: 'False', Title: person.job_title, Email: person.email, MobilePhone: person.phone,
      ObjectId: `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`, Department: person.department,
    },
    MultipleMatches: [], ProviderName: 'Tenant', ProviderDisplayName: 'Tenant',
  };
}

function groupEntities(database: DatabaseSync, webId: string, folded: string): PickerEntity[] {
  return siteGroups(database, webId).filter((group) => group.title.toLowerCase().includes(folded)).map((group) => ({
    Key: group.title, DisplayText: group.title, IsResolved: true, Description: group.title, EntityType: '',
    EntityData: { SPGroupID: String(group.id), AccountName: group.title, PrincipalType: 'SharePointGroup' },
    MultipleMatches: [], ProviderName: '', ProviderDisplayName: '',
  }));
}

const everyone: PickerEntity = {
  Key: everyoneLogin, DisplayText: 'Everyone except external users', IsResolved: true, Description: everyoneLogin, EntityType: 'SecGroup',
  EntityData: {}, MultipleMatches: [], ProviderName: 'Tenant', ProviderDisplayName: 'Tenant',
};
