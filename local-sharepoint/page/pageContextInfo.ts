import { grants, toHighLow } from '../model/basePermissions.ts';
import { tenantId } from '../people/organisation.ts';
import type { Session } from '../session.ts';
import { webById } from '../sites/web.ts';

const languages: Readonly<Record<string, number>> = { 'en-US': 1033, 'nl-NL': 1043 };
export const locales = Object.keys(languages);

/** `_spPageContextInfo`: what a page tells its scripts about the web, the page and who reads it. */
export function pageContextInfo(session: Session, origin: string, page: { url: string; itemId: number; listId: string }, locale: string, digest: string): Record<string, unknown> {
  const { user, permissions } = session;
  const web = webById(session.database, session.webId);
  const siteUrl = webById(session.database, web.rootWebId).url;
  const mask = permissions.onWeb();
  const list = session.lists.byId(page.listId);
  const language = languages[locale] ?? 1033;
  const high = toHighLow(mask);
  const listMask = toHighLow(list ? permissions.onList(list) : mask);
  return {
    webServerRelativeUrl: web.url, webAbsoluteUrl: origin + web.url, siteAbsoluteUrl: origin + siteUrl, siteServerRelativeUrl: siteUrl, serverRequestPath: page.url,
    layoutsUrl: '_layouts/15', portalUrl: `${origin}/`, webTitle: web.properties.Title, webLogoUrl: '', webTemplate: '68', webTemplateConfiguration: 'SITEPAGEPUBLISHING#0', webUIVersion: 15,
    webId: web.webId, siteId: web.siteId, pageItemId: page.itemId, listId: page.listId, listTitle: list?.title ?? '', listUrl: list?.rootFolderUrl ?? '', pageListId: page.listId,
    CorrelationId: crypto.randomUUID(), aadTenantId: tenantId, aadUserId: `00000000-0000-4000-8000-${String(user.id).padStart(12, '0')}`, tenantDisplayName: 'Contoso',
    // Sign-in and Microsoft Graph are not on this machine: a web part that asks for them starts, is refused here, and says what it misses.
    aadInstanceUrl: `${origin}/_local/sign-in`, msGraphEndpointUrl: `${origin}/_local/graph`, spfx3rdPartyServicePrincipalId: '00000000-0000-0000-0000-000000000000',
    userId: user.id, userDisplayName: user.title, userEmail: user.email, userLoginName: user.userPrincipalName, systemUserKey: user.loginName,
    // Keeps the loader from asking for tokens, which come from another host.
    isAnonymousGuestUser: true, isExternalGuestUser: false, isEmailAuthenticationGuestUser: false, isSPO: true, isSiteAdmin: user.isSiteAdmin, isSiteOwner: grants(mask, 'ManageWeb'),
    currentCultureName: locale, currentUICultureName: locale, currentLanguage: language, currentCultureLCID: language, currentUICultureLCID: language,
    webPermMasks: { High: Number(high.High), Low: Number(high.Low) }, listPermsMask: { High: Number(listMask.High), Low: Number(listMask.Low) },
    hasManageWebPermissions: grants(mask, 'ManageWeb'), webTimeZoneData: { Description: '(UTC) Coordinated Universal Time', Bias: 0, Id: 93, DaylightBias: 0, StandardBias: 0, DaylightDate: {}, StandardDate: {} },
    formDigestValue: digest, formDigestTimeoutSeconds: 1800, isRightToLeft: false, ExpFeatures: [], killSwitches: {}, ECSClientFeatures: [], isNoScriptEnabled: true, env: 'prod',
  };
}
