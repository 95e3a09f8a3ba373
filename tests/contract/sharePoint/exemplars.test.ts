/**
 * What SharePoint Online answered, recorded by the tests of the PnP Core SDK (github.com/pnp/pnpcore, MIT licence), beside what this service answers:
 * the same keys, and the same values where they do not depend on the site. The name of the recording stands with each.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, assertKeys, merge, newList, restOf, values, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const site = new URL(sharePoint.site).pathname;
const rest = restOf(sharePoint);

const listKeys = 'AllowContentTypes BaseTemplate BaseType ContentTypesEnabled CrawlNonDefaultViews Created CurrentChangeToken DefaultContentApprovalWorkflowId DefaultItemOpenUseListSetting Description Direction DisableCommenting DisableGridEditing DocumentTemplateUrl DraftVersionVisibility EnableAttachments EnableFolderCreation EnableMinorVersions EnableModeration EnableRequestSignOff EnableVersioning EntityTypeName ExemptFromBlockDownloadOfNonViewableFiles FileSavePostProcessingEnabled ForceCheckout HasExternalDataSource Hidden Id ImagePath ImageUrl DefaultSensitivityLabelForLibrary IrmEnabled IrmExpire IrmReject IsApplicationList IsCatalog IsPrivate ItemCount LastItemDeletedDate LastItemModifiedDate LastItemUserModifiedDate ListExperienceOptions ListItemEntityTypeFullName MajorVersionLimit MajorWithMinorVersionsLimit MultipleDataList NoCrawl ParentWebPath ParentWebUrl ParserDisabled ServerTemplateCanCreateFolders TemplateFeatureId Title';
const fieldKeys = 'AutoIndexed CanBeDeleted ClientSideComponentId ClientSideComponentProperties ClientValidationFormula ClientValidationMessage CustomFormatter DefaultFormula DefaultValue Description Direction EnforceUniqueValues EntityPropertyName Filterable FromBaseType Group Hidden Id Indexed IndexStatus InternalName IsModern JSLink PinnedToFiltersPane ReadOnlyField Required SchemaXml Scope Sealed ShowInFiltersPane Sortable StaticName Title FieldTypeKind TypeAsString TypeDisplayName TypeShortDescription ValidationFormula ValidationMessage';
const viewKeys = 'Aggregations AggregationsStatus AssociatedContentTypeId BaseViewId CalendarViewStyles ColumnWidth ContentTypeId CustomFormatter CustomOrder DefaultView DefaultViewForContentType EditorModified Formats GridLayout Hidden HtmlSchemaXml Id ImageUrl IncludeRootFolder ViewJoins JSLink ListViewXml Method MobileDefaultView MobileView ModerationType NewDocumentTemplates OrderedView Paged PersonalView ViewProjectedFields ViewQuery ReadOnlyView RequiresClientIntegration RowLimit Scope ServerRelativePath ServerRelativeUrl StyleId TabularView Threaded Title Toolbar ToolbarTemplateName ViewType ViewData ViewType2 VisualizationInfo';
const itemKeys = 'FileSystemObjectType Id ServerRedirectedEmbedUri ServerRedirectedEmbedUrl ID ContentTypeId Title Modified Created AuthorId EditorId OData__UIVersionString Attachments GUID ComplianceAssetId OData__ColorTag';

describe('as recorded', () => {
  it('a web (web-get, effective-perms)', async () => {
    assertKeys((await rest('web')).json, 'AllowRssFeeds AlternateCssUrl AppInstanceId ClassicWelcomePage Configuration Created CurrentChangeToken CustomMasterUrl Description DesignPackageId DocumentLibraryCalloutOfficeWebAppPreviewersDisabled EnableMinimalDownload FooterEmphasis FooterEnabled FooterLayout HeaderEmphasis HeaderLayout HideTitleInHeader HorizontalQuickLaunch Id IsHomepageModernized IsMultilingual IsRevertHomepageLinkHidden Language LastItemModifiedDate LastItemUserModifiedDate LogoAlignment MasterUrl MegaMenuEnabled NavAudienceTargetingEnabled NoCrawl ObjectCacheEnabled OverwriteTranslationsOnChange ResourcePath QuickLaunchEnabled RecycleBinEnabled SearchScope ServerRelativeUrl SiteLogoUrl SyndicationEnabled TenantAdminMembersCanShare Title TreeViewEnabled UIVersion UIVersionConfigurationEnabled Url WebTemplate WelcomePage');
    const { json } = await rest('web?$select=EffectiveBasePermissions,Id');
    assert.deepEqual(json['EffectiveBasePermissions'], { High: '2147483647', Low: '4294705151' });
    const settings = (await rest('web?$select=Id,Url,RegionalSettings/*,RegionalSettings/TimeZone/*&$expand=RegionalSettings,RegionalSettings/TimeZone')).json;
    assert.deepEqual([Object.keys(settings), (settings['RegionalSettings'] as Json)['LocaleId'], Object.keys((settings['RegionalSettings'] as Json)['TimeZone'] as Json)], [['RegionalSettings', 'Id', 'Url'], 1033, ['Description', 'Id', 'Information']]);
    assertKeys((await rest('site?$select=GroupId,Id')).json, 'GroupId Id');
  });

  it('a list and a library (list-add-generic, list-add-doclib)', async () => {
    const added = await rest('web/lists', { body: { Title: 'PNP_SDK_TEST', BaseTemplate: 100 } });
    assert.equal(added.status, 201);
    assertKeys(added.json, listKeys);
    const { EntityTypeName, ListItemEntityTypeFullName, TemplateFeatureId, MajorVersionLimit, EnableVersioning, DocumentTemplateUrl, ImageUrl, Id } = added.json;
    assert.deepEqual([EntityTypeName, ListItemEntityTypeFullName, TemplateFeatureId, MajorVersionLimit, EnableVersioning, DocumentTemplateUrl, ImageUrl],
      ['PNP_x005f_SDK_x005f_TESTList', 'SP.Data.PNP_x005f_SDK_x005f_TESTListItem', '00bfea71-de22-43b2-a848-c05709900100', 50, true, null, '/_layouts/15/images/itgen.png?rev=47']);
    assert.equal(added.headers.get('location'), `${sharePoint.site}/_api/Web/Lists(guid'${String(Id)}')`);
    assert.match(added.headers.get('etag') ?? '', /^"\d+"$/);
    const library = (await rest("web/lists/getbytitle('Documents')")).json;
    assertKeys(library, listKeys);
    assert.deepEqual([library['BaseType'], library['EntityTypeName'], library['ListItemEntityTypeFullName'], library['MajorVersionLimit'], library['EnableFolderCreation'], library['EnableAttachments']],
      [1, 'Shared_x0020_Documents', 'SP.Data.Shared_x0020_DocumentsItem', 500, true, false]);
  });

  it('columns of each type (ListFieldTests: RegularRestUpdateTest, SpecialFieldRestUpdateTest, UpdateWithWrongValuesInteractive)', async () => {
    const list = await newList(rest, 'Recorded columns');
    const lookupKeys = 'AllowMultipleValues DependentLookupInternalNames IsDependentLookup IsRelationship LookupField LookupList LookupWebId PrimaryFieldId RelationshipDeleteBehavior UnlimitedLengthInDocumentLibrary';
    const numberKeys = 'CommaSeparator CustomUnitName CustomUnitOnRight DisplayFormat MaximumValue MinimumValue ShowAsPercentage Unit';
    const recorded: readonly (readonly [xml: string, kind: number, shown: string, filterable: boolean, sortable: boolean, keys: string, values: Json])[] = [
      ['Type="Text"', 2, 'Single line of text', true, true, 'MaxLength', { MaxLength: 255 }],
      ['Type="Note"', 3, 'Multiple lines of text', false, false, 'AllowHyperlink AppendOnly IsLongHyperlink NumberOfLines RestrictedMode RichText UnlimitedLengthInDocumentLibrary WikiLinking', { NumberOfLines: 6, RestrictedMode: true, RichText: false }],
      ['Type="Boolean"', 8, 'Yes/No (check box)', true, true, '', {}],
      ['Type="Number"', 9, 'Number (1, 1.0, 100)', true, true, numberKeys, { CommaSeparator: true, CustomUnitOnRight: false, DisplayFormat: -1, Unit: null }],
      ['Type="Currency"', 10, 'Currency ($, ¥, €)', true, true, `${numberKeys} CurrencyLocaleId`, { CurrencyLocaleId: 1033 }],
      ['Type="DateTime" Format="DateOnly" FriendlyDisplayFormat="Unspecified"', 4, 'Date and Time', true, true, 'DateTimeCalendarType DateFormat DisplayFormat FriendlyDisplayFormat TimeFormat', { DateFormat: null, DisplayFormat: 0, TimeFormat: null }],
      ['Type="Choice" Format="Dropdown"', 6, 'Choice (menu to choose from)', true, true, 'FillInChoice Mappings Choices EditFormat', { EditFormat: 0, FillInChoice: false }],
      ['Type="MultiChoice"', 15, 'Choice (menu to choose from)', true, false, 'FillInChoice Mappings Choices', {}],
      ['Type="URL" Format="Hyperlink"', 11, 'Hyperlink or Picture', false, true, 'DisplayFormat', { DisplayFormat: 0 }],
      [`Type="Lookup" List="${list.id}" ShowField="Title"`, 7, 'Lookup (information already on this site)', true, true, lookupKeys, { IsRelationship: true, LookupField: 'Title', LookupList: list.id, AllowMultipleValues: false }],
      [`Type="LookupMulti" List="${list.id}" ShowField="Title" Mult="TRUE"`, 7, 'Lookup (information already on this site)', true, false, lookupKeys, { AllowMultipleValues: true }],
      ['Type="User" UserSelectionMode="1"', 20, 'Person or Group', true, true, `${lookupKeys} AllowDisplay Presence SelectionGroup SelectionMode UserDisplayOptions`, { IsRelationship: false, LookupField: '', SelectionMode: 1 }],
    ];
    for (const [xml, kind, shown, filterable, sortable, keys, expected] of recorded) {
      const name = /Type="(\w+)"/.exec(xml)?.[1] ?? '';
      const { status, json } = await rest(`${list.path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field ${xml} Name="X${name}" DisplayName="X${name}" Group="TEST GROUP" Required="FALSE" />`, Options: 8 } } });
      assert.equal(status, 200, name);
      assertKeys(json, `${fieldKeys}${keys === '' ? '' : ` ${keys}`}`);
      assert.deepEqual([json['FieldTypeKind'], json['TypeShortDescription'], json['Filterable'], json['Sortable'], json['Group'], json['JSLink'], json['CanBeDeleted'], json['FromBaseType']], [kind, shown, filterable, sortable, 'TEST GROUP', 'clienttemplates.js', true, false], name);
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(json[key], value, `${name}.${key}`);
    }
  });

  it('the columns of a new list (generic-list-fields; UpdateListItemModifiedCreatedBy)', async () => {
    const list = await newList(rest, 'Default columns');
    const fields = values(await rest(`${list.path}/fields`));
    assert.equal(fields.length, 82);
    assert.deepEqual(fields.slice(0, 8).map((field) => field['InternalName']), ['ID', 'ContentTypeId', 'ContentType', 'Title', 'Modified', 'Created', 'Author', 'Editor']);
    const of = (name: string, ...keys: readonly string[]): unknown[] => keys.map((key) => fields.find((field) => field['InternalName'] === name)?.[key]);
    assert.deepEqual(of('Title', 'Id', 'Required', 'FromBaseType', 'CanBeDeleted', 'Group', 'Sealed'), ['fa564e0f-0c70-4ab9-b863-0177e6ddd247', true, true, false, 'Custom Columns', false]);
    assert.deepEqual(of('_ModerationComments', 'EntityPropertyName', 'Hidden', 'Filterable'), ['OData__ModerationComments', true, false]);
    assert.deepEqual(of('ContentType', 'Sortable', 'Group', 'JSLink', 'TypeAsString'), [false, '_Hidden', null, 'Computed']);
    assert.deepEqual(of('_ModerationStatus', 'TypeDisplayName', 'Choices'), ['Moderation Status', ['0;#Approved', '1;#Rejected', '2;#Pending', '3;#Draft', '4;#Scheduled']]);
  });

  it('views, those that come with a list and those that are added (list-views, view-get)', async () => {
    const list = await newList(rest, 'Recorded views');
    const base = values(await rest(`${list.path}/views`))[0] ?? {};
    assertKeys(base, viewKeys);
    assert.deepEqual([base['Aggregations'], base['AggregationsStatus'], base['BaseViewId'], base['JSLink'], base['MobileView'], base['MobileDefaultView'], base['Toolbar'], base['DefaultView']], ['', 'Off', '1', 'clienttemplates.js', true, true, '', true]);
    const added = await rest(`${list.path}/views/add`, { body: { parameters: { Title: 'Added', ViewFields: ['DocIcon', 'LinkFilenameNoMenu'], Query: '<Where><IsNotNull><FieldRef Name="Title" /></IsNotNull></Where>', RowLimit: 3, Paged: false } } });
    assert.equal(added.status, 200);
    assertKeys(added.json, viewKeys);
    assert.deepEqual([added.json['Aggregations'], added.json['BaseViewId'], added.json['JSLink'], added.json['MobileView'], added.json['RowLimit'], added.json['Paged'], added.json['ServerRelativeUrl']], [null, null, null, false, 3, false, `${site}/Lists/${list.title}/Added.aspx`]);
    assert.deepEqual((await rest(`${list.path}/views(guid'${String(added.json['Id'])}')/viewfields/addviewfield('Author')`, { method: 'POST' })).json, { 'odata.null': true });
  });

  it('items: alone, with their own columns, in pages (item-single, item-special-names, items-paging-nextlink, items-paging-select-next)', async () => {
    const list = await newList(rest, 'Recorded items');
    for (const title of ['With Space', 'With_Underscore', 'With SpaceAnd_Underscore']) await rest(`${list.path}/fields/createfieldasxml`, { body: { parameters: { SchemaXml: `<Field Type="Text" DisplayName="${title}"/>` } } });
    await addItem(rest, list.path, { Title: 'Yes', With_x0020_Space: 'Yes', With_Underscore: 'Yes', With_x0020_SpaceAnd_Underscore: 'Yes' });
    const [item = {}] = values(await rest(`${list.path}/items`));
    assertKeys(item, `${itemKeys} With_x0020_Space With_Underscore With_x0020_SpaceAnd_Underscore`);
    assert.match(String(item['ContentTypeId']), /^0x0100[0-9A-F]{32}$/);
    assert.match(String(item['Modified']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual([item['FileSystemObjectType'], item['ServerRedirectedEmbedUri'], item['ServerRedirectedEmbedUrl'], item['OData__UIVersionString'], item['Attachments'], item['ComplianceAssetId']], [0, null, '', '1.0', false, null]);
    for (let at = 2; at <= 5; at += 1) await addItem(rest, list.path, { Title: `Item ${at}` });
    const page = (await rest(`${list.path}/items?$top=2&$skip=4`)).json;
    assert.deepEqual(Object.keys(page), ['odata.nextLink', 'value']);
    assert.equal(page['odata.nextLink'], `${sharePoint.site}/_api/web/lists(guid%27${list.id}%27)/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d2&%24top=2&%24skip=4`);
    const selected = (await rest(`${list.path}/items?$select=Id,Title&$top=2`)).json;
    assert.equal(selected['odata.nextLink'], `${sharePoint.site}/_api/web/lists(guid%27${list.id}%27)/items?%24skiptoken=Paged%3dTRUE%26p_ID%3d2&%24select=Id%2cTitle&%24top=2`);
    assert.deepEqual((selected['value'] as Json[])[0], { Id: 1, ID: 1, Title: 'Yes' });
    const nested = (await rest(`${list.path}?$select=Id,Items/Id,Items/Title,Fields/InternalName&$expand=Items,Fields`)).json;
    assert.deepEqual([Object.keys(nested), (nested['Items'] as Json[])[0], (nested['Fields'] as Json[])[0]], [['Fields', 'Items', 'Id'], { Id: 1, ID: 1, Title: 'Yes' }, { InternalName: 'ContentTypeId' }]);
  });

  it('users, groups, levels and assignments (user-get, group-add, roledefs, roleassignments)', async () => {
    const list = await newList(rest, 'Recorded permissions');
    assertKeys((await rest('web/currentuser')).json, 'Id IsHiddenInUI LoginName Title PrincipalType Email Expiration IsEmailAuthenticationGuestUser IsShareByEmailGuestUser IsSiteAdmin UserId UserPrincipalName');
    const group = await rest('web/sitegroups', { body: { Title: 'Recorded group' } });
    assert.equal(group.status, 201);
    assert.deepEqual({ ...group.json, Id: 0, OwnerTitle: '' }, { Id: 0, IsHiddenInUI: false, LoginName: 'Recorded group', Title: 'Recorded group', PrincipalType: 8, AllowMembersEditMembership: false, AllowRequestToJoinLeave: false, AutoAcceptRequestToJoinLeave: false, Description: null, OnlyAllowMembersViewMembership: true, OwnerTitle: '', RequestToJoinLeaveEmailSetting: null });
    assert.deepEqual((await rest('web/roledefinitions/getbyid(1073741829)')).json, { BasePermissions: { High: '2147483647', Low: '4294967295' }, Description: 'Has full control.', Hidden: false, Id: 1073741829, Name: 'Full Control', Order: 1, RoleTypeKind: 5 });
    assert.deepEqual((await rest(`${list.path}/breakroleinheritance(copyroleassignments=true,clearsubscopes=true)`, { method: 'POST' })).json, { 'odata.null': true });
    assert.deepEqual(Object.keys((await rest(`${list.path}?$select=RoleAssignments,Id&$expand=RoleAssignments`)).json), ['RoleAssignments', 'Id']);
    const [assignment = {}] = values(await rest(`${list.path}/roleassignments?$expand=RoleDefinitionBindings`));
    assert.deepEqual(Object.keys(assignment), ['RoleDefinitionBindings', 'PrincipalId']);
    assert.deepEqual((await rest(`${list.path}?$select=HasUniqueRoleAssignments,Id`)).json['HasUniqueRoleAssignments'], true);
    assert.equal((await rest(list.path, { body: { Title: 'Recorded change' }, headers: merge })).status, 204);
  });
});
