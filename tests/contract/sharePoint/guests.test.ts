import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Web, type SPFI } from '@pnp/sp/presets/all.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf } from './pnp.ts';
import { addItem, colleague, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const guest = 'anna@partner.example';
const login = 'i:0#.f|membership|anna_partner.example#ext#@contoso.example';
const readId = 1073741826;
const denied = '403 -2147024891, System.UnauthorizedAccessException Access denied. You do not have permission to perform this action or access this resource.';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
let guestId = 0;
before(async () => {
  sp = pnpOf(sharePoint);
  assert.equal((await rest('/_local/people', { body: { email: guest, title: 'Anna Guest', guest: true } })).status, 200);
  guestId = Number((await rest('web/ensureuser', { body: { logonName: login } })).json['Id']);
});

describe('guests', () => {
  it('are named as SharePoint names them', async () => {
    const { LoginName, Email, IsShareByEmailGuestUser, IsEmailAuthenticationGuestUser, UserId, UserPrincipalName, PrincipalType } = (await rest(`web/getuserbyid(${guestId})`)).json;
    assert.deepEqual({ LoginName, Email, IsShareByEmailGuestUser, IsEmailAuthenticationGuestUser, UserId, UserPrincipalName, PrincipalType }, {
      LoginName: login, Email: guest, IsShareByEmailGuestUser: true, IsEmailAuthenticationGuestUser: false, UserId: null, UserPrincipalName: 'anna_partner.example#ext#@contoso.example', PrincipalType: 1,
    });
    assert.equal((await rest('web/siteusers/getbyemail(\'anna@partner.example\')')).json['Id'], guestId);
    assert.equal((await rest('web/currentuser', { as: visitor })).json['IsShareByEmailGuestUser'], false);
  });

  it('are not everyone: they see nothing until they are given something', async () => {
    assert.equal(refusal(await rest('web', { as: guest })), denied);
    assert.equal(refusal(await rest('web/lists', { as: guest })), denied);
    const list = await newList(rest, 'Shared');
    const [one, two] = [await addItem(rest, list.path, { Title: 'shared with Anna' }), await addItem(rest, list.path, { Title: 'not shared' })];
    await rest(`${list.path}/items(${one})/breakroleinheritance(copyRoleAssignments=true,clearSubscopes=false)`, { method: 'POST' });
    assert.equal((await rest(`${list.path}/items(${one})/roleassignments/addroleassignment(principalid=${guestId},roledefid=${readId})`, { method: 'POST' })).status, 200);
    assert.deepEqual(values(await rest(`${list.path}/items?$select=Id`, { as: guest })).map(({ Id }) => Id), [one]);
    assert.equal((await rest(`${list.path}/items(${two})`, { as: guest })).status, 404, 'an item that one may not see is not there');
    assert.equal((await rest("web/lists/getbytitle('Documents')/items", { as: guest })).status === 200 && values(await rest("web/lists/getbytitle('Documents')/items", { as: guest })).length, 0);
    assert.equal((await rest(`${list.path}/items`, { body: { Title: 'x' }, as: guest })).status, 403);
    const levels = async (path: string): Promise<unknown> => {
      const found = (await rest(`${path}/roleassignments/getbyprincipalid(${guestId})?$expand=RoleDefinitionBindings`)).json;
      return (found['RoleDefinitionBindings'] as Json[]).map(({ Id, Name }) => [Id, Name]);
    };
    assert.deepEqual(await levels('web'), [[1073741825, 'Limited Access']]);
    assert.deepEqual(await levels(`${list.path}/items(${one})`), [[readId, 'Read']]);
  });

  it('in the group of visitors read like others', async () => {
    const list = await newList(rest, 'Read by guests');
    await addItem(rest, list.path, { Title: 'one' });
    const { json } = await rest('web/associatedvisitorgroup');
    assert.equal((await rest(`web/sitegroups(${String(json['Id'])})/users`, { body: { LoginName: login } })).status, 201);
    assert.equal(values(await rest(`${list.path}/items`, { as: guest })).length, 1);
    assert.equal((await rest('web/lists', { body: { Title: 'x', BaseTemplate: 100 }, as: guest })).status, 403);
    assert.deepEqual((await rest(`web/getusereffectivepermissions(@u)?@u='${encodeURIComponent(login)}'`)).json, { High: '176', Low: '138612833' });
    await rest(`web/sitegroups(${String(json['Id'])})/users/removebyid(${guestId})`, { method: 'POST' });
    assert.equal(values(await rest(`${list.path}/items`, { as: guest })).length, 0);
  });
});

describe('associated groups of a web', () => {
  it('are those of the web above until it gets its own; PnPjs makes them', async () => {
    const made = await sp.web.webs.add('Team', 'team') as unknown as { Url: string };
    const web = Web([sp.web, made.Url]);
    assert.equal((await web.associatedOwnerGroup()).Id, (await sp.web.associatedOwnerGroup()).Id);
    await web.createDefaultAssociatedGroups('Team', colleague, false, true);
    const own = await Promise.all([web.associatedOwnerGroup(), web.associatedMemberGroup(), web.associatedVisitorGroup()]);
    assert.deepEqual(own.map(({ Title }) => Title), ['Team Owners', 'Team Members', 'Team Visitors']);
    assert.deepEqual((await web.associatedOwnerGroup.users()).map(({ Email }) => Email), [colleague]);
    const assigned = await web.roleAssignments.expand('Member', 'RoleDefinitionBindings')() as unknown as { Member: Json; RoleDefinitionBindings: Json[] }[];
    const levels = new Map(assigned.map(({ Member, RoleDefinitionBindings }) => [Member['Title'], RoleDefinitionBindings.map(({ Name }) => Name)]));
    assert.deepEqual([levels.get('Team Owners'), levels.get('Team Members'), levels.get('Team Visitors')], [['Full Control'], ['Edit'], ['Read']]);
    assert.equal((await rest(`${new URL(made.Url).pathname}/_api/web`, { as: colleague })).json['Title'], 'Team');
    assert.equal(refusal(await rest(`${new URL(made.Url).pathname}/_api/web`, { as: visitor })), denied);
    await web.createDefaultAssociatedGroups('Team', colleague, false, true);
    assert.equal((await web.siteGroups.filter("startswith(Title,'Team ')")()).length, 3, 'a second time makes no others');
    const before = (await sp.web.siteGroups()).length;
    await sp.web.createDefaultAssociatedGroups('Root', '');
    assert.equal((await sp.web.siteGroups()).length, before);
  });
});
