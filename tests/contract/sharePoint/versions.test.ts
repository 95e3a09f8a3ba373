import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, assertKeys, editor, merge, minimal, newList, refusal, restOf, values, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

interface Version extends Json { VersionLabel: string; VersionId: number; IsCurrentVersion: boolean; Title: string; Editor: { Email: string; LookupValue: string }; Created: string }

/** Recorded: PnP Core SDK, GetListItemVersionsAsyncTest. */
const recordedKeys =
  'Fields Created IsCurrentVersion VersionId VersionLabel ID ContentTypeId Title Modified Author Editor OData__x005f_HasCopyDestinations OData__x005f_CopySource'
  + ' owshiddenversion WorkflowVersion OData__x005f_UIVersion OData__x005f_UIVersionString Attachments OData__x005f_ModerationStatus OData__x005f_ModerationComments InstanceID'
  + ' Order GUID WorkflowInstanceID FileRef FileDirRef Last_x005f_x0020_x005f_Modified Created_x005f_x0020_x005f_Date FSObjType SortBehavior FileLeafRef UniqueId ParentUniqueId'
  + ' SyncClientId ProgId ScopeId File_x005f_x0020_x005f_Type MetaInfo OData__x005f_Level OData__x005f_IsCurrentVersion ItemChildCount FolderChildCount Restricted OriginatorId'
  + ' NoExecute ContentVersion OData__x005f_ComplianceFlags OData__x005f_ComplianceTag OData__x005f_ComplianceTagWrittenTime OData__x005f_ComplianceTagUserId AccessPolicy'
  + ' OData__x005f_VirusStatus OData__x005f_VirusVendorID OData__x005f_VirusInfo AppAuthor AppEditor SMTotalSize SMLastModifiedDate SMTotalFileStreamSize SMTotalFileCount'
  + ' ComplianceAssetId OData__x005f_CommentFlags OData__x005f_CommentCount';

async function change(item: string, body: object, as?: string): Promise<void> {
  const changed = await rest(item, { body, headers: merge, ...(as === undefined ? {} : { as }) });
  assert.equal(changed.status, 204, changed.text);
}

async function labels(item: string): Promise<string[]> {
  return values<Version>(await rest(`${item}/versions`)).map(({ VersionLabel }) => VersionLabel);
}

