import type { DatabaseSync } from 'node:sqlite';
import type { Resource, ResourceRequest } from '../routing/resource.ts';
import { bodyProperties, wholeNumber } from '../routing/arguments.ts';
import { membersOf, siteGroups } from './groups.ts';
import { objectIdOf } from './objectId.ts';
import { everyoneLogin, searchPeople, type Person } from './organisation.ts';
import { siteUsers } from './principals.ts';
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
      const found = call === 'ClientPeoplePickerSearchUser' ? search(request, query) : resolve(request, query);
      return { kind: 'property', name: call, value: JSON.stringify(found) };
    },
  };
}

/** Microsoft: ClientPeoplePickerQueryParameters. What is not here (zones, claim providers, several entities) makes no difference on one machine. */
interface PickerQuery {
  readonly text: string;
  readonly types: number;
  readonly most: number;
  /** Only who is known to the site: PrincipalSource is 1 (UserInfoList). */
  readonly knownOnly: boolean;
  /** Only members of this group; 0 for everybody. */
  readonly groupId: number;
  readonly emailOnly: boolean;
  readonly withoutEveryone: boolean;
}

function queryOf(request: ResourceRequest): PickerQuery {
  const parameters = bodyProperties(request)['queryParams'];
  if (typeof parameters !== 'object' || parameters === null) throw wrongArgument();
  const { QueryString: text, PrincipalType: types = 15, MaximumEntitySuggestions: most = 30, PrincipalSource: source = 15, SharePointGroupID: groupId = 0, AllowOnlyEmailAddresses: emailOnly, QuerySettings: settings } = parameters as Record<string, unknown>;
  if (typeof text !== 'string') throw wrongArgument();
  return {
    text: text.trim(), types: number(types), most: number(most), knownOnly: number(source) === 1, groupId: number(groupId), emailOnly: emailOnly === true,
    withoutEveryone: typeof settings === 'object' && settings !== null && (settings as Record<string, unknown>)['ExcludeAllUsersOnTenantClaim'] === true,
  };
}

function number(value: unknown): number {
  const found = wholeNumber(value);
  if (found === undefined || found < 0) throw wrongArgument();
  return found;
}

function search({ session: { database, rootWebId: webId } }: ResourceRequest, query: PickerQuery): PickerEntity[] {
  const folded = query.text.toLowerCase();
  if (folded === '' || query.most === 0) return [];
  return [
    ...((query.types & wanted.user) === 0 ? [] : peopleFor(database, webId, query).map(personEntity)),
    ...((query.types & wanted.securityGroup) !== 0 && query.groupId === 0 && !query.withoutEveryone && !query.emailOnly && everyone.DisplayText.toLowerCase().startsWith(folded) ? [everyone] : []),
    ...((query.types & wanted.sharePointGroup) === 0 || query.groupId > 0 || query.emailOnly ? [] : groupEntities(database, webId, folded)),
  ].slice(0, query.most);
}

/** People of the organisation, the site or one of its groups whose names or addresses begin with what was typed. */
function peopleFor(database: DatabaseSync, webId: string, { text, most, knownOnly, groupId, emailOnly }: PickerQuery): Person[] {
  if (!knownOnly && groupId === 0 && !emailOnly) return searchPeople(database, text, most);
  const known = knownOnly ? new Set(siteUsers(database, webId).map(({ login_name: login }) => login.toLowerCase())) : undefined;
  const members = groupId === 0 ? undefined : new Set(membersOf(database, webId, groupId).map(({ login_name: login }) => login.toLowerCase()));
  return searchPeople(database, text, 1000)
    .filter(({ login_name: login, email }) => known?.has(login) !== false && (members?.has(login) ?? true) && (!emailOnly || email.startsWith(text.toLowerCase())))
    .slice(0, most);
}

/** Exactly one, or the unresolved text with what it might have meant. */
function resolve(request: ResourceRequest, query: PickerQuery): PickerEntity {
  const whole = search(request, { ...query, most: 10 });
  const exact = whole.filter(({ Key, Description, DisplayText }) => [Key, Description, DisplayText].some((name) => name.toLowerCase() === query.text.toLowerCase()));
  const matches = exact.length === 1 ? exact : whole;
  return matches.length === 1 && matches[0] !== undefined ? matches[0] : {
    Key: query.text, DisplayText: query.text, IsResolved: false, Description: query.text, EntityType: '', EntityData: {}, MultipleMatches: matches, ProviderName: '', ProviderDisplayName: '',
  };
}

function personEntity(person: Person): PickerEntity {
  return {
    Key: person.login_name, DisplayText: person.title, IsResolved: true, Description: person.email, EntityType: 'User',
    EntityData: {
      IsAltSecIdPresent: 'False', Title: person.job_title, Email: person.email, MobilePhone: person.phone,
      ObjectId: objectIdOf(person), Department: person.department,
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
