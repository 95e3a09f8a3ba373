/** Requests that the tests of public clients hold (CLI for Microsoft 365, `src/m365/spo/commands/*.spec.ts`), with our lists and files in the place of theirs. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, newList, refusal, restOf, values, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const site = new URL(sharePoint.site).pathname;
const names: Record<string, string> = {};
before(async () => {
  const list = await newList(rest, 'Asked');
  const item = await addItem(rest, list.path, { Title: 'One' });
  await addItem(rest, list.path, { Title: 'Two' });
  await rest(`${list.path}/items(${item})/attachmentfiles/add(FileName='a.txt')`, { body: 'text' });
  const folder = await rest(`web/getfolderbyserverrelativepath(decodedurl='${site}/Shared Documents')/folders/addusingpath(decodedurl='Level1-Folder')`, { method: 'POST' });
  const file = await rest(`web/getfolderbyserverrelativepath(decodedurl='${site}/Shared Documents/Level1-Folder')/files/addusingpath(decodedurl='Test.docx',overwrite=true)`, { body: 'text' });
  Object.assign(names, {
    ID: list.id, TITLE: list.title, URL: encodeURIComponent(`${site}/Lists/${list.title}`), VIEW: (await rest(`${list.path}/defaultview`)).json['Id'], FOLDERID: folder.json['UniqueId'], FILEID: file.json['UniqueId'],
    FOLDER: encodeURIComponent(`${site}/Shared Documents/Level1-Folder`), FILE: encodeURIComponent(`${site}/Shared Documents/Level1-Folder/Test.docx`),
  });
});
const asked = (path: string): string => path.replace(/\b[A-Z]{2,}\b/g, (name) => names[name] ?? name);

const read = [
  "lists(guid'ID')", "lists/getByTitle('TITLE')?$select=Id", 'site?$select=GroupId,Id', 'Web/RootFolder?$select=WelcomePage', 'web/RoleAssignments?$expand=Member,RoleDefinitionBindings', 'web/currentuser',
  'web/lists?$expand=RootFolder&$select=RootFolder/ServerRelativeUrl,*&$filter=BaseTemplate eq 100', 'web/lists?$expand=RootFolder&$select=RootFolder/ServerRelativeUrl,BaseTemplate,ParentWebUrl', 'web/roledefinitions', 'web/webs',
  'web?$expand=AssociatedMemberGroup,AssociatedOwnerGroup,AssociatedVisitorGroup', "web/lists(guid'ID')/", "web/lists(guid'ID')/?$expand=RootFolder&$select=RootFolder", "web/lists(guid'ID')/RootFolder",
  "web/lists(guid'ID')/?$expand=RootFolder&$select=RootFolder/ServerRelativeUrl", "web/lists(guid'ID')/contenttypes?$select=Name,Id", "web/lists(guid'ID')/fields/getbyinternalnameortitle('Title')", "web/lists(guid'ID')/items(1)/AttachmentFiles('a.txt')",
  "web/lists(guid'ID')/views/getById('VIEW')", "web/lists/getByTitle('TITLE')/fields/getbyid('fa564e0f-0c70-4ab9-b863-0177e6ddd247')", "web/lists/getByTitle('TITLE')/items(1)/RoleAssignments?$expand=Member,RoleDefinitionBindings",
  "web/GetList('URL')", "web/GetList('URL')/", "web/GetList('URL')/GetItemById(2)?$expand=File&$select=File/Name", "web/GetList('URL')/fields", "web/GetList('URL')/items(1)", "web/GetList('URL')/items(1)/AttachmentFiles('a.txt')",
  "web/GetList('URL')/items(1)?$select=AttachmentFiles&$expand=AttachmentFiles", "web/GetList('URL')/items(1)/RoleAssignments?$expand=Member,RoleDefinitionBindings", "web/GetList('URL')/items?$top=5000&$select=Title%2CID", "web/GetList('URL')/views/GetByTitle('All Items')",
  "web/GetList(@listUrl)?$select=Id&@listUrl='URL'",
  "web/GetFileById('FILEID')?$expand=ListItemAllFields,ListItemAllFields/ParentList/RootFolder&$select=ServerRelativeUrl,ListItemAllFields/ParentList/RootFolder/ServerRelativeUrl", "web/GetFileById('FILEID')?$select=ListId,ListItemAllFields/Id&$expand=ListItemAllFields",
  "Web/GetFileByServerRelativePath(DecodedUrl='FILE')?$select=Exists", "web/GetFileByServerRelativePath(DecodedUrl='FILE')/ListItemAllFields", "web/GetFileByServerRelativePath(DecodedUrl='FILE')/ListItemAllFields/RoleAssignments?$expand=Member,RoleDefinitionBindings",
  "web/GetFileByServerRelativePath(DecodedUrl='FILE')?$select=ListId,UniqueId", "web/GetFileByServerRelativePath(DecodedUrl='FILE')?$expand=ListItemAllFields&$select=ListItemAllFields/Title",
  "web/GetFolderById('FOLDERID')?$select=Exists,ListItemAllFields/Id,ListItemAllFields/ParentList/Id&$expand=ListItemAllFields,ListItemAllFields/ParentList", "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')/Files?$skip=0&$top=5000",
  "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')/Files?$skip=0&$top=5000&$expand=ListItemAllFields&$select=ListItemAllFields/Id,Name&$filter=name eq 'Test.docx'", "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')/Files?$skip=5000&$top=5000",
  "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')/Files?$skip=0&$top=5000&$select=UniqueId,Name,ServerRelativeUrl", "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')/Folders?$skip=0&$top=5000&$select=ServerRelativeUrl",
  "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')?$expand=ListItemAllFields,ListItemAllFields/ParentList/RootFolder&$select=ServerRelativeUrl,ListItemAllFields/ParentList/RootFolder/ServerRelativeUrl",
  "web/GetFolderByServerRelativePath(DecodedUrl='FOLDER')?$expand=ListItemAllFields/HasUniqueRoleAssignments,ListItemAllFields/RoleAssignments/Member,ListItemAllFields/RoleAssignments/RoleDefinitionBindings",
];

describe('the CLI for Microsoft 365', () => {
  for (const path of read) it(`reads ${path}`, async () => {
    const { status, text } = await rest(asked(path));
    assert.equal(status, 200, text.slice(0, 300));
  });

  it('finds an item by its unique id, as far as it may be seen', async () => {
    const { path } = await newList(rest, 'Unique');
    const item = `${path}/items(${await addItem(rest, path, { Title: 'One' })})`;
    const { GUID } = (await rest(item)).json;
    assert.deepEqual((await rest(`${path}/GetItemByUniqueId(guid'${String(GUID)}')?$select=Title`)).json, { Title: 'One' });
    assert.equal((await rest(`${path}/GetItemByUniqueId('${String(GUID).toUpperCase()}')`)).json['Title'], 'One');
    assert.match(refusal(await rest(`${path}/GetItemByUniqueId(guid'00000000-0000-0000-0000-000000000000')`)), /^404/);
    assert.match(refusal(await rest(`${path}/GetItemByUniqueId('x')`)), /^400/);
    await rest(`${item}/breakroleinheritance(copyroleassignments=false,clearsubscopes=true)`, { method: 'POST' });
    assert.match(refusal(await rest(`${path}/GetItemByUniqueId(guid'${String(GUID)}')`, { as: visitor })), /^404/);
  });

  it('takes several things out of the recycle bin by their ids', async () => {
    const { path } = await newList(rest, 'By ids');
    const recycled: string[] = [];
    for (const Title of ['One', 'Two', 'Three']) recycled.push(String((await rest(`${path}/items(${await addItem(rest, path, { Title })})/recycle`, { method: 'POST' })).json['value']));
    const [one = '', two = '', three = ''] = recycled;
    assert.equal((await rest('web/RecycleBin/RestoreByIds', { body: { ids: [one.toUpperCase()] } })).status, 200);
    assert.deepEqual(values(await rest(`${path}/items?$select=Title`)), [{ Title: 'One' }]);
    assert.equal((await rest('web/RecycleBin/MoveToSecondStageByIds', { body: { ids: [two] } })).status, 200);
    assert.equal((await rest('site/RecycleBin/DeleteByIds', { body: { ids: [two, three] } })).status, 200);
    assert.deepEqual(values<Json>(await rest('site/recyclebin')).filter(({ Id }) => recycled.includes(String(Id))), []);
    assert.match(refusal(await rest('site/RecycleBin/DeleteByIds', { body: { ids: [two] } })), /^404/);
    assert.match(refusal(await rest('site/RecycleBin/DeleteByIds', { body: {} })), /^400/);
  });
});
