import { come, type Pnp } from '../pnp.ts';
import type { Calls, Place } from '../place.ts';

const edit = 1073741830;
const queried = { AllowEmailAddresses: true, AllowMultipleEntities: false, AllUrlZones: false, MaximumEntitySuggestions: 10, PrincipalSource: 15, PrincipalType: 1, QueryString: 'samir' };
const assigned = async (place: Place): Promise<{ list: Pnp; id: Pnp }> => {
  const list = await place.list();
  await come(list.breakRoleInheritance(false, true));
  const { Id: id } = await come(place.sp.web.currentUser());
  await come(list.roleAssignments.add(id, edit));
  return { list, id };
};
/** Somebody who may be removed again. */
const spare = async ({ sp, me }: Place): Promise<Pnp> => come(sp.web.ensureUser(me.replace(/[^|]+$/, 'yusuf.demir@contoso.example')));
const actor = ({ other }: Place): object => ({ ActorType: 0, AccountName: other, ContentUri: null, Id: null, TagGuid: null });
const permissions = { High: 0, Low: 1 };

/** One dot: the smallest picture there is. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');
/** PnPjs reads a blob as browsers do. */
function inABrowser(blob: Blob): Blob {
  Object.assign(globalThis, { FileReader: class { onload?: (event: object) => void; readAsArrayBuffer(of: Blob): void { void of.arrayBuffer().then((result) => this.onload?.({ target: { result } })); } } });
  return blob;
}

