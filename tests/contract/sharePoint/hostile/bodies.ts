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
