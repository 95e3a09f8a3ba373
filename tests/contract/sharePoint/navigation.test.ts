import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { editor, merge, minimal, refusal, restOf, values, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let sp: SPFI;
before(() => { sp = pnpOf(sharePoint); });

const titles = async (path: string): Promise<unknown[]> => values(await rest(path)).map(({ Title }) => Title);
const top = 'web/navigation/topnavigationbar';

describe('the navigation of a web', () => {
  it('has the recorded shape; links are added as the last one', async () => {
    const added = await rest(top, { body: { Title: 'One', Url: `${sharePoint.site}/SitePages/Home.aspx` } });
    assert.equal(added.status, 201, added.text);
    const { Id, ...others } = added.json;
    assert.ok(Number(Id) > 2000);
    assert.deepEqual(others, { AudienceIds: null, CurrentLCID: 1033, IsDocLib: true, IsExternal: false, IsVisible: true, ListTemplateType: 0, Title: 'One', Url: '/sites/intranet/SitePages/Home.aspx' });
    assert.deepEqual(Object.keys(added.json), ['AudienceIds', 'CurrentLCID', 'Id', 'IsDocLib', 'IsExternal', 'IsVisible', 'ListTemplateType', 'Title', 'Url']);
    await rest(top, { body: { Title: 'Two', Url: 'https://example.org/', IsExternal: true, AudienceIds: ['d40d729b-df60-4b57-ac8f-102595090e0a'] } });
    await rest(top, { body: { Title: 'First', Url: '/', AsLastNode: false } });
    assert.deepEqual(await titles(top), ['First', 'One', 'Two']);
    const two = values<Json>(await rest(`${top}?$filter=Title eq 'Two'`))[0];
    assert.deepEqual([two?.['IsExternal'], two?.['Url'], two?.['AudienceIds']], [true, 'https://example.org/', ['d40d729b-df60-4b57-ac8f-102595090e0a']]);
    const named = await rest(`${top}(${String(Id)})`, { headers: { accept: minimal } });
    assert.equal(named.json['odata.editLink'], `Web/Navigation/GetNodeById(${String(Id)})`);
    const whole = await rest('web/navigation?$expand=TopNavigationBar', { headers: { accept: verbose } });
    assert.equal(((whole.json['d'] as Json)['TopNavigationBar'] as { results: Json[] }).results.length, 3);
    assert.deepEqual(await titles('web/navigation/quicklaunch'), ['Documents', 'Pages', 'Site contents']);
  });

  it('nodes are changed, moved, nested and deleted with what is below them', async () => {
    const add = async (path: string, Title: string): Promise<number> => Number((await rest(path, { body: { Title, Url: '/x' } })).json['Id']);
    const [a, b] = [await add('web/navigation/quicklaunch', 'A'), await add('web/navigation/quicklaunch', 'B')];
    const below = await add(`web/navigation/quicklaunch(${a})/children`, 'A1');
    await add(`web/navigation/getnodebyid(${below})/children`, 'A11');
    assert.deepEqual(await titles(`web/navigation/getnodebyid(${a})/children`), ['A1']);
    assert.deepEqual(await titles(`web/navigation/getnodebyid(${below})/children`), ['A11']);
    const moved = await rest('web/navigation/quicklaunch/moveafter', { body: { nodeId: a, previousNodeId: b } });
    assert.deepEqual([moved.status, moved.json], [200, { 'odata.null': true }]);
    assert.deepEqual((await titles('web/navigation/quicklaunch')).slice(-2), ['B', 'A']);
    assert.equal((await rest('web/navigation/quicklaunch/moveafter', { body: { nodeId: b, previousNodeId: 0 } })).status, 200);
    assert.equal((await titles('web/navigation/quicklaunch'))[0], 'B');
    assert.equal((await rest(`web/navigation/getnodebyid(${b})`, { body: { Title: 'B changed', IsVisible: false }, headers: merge })).status, 204);
    assert.equal((await rest(`web/navigation/getnodebyid(${b})`)).json['IsVisible'], false);
    assert.equal((await rest(`web/navigation/quicklaunch(${a})`, { method: 'DELETE' })).status, 200);
    assert.deepEqual((await rest(`web/navigation/getnodebyid(${below})`)).json, { 'odata.null': true });
    assert.ok(await add('web/navigation/quicklaunch', 'C') > below + 1, 'ids are not given twice');
  });

  it('is changed by who may edit lists; refuses what it cannot read', async () => {
    assert.equal((await rest(top, { body: { Title: 'x', Url: '/x' }, as: visitor })).status, 403);
    assert.equal((await rest(top, { body: { Title: 'x', Url: '/x' }, as: editor })).status, 201);
    assert.equal((await rest(top, { as: visitor })).status, 200);
    assert.match(refusal(await rest(top, { body: { Url: '/x' } })), /^400 /);
    assert.match(refusal(await rest(top, { body: { Title: 7, Url: '/x' } })), /Edm\.String/);
    assert.match(refusal(await rest(top, { body: { Title: 'x', Nonsense: 1 } })), /'Nonsense' does not exist on type 'SP.NavigationNode'/);
    assert.match(refusal(await rest(`${top}/moveafter`, { body: { nodeId: 1, previousNodeId: 2 } })), /^400 /);
  });

  it('is each web\'s own, and goes with it', async () => {
    await rest('web/webs/add', { body: { parameters: { Title: 'Nav', Url: 'nav' } } });
    const sub = restOf(sharePoint, `${sharePoint.site}/nav`);
    assert.deepEqual(values(await sub(top)), []);
    assert.equal((await sub('web/navigation', { body: { UseShared: true }, headers: merge })).status, 204);
    assert.equal((await sub('web/navigation/useshared')).json['value'], true);
    const state = (await sub('navigation/menustate', { body: {} })).json;
    assert.deepEqual([state['SPWebPrefix'], state['SPSitePrefix'], state['StartingNodeKey'], state['StartingNodeTitle']], ['/sites/intranet/nav', '/sites/intranet', '1025', 'Quick launch']);
  });
});

describe('PnPjs: navigation', () => {
  it('nodes', async () => {
    const { quicklaunch } = sp.web.navigation;
    const one = await quicklaunch.add('P1', 'https://example.org/1') as unknown as { Id: number };
    const two = await quicklaunch.add('P2', 'https://example.org/2', false) as unknown as { Id: number };
    await quicklaunch.moveAfter(one.Id, two.Id);
    assert.deepEqual((await quicklaunch()).slice(-2).map(({ Title }) => Title), ['P2', 'P1']);
    const node = quicklaunch.getById(one.Id);
    await node.update({ Title: 'P1 changed' });
    assert.equal((await node()).Title, 'P1 changed');
    await node.children.add('P11', '/p11');
    assert.equal((await node.children()).length, 1);
    await node.delete();
    assert.equal((await quicklaunch()).some(({ Id }) => Id === one.Id), false);
  });

  it('menu state and the key of an address', async () => {
    const state = await sp.navigation.getMenuState(undefined, 3);
    assert.equal(state.StartingNodeKey, '1025');
    const [node] = state.Nodes;
    assert.equal((await sp.navigation.getMenuState(node?.Key)).StartingNodeTitle, node?.Title);
    assert.equal(await sp.navigation.getMenuNodeKey(node?.SimpleUrl ?? ''), node?.Key);
    assert.match(await refusedWith(sp.navigation.getMenuNodeKey('/nowhere')), /^400/);
  });
});
