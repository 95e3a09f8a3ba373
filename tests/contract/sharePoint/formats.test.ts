import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, minimal, newList, nometadata, refusal, restOf, verbose, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let api: string;
let path: string;
let listId: string;
before(async () => {
  api = `${sharePoint.site}/_api/`;
  const places = await newList(rest, 'Places');
  await addItem(rest, places.path, { Title: 'Utrecht' });
  ({ path, id: listId } = await newList(rest, 'Formats', ['<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>', '<Field Type="URL" Name="Link" DisplayName="Link"/>', `<Field Type="Lookup" Name="Place" DisplayName="Place" List="${places.id}" ShowField="Title"/>`]));
  await addItem(rest, path, { Title: 'One', Tags: ['a', 'b'], Link: { Url: 'https://x.example', Description: 'x' }, PlaceId: 1 });
  await addItem(rest, path, { Title: 'Two' });
});

const as = (accept: string, more: object = {}): { headers: Record<string, string> } => ({ headers: { accept, ...more } });

describe('minimal metadata', () => {
  it('is what JSON without a mode gets, and names what things are', async () => {
    const web = (await rest('web?$select=Title', as('application/json'))).json;
    assert.deepEqual(web, { 'odata.metadata': `${api}$metadata#SP.ApiData.Webs/@Element&$select=Title`, 'odata.type': 'SP.Web', 'odata.id': `${api}Web`, 'odata.editLink': 'Web', Title: 'Intranet' });
    const item = (await rest(`${path}/items(1)?$select=Title,Place/Title&$expand=Place`, as(minimal)));
    assert.match(item.headers.get('content-type') ?? '', /^application\/json;odata=minimalmetadata;streaming=true;charset=utf-8$/);
    const { GUID } = (await rest(`${path}/items(1)?$select=GUID`)).json;
    assert.deepEqual(Object.keys(item.json), ['odata.metadata', 'odata.type', 'odata.id', 'odata.etag', 'odata.editLink', 'Place@odata.navigationLinkUrl', 'Place', 'Title']);
    assert.deepEqual([item.json['odata.type'], item.json['odata.id'], item.json['odata.etag'], item.json['odata.editLink']], ['SP.Data.Formats_x0020_2ListItem', GUID, `"${String(GUID)},1"`, `Web/Lists(guid'${listId}')/Items(1)`]);
    const items = (await rest(`${path}/items?$top=1`, as(minimal))).json;
    assert.deepEqual(Object.keys(items), ['odata.metadata', 'odata.nextLink', 'value']);
    assert.equal(items['odata.metadata'], `${api}$metadata#SP.ListData.Formats_x0020_2ListItems`);
    assert.equal((await rest(`${path}/items?$filter=Id gt 99`, as(minimal))).json['odata.metadata'], `${api}$metadata#SP.ListData.Formats_x0020_2ListItems`);
    assert.deepEqual((await rest('web/title', as(minimal))).json, { 'odata.metadata': `${api}$metadata#Edm.String`, value: 'Intranet' });
    assert.equal((await rest('web/lists?$top=1', as(minimal))).json['odata.metadata'], `${api}$metadata#SP.ApiData.Lists`);
  });

  it('speaks OData 4 to who asks so, as SPFx does', async () => {
    const web = (await rest('web?$select=Title', as('application/json', { 'odata-version': '4.0' }))).json;
    assert.deepEqual(Object.keys(web), ['@odata.context', '@odata.type', '@odata.id', '@odata.editLink', 'Title']);
    const missing = (await rest("web/lists/getbytitle('No such')", as('application/json', { 'odata-version': '4.0' }))).json;
    assert.deepEqual(missing, { error: { code: '-1, System.ArgumentException', message: `List 'No such' does not exist at site with URL '${sharePoint.site}'.` } });
  });
});

