import { escapedAttribute } from '../model/markup.ts';
import { webById } from '../sites/web.ts';
import { demand, wrongArgument } from '../model/refusals.ts';
import { ensureUser } from '../people/principals.ts';
import { bodyProperties, voidAnswer, wholeNumber } from '../routing/arguments.ts';
import type { PathSegment, Resource, ResourceRequest } from '../routing/resource.ts';
import { expandGroups, resolvePrincipal, searchPrincipals } from './principalInfo.ts';
import { sendEmail } from './sendEmail.ts';
import { sharePageByEmail } from './sharePageByEmail.ts';

const utility = 'sp.utilities.utility.';

/** The children of `_api` that are static methods of `SP.Utilities.Utility`. */
export function utilitiesChild(segment: PathSegment): Resource | undefined {
  switch (segment.name) {
    case `${utility}sendemail`: return sendEmail(segment);
    case `${utility}getcurrentuseremailaddresses`: return { post: ({ session: { user } }) => ({ kind: 'property', name: 'GetCurrentUserEmailAddresses', value: user.email }) };
    case `${utility}resolveprincipalincurrentcontext`: return { post: (request) => resolve(segment, request) };
    case `${utility}searchprincipalsusingcontextweb`: return { post: search };
    case `${utility}createemailbodyforinvitation`: return { post: invitation };
    case `${utility}expandgroupstoprincipals`: return { post: expand };
    case 'sp.publishing.richsharing': return { child: (next) => next.name === 'sharepagebyemail' ? sharePageByEmail(next) : undefined };
    default: return undefined;
  }
}

/** The HTML of an e-mail that invites to a document or page of this web. Its words are this service's own. */
function invitation(request: ResourceRequest): ReturnType<NonNullable<Resource['post']>> {
  const { pageAddress } = bodyProperties(request);
  if (typeof pageAddress !== 'string' || !URL.canParse(pageAddress) || !/^https?:$/.test(new URL(pageAddress).protocol)) throw wrongArgument();
  const { database, user, webId } = request.session;
  const [address, name, title] = [new URL(pageAddress).href, user.title, webById(database, webId).properties.Title].map(escapedAttribute);
  return { kind: 'property', name: 'CreateEmailBodyForInvitation', value: `<html><body><p>${name} invites you to ${title}.</p><p><a href="${address}">${address}</a></p></body></html>` };
}

function resolve(segment: PathSegment, request: ResourceRequest): ReturnType<NonNullable<Resource['post']>> {
  const { input, emailOnly, scopes } = inputs(request);
  const { database, webId } = where(request);
  if (input.trim() === '') throw wrongArgument();
  const found = resolvePrincipal({ database, webId }, input, scopes, emailOnly);
  if (!found) return voidAnswer(segment);
  const login = String(found.properties['LoginName']);
  const known = bodyProperties(request)['addToUserInfoList'] === true && found.properties['PrincipalType'] === 1 ? ensureUser(database, webId, login).id : found.properties['PrincipalId'];
  return { kind: 'property', name: 'ResolvePrincipalInCurrentContext', value: { ...found, properties: { ...found.properties, PrincipalId: known } } };
}

function search(request: ResourceRequest): ReturnType<NonNullable<Resource['post']>> {
  const { input, scopes, most } = inputs(request);
  const { groupName } = bodyProperties(request);
  if (groupName !== undefined && groupName !== null && typeof groupName !== 'string') throw wrongArgument();
  return { kind: 'property', name: 'SearchPrincipalsUsingContextWeb', value: searchPrincipals(where(request), input, scopes, groupName ?? '', most) };
}

function expand(request: ResourceRequest): ReturnType<NonNullable<Resource['post']>> {
  demand(request.session.permissions.onWeb(), 'BrowseUserInfo');
  const { inputs: given, maxCount } = bodyProperties(request);
  const list: unknown = Array.isArray(given) ? given : (given as { results?: unknown } | null | undefined)?.results;
  const most = wholeNumber(maxCount ?? 30);
  if (!Array.isArray(list) || !list.every((one): one is string => typeof one === 'string') || most === undefined || most < 0) throw wrongArgument();
  return { kind: 'property', name: 'ExpandGroupsToPrincipals', value: expandGroups(where(request), list, most) };
}

function inputs(request: ResourceRequest): { input: string; scopes: number; emailOnly: boolean; most: number } {
  demand(request.session.permissions.onWeb(), 'BrowseUserInfo');
  const { input, scopes, inputIsEmailOnly, maxCount } = bodyProperties(request);
  const [kinds, most] = [wholeNumber(scopes ?? 15), wholeNumber(maxCount ?? 30)];
  if (typeof input !== 'string' || kinds === undefined || most === undefined || most < 0) throw wrongArgument();
  return { input, scopes: kinds, emailOnly: inputIsEmailOnly === true, most };
}

/** People and groups are kept by the root web of the site collection. */
function where({ session: { database, rootWebId } }: ResourceRequest): { database: ResourceRequest['session']['database']; webId: string } {
  return { database, webId: rootWebId };
}
