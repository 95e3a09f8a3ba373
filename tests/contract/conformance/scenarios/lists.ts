import type { Json, Rest } from '../../sharePoint/rest.ts';
import { addField, addItem, addList, allLists, byTitle, context, deleteList, fieldsOf, firstById, firstByTitle, listPath, remove, type Scenario } from '../pnpCore.ts';
import type { Request } from '../replay.ts';

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `Item ${at}`);
const first = (answer: Json): Json => (answer['value'] as Json[])[0] ?? {};
const effective = (list: Json, user: Json): Request => ({ path: `${listPath(list)}/getusereffectivepermissions(@u)?@u='${encodeURIComponent(String(user['LoginName']))}'` });

/** The view of the recorded library shows two columns more than that of a new one. */
export async function showCreatedAndAuthor(rest: Rest): Promise<void> {
  const view = `${byTitle('Documents').path}/defaultview/viewfields`;
  const shown = (await rest(view)).json['Items'] as string[];
  for (const name of ['Created', 'Author']) if (!shown.includes(name)) await rest(`${view}/addviewfield('${name}')`, { method: 'POST' });
}

/** A view is added to the documents and removed again. */
const addedView = (name: string, Title: string, Query?: string): Scenario => ({
  name: `ListViewTests.${name}`,
  run: async (replay, _recorded, rest) => {
    await showCreatedAndAuthor(rest);
    await context(replay);
    const list = await replay.next({ path: `${byTitle('Documents').path}?$select=Id,Title,ListExperienceOptions,Views&$expand=Views` });
    const view = await replay.next({ path: `${listPath(list)}/Views/Add`, body: { parameters: { __metadata: { type: 'SP.ViewCreationInformation' }, Paged: false, PersonalView: false, ...(Query === undefined ? {} : { Query }), RowLimit: 3, SetAsDefaultView: false, Title, ViewTypeKind: 1, ViewType2: 'NONE' } }, headers: { 'content-type': 'application/json;odata=verbose' } });
    await replay.next({ path: `${listPath(list)}/Views(guid'${String(view['Id'])}')/DeleteObject`, method: 'POST' });
  },
});