describe('verbose', () => {
  it('wraps everything in d, with metadata, deferred navigations and typed collections', async () => {
    const { GUID } = (await rest(`${path}/items(1)?$select=GUID`)).json;
    const item = await rest(`${path}/items(1)`, as(verbose));
    assert.equal(item.headers.get('content-type'), 'application/json;odata=verbose;charset=utf-8');
    const d = item.json['d'] as Record<string, Json>;
    assert.deepEqual(d['__metadata'], { id: GUID, uri: `${api}Web/Lists(guid'${listId}')/Items(1)`, etag: `"${String(GUID)},1"`, type: 'SP.Data.Formats_x0020_2ListItem' });
    assert.deepEqual(d['RoleAssignments'], { __deferred: { uri: `${api}Web/Lists(guid'${listId}')/Items(1)/RoleAssignments` } });
    assert.deepEqual(d['Tags'], { __metadata: { type: 'Collection(Edm.String)' }, results: ['a', 'b'] });
    assert.deepEqual(d['Link'], { __metadata: { type: 'SP.FieldUrlValue' }, Description: 'x', Url: 'https://x.example' });
    assert.deepEqual(d['PlaceId'], 1);
    const expanded = (await rest(`${path}/items(1)?$select=Title,Place/Title&$expand=Place`, as(verbose))).json['d'] as Record<string, Json>;
    assert.deepEqual(Object.keys(expanded), ['__metadata', 'Place', 'Title']);
    assert.equal(expanded['Place']?.['Title'], 'Utrecht');
  });

  it('writes collections with results and __next, permissions and change tokens with their types', async () => {
    const { results, __next: next } = (await rest(`${path}/items?$top=1`, as(verbose))).json['d'] as { results: Json[]; __next: string };
    assert.deepEqual([results.length, next.includes('%24skiptoken=Paged%3dTRUE%26p_ID%3d1')], [1, true]);
    const web = (await rest('web', as(verbose))).json['d'] as Record<string, Json>;
    assert.deepEqual([web['CurrentChangeToken']?.['__metadata'], web['ResourcePath']?.['__metadata'], web['Lists']], [{ type: 'SP.ChangeToken' }, { type: 'SP.ResourcePath' }, { __deferred: { uri: `${api}Web/Lists` } }]);
    assert.deepEqual((await rest('web/effectivebasepermissions', as(verbose))).json, { d: { EffectiveBasePermissions: { __metadata: { type: 'SP.BasePermissions' }, High: '2147483647', Low: '4294705151' } } });
    const info = (await rest('contextinfo', { method: 'POST', ...as(verbose) })).json['d'] as { GetContextWebInformation: Json };
    assert.deepEqual([info.GetContextWebInformation['__metadata'], info.GetContextWebInformation['FormDigestTimeoutSeconds'], info.GetContextWebInformation['SupportedSchemaVersions']],
      [{ type: 'SP.ContextWebInformation' }, 1800, { __metadata: { type: 'Collection(Edm.String)' }, results: ['14.0.0.0', '15.0.0.0'] }]);
  });

  it('takes bodies that name their type, and no others', async () => {
    const post = (body: object, contentType = verbose): Promise<string> => rest(`${path}/items`, { body, headers: { accept: verbose, 'content-type': contentType } }).then((reply) => reply.status === 201 ? '201' : refusal(reply));
    const type = 'SP.Data.Formats_x0020_2ListItem';
    assert.equal(await post({ __metadata: { type }, Title: 'v', Tags: { __metadata: { type: 'Collection(Edm.String)' }, results: ['a'] } }), '201');
    assert.match(await post({ Title: 'v' }), /^400 -1, Microsoft\.SharePoint\.Client\.InvalidClientQueryException An entry without a type name was found/);
    assert.match(await post({ __metadata: { type: 'SP.Data.OtherListItem' }, Title: 'v' }), /^400 .* A type named 'SP\.Data\.OtherListItem' could not be resolved by the model\./);
    assert.match(await post({ __metadata: { type }, Tags: ['a'] }), /^400 -1, Microsoft\.Data\.OData\.ODataException A collection was found without the 'results' property\./);
    assert.match(await post({ __metadata: { type }, Title: 'v' }, 'application/json'), /^400 .* The property '__metadata' does not exist on type 'SP\.Data\.Formats_x0020_2ListItem'\./);
    assert.match(await post({ Tags: { results: ['a'] } }, 'application/json'), /^400 .* A 'StartArray' node was expected\./);
    assert.match(await post([], 'application/json'), /^400 .*'StartArray' was read from the JSON reader/);
  });
});

