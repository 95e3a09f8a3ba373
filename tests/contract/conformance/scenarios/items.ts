import type { Json } from '../../sharePoint/rest.ts';
import { addField, addItem, addList, byTitle, changes, context, deleteList, fieldsOf, firstByTitle, listPath, merge, remove, updateItem, type Scenario } from '../pnpCore.ts';
import type { Replay } from '../replay.ts';

/** A list with one item, whose columns the client then reads: what most tests of items begin with. */
async function listWithItem(replay: Replay, name: string, title: string): Promise<Json> {
  await context(replay);
  const list = await replay.next(addList(`PNP_SDK_TEST_${name}`));
  await replay.next(addItem(list, { Title: title }));
  await replay.next(fieldsOf(list));
  return list;
}
const first = (answer: Json): Json => (answer['value'] as Json[])[0] ?? {};
const attachments = (list: Json): { path: string } => ({ path: `${listPath(list)}/items?$select=Id,AttachmentFiles&$expand=AttachmentFiles&$filter=Id eq 1&$top=1` });
const csom = { path: '../_vti_bin/client.svc/ProcessQuery', body: '<Request/>', headers: { 'content-type': 'text/xml' } };

export const itemScenarios: readonly Scenario[] = [
  { name: 'ListItemTests.CheckIfUserHasPermissionsExceptionAsyncTest', run: async (replay) => {
    await replay.next(deleteList(await listWithItem(replay, 'CheckIfUserHasPermissionsExceptionAsyncTest', 'This is an item')));
  } },
  { name: 'ListItemTests.GetEffectiveUserPermissionsAsyncTest', run: async (replay) => {
    const list = await listWithItem(replay, 'GetEffectiveUserPermissionsAsyncTest', 'This is an item');
    const user = first(await replay.next({ path: 'Web/SiteUsers?$filter=PrincipalType eq 1&$top=1' }));
    await replay.next({ path: `${listPath(list)}/items(1)/getusereffectivepermissions(@u)?@u='${encodeURIComponent(String(user['LoginName']))}'` });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.GetListItemChangesAsyncTest', run: async (replay) => {
    await context(replay);
    await replay.next(byTitle('Documents'));
    const folder = await replay.next({ path: `${byTitle('Documents').path}/rootfolder` });
    await replay.next({ path: `Web/getFolderById('${String(folder['UniqueId'])}')/files/addusingpath(decodedUrl='PNP_SDK_TEST_GetListItemChangesAsyncTest.docx',overwrite=false)`, body: 'a document' });
  } },
  { name: 'ListItemTests.GetListItemVersionsAsyncTest', run: async (replay) => {
    await context(replay);
    await replay.next(firstByTitle('ListItemVersionsTest1'));
    const list = await replay.next(addList('ListItemVersionsTest1'));
    await replay.next({ path: listPath(list), body: { EnableVersioning: true }, headers: merge });
    await replay.nextBatch([0, 1, 2, 3, 4].map((at) => addItem(list, { Title: `Item ${at}` })));
    await replay.next(fieldsOf(list));
    await replay.next(updateItem(list, 1, { Title: 'blabla' }));
  } },
  { name: 'ListItemTests.ListItemAttachmentsTest', run: async (replay) => {
    const list = await listWithItem(replay, 'ListItemAttachmentsTest', 'Attach files to me');
    const files = `${listPath(list)}/items(1)/attachmentfiles`;
    const add = (name: string, body: string): { path: string; body: string } => ({ path: `${files}/addusingpath(decodedUrl='${name}')`, body });
    await replay.next(attachments(list));
    const { ServerRelativeUrl } = await replay.next(add('PNP_SDK_TEST_test_added.txt', 'PnP Rocks !!!'));
    await replay.next(attachments(list));
    const file = await replay.next({ path: `Web/getFileByServerRelativePath(decodedUrl='${encodeURIComponent(String(ServerRelativeUrl))}')` });
    await replay.next({ path: `Web/getFileById('${String(file['UniqueId'])}')/$value` });
    await replay.next({ path: `${files}/getbyfilenameaspath(decodedUrl='PNP_SDK_TEST_test_added.txt')`, method: 'POST', headers: remove });
    await replay.next(attachments(list));
    await replay.next(add('PNP_SDK_TEST_test_added.docx', 'a document'));
    await replay.next(attachments(list));
    await replay.next({ path: `${files}/getbyfilenameaspath(decodedUrl='PNP_SDK_TEST_test_added.docx')/recycleobject`, method: 'POST' });
    await replay.next(attachments(list));
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.ListItemFieldValuesTest', run: async (replay) => {
    await context(replay);
    const list = await replay.next(addList('PNP_SDK_TEST_ListItemFieldValuesTest'));
    await replay.next({ path: listPath(list), body: { EnableVersioning: false, EnableMinorVersions: false }, headers: merge });
    await replay.next(addItem(list, { Title: 'PNP_SDK_TEST_ListItemFieldValuesTest' }));
    await replay.next(fieldsOf(list));
  } },
  { name: 'ListItemTests.RecycleListItemTest', run: async (replay) => {
    const list = await listWithItem(replay, 'RecycleListItemTest', 'Recycle me');
    const id = String((await replay.next({ path: `${listPath(list)}/items(1)/Recycle`, method: 'POST' }))['value']);
    await replay.next({ path: `Web/RecycleBin?$filter=Id eq guid'${id}'&$top=1` });
    await replay.next({ path: `Web/RecycleBin(guid'${id}')`, method: 'POST', headers: remove });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.UpdateListItemModifiedCreatedBy', run: async (replay) => {
    await context(replay);
    await replay.next(firstByTitle('PNP_SDK_TEST_UpdateListItemModifiedCreatedBy'));
    const list = await replay.next(addList('PNP_SDK_TEST_UpdateListItemModifiedCreatedBy'));
    await replay.next(addItem(list, { Title: 'Yes' }));
    await replay.next(fieldsOf(list));
    await replay.next({ path: `${listPath(list)}?$select=Id,Items,Fields&$expand=Items,Fields` });
    await replay.next({ path: 'Web/CurrentUser' });
    await replay.nextRefused(csom, 'CSOM (client.svc/ProcessQuery) is another protocol: only its refusal is here');
    await replay.next({ path: `${listPath(list)}?$select=Id,Items&$expand=Items` });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.UpdateWithWrongValuesInteractive', run: async (replay, recorded) => {
    await context(replay);
    await replay.next(firstByTitle('PNP_SDK_TEST_UpdateWithWrongValuesInteractive'));
    const list = await replay.next(addList('PNP_SDK_TEST_UpdateWithWrongValuesInteractive'));
    await replay.next(addField(listPath(list), recorded[4], 16));
    await replay.next(addItem(list, { Title: 'Yes', MyDateField: '2024-04-02 04:35:03' }));
    await replay.next(fieldsOf(list));
    await replay.next({ path: `${listPath(list)}?$select=Id,Items&$expand=Items` });
    await replay.next(updateItem(list, 1, { Title: 'No', MyDateField: '2024-33-33' }));
    await replay.next(deleteList(list));
  } },
  { name: 'ListTests.GetListChangesAsyncTest', run: async (replay, _recorded, rest) => {
    await rest('web/lists/ensuresiteassetslibrary', { method: 'POST' });
    for (const name of ['Documents', 'Site Assets']) {
      for (let at = 0; at < 3; at += 1) await rest(`${byTitle(name).path}/rootfolder/files/addusingpath(decodedUrl='changed.txt',overwrite=true)`, { body: 'text' });
    }
    await context(replay);
    const documents = await replay.next({ path: `${byTitle('Documents').path}?$select=Id` });
    await replay.next(changes(`web/lists/getbyid(guid'${String(documents['Id'])}')`));
    const assets = await replay.next({ path: `${byTitle('Site Assets').path}?$select=Id` });
    await replay.nextBatch([documents, assets].map(({ Id }) => changes(`web/lists/getbyid(guid'${String(Id)}')`)));
  } },
];