export const listScenarios: readonly Scenario[] = [
  addedView('AddListView', 'PnPCoreTest'),
  addedView('AddListViewWithCaml', 'PnPCoreTestWithCaml', "<Where><Eq><FieldRef Name='LinkFilename' /><Value Type='Text'>General</Value></Eq></Where>"),
  { name: 'ListTests.AddRoleDefinitionsTest', run: async (replay) => {
    await context(replay);
    const { CurrentUser } = await replay.next({ path: 'Web?$select=Id,Lists,CurrentUser&$expand=Lists,CurrentUser' });
    const me = String((CurrentUser as Json)['Id']);
    const level = await replay.next({ path: 'web/roledefinitions', body: { Name: 'PNP_SDK_TEST_AddRoleDefinitionsTest', BasePermissions: { High: '0', Low: '262144' }, RoleTypeKind: 5 } });
    const list = await replay.next(addList('PNP_SDK_TEST_AddRoleDefinitionsTest'));
    await replay.next({ path: `${listPath(list)}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, method: 'POST' });
    await replay.next({ path: 'web/roledefinitions' });
    await replay.next({ path: `${listPath(list)}/roleassignments/addroleassignment(principalid=${me},roledefid=${String(level['Id'])})`, method: 'POST' });
    await replay.next({ path: `${listPath(list)}?$select=Id,RoleAssignments/PrincipalId&$expand=RoleAssignments` });
    await replay.next({ path: `${listPath(list)}/RoleAssignments?$select=PrincipalId,RoleDefinitionBindings&$expand=RoleDefinitionBindings&$filter=PrincipalId eq ${me}&$top=1` });
    await replay.next(deleteList(list));
    await replay.next({ path: `Web/RoleDefinitions(${String(level['Id'])})`, method: 'POST', headers: remove });
  } },
  { name: 'ListTests.BreakRoleInheritanceTest', run: async (replay) => {
    await context(replay);
    await replay.next(allLists);
    const list = await replay.next(addList('PNP_SDK_TEST_BreakRoleInheritanceTest'));
    await replay.next({ path: `${listPath(list)}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=false)`, method: 'POST' });
    await replay.next({ path: `${listPath(list)}?$select=Id,HasUniqueRoleAssignments` });
    await replay.next(deleteList(list));
  } },
  { name: 'ListTests.CaseInsensitiveListByTitle', run: async (replay) => {
    await context(replay);
    await replay.next({ path: `${byTitle('Site pages').path}?$select=Id,Title,Fields/InternalName,Fields/Id&$expand=Fields` });
    await replay.next(byTitle('Site Page'));
  } },
  { name: 'ListTests.CheckIfUserHasPermissionsExceptionAsyncTest', run: async (replay) => {
    await context(replay);
    await replay.next(firstByTitle('Documents'));
  } },
  { name: 'ListTests.GetEffectiveUserPermissionsAsyncTest', run: async (replay) => {
    await context(replay);
    const list = await replay.next(byTitle('Documents'));
    const user = first(await replay.next({ path: 'Web/SiteUsers?$filter=PrincipalType eq 1&$top=1' }));
    await replay.next(effective(list, user));
  } },
  { name: 'ListTests.GetItemsByCAMLQuery', run: async (replay) => {
    await context(replay);
    await replay.next(byTitle('GetItemsByCAMLQuery'));
    const list = await replay.next(addList('GetItemsByCAMLQuery'));
    await replay.nextBatch(numbered(10).map((Title) => addItem(list, { Title })));
    await replay.next(fieldsOf(list));
    await replay.next({ path: `${listPath(list)}?$select=Id,ItemCount` });
    await replay.next(deleteList(list));
  } },
  { name: 'ListTests.GetItemsByCAMLQueryOnCustomField', run: async (replay, recorded) => {
    await context(replay);
    await replay.next(byTitle('PNP_SDK_TEST_GetItemsByCAMLQueryOnCustomField'));
    const list = await replay.next(addList('PNP_SDK_TEST_GetItemsByCAMLQueryOnCustomField'));
    await replay.next(addField(listPath(list), recorded[4], 16));
    await replay.nextBatch(numbered(10).map((Title, at) => addItem(list, { Title, CustomField: `Field${at}` })));
    await replay.next(fieldsOf(list));
    await replay.next(deleteList(list));
  } },
  { name: 'ListTests.GetListDataByRenderListDataAsStream', run: async (replay) => {
    await context(replay);
    await replay.next(byTitle('GetListDataByRenderListDataAsStream'));
    const list = await replay.next(addList('GetListDataByRenderListDataAsStream'));
    await replay.nextBatch(numbered(10).map((Title) => addItem(list, { Title })));
    await replay.next(fieldsOf(list));
    await replay.next(deleteList(list));
  } },
  { name: 'ListTests.ListLinqGetExceptionMethods', run: async (replay) => {
    await context(replay);
    await replay.next(byTitle('ListLinqGetExceptionMethods'));
    const list = await replay.next(addList('ListLinqGetExceptionMethods'));
    await replay.next(deleteList(list));
  } },
  { name: 'PagingTests.CamlListItemGetPagedAsyncPaging', run: async (replay) => {
    await context(replay);
    await replay.next(allLists);
    await replay.next(firstByTitle('CamlListItemGetPagedAsyncPaging'));
    const list = await replay.next(addList('CamlListItemGetPagedAsyncPaging'));
    await replay.nextBatch(numbered(100).map((Title) => addItem(list, { Title })));
    await replay.next(fieldsOf(list));
  } },
  { name: 'PagingTests.ListDataAsStreamListItemGetPagedAsyncPaging', run: async (replay) => {
    await context(replay);
    await replay.next(allLists);
    const list = await replay.next(addList('ListDataAsStreamListItemGetPagedAsyncPaging'));
    await replay.nextBatch(numbered(100).map((Title) => addItem(list, { Title })));
    await replay.next(fieldsOf(list));
    await replay.next(firstById(String(list['Id'])));
    const render = (paging: object): Request => ({ path: `${listPath(list)}/RenderListDataAsStream`, body: { parameters: { ViewXml: "<View><ViewFields><FieldRef Name='Title' /></ViewFields><RowLimit Paged='TRUE'>20</RowLimit></View>", RenderOptions: 2, ...paging } } });
    const [, page = {}] = await replay.nextBatch([fieldsOf(list), render({})]);
    await replay.nextBatch([render({ Paging: String(page['NextHref']).slice(1) })]);
    await replay.next(deleteList(list));
  } },
  { name: 'PagingTests.RESTListItemPaging', run: async (replay) => {
    await context(replay);
    await replay.next(allLists);
    const list = await replay.next(addList('RESTListItemPaging'));
    await replay.nextBatch(numbered(10).map((Title) => addItem(list, { Title })));
    await replay.next(fieldsOf(list));
    const found = first(await replay.next(firstById(String(list['Id']))));
    await replay.next({ path: `${listPath(found)}/items?$top=2` });
    await replay.next(fieldsOf(list));
    await replay.next({ path: `${listPath(list)}?$select=Id,Items/Title,Items/Id&$expand=Items` });
    await replay.next(firstById(String(list['Id'])));
    await replay.next({ path: `${listPath(found)}/items?$top=2&$skip=4` });
    await replay.next(fieldsOf(list));
    await replay.next({ path: `${listPath(list)}?$select=Id,Items&$expand=Items` });
    await replay.next(fieldsOf(list));
    await replay.next(deleteList(list));
  } },
];
