import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const site = new URL(sharePoint.site).pathname;
const rest = restOf(sharePoint);
before(async () => {
  for (const title of ['Alpha', 'Beta', 'alpha two']) await newList(rest, title);
});

const titles = async (query: string): Promise<string> => values<{ Title: string }>(await rest(`web/lists?$select=Title&${query}`)).map(({ Title }) => Title).join();

describe('collections that are no items', () => {
  it('are filtered with regard to case, sorted, skipped and taken', async () => {
    assert.equal(await titles("$filter=startswith(Title,'A')"), 'Alpha 1');
    assert.equal(await titles("$filter=substringof('a t',Title) or Title eq 'Beta 2'"), 'Beta 2,alpha two 3');
    assert.equal(await titles("$filter=BaseTemplate eq 100 and Hidden eq false and ItemCount eq 0&$orderby=Title desc&$top=2"), 'alpha two 3,Beta 2');
    assert.equal(await titles('$filter=BaseTemplate eq 100&$orderby=Title&$skip=1&$top=1'), 'Beta 2');
    assert.match(refusal(await rest("web/lists?$filter=Nope eq 1")), /^400 .*The field or property 'Nope' does not exist/);
    assert.match(refusal(await rest('web/lists?$select=Nope')), /^400 .*The field or property 'Nope' does not exist/);
  });

  it('write navigations out at any depth, as each would answer itself', async () => {
    const [list] = values(await rest("web/lists?$filter=Title eq 'Alpha 1'&$select=Title,Fields/InternalName,Views/Title,Views/ViewFields/Items,RootFolder/Name,ParentWeb/Title,ContentTypes/Name&$expand=Fields,Views,Views/ViewFields,RootFolder,ParentWeb,ContentTypes"));
    assert.deepEqual(list?.['RootFolder'], { Name: 'Alpha 1' });
    assert.deepEqual(list?.['ParentWeb'], { Title: 'Intranet' });
    assert.deepEqual(list?.['ContentTypes'], [{ Name: 'Item' }, { Name: 'Folder' }]);
    assert.deepEqual(list?.['Views'], [{ ViewFields: { Items: ['LinkTitle'] }, Title: 'All Items' }]);
    assert.equal((list?.['Fields'] as Json[]).length, 82);
    const web = (await rest('web?$select=Title,CurrentUser/Email,CurrentUser/Groups/Title,AssociatedOwnerGroup/Title,Lists/Title&$expand=CurrentUser,CurrentUser/Groups,AssociatedOwnerGroup,Lists')).json;
    assert.deepEqual([web['CurrentUser'], web['AssociatedOwnerGroup'], (web['Lists'] as Json[]).length], [{ Email: 'marijke.vandervelden@contoso.example', Groups: [{ Title: 'Intranet Owners' }] }, { Title: 'Intranet Owners' }, 6]);
    assert.equal((await rest('web?$expand=RoleAssignments', { as: visitor })).status, 403, 'what may not be read alone may not be read so either');
    assert.match(refusal(await rest('web/sitegroups?$expand=Users/Groups/Users/Groups/Users')), /^400/);
  });

  it('answer single properties', async () => {
    assert.deepEqual((await rest("web/lists/getbytitle('Alpha 1')/itemcount")).json, { value: 0 });
    assert.deepEqual((await rest("web/lists/getbytitle('Alpha 1')/rootfolder/serverrelativeurl")).json, { value: `${site}/Lists/Alpha 1` });
    assert.deepEqual((await rest("web/lists/getbytitle('Alpha 1')/DocumentTemplateUrl")).json, { 'odata.null': true });
    assert.deepEqual((await rest("web/lists/getbytitle('Alpha 1')/parentweb?$select=Title")).json, { Title: 'Intranet' });
    assert.equal((await rest('site/id')).json['value'], (await rest('site')).json['Id']);
    const bare = await fetch(`${sharePoint.site}/_api/web/title/$value`);
    assert.deepEqual([bare.status, bare.headers.get('content-type'), await bare.text()], [200, 'text/plain;charset=utf-8', 'Intranet']);
    assert.equal((await rest('web/title/$value/$value')).status, 404);
  });
});

describe('lists/add', () => {
  it('takes a ListCreationInformation as clients and Microsoft\'s documentation write it', async () => {
    const added = await rest('web/lists/add', { body: { parameters: { __metadata: { type: 'SP.ListCreationInformation' }, Title: 'Added', TemplateType: 100, Description: 'desc', Url: 'Lists/ByUrl' } } });
    assert.deepEqual([added.status, added.json['Title'], added.json['Description'], added.json['BaseTemplate']], [200, 'Added', 'desc', 100], added.text);
    assert.equal((await rest(`web/getlist('${site}/Lists/ByUrl')`)).json['Title'], 'Added');
    const documented = await rest('lists/add', { body: { d: { results: { __metadata: { type: 'SP.ListCreationInformation' }, Description: 'desc', TemplateType: '101', Title: 'Announcements' } } } });
    assert.deepEqual([documented.status, documented.json['BaseTemplate']], [200, 101], documented.text);
    assert.match(refusal(await rest('web/lists/add', { body: { parameters: { Title: 'Added', TemplateType: 100 } } })), /^500 -2130575342/);
    for (const parameters of [{ TemplateType: 100 }, { Title: 'x', TemplateType: 'many' }, { Title: 'x', Url: 'Lists/..' }, { Title: 'x', Url: 'a*b' }]) assert.match(refusal(await rest('web/lists/add', { body: { parameters } })), /^400/);
    assert.match(refusal(await rest('web/lists/add', { body: { parameters: { Title: 'Not mine', TemplateType: 100 } }, as: visitor })), /^403/);
  });
});