export const peopleCalls: Calls = {
  'Securable.roleAssignments': async (place) => (await place.list()).roleAssignments(),
  'Securable.firstUniqueAncestorSecurableObject': async (place) => (await place.list()).firstUniqueAncestorSecurableObject(),
  'Securable.getUserEffectivePermissions': async (place) => come((await place.list()).getUserEffectivePermissions(place.me)),
  'Securable.getCurrentUserEffectivePermissions': async (place) => come((await place.list()).getCurrentUserEffectivePermissions()),
  'Securable.breakRoleInheritance': async (place) => come((await place.list()).breakRoleInheritance(true)),
  'Securable.resetRoleInheritance': async (place) => come((await assigned(place)).list.resetRoleInheritance()),
  'Securable.userHasPermissions': async (place) => come((await place.list()).userHasPermissions(place.me, 1)),
  'Securable.currentUserHasPermissions': async (place) => come((await place.list()).currentUserHasPermissions(1)),
  'Securable.hasPermissions': ({ sp }) => sp.web.hasPermissions(permissions, 1),
  'RoleAssignments.getById': async (place) => { const { list, id } = await assigned(place); return list.roleAssignments.getById(id)(); },
  'RoleAssignments.add': (place) => assigned(place),
  'RoleAssignments.remove': async (place) => { const { list, id } = await assigned(place); return come(list.roleAssignments.remove(id, edit)); },
  'RoleAssignment.delete': async (place) => { const { list, id } = await assigned(place); return come(list.roleAssignments.getById(id).delete()); },
  'RoleAssignment.groups': async (place) => { const { list, id } = await assigned(place); return list.roleAssignments.getById(id).groups(); },
  'RoleAssignment.bindings': async (place) => { const { list, id } = await assigned(place); return list.roleAssignments.getById(id).bindings(); },
  'RoleDefinitions.getById': ({ sp }) => sp.web.roleDefinitions.getById(edit),
  'RoleDefinitions.getByName': ({ sp }) => sp.web.roleDefinitions.getByName('Read'),
  'RoleDefinitions.getByType': ({ sp }) => sp.web.roleDefinitions.getByType(5),
  'RoleDefinitions.add': (place) => place.level(),
  'RoleDefinition.delete': async (place) => come((await place.level()).delete()),
  'RoleDefinition.update': async (place) => come((await place.level()).update({ Description: 'y', BasePermissions: permissions })),
  'Web.roleDefinitions': ({ sp }) => sp.web.roleDefinitions,
  'SiteGroups.getById': async (place) => (await place.group())(),
  'SiteGroups.add': (place) => place.group(),
  'SiteGroups.getByName': async ({ sp, name }) => { const Title = name(); await come(sp.web.siteGroups.add({ Title })); return sp.web.siteGroups.getByName(Title)(); },
  'SiteGroups.removeById': async ({ sp, name }) => come(sp.web.siteGroups.removeById((await come(sp.web.siteGroups.add({ Title: name() }))).Id)),
  'SiteGroups.removeByLoginName': async ({ sp, name }) => { const Title = name(); await come(sp.web.siteGroups.add({ Title })); return come(sp.web.siteGroups.removeByLoginName(Title)); },
  'SiteGroup.users': async (place) => (await place.group()).users(),
  'SiteGroup.update': async (place) => come((await place.group()).update({ Description: 'x' })),
  'SiteGroup.setUserAsOwner': async (place) => come((await place.group()).setUserAsOwner((await come(place.sp.web.currentUser())).Id)),
  'Web.siteGroups': ({ sp }) => sp.web.siteGroups,
  'Web.associatedOwnerGroup': ({ sp }) => sp.web.associatedOwnerGroup,
  'Web.associatedMemberGroup': ({ sp }) => sp.web.associatedMemberGroup,
  'Web.associatedVisitorGroup': ({ sp }) => sp.web.associatedVisitorGroup,
  'Web.createDefaultAssociatedGroups': async (place) => come((await place.web()).createDefaultAssociatedGroups(place.name(), place.me)),
  'SiteUsers.getById': async (place) => place.sp.web.siteUsers.getById((await come(place.sp.web.currentUser())).Id)(),
  'SiteUsers.getByEmail': async (place) => place.sp.web.siteUsers.getByEmail((await come(place.sp.web.currentUser())).Email)(),
  'SiteUsers.getByLoginName': ({ sp, me }) => sp.web.siteUsers.getByLoginName(me),
  'SiteUsers.removeById': async (place) => come(place.sp.web.siteUsers.removeById((await spare(place)).Id)),
  'SiteUsers.removeByLoginName': async (place) => come(place.sp.web.siteUsers.removeByLoginName((await spare(place)).LoginName)),
  'SiteUsers.add': async (place) => come((await place.group()).users.add(place.other)),
  'SiteUser.delete': async (place) => come(place.sp.web.siteUsers.getById((await spare(place)).Id).delete()),
  'SiteUser.groups': ({ sp }) => sp.web.currentUser.groups,
  'SiteUser.update': async (place) => come(place.sp.web.siteUsers.getById((await spare(place)).Id).update({ Title: 'Yusuf' })),
  'Web.siteUsers': ({ sp }) => sp.web.siteUsers,
  'Web.currentUser': ({ sp }) => sp.web.currentUser,
  'Web.ensureUser': ({ sp, other }) => sp.web.ensureUser(other),
  'Web.getUserById': async (place) => place.sp.web.getUserById((await come(place.sp.web.currentUser())).Id)(),
  'Web.shareWith': ({ sp, other }) => sp.web.shareWith(other),
  'Web.shareObject': ({ sp, site, other }) => sp.web.shareObject(site, other, 1),
  'Web.shareObjectRaw': ({ sp, site, other }) => sp.web.shareObjectRaw({ url: site, peoplePickerInput: JSON.stringify([{ Key: other }]), roleValue: 'group:3' }),
  'Web.unshareObject': ({ sp, site }) => sp.web.unshareObject(site),
  'SPFI.profiles': ({ sp }) => sp.profiles.myProperties,
  'Profiles.getEditProfileLink': ({ sp }) => sp.profiles.getEditProfileLink(),
  'Profiles.getIsMyPeopleListPublic': ({ sp }) => sp.profiles.getIsMyPeopleListPublic(),
  'Profiles.amIFollowedBy': ({ sp, other }) => sp.profiles.amIFollowedBy(other),
  'Profiles.amIFollowing': ({ sp, other }) => sp.profiles.amIFollowing(other),
  'Profiles.getFollowedTags': ({ sp }) => sp.profiles.getFollowedTags(),
  'Profiles.getFollowersFor': ({ sp, other }) => sp.profiles.getFollowersFor(other),
  'Profiles.myFollowers': ({ sp }) => sp.profiles.myFollowers,
  'Profiles.myProperties': ({ sp }) => sp.profiles.myProperties,
  'Profiles.getPeopleFollowedBy': ({ sp, other }) => sp.profiles.getPeopleFollowedBy(other),
  'Profiles.getPropertiesFor': ({ sp, other }) => sp.profiles.getPropertiesFor(other),
  'Profiles.trendingTags': ({ sp }) => sp.profiles.trendingTags,
  'Profiles.getUserProfilePropertyFor': ({ sp, other }) => sp.profiles.getUserProfilePropertyFor(other, 'FirstName'),
  'Profiles.hideSuggestion': ({ sp, other }) => sp.profiles.hideSuggestion(other),
  'Profiles.isFollowing': ({ sp, me, other }) => sp.profiles.isFollowing(me, other),
  'Profiles.setMyProfilePic': ({ sp }) => sp.profiles.setMyProfilePic(inABrowser(new Blob([picture]))),
  'Profiles.setSingleValueProfileProperty': ({ sp, me }) => sp.profiles.setSingleValueProfileProperty(me, 'AboutMe', 'x'),
  'Profiles.setMultiValuedProfileProperty': ({ sp, me }) => sp.profiles.setMultiValuedProfileProperty(me, 'SPS-Skills', ['x']),
  'Profiles.createPersonalSiteEnqueueBulk': ({ sp }) => sp.profiles.createPersonalSiteEnqueueBulk('a@contoso.example'),
  'Profiles.ownerUserProfile': ({ sp }) => sp.profiles.ownerUserProfile,
  'Profiles.userProfile': ({ sp }) => sp.profiles.userProfile,
  'Profiles.createPersonalSite': ({ sp }) => sp.profiles.createPersonalSite(),
  'Profiles.shareAllSocialData': ({ sp }) => sp.profiles.shareAllSocialData(true),
  'Profiles.clientPeoplePickerResolveUser': ({ sp }) => sp.profiles.clientPeoplePickerResolveUser(queried),
  'Profiles.clientPeoplePickerSearchUser': ({ sp }) => sp.profiles.clientPeoplePickerSearchUser(queried),
  'SPFI.social': ({ sp }) => sp.social,
  'Social.my': ({ sp }) => sp.social.my,
  'Social.getFollowedSitesUri': ({ sp }) => sp.social.getFollowedSitesUri(),
  'Social.getFollowedDocumentsUri': ({ sp }) => sp.social.getFollowedDocumentsUri(),
  'Social.follow': (place) => place.sp.social.follow(actor(place)),
  'Social.isFollowed': (place) => place.sp.social.isFollowed(actor(place)),
  'Social.stopFollowing': (place) => place.sp.social.stopFollowing(actor(place)),
  'MySocial.followed': ({ sp }) => sp.social.my.followed(15),
  'MySocial.followedCount': ({ sp }) => sp.social.my.followedCount(15),
  'MySocial.followers': ({ sp }) => sp.social.my.followers(),
  'MySocial.suggestions': ({ sp }) => sp.social.my.suggestions(),
  'SPFI.utility': ({ sp }) => sp.utility.getCurrentUserEmailAddresses(),
  'Utilities.excute': ({ sp }) => sp.utility.getCurrentUserEmailAddresses(),
  'Utilities.sendEmail': ({ sp }) => sp.utility.sendEmail({ To: ['samir.elamrani@contoso.example'], Subject: 'x', Body: 'y' }),
  'Utilities.getCurrentUserEmailAddresses': ({ sp }) => sp.utility.getCurrentUserEmailAddresses(),
  'Utilities.resolvePrincipal': ({ sp }) => sp.utility.resolvePrincipal('samir.elamrani@contoso.example', 1, 15, true, false),
  'Utilities.searchPrincipals': ({ sp }) => sp.utility.searchPrincipals('samir', 1, 15, '', 10),
  'Utilities.createEmailBodyForInvitation': ({ sp, site }) => sp.utility.createEmailBodyForInvitation(site),
  'Utilities.expandGroupsToPrincipals': async ({ sp }) => come(sp.utility.expandGroupsToPrincipals([(await come(sp.web.associatedMemberGroup())).Title], 10)),
  'SPFI.search': ({ sp }) => sp.search('home'),
  'Search.run': ({ sp }) => sp.search('home'),
  'SPFI.searchSuggest': ({ sp }) => sp.searchSuggest('home'),
  'Suggest.run': ({ sp }) => sp.searchSuggest('home'),
  'SearchResults.getPage': async ({ sp }) => come((await come(sp.search({ Querytext: '*', RowLimit: 1 }))).getPage(2)),
};
