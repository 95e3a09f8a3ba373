/** Single recorded answers: what stood before them is made with plain requests, then the recorded one is sent. */
import { startReceiver } from '../../sharePoint/receiver.ts';
import { merge, verbose, type Json, type Rest } from '../../sharePoint/rest.ts';
import { addField, addItem, byTitle, changes, fieldsOf, listPath, remove, sentXml, type Scenario } from '../pnpCore.ts';
import type { Recorded } from '../recordings.ts';
import type { Request } from '../replay.ts';
import { showCreatedAndAuthor } from './lists.ts';

type Ask = Request;
const first = (answer: Json): Json => (answer['value'] as Json[])[0] ?? {};
const one = (name: string, request: (rest: Rest, recorded: Recorded) => Promise<Ask> | Ask): Scenario =>
  ({ name, run: async (replay, [recorded = { status: 0, body: '' }], rest) => { await replay.next(await request(rest, recorded)); } });
const batch = (name: string, requests: (rest: Rest) => Promise<readonly Ask[]>): Scenario =>
  ({ name, run: async (replay, _, rest) => { await replay.nextBatch(await requests(rest)); } });

async function made(rest: Rest, Title: string, BaseTemplate = 100): Promise<Json> {
  return (await rest('web/lists', { body: { Title, BaseTemplate } })).json;
}
const withItem = async (rest: Rest, title: string, values: Readonly<Record<string, string>> = { Title: 'Test' }): Promise<Json> => {
  const list = await made(rest, title);
  await rest(addItem(list, values).path, { body: addItem(list, values).body });
  return list;
};
const folderIn = (rest: Rest, list: Json, DecodedUrl: string): ReturnType<Rest> => rest(`${listPath(list)}/AddValidateUpdateItemUsingPath`, {
  body: { listItemCreateInfo: { FolderPath: { DecodedUrl }, UnderlyingObjectType: 1, LeafName: 'Test' }, formValues: [{ FieldName: 'Title', FieldValue: 'Test' }], bNewDocumentUpdate: false },
});
const page = async (rest: Rest, name: string): Promise<Json> => {
  const pages = (await rest(byTitle('Site Pages').path)).json;
  await rest(`${listPath(pages)}/rootfolder/files/addtemplatefile(urlOfFile='${new URL(String(pages['ParentWebUrl']), 'http://x').pathname}/SitePages/${name}',templateFileType=3)`, { method: 'POST' });
  const item = first((await rest(`${listPath(pages)}/items?$filter=FileLeafRef eq '${name}'&$top=1`)).json);
  return { ...pages, item: item['Id'] };
};
/** A site column; a lookup is sent to a list of ours. */
const siteColumn = (name: string, list?: string): Scenario => one(name, async (rest, recorded) => {
  const id = list === undefined ? '' : String((await rest(byTitle(list).path)).json['Id']);
  return addField('web', recorded, 0, (xml) => (id === '' ? xml : xml.replace(/ List="[^"]*"/, ` List="${id}"`)));
});
const pagesQuery = (name: string): string => `<View Scope='RecursiveAll'><Query><Where><Eq><FieldRef Name='FileLeafRef'/><Value Type='File'>${name}</Value></Eq></Where></Query><ViewFields><FieldRef Name='CanvasContent1'/><FieldRef Name='Description'/><FieldRef Name='Title'/></ViewFields></View>`;
const renderPage = async (rest: Rest, name: string): Promise<readonly Ask[]> =>
  [{ path: `${listPath((await rest(byTitle('Site Pages').path)).json)}/RenderListDataAsStream`, body: { parameters: { ViewXml: pagesQuery(name), RenderOptions: 2 } } }];
const thirtyComments = async (rest: Rest, title: string): Promise<string> => {
  const comments = `${listPath(await withItem(rest, title))}/getitembyid(1)`;
  for (let at = 0; at < 45; at += 1) await rest(`${comments}/comments`, { body: { text: `Comment #: ${at + 1} added by unit test` } });
  return comments;
};

export const exemplarScenarios: readonly Scenario[] = [
  batch('batch-error-404', async (rest) => {
    const list = await made(rest, 'Large batch');
    for (let at = 0; at < 50; at += 1) await rest(`${listPath(list)}/items`, { body: { Title: `Item ${at}` } });
    await rest(`${listPath(list)}/items(25)`, { method: 'DELETE', headers: { 'if-match': '*' } });
    return Array.from({ length: 50 }, (_, at) => ({ path: `${listPath(list)}/items(${at + 1})`, method: 'DELETE' }));
  }),
  one('check-user-permissions', () => ({ path: 'Web/SiteUsers?$filter=PrincipalType eq 1&$top=1' })),
  one('comments-30-page', async (rest) => ({ path: `${await thirtyComments(rest, 'Comments by thirty')}/getcomments` })),
  one('comments-30-page-replies', async (rest) => ({ path: `${await thirtyComments(rest, 'Comments by thirty, with replies')}/getcomments?$select=CreatedDate,Id,ReplyCount,text,Author,Replies&$expand=Author,Replies` })),
  one('contenttype-add-available', async (rest) => ({ path: `${listPath(await made(rest, 'ContentTypesOnListAddAvailableTest'))}/ContentTypes/AddAvailableContentType`, body: { contentTypeId: '0x0106' } })),
  one('effective-perms', () => ({ path: 'Web?$select=Id,EffectiveBasePermissions' })),
  one('err-ensureuser-400', () => ({ path: 'Web/EnsureUser', body: { logonName: 'c:0-.f|rolemanager|spo-grid-all-users/d8623c9e-30c7-473a-83bc-d907df44a26e' } })),
  one('err-file-404', async (rest) => ({ path: `Web/getFileByServerRelativePath(decodedUrl='${String((await rest(byTitle('Documents').path)).json['ParentWebUrl'])}/Shared Documents/IdontExist.pdf')` })),
  one('err-folder-404', async (rest) => ({ path: `Web/getFolderByServerRelativePath(decodedUrl='${String((await rest(byTitle('Documents').path)).json['ParentWebUrl'])}/Shared Documents/not here')` })),
  one('err-list-404', () => byTitle('nonexisting')),
  one('err-list-duplicate', () => ({ path: 'web/lists', body: { Title: 'Documents', BaseTemplate: 101 } })),
  one('err-user-missing-500', () => ({ path: 'Web/GetUserById(9999)' })),
  siteColumn('field-calculated'), siteColumn('field-choice'), siteColumn('field-currency'), siteColumn('field-datetime'), siteColumn('field-lookup', 'Documents'),
  siteColumn('field-multichoice'), siteColumn('field-number'), siteColumn('field-text-user'), siteColumn('field-url'),
  one('file-get', async (rest) => {
    const pages = (await rest(byTitle('Site Pages').path)).json;
    return { path: `${listPath(pages)}/rootfolder/files/AddTemplateFile(urlOfFile='${String(pages['ParentWebUrl'])}/SitePages/PNP_SDK_TEST_LikeUnLikePage.aspx',templateFileType=3)`, method: 'POST' };
  }),
  one('file-versions', async (rest) => {
    const library = await made(rest, 'PNP_SDK_TEST_GetFileVersionsTest', 101);
    await rest(listPath(library), { body: { EnableVersioning: true, EnableMinorVersions: true }, headers: merge });
    const add = (): ReturnType<Rest> => rest(`${listPath(library)}/rootfolder/files/addusingpath(decodedUrl='PNP_SDK_TEST_GetFileVersionsTest.docx',overwrite=true)`, { body: 'x'.repeat(19144) });
    await add();
    await add();
    return { path: `Web/getFileById('${String((await add()).json['UniqueId'])}')?$select=UniqueId,Versions&$expand=Versions` };
  }),
  one('folder-get', async (rest) => ({ path: `${listPath(await made(rest, 'PNP_SDK_TEST_DeleteAllVersionsBatchTest', 101))}/rootfolder` })),
  one('generic-list-fields', async (rest) => fieldsOf(await made(rest, 'All columns'))),
  one('group-add', () => ({ path: 'web/sitegroups', body: { Title: 'PNP_SDK_TEST_TestGroupUsers' } })),
  one('item-choice-lookup-multi', async (rest) => {
    const list = await made(rest, 'PNP_SDK_TEST_SpecialField');
    const pages = (await rest(byTitle('Site Pages').path)).json;
    const add = (type: string, name: string, more = '', inside = ''): ReturnType<Rest> => rest(`${listPath(list)}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: sentXml(`<Field Type="${type}" Name="${name}" DisplayName="${name}"${more}>${inside}</Field>`) } } });
    const choices = '<Default>Option B</Default><CHOICES><CHOICE>Option A</CHOICE><CHOICE>Option B</CHOICE></CHOICES>';
    await add('URL', 'URLField1');
    await add('URL', 'URLField2');
    await add('User', 'UserSingleField1');
    await add('UserMulti', 'UserMultiField1', ' Mult="TRUE"');
    await add('Choice', 'ChoiceSingle1', '', choices);
    await add('MultiChoice', 'ChoiceMulti1', '', choices);
    await add('Lookup', 'LookupSingleField1', ` ShowField="Title" List="${String(pages['Id'])}"`);
    await add('LookupMulti', 'LookupMultiField1', ` Mult="TRUE" ShowField="Title" List="${String(pages['Id'])}"`);
    const me = String((await rest('web/currentuser')).json['LoginName']);
    const target = String(first((await rest(`${listPath(pages)}/items?$select=Id&$top=1`)).json)['Id']);
    const key = JSON.stringify([{ Key: me }]);
    const { path, body } = addItem(list, { Title: 'Item1', URLField1: 'https://pnp.com, PnP Rocks', URLField2: 'https://pnp.com, https://pnp.com', UserSingleField1: key, UserMultiField1: key, LookupSingleField1: target, LookupMultiField1: `${target};#;#` });
    await rest(path, { body });
    return { path: `${listPath(list)}/items?$filter=Id eq 1&$top=1` };
  }),
  one('item-doclib-caml', async (rest) => {
    const library = await made(rest, 'ListItemAsFileFromCamlQuery', 101);
    for (const [type, name] of [['Text', 'TestStringField'], ['Boolean', 'TestBoolField'], ['Number', 'TestNumberField']]) await rest(`${listPath(library)}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="${type}" Name="${name}" DisplayName="${name}"/>` } } });
    await rest(`${listPath(library)}/rootfolder/files/addusingpath(decodedUrl='test.docx',overwrite=true)`, { body: 'a document' });
    await rest(`${listPath(library)}/items(1)/ValidateUpdateListItem`, { body: { formValues: [['TestStringField', 'This is my test'], ['TestBoolField', '1'], ['TestNumberField', '10']].map(([FieldName, FieldValue]) => ({ FieldName, FieldValue })) } });
    return {
      path: `${listPath(library)}/GetItems?$select=*,CommentsDisabled,CommentsDisabledScope,ContentType/Name,ContentType/Sealed,ContentType/StringId,UniqueId,ServerRedirectedEmbedUri,ServerRedirectedEmbedUrl&$expand=ContentType`,
      body: { query: { __metadata: { type: 'SP.CamlQuery' }, DatesInUtc: true, ViewXml: "<View Scope='Recursive'><RowLimit>1</RowLimit></View>" } }, headers: { 'content-type': 'application/json;odata=verbose' },
    };
  }),
  one('item-doclib-folder', async (rest) => {
    const library = await made(rest, 'AddLibraryFolder', 101);
    await folderIn(rest, library, `${String(library['ParentWebUrl'])}/AddLibraryFolder`);
    return { path: `${listPath(library)}/items?$filter=Id eq 1&$top=1` };
  }),
  one('item-get-collection-default', async (rest) => {
    const list = await withItem(rest, 'ListItemMoveTo');
    await rest(listPath(list), { body: { EnableFolderCreation: true }, headers: merge });
    await folderIn(rest, list, `${String(list['ParentWebUrl'])}/Lists/ListItemMoveTo`);
    return { path: `${listPath(list)}/items?$filter=Id eq 2&$top=1` };
  }),
  one('item-single', async (rest) => ({ path: `${listPath(await withItem(rest, 'TestQueryListItemsAddConsistency', { Title: 'New Item' }))}/items(1)` })),
  one('item-special-names', async (rest) => {
    const list = await made(rest, 'ListItemSpecialFieldNames');
    for (const name of ['With Space', 'With_Underscore', 'With SpaceAnd_Underscore']) await rest(`${listPath(list)}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="Text" DisplayName="${name}"/>` } } });
    const { path, body } = addItem(list, { Title: 'Yes', With_x0020_Space: 'Yes', With_Underscore: 'Yes', With_x0020_SpaceAnd_Underscore: 'Yes' });
    await rest(path, { body });
    return { path: `${listPath(list)}/items?$filter=Id eq 1&$top=1` };
  }),
  one('item-versions', async (rest) => {
    await rest(byTitle('ListItemVersionsTest1').path, { method: 'POST', headers: remove });
    const list = await withItem(rest, 'ListItemVersionsTest1', { Title: 'Item 0' });
    await rest(`${listPath(list)}/items(1)/ValidateUpdateListItem`, { body: { formValues: [{ FieldName: 'Title', FieldValue: 'blabla' }] } });
    return { path: `${listPath(list)}/items(1)/versions?$select=*,Fields/InternalName,Fields/Id&$expand=Fields&$filter=VersionId eq 512&$top=1` };
  }),
  one('items-paging-select-next', async (rest) => {
    const list = await made(rest, 'RESTListItemAsyncPaging');
    for (let at = 0; at < 101; at += 1) await rest(`${listPath(list)}/items`, { body: { Title: `Item ${at}` } });
    return { path: `${listPath(list)}/items?$select=Id,Title&$top=100` };
  }),
  one('likedByInformation-empty', async (rest) => {
    const { Id, item } = await page(rest, 'Empty.aspx');
    return { path: `web/lists(guid'${String(Id)}')/items(${String(item)})/likedByInformation?$expand=likedby` };
  }),
  one('likedByInformation', async (rest) => {
    const { Id, item } = await page(rest, 'Liked.aspx');
    await rest(`web/lists(guid'${String(Id)}')/items(${String(item)})/like`, { method: 'POST' });
    return { path: `web/lists(guid'${String(Id)}')/items(${String(item)})/likedByInformation?$expand=likedby` };
  }),
  one('list-views', async (rest) => {
    await showCreatedAndAuthor(rest);
    return { path: `${byTitle('Documents').path}?$select=Id,Title,ListExperienceOptions,Views&$expand=Views` };
  }),
  one('list-add-doclib', () => ({ path: 'Web?$select=Id,Url,RegionalSettings/*,RegionalSettings/TimeZone/*&$expand=RegionalSettings,RegionalSettings/TimeZone' })),
  one('view-get', async (rest) => ({ path: `${listPath((await rest(byTitle('Documents').path)).json)}/Views/Add`, body: { parameters: { Paged: false, PersonalView: false, Query: "<Where><Eq><FieldRef Name='LinkFilename' /><Value Type='Text'>General</Value></Eq></Where>", RowLimit: 3, SetAsDefaultView: false, Title: 'AddRemoveListViewViewFields', ViewFields: ['DocIcon', 'LinkFilenameNoMenu'], ViewTypeKind: 1, ViewType2: 'NONE' } } })),
  one('profile', async (rest) => ({ path: `SP.UserProfiles.PeopleManager/GetPropertiesFor(accountName=@v)?@v='${encodeURIComponent(String((await rest('web/currentuser')).json['LoginName']))}'` })),
  batch('renderlistdata-0', (rest) => renderPage(rest, 'none.aspx')),
  batch('renderlistdata-1', (rest) => renderPage(rest, 'none.aspx')),
  batch('renderlistdata-2', async (rest) => { await page(rest, 'Rendered.aspx'); return renderPage(rest, 'Rendered.aspx'); }),
  batch('renderlistdata-3', async (rest) => { await page(rest, 'Demo-header.aspx'); return renderPage(rest, 'Demo-header.aspx'); }),
  one('roleassignments', async (rest) => {
    const list = listPath(await made(rest, 'With custom permissions'));
    const me = String((await rest('web/currentuser')).json['Id']);
    await rest(`${list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    for (const level of ['1073741829', '1073741830']) await rest(`${list}/roleassignments/addroleassignment(principalid=${me},roledefid=${level})`, { method: 'POST' });
    return { path: `${list}/RoleAssignments?$select=PrincipalId,RoleDefinitionBindings&$expand=RoleDefinitionBindings` };
  }),
  one('roledefs', async (rest) => {
    await rest('web/roledefinitions', { body: { Name: 'Test RoleDef 2', Description: 'hi new role', BasePermissions: { High: '0', Low: '2' }, Order: 0, RoleTypeKind: 5 } });
    return { path: "Web/RoleDefinitions?$filter=Name eq 'Test RoleDef 2'&$top=1" };
  }),
  batch('search', async () => [{ path: 'search/postquery', body: { request: { Querytext: 'contenttypeid:"0x010100*"', RowLimit: 10, TrimDuplicates: false, SelectProperties: ['Path', 'Url', 'Title', 'ListId'], ClientType: 'ContentSearchRegular' } } }]),
  one('site-changes-verbose', () => changes('site')),
  one('web-changes-verbose', () => changes('web', 10)),
  one('user-get', () => ({ path: 'Web/CurrentUser' })),
  one('users-collection', () => ({ path: 'Web/SiteUsers?$filter=IsSiteAdmin eq true' })),
  one('usercustomactions', () => ({ path: 'Site/UserCustomActions', body: { ClientSideComponentId: 'a54612b1-e5cb-4a43-80ae-3b5fb6ce1e35', ClientSideComponentProperties: '{"message":"Added from Test GetSiteUserCustomActionsTest"}', Description: 'PNP_SDK_TEST_GetSiteUserCustomActionsTest', HostProperties: '', Location: 'ClientSideExtension.ApplicationCustomizer', Name: 'PNP_SDK_TEST_GetSiteUserCustomActionsTest', Rights: { High: '0', Low: '262146' }, Sequence: 100, Title: 'PNP_SDK_TEST_GetSiteUserCustomActionsTest' } })),
  one('web-get', () => ({ path: 'Web' })),
  one('web-verbose', () => ({ path: 'Web', headers: { accept: verbose } })),
  {
    name: 'webhook-add',
    run: async (replay, _, rest) => {
      const receiver = await startReceiver();
      await replay.next({
        path: `${listPath((await rest(byTitle('Documents').path)).json)}/Subscriptions`,
        body: { clientState: 'state', expirationDateTime: new Date(Date.now() + 86_400_000).toISOString(), notificationUrl: receiver.url, resource: 'x' },
      });
      await receiver.stop();
    },
  },
];

/** Exemplars that are no answers of this service's kind, and why. */
export const otherExemplars: Readonly<Record<string, string>> = {
  'roledefinitions-builtin': 'a table of the built-in levels: compared level by level in its own test',
  'tenant-renderlist-row': 'a row of a list of the tenant administration, which is not here',
};