describe('versions of items', () => {
  it('keep what was, who wrote it and when, newest first', async () => {
    const list = await newList(rest, 'Kept', ['<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="UserMulti" Name="Helpers" DisplayName="Helpers" Mult="TRUE"/>', '<Field Type="MultiChoice" Name="My_x0020_tags" DisplayName="My tags"><CHOICES><CHOICE>a</CHOICE><CHOICE>b</CHOICE></CHOICES></Field>']);
    const me = Number((await rest('web/currentuser')).json['Id']);
    const item = `${list.path}/items(${await addItem(rest, list.path, { Title: 'First', Points: 1, HelpersId: [me], My_x0020_tags: ['a', 'b'] })})`;
    assert.deepEqual(await labels(item), ['1.0']);
    await change(item, { Title: 'Second', Points: 2.5 }, editor);
    await change(item, { Title: 'Third' });
    const versions = values<Version>(await rest(`${item}/versions`));
    assert.deepEqual(versions.map(({ VersionLabel, VersionId, IsCurrentVersion, Title, Points, Editor }) => [VersionLabel, VersionId, IsCurrentVersion, Title, Points, Editor.Email.split('.')[0]]), [
      ['3.0', 1536, true, 'Third', 2.5, 'marijke'], ['2.0', 1024, false, 'Second', 2.5, 'samir'], ['1.0', 512, false, 'First', 1, 'marijke'],
    ]);
    const one = (await rest(`${item}/versions(512)`)).json;
    assert.deepEqual([one['Title'], one['My_x005f_x0020_x005f_tags'], (one['Helpers'] as Json[])[0]?.['LookupId']], ['First', ['a', 'b'], me]);
    assert.match(String(one['Created']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    assert.deepEqual((await rest(`${item}/versions/getbyid(512)`)).json, one);
    assert.equal((await rest(`${item}/versions(1024)/createdby`)).json['Email'], editor);
    assert.deepEqual(values(await rest(`${item}/versions?$select=VersionLabel,Title&$filter=IsCurrentVersion eq false&$top=1`)), [{ VersionLabel: '2.0', Title: 'Second' }]);
    assert.equal(((await rest(`${item}?$select=Id&$expand=Versions`)).json['Versions'] as Json[]).length, 3);
  });

  it('have the recorded properties', async () => {
    const list = await newList(rest, 'Recorded');
    const item = `${list.path}/items(${await addItem(rest, list.path, { Title: 'Item 0' })})`;
    const [version] = values<Version>(await rest(`${item}/versions?$expand=Fields`));
    assert.ok(version);
    assert.deepEqual([version['ID'], version['owshiddenversion'], version['OData__x005f_UIVersion'], version['OData__x005f_UIVersionString'], version['FSObjType'], version['FileLeafRef'], version['Order']], [1, 1, 512, '1.0', '0', '1_.000', 100]);
    assert.deepEqual(Object.keys(version['ContentTypeId'] as Json), ['StringValue']);
    assert.equal(version['Last_x005f_x0020_x005f_Modified'], version['Modified']);
    assert.deepEqual(Object.keys(version.Editor), ['LookupId', 'LookupValue', 'Email']);
    assert.ok((version['Fields'] as Json[]).some(({ InternalName }) => InternalName === 'Title'));
    assertKeys(version, recordedKeys);
  });

  it('are as many as the list keeps, and none where it keeps none', async () => {
    const list = await newList(rest, 'Few');
    assert.equal((await rest(list.path, { body: { MajorVersionLimit: 3 }, headers: merge })).status, 204);
    const item = `${list.path}/items(${await addItem(rest, list.path, { Title: '1' })})`;
    for (const Title of ['2', '3', '4', '5']) await change(item, { Title });
    assert.deepEqual(await labels(item), ['5.0', '4.0', '3.0']);
    assert.equal((await rest(list.path, { body: { EnableVersioning: false }, headers: merge })).status, 204);
    await change(item, { Title: '6' });
    assert.equal(values<Version>(await rest(`${item}/versions`)).some(({ Title }) => Title === '5'), false);
  });

  it('are made by forms, unless these say that it is no new version', async () => {
    const list = await newList(rest, 'Forms');
    const item = `${list.path}/items(${await addItem(rest, list.path, { Title: 'a' })})`;
    const form = (FieldValue: string, bNewDocumentUpdate: boolean): Promise<unknown> => rest(`${item}/validateupdatelistitem`, { body: { formValues: [{ FieldName: 'Title', FieldValue }], bNewDocumentUpdate } });
    await form('b', false);
    await form('c', true);
    assert.deepEqual(values<Version>(await rest(`${item}/versions`)).map(({ Title }) => Title), ['c', 'a']);
  });

  it('are deleted one by one or all, but not the current one, by who may', async () => {
    const list = await newList(rest, 'Deleted');
    const item = `${list.path}/items(${await addItem(rest, list.path, { Title: '1' })})`;
    for (const Title of ['2', '3', '4']) await change(item, { Title });
    assert.equal((await rest(`${item}/versions(1024)`, { method: 'DELETE', headers: { 'if-match': '*' } })).status, 200);
    assert.deepEqual(await labels(item), ['4.0', '3.0', '1.0']);
    assert.match(refusal(await rest(`${item}/versions(1024)`)), /^404 -2130575338, System\.ArgumentException Item does not exist/);
    assert.match(refusal(await rest(`${item}/versions(2048)`, { method: 'DELETE' })), /^400 .*current version/);
    assert.match(refusal(await rest(`${item}/versions(512)`, { method: 'DELETE', as: visitor })), /^403/);
    assert.equal((await rest(`${item}/versions/deletebylabel('3.0')`, { method: 'POST' })).status, 200);
    assert.equal((await rest(`${item}/versions/deleteall`, { method: 'POST' })).status, 200);
    assert.deepEqual(await labels(item), ['4.0']);
    assert.equal((await rest(item)).json['OData__UIVersionString'], '4.0');
  });

  it('come in every format, are hidden with their item, and go with it', async () => {
    const list = await newList(rest, 'Formats');
    const id = await addItem(rest, list.path, { Title: 'x' });
    const item = `${list.path}/items(${id})`;
    const light = (await rest(`${item}/versions(512)`, { headers: { accept: minimal } })).json;
    assert.deepEqual([light['odata.type'], light['odata.editLink']], ['SP.ListItemVersion', `Web/Lists(guid'${list.id}')/Items(${id})/Versions(512)`]);
    const heavy = (await rest(`${item}/versions`, { headers: { accept: verbose } })).json['d'] as { results: { __metadata: Json; Fields: Json; Editor: Json }[] };
    assert.deepEqual([heavy.results[0]?.__metadata['type'], Object.keys(heavy.results[0]?.Fields ?? {}), heavy.results[0]?.Editor['__metadata']], ['SP.ListItemVersion', ['__deferred'], { type: 'SP.FieldUserValue' }]);
    await rest(`${item}/breakroleinheritance(false)`, { method: 'POST' });
    assert.match(refusal(await rest(`${item}/versions`, { as: visitor })), /^404/);
    assert.match(refusal(await rest(`${item}/versions('; DROP TABLE item_versions --')`)), /^400/);
    assert.equal((await rest(item, { method: 'DELETE' })).status, 200);
    assert.match(refusal(await rest(`${item}/versions`)), /^404/);
  });

  it('PnPjs reads and deletes them', async () => {
    const sp = pnpOf(sharePoint);
    const list = await newList(rest, 'PnP');
    const item = sp.web.lists.getById(list.id).items.getById(await addItem(rest, list.path, { Title: 'one' }));
    await item.update({ Title: 'two' });
    assert.deepEqual((await item.versions() as Version[]).map(({ VersionLabel, Title }) => [VersionLabel, Title]), [['2.0', 'two'], ['1.0', 'one']]);
    assert.equal((await item.versions.getById(512)() as Version).Title, 'one');
    await item.versions.getById(512).delete();
    assert.match(await refusedWith(item.versions.getById(512)()), /^404/);
  });

  it('survive a restart', () => onKeptData(async (start) => {
    const first = await start();
    const asked = restOf(first);
    const list = await newList(asked, 'Lasting');
    await addItem(asked, list.path, { Title: 'one' });
    assert.equal((await asked(`${list.path}/items(1)`, { body: { Title: 'two' }, headers: merge })).status, 204);
    await first.stop();
    const second = await start();
    assert.deepEqual(values<Version>(await restOf(second)(`${list.path}/items(1)/versions`)).map(({ Title }) => Title), ['two', 'one']);
    await second.stop();
  }));
});
