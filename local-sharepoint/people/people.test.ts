import assert from 'node:assert/strict';
import test from 'node:test';
import { complex } from '../routing/complex.ts';
import { findUser, owner, sessionDirectory } from './directory.ts';
import { installPeople } from './installPeople.ts';
import { addPeople, everyoneLogin } from './organisation.ts';
import { peopleChild } from './peopleChild.ts';
import { photo } from './photo.ts';
import { rootChild } from './rootChild.ts';
import { ask, editor, entitiesOf, entityOf, newSite, requestOf, segment, sessionOf, visitor, webId } from './siteFixture.ts';

const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };

test('a new site has an owner with a small id, and installing again changes nothing', () => {
  const { database } = newSite();
  const before = database.prepare('SELECT COUNT(*) AS n FROM principals').get();
  installPeople(database, webId, { url: '/sites/intranet', title: 'Intranet' });
  assert.deepEqual(database.prepare('SELECT COUNT(*) AS n FROM principals').get(), before);
  assert.equal(owner(database, webId).id, 6);
  assert.equal(owner(database, webId).isSiteAdmin, true);
});

test('the current user is written as recorded', () => {
  const site = newSite();
  const { properties, editLink } = entityOf(ask(peopleChild, [segment('currentuser')], requestOf(sessionOf(site, visitor))));
  assert.equal(editLink, `Web/GetUserById(${properties['Id']})`);
  assert.deepEqual(Object.keys(properties), ['Id', 'IsHiddenInUI', 'LoginName', 'Title', 'PrincipalType', 'Email', 'Expiration',
    'IsEmailAuthenticationGuestUser', 'IsShareByEmailGuestUser', 'IsSiteAdmin', 'UserId', 'UserPrincipalName']);
  assert.equal(properties['LoginName'], `i:0#.f|membership|${visitor}`);
  assert.equal(properties['IsSiteAdmin'], false);
});

test('a visitor belongs to the visitors by the everyone claim', () => {
  const { database } = newSite();
  const user = findUser(database, webId, visitor);
  assert.deepEqual(sessionDirectory(database, webId).groupIdsOf(user?.id ?? 0), [4]);
});

test('a user that is not there is refused as recorded', () => {
  const session = sessionOf(newSite());
  assert.throws(() => ask(peopleChild, [segment('getUserById', [999])], requestOf(session)), { status: 500, message: 'User cannot be found.' });
  assert.throws(() => ask(peopleChild, [segment('ensureuser', ['nobody@contoso.example'])], requestOf(session, 'POST')),
    { status: 400, message: 'The specified user nobody@contoso.example could not be found.' });
});

test('somebody new to the organisation becomes a site user once', () => {
  const site = newSite();
  addPeople(site.database, [{ email: 'New.Person@contoso.example', title: 'New Person' }]);
  const ensure = (): unknown => entityOf(ask(peopleChild, [segment('ensureuser')],
    requestOf(sessionOf(site, visitor), 'POST', { logonName: 'i:0#.f|membership|new.person@contoso.example' }))).properties['Id'];
  assert.equal(ensure(), ensure());
});

test('groups: the owner makes one and fills it, a visitor may not', () => {
  const site = newSite();
  const make = (email?: string): number => Number(entityOf(ask(peopleChild, [segment('sitegroups')], requestOf(sessionOf(site, email), 'POST',
    { Title: `Editors of ${email}`, Description: 'They edit', AllowMembersEditMembership: true }))).properties['Id']);
  assert.throws(() => make(visitor), denied);
  const id = make();
  const group = entityOf(ask(peopleChild, [segment('sitegroups'), segment('getbyid', [id])], requestOf(sessionOf(site))));
  assert.equal(group.properties['OwnerTitle'], 'Marijke van der Velden');
  assert.equal(group.properties['AllowMembersEditMembership'], true);
  const users = [segment('sitegroups', [id]), segment('users')];
  const login = { LoginName: `i:0#.f|membership|${visitor}` };
  assert.throws(() => ask(peopleChild, users, requestOf(sessionOf(site, visitor), 'POST', login)), denied);
  ask(peopleChild, users, requestOf(sessionOf(site), 'POST', login));
  assert.equal(entitiesOf(ask(peopleChild, users, requestOf(sessionOf(site, visitor)))).length, 1, 'a member sees the members');
  assert.throws(() => ask(peopleChild, users, requestOf(sessionOf(site, editor))), denied, 'others do not');
  ask(peopleChild, [...users, segment('removeByLoginName', [login.LoginName])], requestOf(sessionOf(site), 'POST'));
  assert.equal(entitiesOf(ask(peopleChild, users, requestOf(sessionOf(site)))).length, 0);
  ask(peopleChild, [segment('sitegroups'), segment('removebyid', [id])], requestOf(sessionOf(site), 'POST'));
  assert.throws(() => ask(peopleChild, [segment('sitegroups', [id])], requestOf(sessionOf(site))), { status: 404 });
});

