import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { addItem, merge, newList, refusal, restOf, visitor, type Call } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
let path: string;
before(async () => {
  ({ path } = await newList(rest, 'Errors', ['<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="Text" Name="Key" DisplayName="The key" Indexed="TRUE" EnforceUniqueValues="TRUE"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>', '<Field Type="UserMulti" Name="Team" DisplayName="Team" Mult="TRUE" UserSelectionMode="1"/>']));
  await addItem(rest, path, { Title: 'One', Key: 'a', TeamId: [3] });
});

const query = '-1, Microsoft.SharePoint.Client.InvalidClientQueryException';

/** What is asked, and how SharePoint refuses it: the source stands behind. */
const literals: readonly (readonly [what: string, call: Call, refusal: string])[] = [
  ["web/lists/getbytitle('nonexisting')", {}, "404 -1, System.ArgumentException List 'nonexisting' does not exist at site with URL 'SITE'."], // err-list-404
  ["web/lists(guid'11111111-1111-1111-1111-111111111111')", {}, '404 -2130575322, Microsoft.SharePoint.SPException List does not exist. The page you selected contains a list that does not exist.  It may have been deleted by another user.'],
  ["web/getlist('/sites/intranet/Lists/none')", {}, '404 -2147024894, System.IO.FileNotFoundException File Not Found.'], // err-folder-404
  ['LIST/items(99)', {}, '404 -2130575338, System.ArgumentException Item does not exist. It may have been deleted by another user.'], // batch-error-404
  ['web/lists', { body: { Title: 'Documents', BaseTemplate: 100 } }, '500 -2130575342, Microsoft.SharePoint.SPException A list, survey, discussion board, or document library with the specified title already exists in this Web site.  Please choose another title.'], // err-list-duplicate
  ['web/getuserbyid(9999)', {}, '500 -2146232832, Microsoft.SharePoint.SPException User cannot be found.'], // err-user-missing-500
  ["web/ensureuser('nobody')", { method: 'POST' }, '400 -2146232832, Microsoft.SharePoint.SPException The specified user nobody could not be found.'], // err-ensureuser-400
  ['LIST/items', { body: { Nope: 1 } }, `400 ${query} The property 'Nope' does not exist on type 'SP.Data.Errors_x0020_1ListItem'. Make sure to only use property names that are defined by the type.`], // Atvero-Issues#1
  ['LIST', { body: { Nope: 1 }, headers: merge }, `400 ${query} The property 'Nope' does not exist on type 'SP.List'. Make sure to only use property names that are defined by the type.`],
  ['LIST/items', { body: { Points: 'many' } }, `400 ${query} Cannot convert a primitive value to the expected type 'Edm.Double'. See the inner exception for more details.`],
  ['LIST/items', { body: { Title: 5 } }, `400 ${query} Cannot convert a primitive value to the expected type 'Edm.String'. See the inner exception for more details.`],
  ['LIST/items', { body: { Title: 'Two', Key: 'A' } }, '500 -2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [The key].'], // Atvero-Issues#135
  ['LIST/items?$select=Nope', {}, "400 -1, Microsoft.SharePoint.SPException The field or property 'Nope' does not exist."], // Atvero-Issues#5
  ['web?$expand=Nope', {}, "400 -1, Microsoft.SharePoint.SPException The field or property 'Nope' does not exist."],
  ['LIST/items?$filter=Nope eq 1', {}, "400 -2147024809, Microsoft.SharePoint.SPException Column 'Nope' does not exist. It may have been deleted by another user."], // pnp/PnP#1585
  ['LIST/items?$filter=Title eq', {}, `400 ${query} The expression "Title eq" is not valid.`],
  ['LIST/items?$filter=Title EQ \'x\'', {}, `400 ${query} The expression "Title EQ 'x'" is not valid.`], // sp-dev-docs#5037
  ['LIST/items?$filter=day(Created) eq 1', {}, '400 -1, Microsoft.SharePoint.SPException The query is not valid.'], // sp-dev-docs#5481
  ["LIST/items?$filter=Body eq 'x'", {}, "400 -1, Microsoft.SharePoint.SPException The field 'Body' of type 'Note' cannot be used in the query filter expression."],
  ['LIST/items?$select=Author/Title', {}, "400 -1, Microsoft.SharePoint.SPException The query to field 'Author' is not valid. The $select query string must specify the target fields and the $expand query string must contains Author."],
  ['LIST/items?$select=Author/Shoes&$expand=Author', {}, "400 -1, Microsoft.SharePoint.SPException The query to field 'Author/Shoes' is not valid."],
  ['LIST/items(1)', { body: { Title: 'x' }, headers: { 'x-http-method': 'MERGE' } }, "412 -1, Microsoft.SharePoint.Client.ClientServiceException The request ETag value '' does not match the object's ETag value '\"GUID,1\"'."],
  ['LIST/items(1)', { body: { Title: 'x' }, headers: { 'x-http-method': 'MERGE', 'if-match': '"8"' } }, "412 -1, Microsoft.SharePoint.Client.ClientServiceException The request ETag value '\"8\"' does not match the object's ETag value '\"GUID,1\"'."], // sp-dev-fx-controls-react#1509
  ['LIST/items', { body: { Title: 'x' }, as: visitor }, '403 -2147024891, System.UnauthorizedAccessException Access denied. You do not have permission to perform this action or access this resource.'], // pnp/pnpjs#259
  ['LIST/roleassignments/addroleassignment(principalid=4,roledefid=1)', { method: 'POST' }, '400 -2147024809, System.ArgumentException Value does not fall within the expected range.'], // sp-dev-docs#1897
  ['web/nonsense', {}, '404 -1, Microsoft.SharePoint.Client.ResourceNotFoundException Cannot find resource for the request SP.RequestContext.current/web/nonsense.'],
  ['nonsense', {}, '404 -1, Microsoft.SharePoint.Client.ResourceNotFoundException Cannot find resource for the request nonsense.'],
  ['LIST/items', { body: '{"Title": ' }, `400 ${query} Invalid JSON. Unexpected end of input was found in JSON content. Not all object and array scopes were closed.`],
  ['LIST/items', { body: 'Title' }, `400 ${query} Invalid JSON. A token was not recognized in the JSON content.`],
  ['LIST/items', { body: '{"Title":"x"}{"Title":"y"}' }, `400 ${query} Invalid JSON. More than one value was found at the root of the JSON content. JSON content can only have one value at the root level, which is an array, an object or a primitive value.`], // sp-dev-docs#599
  ['LIST/items', { body: '{"Title":"x" "Key":"y"}' }, `400 ${query} Invalid JSON. A comma character ',' was expected in scope 'Object'. Every two elements in an array and properties of an object must be separated by commas.`],
  ['LIST/items', { body: '{"Title":"x",}' }, `400 ${query} Invalid JSON. An unexpected comma was found in scope 'Object'. A comma is only valid between properties of an object or between elements of an array.`],
  ['LIST/items', { body: '{"Title" "x"}' }, `400 ${query} Invalid JSON. A colon character ':' is expected after the property name 'Title', but none was found.`],
  ['LIST/items', { body: '{"Title":"x}' }, `400 ${query} Invalid JSON. Unexpected end of input reached while processing a JSON string value.`],
  ['LIST/items', { body: '{"Title":nothing}' }, `400 ${query} Invalid JSON. Unexpected token 'nothing'.`],
  ['LIST/items(1)', { body: { Title: 'x' } }, `400 ${query} The parameter Title does not exist in method GetById.`],
  ['LIST/items', { body: { Title: 'x' }, headers: merge }, `400 ${query} The type SP.ListItemEntityCollection does not support HTTP PATCH method.`],
  ['LIST/items', { method: 'DELETE' }, `400 ${query} The type SP.ListItemEntityCollection does not support HTTP DELETE method.`], // phpSPO#81
  ['web/lists', { body: { Title: 'x' }, headers: merge }, `400 ${query} The type SP.ListCollection does not support HTTP PATCH method.`],
  ['LIST/items/getbyid(1)', { body: { Title: 'x' } }, `400 ${query} The parameter Title does not exist in method GetById.`], // pnpjs#1151
  ['LIST/items?$select=Team/EMail&$expand=Team', {}, '500 -2146232832, Microsoft.SharePoint.SPException Cannot get value for projected field Team_x005f_EMail.'], // pnpjs#3200, sp-dev-docs#4478
  ['LIST/items', { body: 'Title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, '415 -1, Microsoft.SharePoint.Client.ClientServiceException The HTTP header Content-Type is missing or its value is invalid.'],
  ["web/lists/getbytitle('Documents", {}, `400 ${query} The expression "web/lists/getbytitle('Documents" is not valid.`],
];

describe('refusals', () => {
  for (const [what, call, expected] of literals) {
    it(`${call.method ?? (call.body === undefined ? 'GET' : 'POST')} ${what}: ${expected.slice(0, 80)}`, async () => {
      const { GUID } = (await rest(`${path}/items(1)?$select=GUID`)).json;
      assert.equal(refusal(await rest(what.replace('LIST', path), call)), expected.replace('SITE', sharePoint.site).replace('GUID', String(GUID)));
    });
  }

  it('say 501 and name themselves for what SharePoint has and this service has not yet', async () => {
    const notHere: readonly (readonly [string, string?])[] = [
      ['$metadata'], ["SP.AppContextSite(@t)/web?@t='https://x.example'"], ['web/apptiles'], ['LIST/parsedocumenttemplate', 'POST'], ['sp_tenantsettings_current'], ['videoservice/channels'], ['web/dataleakagepreventionstatusinfo'],
    ];
    for (const [what, method = 'GET'] of notHere) {
      const reply = await rest(what.replace('LIST', path), { method });
      assert.match(refusal(reply), /^501 -1, System\.NotImplementedException The local SharePoint does not have this yet: /, `${method} ${what}: ${refusal(reply)}`);
    }
  });

  it('tell a method that cannot be used from one that is not here', async () => {
    assert.match(refusal(await rest(`${path}/getitems`)), /^405 .*The HTTP method 'GET' cannot be used to access the resource 'getitems'/);
    assert.match(refusal(await rest('web/title', { method: 'POST' })), /^405/);
    assert.match(refusal(await rest('web/regionalsettings', { method: 'DELETE' })), /^501/);
    assert.match(refusal(await rest('web', { method: 'PROPFIND' })), /^405/);
    assert.equal((await rest('web', { method: 'OPTIONS', headers: { authorization: '' } })).status, 405);
    assert.equal((await rest(`${path}/getitems`)).headers.get('allow'), 'POST');
    assert.equal((await rest('web/title', { method: 'POST' })).headers.get('allow'), 'GET, HEAD');
    assert.equal((await rest('web', { method: 'OPTIONS' })).headers.get('allow'), 'GET, HEAD, POST, PUT, PATCH, MERGE, DELETE');
  });

  it('come outside the service too', async () => {
    assert.equal((await fetch(`${sharePoint.url}/_api/web`, { headers: { accept: 'application/json' } })).status, 404);
    assert.equal((await fetch(`${sharePoint.url}/sites/none/_api/web`)).status, 404);
    assert.equal((await fetch(`${sharePoint.url}/sites/%E0%A4%A/_api/web`)).status, 404);
  });
});

describe('addresses that are too long', () => {
  const html = async (what: string): Promise<string> => {
    const { status, headers, text } = await rest(what);
    return `${status} ${headers.get('content-type') ?? ''} ${/<h2>(.*)<\/h2>/.exec(text)?.[1] ?? ''}`;
  };

  it('are refused before SharePoint sees them, but not in batches', async () => {
    const long = encodeURIComponent(`/sites/intranet/Shared Documents/${'a'.repeat(250)}`);
    assert.equal(await html(`web/getfilebyserverrelativepath(decodedurl='${long}')`), '400 text/html; charset=us-ascii Bad Request - Invalid URL'); // pnpjs#1726
    assert.match(refusal(await rest(`web/getfilebyserverrelativepath(decodedurl=@f)?@f='${long}'`)), /^404 -2130575338/);
    const filter = `${path}/items?$filter=${Array.from({ length: 200 }, (_, at) => `Id%20eq%20${at}`).join('%20or%20')}`;
    assert.equal(await html(filter), '404 text/html; charset=us-ascii Server Error'); // PnP-JS-Core#680
    const batch = await rest('$batch', { body: `--b\n\nGET ${sharePoint.site}/_api/${filter} HTTP/1.1\naccept: application/json;odata=nometadata\n\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.match(batch.text, /HTTP\/1\.1 200 OK/);
    assert.equal((await rest('web', { headers: { 'x-long': 'x'.repeat(20_000) } })).status, 400);
  });
});

describe('bodies that are too big', () => {
  it('are refused as a whole', async () => {
    const { path: list } = await newList(rest, 'Big');
    assert.equal(refusal(await rest(`${list}/items`, { body: { Title: 'x', Body: 'x'.repeat(2_100_000) } })), `400 ${query} The request message is too big. The server does not allow messages larger than 2097152 bytes.`);
    const file = "web/getfolderbyserverrelativepath(decodedurl='/sites/intranet/Shared Documents')/files/addusingpath(decodedurl='big.txt')";
    assert.equal((await rest(file, { body: 'x'.repeat(2_100_000) })).status, 200);
    assert.equal((await rest(`${list}/itemcount`)).json['value'], 0);
  });
});

describe('bodies as Microsoft\'s examples write them', () => {
  it('may have single quotes and bare names', async () => {
    const added = await rest(`${path}/items`, { body: "{ 'Title': 'It\\'s \\u0041', Key: \"b\" }" });
    assert.deepEqual([added.status, added.json['Title'], added.json['Key']], [201, "It's A", 'b'], added.text);
    const verbose = await rest('web/lists', { body: "{ '__metadata': { 'type': 'SP.List' }, 'AllowContentTypes': true, 'BaseTemplate': 100, 'ContentTypesEnabled': true, 'Description': 'My list description', 'Title': 'Test' }", headers: { 'content-type': 'application/json;odata=verbose' } });
    assert.equal(verbose.status, 201, verbose.text);
  });
});
