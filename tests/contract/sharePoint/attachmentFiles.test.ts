import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf } from './pnp.ts';
import { addItem, assertKeys, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const fileKeys = 'CheckInComment CheckOutType ContentTag CustomizedPageStatus ETag Exists ExistsAllowThrowForPolicyFailures ExistsWithException IrmEnabled Length Level LinkingUri LinkingUrl MajorVersion MinorVersion Name ServerRelativeUrl TimeCreated TimeLastModified Title UIVersion UIVersionLabel UniqueId';

/** An item with one attachment. */
async function attached(title: string): Promise<{ list: string; item: string; url: string }> {
  const { path: list } = await newList(rest, title);
  const item = `${list}/items(${await addItem(rest, list, { Title: 'Attach files to me' })})`;
  const { json } = await rest(`${item}/attachmentfiles/add(FileName='plan.txt')`, { body: 'PnP Rocks !!!' });
  return { list, item, url: String(json['ServerRelativeUrl']) };
}
const at = (url: string): string => `web/getfilebyserverrelativepath(decodedurl='${url}')`;
const namesOf = async (item: string): Promise<unknown[]> => values(await rest(`${item}/attachmentfiles`)).map(({ FileName }) => FileName);

describe('attachments as files', () => {
  it('are found by address and by id, with the recorded properties (ListItemAttachmentsTest)', async () => {
    const { item, url } = await attached('As files');
    const { json: file } = await rest(at(url));
    assertKeys(file, fileKeys);
    assert.deepEqual([file['Length'], file['Name'], file['ServerRelativeUrl'], file['Title'], file['UIVersionLabel'], file['LinkingUri'], file['ETag']],
      ['13', 'plan.txt', url, null, '1.0', null, `"{${String(file['UniqueId']).toUpperCase()}},1"`]);
    assert.equal((await rest(`web/getfilebyid('${String(file['UniqueId'])}')/$value`)).text, 'PnP Rocks !!!');
    assert.equal((await rest(`${at(url)}/$value`, { method: 'PUT', body: 'other words' })).status, 204);
    assert.equal((await rest(`${item}/attachmentfiles('plan.txt')/$value`)).text, 'other words');
    assert.equal((await rest(at(url))).json['Length'], '11');
    assert.equal((await rest(at(url), { method: 'DELETE' })).status, 200);
    assert.deepEqual([await namesOf(item), refusal(await rest(at(url)))], [[], `404 -2130575338, Microsoft.SharePoint.SPException The file ${url} does not exist.`]);
  });

  it('are there for who may see their item, and for who may edit it to change', async () => {
    const { item, url } = await attached('Seen files');
    const { UniqueId } = (await rest(at(url))).json;
    assert.equal((await rest(at(url), { as: visitor })).status, 200);
    assert.match(refusal(await rest(`${at(url)}/$value`, { method: 'PUT', body: 'x', as: visitor })), /^403/);
    assert.match(refusal(await rest(at(url), { method: 'DELETE', as: visitor })), /^403/);
    assert.equal((await rest(`${item}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' })).status, 200);
    for (const path of [at(url), `web/getfilebyid('${String(UniqueId)}')`, `${at(url)}/$value`]) assert.match(refusal(await rest(path, { as: visitor })), /^404/, path);
  });

  it('go to the recycle bin and come back', async () => {
    const { item, url } = await attached('Recycled files');
    const recycle = `${item}/attachmentfiles/getbyfilenameaspath(decodedUrl='plan.txt')/recycleobject`;
    assert.match(refusal(await rest(recycle, { method: 'POST', as: visitor })), /^403/);
    assert.deepEqual((await rest(recycle, { method: 'POST' })).json, { 'odata.null': true });
    assert.deepEqual([await namesOf(item), (await rest(item)).json['Attachments']], [[], false]);
    const [entry] = values<Json>(await rest("web/recyclebin?$filter=LeafName eq 'plan.txt'&$top=1"));
    assert.deepEqual([entry?.['ItemType'], entry?.['Title'], `/${String(entry?.['DirName'])}/plan.txt`], [7, 'plan.txt', url]);
    assert.equal((await rest(`web/recyclebin('${String(entry?.['Id'])}')/restore`, { method: 'POST' })).status, 200);
    assert.deepEqual([await namesOf(item), (await rest(`${item}/attachmentfiles('plan.txt')/$value`)).text], [['plan.txt'], 'PnP Rocks !!!']);
  });

  it('are not put back over another of the name, nor without their item', async () => {
    const { item, url } = await attached('Names of files');
    const of = pnpOf(sharePoint).web.getList(url.replace(/\/Attachments\/.*/, '')).items.getById(1);
    await of.attachmentFiles.getByName('plan.txt').recycle();
    await rest(`${item}/attachmentfiles/add(FileName='plan.txt')`, { body: 'another' });
    const restore = async (): Promise<string> => {
      const [entry] = values<Json>(await rest("web/recyclebin?$filter=ItemType eq 7&$top=1"));
      return refusal(await rest(`web/recyclebin('${String(entry?.['Id'])}')/restore`, { method: 'POST' }));
    };
    assert.match(await restore(), /^400/);
    await rest(item, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.match(await restore(), /^404/);
  });
});
