import fc from 'fast-check';
import { name, text } from './texts.ts';

const known = fc.constantFrom(
  'Title', 'Description', 'BaseTemplate', 'FieldTypeKind', 'SchemaXml', 'Options', 'parameters', 'query', 'ViewXml', 'OverrideViewXml', 'RenderOptions', 'Paging', 'FolderServerRelativeUrl', 'DatesInUtc', 'formValues', 'FieldName', 'FieldValue', 'listItemCreateInfo', 'FolderPath', 'DecodedUrl', 'UnderlyingObjectType', 'LeafName', 'bNewDocumentUpdate', '__metadata', 'type', 'results', 'd', 'request', 'Querytext', 'SelectProperties', 'SortList', 'RowLimit',
  'StartRow', 'queryParams', 'QueryString', 'text', 'mentions', 'logonName', 'LoginName', 'Name', 'BasePermissions', 'High', 'Low', 'Url', 'Item', 'List', 'Add', 'ChangeTokenStart', 'StringValue', 'FetchLimit', 'Choices', 'DefaultValue', 'Formula', 'OutputType', 'LookupList', 'LookupField', 'LookupListId', 'MinimumValue', 'MaximumValue', 'ValidationFormula', 'Required', 'Hidden', 'Indexed', 'EnforceUniqueValues', 'RowLimit', 'ViewQuery', 'viewFields', 'PersonalView', 'srcPath', 'destPath', 'options', 'resource',
  'notificationUrl', 'expirationDateTime', 'clientState', 'CanvasContent1', 'LayoutWebpartsContent', 'BannerImageUrl', 'PromotedState', 'listID', 'itemID', 'like', 'rating', 'odata.type', '@odata.type', 'WelcomePage', 'CustomMasterUrl', 'Scope', 'Sequence', 'Location', 'ScriptSrc',
);

/** JSON of any shape, with names that mean something somewhere. */
export const json: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text, fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.constantFrom(-1, 0, 1, 2, 3, 100, 101, 119, 2147483648)),
    fc.uuid(), fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.oneof({ weight: 4, arbitrary: known }, { weight: 2, arbitrary: name }), tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

const object = fc.array(fc.tuple(fc.oneof({ weight: 3, arbitrary: known }, { weight: 3, arbitrary: name }), json), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));

/** A body: mostly an object, sometimes no JSON at all, or JSON with a piece cut out or twice in it. */
export const body: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: object.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: json.map((value) => JSON.stringify(value) ?? '') },
  { weight: 2, arbitrary: fc.tuple(object.map((value) => JSON.stringify(value)), fc.nat(), fc.nat(20)).map(([value, at, length]) => mutated(value, at, length)) },
  { weight: 1, arbitrary: object.map((value) => JSON.stringify(value).replaceAll('"', "'")) },
  { weight: 1, arbitrary: text },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('[', '{"a":', '{"results":[', "{'x':", '[[],'), fc.nat(3000)).map(([open, times]) => open.repeat(times)) },
);

/** A piece cut out, or put in twice. */
export function mutated(value: string, at: number, length: number): string {
  const from = value.length === 0 ? 0 : at % value.length;
  return at % 2 === 0 ? value.slice(0, from) + value.slice(from + length) : value.slice(0, from + length) + value.slice(from);
}

const values = fc.oneof(text, json, fc.constantFrom<unknown>('x', 1, true, null, [], {}, ['a'], [1], { Url: 'https://x.example', Description: 'x' }, '2026-01-10T08:00:00Z'));
const withSome = (...names: readonly string[]): fc.Arbitrary<string> => fc.subarray([...names], { minLength: 1, maxLength: Math.min(4, names.length) }).chain((some) => fc.tuple(...some.map(() => values)).map((given) => JSON.stringify(Object.fromEntries(some.map((key, at) => [key, given[at]])))));

