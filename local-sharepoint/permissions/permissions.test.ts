import assert from 'node:assert/strict';
import test from 'node:test';
import { grants, toHighLow } from '../model/basePermissions.ts';
import { peopleChild } from '../people/peopleChild.ts';
import { ask, editor, entitiesOf, entityOf, newSite, requestOf, segment, sessionOf, visitor } from '../people/siteFixture.ts';
import { complex } from '../routing/complex.ts';
import type { Answer, PathSegment, ResourceRequest } from '../routing/resource.ts';
import { hasUniqueRoleAssignments } from './roleAssignments.ts';
import { securableChild } from './securableChild.ts';
import type { Securable } from './securable.ts';

const denied = { status: 403, code: '-2147024891, System.UnauthorizedAccessException' };
const readId = 1073741826;
const fullControlId = 1073741829;
const everyoneId = 4;
const through = (securable: Securable, path: readonly PathSegment[], request: ResourceRequest): Answer =>
  ask((segment_, asked) => securableChild(securable, segment_, asked), path, request);

test('the masks of owner, editor and visitor are the recorded ones', () => {
  const site = newSite();
  const masks = [undefined, editor, visitor].map((who) => toHighLow(sessionOf(site, who).permissions.onWeb()));
  assert.deepEqual(masks, [{ High: '2147483647', Low: '4294705151' }, { High: '432', Low: '1011030767' }, { High: '176', Low: '138612833' }]);
});

test('a list takes the permissions of the web until it has its own; clearing leaves the current user alone with it', () => {
  const site = newSite();
  const list: Securable = { kind: 'list', list: site.list };
  const breaking = segment('breakroleinheritance', [], { copyroleassignments: false, clearsubscopes: true });
  assert.throws(() => through(list, [breaking], requestOf(sessionOf(site, editor), 'POST')), denied);
  through(list, [breaking], requestOf(sessionOf(site), 'POST'));
  assert.equal(hasUniqueRoleAssignments(site.database, site.list.id), true);
  assert.equal(site.list.hasUniqueRoleAssignments, true);
  assert.equal(sessionOf(site, visitor).permissions.onList(site.list), 0n);
  const assignments = entitiesOf(through(list, [segment('roleassignments')], requestOf(sessionOf(site), 'GET', undefined, { $expand: 'Member,RoleDefinitionBindings' })));
  assert.equal(assignments.length, 1);
  assert.deepEqual(Object.keys(assignments[0]?.properties ?? {}), ['Member', 'RoleDefinitionBindings', 'PrincipalId']);
  assert.equal(assignments[0]?.properties['PrincipalId'], 6);
  through(list, [segment('resetroleinheritance')], requestOf(sessionOf(site), 'POST'));
  assert.equal(grants(sessionOf(site, visitor).permissions.onList(site.list), 'ViewListItems'), true);
  assert.equal(site.list.hasUniqueRoleAssignments, false);
});

test('participants: a level of its own on one list, for everybody, and nothing elsewhere', () => {
  const site = newSite();
  const list: Securable = { kind: 'list', list: site.list };
  const owner = (method: ResourceRequest['method'], json?: unknown): ResourceRequest => requestOf(sessionOf(site), method, json);
  const level = entityOf(ask(peopleChild, [segment('roledefinitions')], owner('POST', { Name: 'Participate', Order: 200, BasePermissions: { High: '176', Low: String(138612833 + 2 + 4 + 8) } })));
  through(list, [segment('breakroleinheritance', [true, true])], owner('POST'));
  through(list, [segment('roleassignments'), segment('addroleassignment', [], { principalid: everyoneId, roledefid: Number(level.properties['Id']) })], owner('POST'));
  const { permissions } = sessionOf(site, visitor);
  assert.equal(grants(permissions.onList(site.list), 'AddListItems', 'EditListItems', 'DeleteListItems'), true);
  assert.equal(grants(permissions.onList(site.list), 'ManageLists'), false);
  assert.equal(grants(permissions.onWeb(), 'AddListItems'), false);
  through(list, [segment('roleassignments'), segment('removeroleassignment', [], { principalid: everyoneId, roledefid: Number(level.properties['Id']) })], owner('POST'));
  assert.equal(grants(sessionOf(site, visitor).permissions.onList(site.list), 'AddListItems'), false);
});