describe('what is accepted', () => {
  const formatFor = async (accept: string, more: object = {}): Promise<string> => {
    const { status, headers } = await rest('web?$select=Title', as(accept, more));
    return status === 200 ? headers.get('content-type')?.split(';').slice(0, 2).join(';') ?? '' : String(status);
  };

  it('is what is wanted most, and named JSON before anything', async () => {
    assert.equal(await formatFor('application/json, text/plain, */*'), 'application/json;odata=minimalmetadata');
    assert.equal(await formatFor('*/*, application/json;odata=nometadata'), 'application/json;odata=nometadata');
    assert.equal(await formatFor('application/json;q=0.5, application/atom+xml'), 'application/atom+xml;type=entry');
    assert.equal(await formatFor('application/json;odata=verbose;q=0.9, application/json;odata=nometadata;q=0.1'), 'application/json;odata=verbose');
    assert.equal(await formatFor('text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8'), 'application/atom+xml;type=entry', 'a browser');
  });

  it('is refused with 406 when nothing of it can be served', async () => {
    for (const accept of ['text/html', 'image/png', 'application/json;odata=nonsense', 'application/json;q=0']) assert.equal(await formatFor(accept), '406', accept);
    assert.equal(refusal(await rest('web', as('application/json;odata=nonsense'))), '406 -1, Microsoft.SharePoint.Client.ClientServiceException The HTTP header ACCEPT is missing or its value is invalid.');
  });

  it('in OData 4 calls its modes by other names (sp-dev-docs#644)', async () => {
    const newer = { 'odata-version': '4.0' };
    assert.equal(await formatFor('application/json', newer), 'application/json;odata.metadata=minimal');
    assert.equal(await formatFor('application/json;odata.metadata=none', newer), 'application/json;odata.metadata=none');
    assert.equal(await formatFor('*/*', newer), 'application/json;odata.metadata=minimal');
    for (const accept of [nometadata, minimal, verbose, 'application/atom+xml']) assert.equal(await formatFor(accept, newer), '406', accept);
    const refused = await rest('web', as(nometadata, newer));
    assert.deepEqual(refused.json, { error: { code: '-1, Microsoft.SharePoint.Client.ClientServiceException', message: 'The HTTP header ACCEPT is missing or its value is invalid.' } });
    assert.equal((await rest("web/lists/getbytitle('No')", as('application/json', newer))).headers.get('content-type'), 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8');
  });
});

describe('headers of answers', () => {
  it('are SharePoint\'s', async () => {
    const { headers } = await rest('web');
    for (const name of ['SPRequestGuid', 'SPClientServiceRequestDuration', 'X-SharePointHealthScore', 'MicrosoftSharePointTeamServices', 'request-id']) assert.ok(headers.get(name), name);
    assert.deepEqual([headers.get('X-SP-SERVERSTATE'), headers.get('DATASERVICEVERSION'), headers.get('content-type')], ['ReadOnly=0', '3.0', 'application/json;odata=nometadata;streaming=true;charset=utf-8']);
    // An answer of December 2021 in a public repository: it had expired fifteen days before.
    assert.equal(Date.parse(headers.get('last-modified') ?? '') - Date.parse(headers.get('expires') ?? ''), 15 * 86_400_000);
    assert.deepEqual([headers.get('cache-control'), headers.get('x-ms-invokeapp'), headers.get('x-frame-options'), headers.get('request-id')], ['private, max-age=0', '1; RequireReadOnly', 'SAMEORIGIN', headers.get('sprequestguid')]);
    const newer = (await rest('web', as('application/json', { 'odata-version': '4.0' }))).headers;
    assert.deepEqual([newer.get('odata-version'), newer.get('dataserviceversion')], ['4.0', null]);
    assert.match((await rest(`${path}/items(1)`)).headers.get('etag') ?? '', /^"[0-9a-f-]{36},1"$/);
    assert.match((await rest(`${path}/items`, { body: { Title: 'x' } })).headers.get('location') ?? '', /\/_api\/Web\/Lists\(guid'[0-9a-f-]{36}'\)\/Items\(\d+\)$/);
  });
});