/** Bodies with names that fit where they are sent, and values that need not. `=` before an address: a change of what is there. */
export const bodiesOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'LIST/items': withSome('Title', 'Note1', 'Body', 'Tags', 'Link', 'WhoId', 'TeamId', 'Points', 'Done', 'Due', 'PlaceId', 'PlacesId', 'ContentTypeId'), '=LIST/items(1)': withSome('Title', 'Note1', 'Body', 'Tags', 'Link', 'WhoId', 'TeamId', 'Points', 'Done', 'Due', 'PlaceId', 'PlacesId', 'AuthorId', 'Created'),
  'LIST/fields': withSome('Title', 'FieldTypeKind', 'Choices', 'DefaultValue', 'Required', 'Indexed', 'EnforceUniqueValues', 'MaxLength', 'LookupList', 'Formula', 'Description', 'Group'), "=LIST/fields/getbyinternalnameortitle('Note1')": withSome('Title', 'Required', 'Indexed', 'DefaultValue', 'Description', 'MaxLength', 'SchemaXml', 'EnforceUniqueValues', 'ValidationFormula', 'Hidden', 'Choices'),
  'LIST/views': withSome('Title', 'ViewQuery', 'RowLimit', 'PersonalView', 'Paged', 'ViewType', 'ViewFields'), '=LIST/defaultview': withSome('Title', 'ViewQuery', 'RowLimit', 'Hidden', 'DefaultView', 'Scope', 'CustomFormatter', 'ListViewXml'), '=LIST': withSome('Title', 'Description', 'EnableVersioning', 'ReadSecurity', 'WriteSecurity', 'EnableAttachments', 'Hidden', 'NoCrawl', 'MajorVersionLimit', 'DraftVersionVisibility'),
  '=web': withSome('Title', 'Description', 'WelcomePage', 'QuickLaunchEnabled', 'SiteLogoUrl', 'HeaderLayout'), 'web/lists': withSome('Title', 'BaseTemplate', 'Description', 'AllowContentTypes', 'ContentTypesEnabled', 'EnableVersioning'), 'web/sitegroups': withSome('Title', 'Description', 'Owner', 'OnlyAllowMembersViewMembership'), 'web/roledefinitions': withSome('Name', 'Description', 'BasePermissions', 'Order'), 'web/siteusers': withSome('LoginName'), 'web/sitegroups(3)/users': withSome('LoginName'),
  'web/ensureuser': withSome('logonName'), 'LIST/items(1)/comments': withSome('text', 'mentions'), 'LIST/items(1)/validateupdatelistitem': withSome('formValues', 'bNewDocumentUpdate'), 'LIST/addvalidateupdateitemusingpath': withSome('listItemCreateInfo', 'formValues', 'bNewDocumentUpdate'), 'LIST/getchanges': withSome('query'), 'web/getchanges': withSome('query'), 'LIST/renderlistdataasstream': withSome('parameters', 'overrideParameters'), 'LIST/getitems': withSome('query'), 'search/postquery': withSome('request'),
  'SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.clientPeoplePickerSearchUser': withSome('queryParams'), 'Microsoft.Office.Server.ReputationModel.Reputation.SetLike': withSome('listID', 'itemID', 'like'), 'LIST/subscriptions': withSome('resource', 'notificationUrl', 'expirationDateTime', 'clientState'), 'web/folders': withSome('ServerRelativeUrl'), 'web/webs/add': withSome('parameters'), 'web/navigation/quicklaunch': withSome('Title', 'Url', 'IsExternal'), 'web/usercustomactions': withSome('Title', 'Location', 'Sequence', 'ScriptSrc'), 'web/contenttypes': withSome('Name', 'Id', 'Group', 'Description'),
  'sitepages/pages': withSome('Title', 'CanvasContent1', 'PageLayoutType', 'PromotedState'), 'SP.MoveCopyUtil.CopyFileByPath': withSome('srcPath', 'destPath', 'options', 'overwrite'),
};
