import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../localSharePointForAll.ts';
import { editor, repositoriesOf, setUp, visitor } from './repositories.ts';

const sharePoint = await localSharePointForAll('--empty');

const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };
const item = (list: string): string => `web/getlist('/sites/intranet/Lists/${list}')`;

describe('set-up', () => {
  it('tells a visitor who to ask, and refuses to be run by one', async () => {
    const { feed, loadSetup } = await repositoriesOf(sharePoint, visitor);
    const screen = await feed.loadFirstScreen({}, 10);
    assert.deepEqual([screen.setup, screen.abilities], ['missing', { participate: false, manage: false }]);
    const setup = await loadSetup();
    const state = await setup.check();
    assert.equal(state.mayManage, false);
    assert.deepEqual(state.owners.map((owner) => owner.name), ['Marijke van der Velden']);
    await assert.rejects(setup.run(() => undefined, new AbortController().signal), /notAllowed/);
  });

  it('may be stopped and repeated, and ends with nothing wrong', async () => {
    const setup = await (await repositoriesOf(sharePoint)).loadSetup();
    const stop = new AbortController();
    const stopped = await setup.run(({ done }) => { if (done > 0) stop.abort(); }, stop.signal);
    assert.notEqual(stopped.status, 'ready');
    const state = await setUp(sharePoint);
    assert.deepEqual(state.parts.filter((part) => part.problem !== undefined), []);
    assert.equal(state.status, 'ready');
    await sharePoint.forgetRequests();
    assert.equal((await setUp(sharePoint)).status, 'ready');
    assert.equal((await sharePoint.requests()).flatMap((request) => request.parts ?? []).filter((part) => !part.startsWith('GET')).length, 0, 'nothing is written when nothing is wrong');
  });

  it('lets a visitor take part, and change nothing else', async () => {
    const as = visitor;
    const add = (list: string, body: object, who = as): Promise<{ status: number; json: unknown }> => sharePoint.ask(`${item(list)}/items`, { method: 'POST', body, as: who });
    const owners = await sharePoint.ask(`${item('SchilPosts')}/items`, { method: 'POST', body: { Title: 'Of the owner', Key: 'owner-1' } });
    const { Id: ownersId } = owners.json as { Id: number };
    const mine = await add('SchilPosts', { Title: 'Mine', Key: 'visitor-1' });
    assert.equal(mine.status, 201);
    const { Id: myId } = mine.json as { Id: number };
    for (const list of ['SchilReplies', 'SchilReactions']) assert.equal((await add(list, { Title: 'x', PostId: ownersId, Key: `visitor-${list}` })).status, 201, list);
    assert.equal((await sharePoint.ask(`${item('SchilPosts')}/items(${myId})`, { method: 'POST', body: { Title: 'Changed' }, headers: merge, as })).status, 204);
    const refusals: [string, string, object | undefined, Record<string, string>][] = [
      [`${item('SchilPosts')}/items(${ownersId})`, 'POST', { Title: 'Changed' }, merge], [`${item('SchilPosts')}/items(${ownersId})`, 'DELETE', undefined, {}],
      [`${item('SchilThemes')}/items`, 'POST', { Title: 'A theme' }, {}], [`${item('SchilSettings')}/items`, 'POST', { Title: 'x', Key: 'x' }, {}],
      [item('SchilPosts'), 'POST', { WriteSecurity: 1 }, merge], [item('SchilPosts'), 'DELETE', undefined, {}],
      [`${item('SchilPosts')}/fields/createfieldasxml`, 'POST', { parameters: { SchemaXml: '<Field Type="Text" Name="X" DisplayName="X"/>' } }, {}],
      [`${item('SchilPosts')}/roleassignments/addroleassignment(principalid=4,roledefid=1073741829)`, 'POST', undefined, {}],
      [`${item('SchilPosts')}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, 'POST', undefined, {}],
      [`${item('SchilPosts')}/items(${myId})/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, 'POST', undefined, {}],
      ['web/lists', 'POST', { Title: 'Own list', BaseTemplate: 100 }, {}], ['web', 'POST', { Title: 'Mine now' }, merge],
      ['web/roledefinitions', 'POST', { Name: 'x', BasePermissions: { High: '0', Low: '1' } }, {}], ["web/lists/getbytitle('Site Pages')/items", 'POST', { Title: 'x' }, {}],
    ];
    for (const [path, method, body, headers] of refusals) {
      const refused = await sharePoint.ask(path, { method, body, headers, as });
      assert.equal(refused.status, 403, `${method} ${path}: ${refused.text}`);
    }
    const asOwner = [{ FieldName: 'Title', FieldValue: 'Forged' }, { FieldName: 'Author', FieldValue: "[{'Key':'i:0#.f|membership|marijke.vandervelden@contoso.example'}]" }];
    assert.equal((await sharePoint.ask(`${item('SchilPosts')}/addvalidateupdateitemusingpath`, { method: 'POST', body: { formValues: asOwner, bNewDocumentUpdate: true }, as })).status, 403);
  });

  it('gives editors the themes, and no more of the conversations than anybody', async () => {
    assert.equal((await sharePoint.ask(`${item('SchilThemes')}/items`, { method: 'POST', body: { Title: 'Sustainability' }, as: editor })).status, 201);
    const { value } = (await sharePoint.ask(`${item('SchilPosts')}/items?$select=Id&$top=1`)).json as { value: { Id: number }[] };
    assert.equal((await sharePoint.ask(`${item('SchilPosts')}/items(${value[0]?.Id ?? 0})`, { method: 'DELETE', as: editor })).status, 403);
  });

  it('names what is wrong and mends it', async () => {
    const setup = await (await repositoriesOf(sharePoint)).loadSetup();
    await sharePoint.ask(`${item('SchilPosts')}/fields/getbyinternalnameortitle('ThemeId')`, { method: 'POST', body: { Indexed: false }, headers: merge });
    await sharePoint.ask(`${item('SchilReplies')}/fields/getbyinternalnameortitle('Key')`, { method: 'DELETE' });
    await sharePoint.ask(item('SchilReactions'), { method: 'POST', body: { WriteSecurity: 1 }, headers: merge });
    await sharePoint.ask(`${item('SchilThemes')}/roleassignments/addroleassignment(principalid=4,roledefid=1073741829)`, { method: 'POST' });
    const problems = (await setup.check()).parts.filter((part) => part.problem !== undefined).map((part) => `${part.list} ${part.name} ${part.subject} ${part.problem}`);
    assert.deepEqual(problems.sort(), [
      'SchilPosts ThemeId index notIndexed', 'SchilReactions items permission wrongItemSecurity', 'SchilReplies Key column missing', 'SchilReplies Key index missing',
      'SchilReplies Key uniqueKey missing', 'SchilThemes Intranet Visitors permission grantedTooMuch',
    ]);
    assert.equal((await setUp(sharePoint)).status, 'ready');
  });
});