test('the visitors of the site are everyone; anybody may see who owns it', () => {
  const site = newSite();
  const members = (name: string): unknown[] => entitiesOf(ask(peopleChild, [segment(name), segment('users')], requestOf(sessionOf(site, visitor)))).map((user) => user.properties['LoginName']);
  assert.deepEqual(members('associatedvisitorgroup'), [everyoneLogin]);
  assert.deepEqual(members('associatedownergroup'), ['i:0#.f|membership|marijke.vandervelden@contoso.example']);
});

test('permission levels are the owner\'s to see and change', () => {
  const site = newSite();
  const level = { BasePermissions: { High: '0', Low: '2' }, Description: 'hi new role', Name: 'Test RoleDef 2', Order: 0 };
  assert.throws(() => ask(peopleChild, [segment('roledefinitions')], requestOf(sessionOf(site, editor), 'POST', level)), denied);
  const made = entityOf(ask(peopleChild, [segment('roledefinitions')], requestOf(sessionOf(site), 'POST', level)));
  assert.deepEqual(made.properties, {
    BasePermissions: complex('SP.BasePermissions', { High: '0', Low: '2' }), Description: 'hi new role', Hidden: false, Id: made.properties['Id'], Name: 'Test RoleDef 2', Order: 0, RoleTypeKind: 0,
  });
  assert.equal(entitiesOf(ask(peopleChild, [segment('roledefinitions')], requestOf(sessionOf(site)))).length, 9);
  const read = entityOf(ask(peopleChild, [segment('roledefinitions'), segment('getbytype', [2])], requestOf(sessionOf(site))));
  assert.deepEqual(read.properties['BasePermissions'], complex('SP.BasePermissions', { High: '176', Low: '138612833' }));
});

test('the people picker finds by the beginning of any name, without accents', () => {
  const site = newSite();
  const pick = (text: string, types = 15): { DisplayText: string }[] => {
    const answer = ask(rootChild, [segment('SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.clientPeoplePickerSearchUser')],
      requestOf(sessionOf(site, visitor), 'POST', { queryParams: { QueryString: text, PrincipalType: types, MaximumEntitySuggestions: 5 } }));
    return answer.kind === 'property' ? JSON.parse(String(answer.value)) as { DisplayText: string }[] : [];
  };
  assert.deepEqual(pick('wis').map((found) => found.DisplayText), ['Tomasz Wiśniewski']);
  assert.deepEqual(pick('lopez').map((found) => found.DisplayText), ['Oscar López García']);
  assert.ok(pick('intranet', 8).length === 3);
  assert.deepEqual(pick(''), []);
});

test('a profile has the recorded keys', () => {
  const site = newSite();
  const profile = entityOf(ask(rootChild, [segment('SP.UserProfiles.PeopleManager'), segment('GetPropertiesFor', [], { accountname: `i:0#.f|membership|${editor}` })], requestOf(sessionOf(site))));
  const pairs = (profile.properties['UserProfileProperties'] as { properties: { Key: string; Value: string } }[]).map((pair) => pair.properties);
  assert.equal(pairs.length, 108);
  assert.equal(pairs.find((pair) => pair.Key === 'SPS-JobTitle')?.Value, 'Internal Communications Editor');
  assert.deepEqual(profile.properties['ExtendedManagers'], ['i:0#.f|membership|willem.degraaf@contoso.example', 'i:0#.f|membership|marijke.vandervelden@contoso.example']);
});

test('pictures: the same for the same person, the grey figure for who has none', () => {
  const { database } = newSite();
  const get = (query: string): string => String(photo(new URL(`http://h/_layouts/15/userphoto.aspx?${query}`), { database }).body);
  assert.equal(get(`size=S&accountname=${visitor}`), get(`accountname=${encodeURIComponent(`i:0#.f|membership|${visitor}`)}&size=s`));
  assert.notEqual(get(`accountname=${visitor}`), get(`accountname=${editor}`));
  assert.equal(get('accountname=lars.brouwer@contoso.example'), get('accountname=nobody'));
  assert.match(get(`size=L&accountname=${visitor}`), /^<svg [^>]*width="240"/);
});