test('an item with permissions of its own is hidden from those who have none', () => {
  const site = newSite();
  const item: Securable = { kind: 'item', list: site.list, itemId: 2 };
  through(item, [segment('breakroleinheritance', [], { copyroleassignments: false })], requestOf(sessionOf(site), 'POST'));
  const scope = String(site.database.prepare('SELECT _scope FROM tasks WHERE ID = 2').get()?.['_scope']);
  const { permissions } = sessionOf(site, visitor);
  assert.deepEqual(permissions.hiddenScopes(site.list), [scope]);
  assert.equal(permissions.onItem(site.list, scope), 0n);
  assert.equal(grants(permissions.onItem(site.list, null), 'ViewListItems'), true);
  assert.deepEqual(sessionOf(site).permissions.hiddenScopes(site.list), []);
  through(item, [segment('roleassignments'), segment('addroleassignment', [everyoneId, readId])], requestOf(sessionOf(site), 'POST'));
  assert.deepEqual(sessionOf(site, visitor).permissions.hiddenScopes(site.list), []);
  through({ kind: 'list', list: site.list }, [segment('breakroleinheritance', [true, true])], requestOf(sessionOf(site), 'POST'));
  assert.equal(site.database.prepare('SELECT _scope FROM tasks WHERE ID = 2').get()?.['_scope'], null, 'clearing subscopes ends it');
});

test('who was given something below the web may reach it: Limited Access', () => {
  const site = newSite();
  const list: Securable = { kind: 'list', list: site.list };
  through(list, [segment('breakroleinheritance', [], { copyroleassignments: true })], requestOf(sessionOf(site), 'POST'));
  through(list, [segment('roleassignments'), segment('addroleassignment', [10, readId])], requestOf(sessionOf(site), 'POST'));
  const onWeb = entityOf(through({ kind: 'web' }, [segment('roleassignments'), segment('getbyprincipalid', [10])], requestOf(sessionOf(site), 'GET', undefined, { $expand: 'RoleDefinitionBindings' })));
  assert.deepEqual((onWeb.properties['RoleDefinitionBindings'] as { properties: { Name: string } }[]).map((role) => role.properties.Name), ['Limited Access']);
});

test('permissions are not shown to those who may not enumerate them', () => {
  const site = newSite();
  const login = `i:0#.f|membership|${visitor}`;
  assert.throws(() => through({ kind: 'web' }, [segment('roleassignments')], requestOf(sessionOf(site, visitor))), denied);
  assert.throws(() => through({ kind: 'web' }, [segment('getusereffectivepermissions', [login])], requestOf(sessionOf(site, visitor))), denied);
  const answer = through({ kind: 'web' }, [segment('getusereffectivepermissions', [login])], requestOf(sessionOf(site)));
  assert.deepEqual(answer, { kind: 'property', name: 'GetUserEffectivePermissions', value: complex('SP.BasePermissions', { High: '176', Low: '138612833' }) });
  assert.deepEqual(through({ kind: 'web' }, [segment('doesuserhavepermissions', ["{'High':'176','Low':'138612833'}"])], requestOf(sessionOf(site, visitor))),
    { kind: 'property', name: 'DoesUserHavePermissions', value: true });
});

test('what is not there is refused', () => {
  const site = newSite();
  const post = requestOf(sessionOf(site), 'POST');
  assert.throws(() => through({ kind: 'web' }, [segment('roleassignments'), segment('addroleassignment', [999, readId])], post), { status: 404, message: 'Can not find the principal with id: 999.' });
  assert.throws(() => through({ kind: 'web' }, [segment('roleassignments'), segment('addroleassignment', [7, 5])], post), { status: 400 });
  assert.throws(() => through({ kind: 'list', list: site.list }, [segment('roleassignments'), segment('addroleassignment', [7, fullControlId])], post), { status: 400 }, 'a list that inherits');
  assert.throws(() => through({ kind: 'web' }, [segment('resetroleinheritance')], post), { status: 501 });
});

test('Limited Access cannot be given by hand, and whether an object has permissions of its own can be asked', () => {
  const site = newSite();
  assert.throws(() => through({ kind: 'web' }, [segment('roleassignments'), segment('addroleassignment', [7, 1073741825])], requestOf(sessionOf(site), 'POST')), { status: 400 });
  assert.deepEqual(through({ kind: 'item', list: site.list, itemId: 1 }, [segment('HasUniqueRoleAssignments')], requestOf(sessionOf(site))),
    { kind: 'property', name: 'HasUniqueRoleAssignments', value: false });
});

test('working out permissions is cheap: once for each person and scope', () => {
  const site = newSite();
  const { permissions } = sessionOf(site, visitor);
  const start = performance.now();
  for (let time = 0; time < 20_000; time += 1) {
    permissions.onItem(site.list, null);
  }
  assert.ok(performance.now() - start < 1_000);
});
