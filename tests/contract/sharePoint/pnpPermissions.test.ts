import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { PermissionKind, type IList, type SPFI } from '@pnp/sp/presets/all.js';
import { pnpOf, refusedWith } from './pnp.ts';
import { colleague, editor, owner, visitor } from './rest.ts';

const login = (email: string): string => `i:0#.f|membership|${email}`;
const readId = 1073741826;
const contributeId = 1073741827;

const sharePoint = await localSharePointForAll('--empty');
let sp: SPFI;
let list: IList;
before(async () => {
  sp = pnpOf(sharePoint);
  list = sp.web.lists.getById((await sp.web.lists.add('Guarded')).Id);
  for (const Title of ['one', 'two', 'three']) await list.items.add({ Title });
});

describe('PnPjs: people', () => {
  it('current user, site users, ensuring and removing', async () => {
    assert.equal((await pnpOf(sharePoint, visitor).web.currentUser()).Email, visitor);
    const ensured = await sp.web.ensureUser(login(colleague));
    assert.equal(ensured.Email, colleague);
    assert.equal((await sp.web.siteUsers.getByEmail(colleague)()).Id, ensured.Id);
    assert.equal((await sp.web.siteUsers.getByLoginName(login(colleague))()).Id, ensured.Id);
    assert.equal((await sp.web.siteUsers.getById(ensured.Id)()).LoginName, login(colleague));
    assert.equal((await sp.web.siteUsers.filter(`Email eq '${colleague}'`)()).length, 1);
    assert.match(await refusedWith(sp.web.ensureUser('nobody@contoso.example')), /^400 .*The specified user nobody@contoso.example could not be found/);
    assert.match(await refusedWith(sp.web.siteUsers.getById(9999)()), /^500 .*User cannot be found/);
  });

  it('groups and their members', async () => {
    assert.deepEqual([(await sp.web.associatedOwnerGroup()).Id, (await sp.web.associatedVisitorGroup()).Id, (await sp.web.associatedMemberGroup()).Id], [3, 4, 5]);
    const group = await sp.web.siteGroups.add({ Title: 'Cooks', Description: 'They cook', AllowMembersEditMembership: true } as never);
    const cooks = sp.web.siteGroups.getById(group.Id);
    await cooks.users.add(login(visitor));
    assert.deepEqual((await cooks.users()).map((user) => user.Email), [visitor]);
    assert.equal((await pnpOf(sharePoint, visitor).web.currentUser.groups()).some((found) => found.Title === 'Cooks'), true);
    await sp.web.siteGroups.getByName('Cooks').update({ Description: 'They cooked' } as never);
    assert.deepEqual(await sp.web.siteGroups.getByName('Cooks').select('Description', 'Users/Email').expand('Users')().then((found) => [found.Description, (found as unknown as { Users: { Email: string }[] }).Users.map((user) => user.Email)]), ['They cooked', [visitor]]);
    await cooks.users.removeByLoginName(login(visitor));
    assert.deepEqual(await cooks.users(), []);
    assert.match(await refusedWith(pnpOf(sharePoint, visitor).web.siteGroups.add({ Title: 'Mine' } as never)), /^403/);
    await sp.web.siteGroups.removeById(group.Id);
    assert.match(await refusedWith(sp.web.siteGroups.getById(group.Id)()), /^404/);
  });

  it('pickers, profiles and pictures', async () => {
    const found = await sp.profiles.clientPeoplePickerSearchUser({ QueryString: 'lotte', MaximumEntitySuggestions: 5, PrincipalType: 1 } as never);
    assert.deepEqual(found.map((person) => person.Key), [login(colleague)]);
    assert.equal((await sp.profiles.myProperties()).Email, owner);
    assert.equal((await sp.profiles.clientPeoplePickerResolveUser({ QueryString: colleague, PrincipalType: 1 } as never)).Key, login(colleague));
    const profile = await sp.profiles.getPropertiesFor(login(colleague)) as { AccountName: string; UserProfileProperties: { Key: string; Value: string }[] };
    const department = profile.UserProfileProperties.find(({ Key }) => Key === 'Department')?.Value ?? '';
    assert.deepEqual([profile.AccountName, department !== '', await sp.profiles.getUserProfilePropertyFor(login(colleague), 'Department')], [login(colleague), true, department]);
    const picture = await fetch(`${sharePoint.site}/_layouts/15/userphoto.aspx?size=L&accountname=${colleague}`);
    assert.deepEqual([picture.status, /^image\//.test(picture.headers.get('content-type') ?? '')], [200, true]);
  });
});

describe('PnPjs: permissions', () => {
  it('effective ones of oneself and of others', async () => {
    assert.equal(await sp.web.currentUserHasPermissions(PermissionKind.ManageLists), true);
    const as = pnpOf(sharePoint, visitor);
    assert.deepEqual([await as.web.currentUserHasPermissions(PermissionKind.ViewListItems), await as.web.currentUserHasPermissions(PermissionKind.AddListItems)], [true, false]);
    assert.equal(await as.web.lists.getByTitle('Guarded').currentUserHasPermissions(PermissionKind.EditListItems), false);
    const mask = await list.getUserEffectivePermissions(login(visitor));
    assert.deepEqual([mask.High, mask.Low].map(String), ['176', '138612833']);
    assert.match(await refusedWith(as.web.getUserEffectivePermissions(login(owner))), /^403/);
    assert.equal(await sp.web.userHasPermissions(login(editor), PermissionKind.EditListItems), true);
    assert.equal((await list.items.getById(1).getCurrentUserEffectivePermissions()).High !== undefined, true);
  });

  it('levels: to read, to make, to change, to delete', async () => {
    assert.equal((await sp.web.roleDefinitions.getByName('Full Control')()).RoleTypeKind, 5);
    assert.equal((await sp.web.roleDefinitions.getByType(2)()).Id, readId);
    const { data, definition } = await sp.web.roleDefinitions.add('Take part', 'adds only', 130, { High: 176, Low: 138612835 } as never) as unknown as { data: { Id: number; BasePermissions: { Low: string } }; definition: ReturnType<typeof sp.web.roleDefinitions.getById> };
    assert.equal(data.BasePermissions.Low, '138612835');
    await definition.update({ Description: 'adds', BasePermissions: { High: 176, Low: 138612835 } } as never);
    assert.equal((await sp.web.roleDefinitions.getById(data.Id)()).Description, 'adds');
    await sp.web.roleDefinitions.getById(data.Id).delete();
    assert.match(await refusedWith(sp.web.roleDefinitions.getById(data.Id)()), /^400/);
  });

  it('a list with its own: broken, granted, taken back, inherited again', async () => {
    const as = pnpOf(sharePoint, visitor).web.lists.getByTitle('Guarded');
    const { Id: id } = await sp.web.ensureUser(login(visitor));
    await list.breakRoleInheritance(false, true);
    assert.equal((await sp.web.lists.getByTitle('Guarded').select('HasUniqueRoleAssignments')<{ HasUniqueRoleAssignments: boolean }>()).HasUniqueRoleAssignments, true);
    assert.match(await refusedWith(as()), /^404 .*List 'Guarded' does not exist/);
    await list.roleAssignments.add(id, contributeId);
    await as.items.add({ Title: 'four' });
    const assignments = await sp.web.lists.getByTitle('Guarded').roleAssignments.expand('Member', 'RoleDefinitionBindings')() as unknown as { PrincipalId: number; Member: { Title: string }; RoleDefinitionBindings: { Name: string }[] }[];
    assert.deepEqual(assignments.map((found) => [found.PrincipalId, found.Member.Title, found.RoleDefinitionBindings.map((role) => role.Name)]), [[6, 'Marijke van der Velden', ['Full Control']], [id, 'Yusuf Demir', ['Contribute']]]);
    assert.deepEqual((await list.roleAssignments.getById(id).bindings()).map((role: { Name: string }) => role.Name), ['Contribute']);
    await list.roleAssignments.remove(id, contributeId);
    assert.match(await refusedWith(as()), /^404/);
    await list.resetRoleInheritance();
    assert.equal((await as.items()).length, 4);
    assert.match(await refusedWith(as.breakRoleInheritance()), /^403/);
  });

  it('one item with its own', async () => {
    await list.items.getById(2).breakRoleInheritance(false);
    const as = (): IList => pnpOf(sharePoint, visitor).web.lists.getByTitle('Guarded');
    assert.deepEqual((await as().items.select('Title')()).map(({ Title }) => Title), ['one', 'three', 'four']);
    assert.match(await refusedWith(as().items.getById(2)()), /^404 .*Item does not exist/);
    assert.equal((await as()()).ItemCount, 4);
    const holder = async (id: number): Promise<string> => ((await list.items.getById(id).firstUniqueAncestorSecurableObject()) as { Title: string }).Title;
    assert.deepEqual([await holder(1), await holder(2)], ['Intranet', 'two']);
    await list.items.getById(2).resetRoleInheritance();
    assert.equal((await as().items()).length, 4);
  });

  it('the web itself: read, change', async () => {
    assert.equal((await sp.web.select('Title', 'EffectiveBasePermissions')()).Title, 'Intranet');
    await sp.web.update({ Title: 'Our intranet', Description: 'of us all' });
    assert.deepEqual(await sp.web().then((web) => [web.Title, web.Description]), ['Our intranet', 'of us all']);
    assert.match(await refusedWith(pnpOf(sharePoint, visitor).web.update({ Title: 'Mine' })), /^403/);
    assert.match(await refusedWith(sp.web.update({ Nonsense: 1 } as never)), /^400 .*does not exist on type 'SP.Web'/);
    assert.equal((await sp.site.rootWeb()).Title, 'Our intranet');
    assert.equal((await sp.web.regionalSettings()).LocaleId, 1033);
  });
});
