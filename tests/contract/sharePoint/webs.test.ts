import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { Web, type SPFI } from '@pnp/sp/presets/all.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { assertKeys, editor, merge, minimal, nometadata, owner, refusal, restOf, values, verbose, visitor, type Json, type Rest } from './rest.ts';

const denied = '403 -2147024891, System.UnauthorizedAccessException Access denied. You do not have permission to perform this action or access this resource.';
const information = 'Configuration Created Description Id Language LastItemModifiedDate LastItemUserModifiedDate ServerRelativeUrl Title WebTemplate WebTemplateId';

const sharePoint = await localSharePointForAll('--empty', '--site', '/sites/other');
const rest = restOf(sharePoint);
let sp: SPFI;
before(() => { sp = pnpOf(sharePoint); });

/** Makes a web below one; answers plain REST at its own address. */
async function newWeb(url: string, { own = false, parent = rest, at = sharePoint.site, ...others }: { own?: boolean; parent?: Rest; at?: string; WebTemplate?: string; Language?: number } = {}): Promise<Rest & { at: string; id: string; path: string }> {
  const made = await parent('web/webs/add', { body: { parameters: { Title: `The ${url}`, Url: url, UseSamePermissionsAsParentSite: !own, ...others } } });
  assert.equal(made.status, 200, made.text);
  return Object.assign(restOf(sharePoint, `${at}/${url}`), { at: `${at}/${url}`, id: String(made.json['Id']), path: String(made.json['ServerRelativeUrl']) });
}

describe('webs below a web', () => {
  it('webs/add answers the new web with what SharePoint sets of it, and it answers at its own address', async () => {
    const made = await rest('web/webs/add', { body: { parameters: { Title: 'Projects', Url: 'projects', Description: 'All of them', WebTemplate: 'STS#3', Language: 1043 } } });
    assert.equal(made.status, 200);
    const kept = { Title: 'Projects', Description: 'All of them', Configuration: 3, WebTemplate: 'STS', Language: 1043, HeaderLayout: 0, MegaMenuEnabled: false, EnableMinimalDownload: false };
    for (const [name, value] of Object.entries(kept)) assert.equal(made.json[name], value, name);
    assert.equal(made.json['ServerRelativeUrl'], '/sites/intranet/projects');
    assert.equal(made.json['Url'], `${sharePoint.site}/projects`);
    assert.equal(made.json['CustomMasterUrl'], '/sites/intranet/projects/_catalogs/masterpage/seattle.master');
    const there = restOf(sharePoint, `${sharePoint.site}/Projects`);
    const moving = { CurrentChangeToken: '', LastItemModifiedDate: '', LastItemUserModifiedDate: '' };
    const web = (await there('web')).json;
    assert.deepEqual({ ...web, ...moving }, { ...made.json, ...moving });
    assert.notEqual(web['Id'], (await rest('web/id')).json['value']);
    assert.deepEqual(values(await there('web/lists?$select=Title&$orderby=Title')).map(({ Title }) => Title), ['Documents', 'Site Assets', 'Site Pages']);
    assert.equal((await there("web/getfilebyserverrelativepath(decodedurl='/sites/intranet/projects/SitePages/Home.aspx')?$select=Exists")).json['Exists'], true);
  });

  it('names each web by its own address in metadata', async () => {
    const sub = await newWeb('named');
    const listed = await rest("web/webs?$filter=Title eq 'The named'&$select=Title", { headers: { accept: minimal } });
    assert.deepEqual((listed.json['value'] as Json[])[0], { 'odata.type': 'SP.Web', 'odata.id': `${sub.at}/_api/Web`, 'odata.editLink': 'Web', Title: 'The named' });
    const whole = await rest("web/webs?$filter=Title eq 'The named'&$expand=Lists&$select=Title,Lists/Title,Lists/ParentWebUrl", { headers: { accept: verbose } });
    const [web] = (whole.json['d'] as { results: Json[] }).results;
    assert.equal((web?.['__metadata'] as Json)['uri'], `${sub.at}/_api/Web`);
    assert.deepEqual(new Set((web?.['Lists'] as { results: Json[] }).results.map(({ ParentWebUrl }) => ParentWebUrl)), new Set([sub.path]));
    const opened = await rest(`site/openwebbyid('${sub.id}')/lists?$top=1`, { headers: { accept: minimal } });
    assert.match(String((opened.json['value'] as Json[])[0]?.['odata.id']), new RegExp(`^${sub.at}/_api/Web/Lists`));
  });

  it('webinfos and getsubwebsfilteredforcurrentuser tell of them in short', async () => {
    const made = await rest('web/webinfos/add', { body: { parameters: { Title: 'Short', Url: 'short', Description: 'x', Language: 1033, WebTemplate: 'STS#0', UseUniquePermissions: true } } });
    assert.equal(made.status, 200, made.text);
    assertKeys(made.json, information);
    assert.deepEqual([made.json['ServerRelativeUrl'], made.json['WebTemplate'], made.json['WebTemplateId'], made.json['Configuration']], ['/sites/intranet/short', 'STS', 1, 0]);
    const infos = values(await rest('web/webinfos'));
    assertKeys(infos[0], information);
    assert.ok(infos.some(({ Title }) => Title === 'Short'));
    const filtered = values(await rest('web/getsubwebsfilteredforcurrentuser(nWebTemplateFilter=1,nConfigurationFilter=0)'));
    assert.ok(filtered.some(({ Title }) => Title === 'Short'));
    assert.ok(filtered.every(({ Configuration }) => Configuration === 0));
    assert.deepEqual(values(await rest('web/getsubwebsfilteredforcurrentuser(nWebTemplateFilter=99)')), []);
    assert.equal(values(await rest('web/webinfos', { as: visitor })).some(({ Title }) => Title === 'Short'), false, 'a web with permissions of its own is not told of');
    assert.equal((await restOf(sharePoint, `${sharePoint.site}/short`)('web?$select=HasUniqueRoleAssignments')).json['HasUniqueRoleAssignments'], true);
  });

  it('nest, and know the webs above them', async () => {
    const above = await newWeb('above');
    const below = await newWeb('below', { parent: above, at: above.at });
    assert.equal(below.path, '/sites/intranet/above/below');
    const parent = await below('web/parentweb');
    assertKeys(parent.json, information);
    assert.equal(parent.json['Id'], above.id);
    assert.equal((await below('web?$select=Title,ParentWeb/ServerRelativeUrl&$expand=ParentWeb')).json['ParentWeb'] !== null, true);
    assert.equal((await rest('web/parentweb')).json['odata.null'], true);
    assert.equal((await below('site/rootweb/serverrelativeurl')).json['value'], '/sites/intranet');
    assert.equal((await below('site?$select=ServerRelativeUrl,Url')).json['ServerRelativeUrl'], '/sites/intranet');
    assert.deepEqual(values(await above('web/webs')).map(({ Id }) => Id), [below.id]);
    assert.equal(refusal(await rest(`site/openwebbyid('${'0'.repeat(8)}-0000-0000-0000-000000000000')`, { method: 'POST' })).slice(0, 3), '404');
    const context = (await below('contextinfo', { method: 'POST' })).json;
    assert.deepEqual([context['SiteFullUrl'], context['WebFullUrl']], [sharePoint.site, below.at]);
  });

  it('refuses a taken address, what is no address, templates and languages that are not there', async () => {
    await newWeb('taken');
    const add = async (parameters: Json): Promise<string> => refusal(await rest('web/webs/add', { body: { parameters } }));
    assert.equal(await add({ Title: 'x', Url: 'TAKEN' }), '500 -2147024713, Microsoft.SharePoint.SPException The Web site address "/sites/intranet/TAKEN" is already in use.');
    for (const Url of ['Lists', 'SitePages', 'Shared Documents']) assert.match(await add({ Title: 'x', Url }), /already in use/, Url);
    for (const Url of ['a/b', 'a*b', '_api', '.a', 'a..b']) assert.match(await add({ Title: 'x', Url }), /^400 .*characters that are not permitted/, Url);
    for (const parameters of [{ Title: 'x' }, { Title: 'x', Url: ' ' }, { Title: 'x', Url: 'y', WebTemplate: 'NOSUCH#0' }, { Title: 'x', Url: 'y', Language: 7 }]) assert.match(await add(parameters), /^400 .*expected range/);
    assert.match(await add({ Title: 'x', Url: 'y', Nonsense: 1 }), /The property 'Nonsense' does not exist on type 'SP.WebCreationInformation'/);
    assert.match(await add({ Title: 'x', Url: 7 }), /Edm\.String/);
    assert.equal(refusal(await rest('web/webs/add', { body: { parameters: { Title: 'x', Url: 'z' } }, as: editor })), denied);
    assert.equal((await rest('/sites/intranet/nosuch/_api/web')).status, 404);
  });
});

describe('an address with blanks and letters beyond ASCII', () => {
  it('is that of a web, escaped or not, in batches and pages too', async () => {
    const made = await rest('web/webs/add', { body: { parameters: { Title: 'Übung', Url: 'Meine Übung' } } });
    assert.equal(made.json['ServerRelativeUrl'], '/sites/intranet/Meine Übung', made.text);
    const at = `${sharePoint.site}/${encodeURIComponent('Meine Übung')}`;
    const there = restOf(sharePoint, at);
    assert.equal((await there('web/title')).json['value'], 'Übung');
    assert.equal((await there("web/getfolderbyserverrelativeurl('/sites/intranet/Meine Übung/Shared Documents')/files/add(url='a b.txt')", { body: 'x' })).status, 200);
    assert.equal((await rest(encodeURI('/sites/intranet/Meine Übung/Shared Documents/a b.txt'))).text, 'x');
    const part = `--b\nContent-Type: application/http\n\nGET ${at}/_api/web/title HTTP/1.1\naccept: ${nometadata}\n\n--b--\n`;
    assert.match((await there('$batch', { body: part, headers: { 'content-type': 'multipart/mixed; boundary=b' } })).text, /HTTP\/1\.1 200 OK[\s\S]*Übung/);
    assert.equal((await rest(`${new URL(at).pathname}/SitePages/Home.aspx`)).status, 200);
  });
});

describe('what a web has of its own', () => {
  it('lists and items; a list of it is not to be had from another web', async () => {
    const sub = await newWeb('works');
    const list = await sub('web/lists', { body: { Title: 'Tasks', BaseTemplate: 100 } });
    assert.equal(list.status, 201, list.text);
    assert.equal(list.headers.get('location'), `${sub.at}/_api/Web/Lists(guid'${String(list.json['Id'])}')`);
    assert.equal(list.json['ParentWebUrl'], sub.path);
    assert.equal((await rest('web/lists', { body: { Title: 'Tasks', BaseTemplate: 100 } })).status, 201, 'the same title in the root web');
    assert.equal((await sub("web/lists/getbytitle('Tasks')/items", { body: { Title: 'one' } })).status, 201);
    assert.equal(values(await rest("web/lists/getbytitle('Tasks')/items")).length, 0);
    const library = await rest('web/lists', { body: { Title: 'works', BaseTemplate: 101 } });
    assert.equal((await rest(`web/lists(guid'${String(library.json['Id'])}')/rootfolder`)).json['ServerRelativeUrl'], '/sites/intranet/works1', 'the address of a web is taken');
    assert.equal((await sub(`web/getlist('${sub.path}/Lists/Tasks')`)).json['Id'], list.json['Id']);
    assert.equal(refusal(await rest(`web/getlist('${sub.path}/Lists/Tasks')`)), '404 -2147024894, System.IO.FileNotFoundException File Not Found.');
    assert.equal((await rest(`web/lists(guid'${String(list.json['Id'])}')`)).status, 404);
    const author = values<{ Author: Json }>(await sub("web/lists/getbytitle('Tasks')/items?$select=Author/Title,Author/EMail&$expand=Author"))[0];
    assert.equal(author?.Author['EMail'], owner);
    assert.equal(values(await sub(`web/lists/getbytitle('Tasks')/items?$filter=Author/EMail eq '${owner}'`)).length, 1);
  });

  it('files and folders', async () => {
    const sub = await newWeb('files');
    assert.equal((await sub(`web/getfolderbyserverrelativepath(decodedurl='${sub.path}/Shared Documents')/files/add(url='a.txt')`, { body: 'hello' })).status, 200);
    assert.equal((await rest(`${sub.path}/Shared Documents/a.txt`)).text, 'hello');
    assert.equal((await sub("web/getfilebyserverrelativeurl('Shared Documents/a.txt')/$value")).text, 'hello');
    assert.match(refusal(await rest(`web/getfilebyserverrelativepath(decodedurl='${sub.path}/Shared Documents/a.txt')`)), /^404 /);
    assert.match(refusal(await sub("web/getfilebyserverrelativepath(decodedurl='/sites/intranet/Shared Documents/a.txt')")), /^400 .*must start with SPWeb.ServerRelativeUrl/);
    assert.equal((await sub('web/rootfolder/serverrelativeurl')).json['value'], sub.path);
  });

  it('a recycle bin; the site collection shows that of all its webs', async () => {
    const sub = await newWeb('bin');
    await sub('web/lists', { body: { Title: 'Binned', BaseTemplate: 100 } });
    await sub("web/lists/getbytitle('Binned')/items", { body: { Title: 'gone' } });
    assert.equal((await sub("web/lists/getbytitle('Binned')/items(1)/recycle", { method: 'POST' })).status, 200);
    assert.deepEqual(values(await sub('web/recyclebin')).map(({ Title }) => Title), ['gone']);
    assert.equal(values(await rest('web/recyclebin')).some(({ Title }) => Title === 'gone'), false);
    const found = values<{ Id: string; Title: string }>(await rest('site/recyclebin')).find(({ Title }) => Title === 'gone');
    assert.equal((await rest(`site/recyclebin('${found?.Id}')/restore`, { method: 'POST' })).status, 200);
    assert.equal(values(await sub("web/lists/getbytitle('Binned')/items")).length, 1);
  });

  it('a digest, and batches', async () => {
    const sub = await newWeb('digests');
    const digest = async (of: Rest): Promise<string> => String((await of('contextinfo', { method: 'POST' })).json['FormDigestValue']);
    const change = async (value: string): Promise<number> => (await sub('web', { body: { Description: 'changed' }, headers: { ...merge, authorization: '', 'x-requestdigest': value } })).status;
    assert.equal(await change(await digest(rest)), 403);
    assert.equal(await change(await digest(sub)), 204);
    const part = `--b\nContent-Type: application/http\n\nGET ${sub.at}/_api/web/title HTTP/1.1\naccept: ${nometadata}\n\n--b--\n`;
    const batch = await sub('$batch', { body: part, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.match(batch.text, /The digests/);
  });

  it('changes; the site collection tells of those of all webs', async () => {
    const started = String(((await rest('site/currentchangetoken')).json)['StringValue']);
    const sub = await newWeb('changes');
    const query = { Web: true, List: true, Add: true, Update: true, DeleteObject: true };
    await sub('web', { body: { Title: 'Renamed' }, headers: merge });
    const inSub = values(await sub('web/getchanges', { body: { query } }));
    assert.ok(inSub.length > 2 && inSub.every(({ WebId }) => WebId === sub.id));
    assert.ok(values(await rest('web/getchanges', { body: { query } })).every(({ WebId }) => WebId !== sub.id));
    const whole = values(await rest('site/getchanges', { body: { query: { ...query, ChangeTokenStart: { StringValue: started } } } }));
    assert.deepEqual(whole.map(({ ChangeType, WebId }) => [ChangeType, WebId]), inSub.map(({ ChangeType, WebId }) => [ChangeType, WebId]));
    await sub('web', { method: 'DELETE' });
    const last = values(await rest('site/getchanges', { body: { query: { ...query, ChangeTokenStart: { StringValue: started } } } }));
    assert.deepEqual(last.map(({ ChangeType, WebId }) => [ChangeType, WebId]), [[3, sub.id]]);
  });

  it('is found by search, and what is in it', async () => {
    const sub = await newWeb('quokkas');
    await sub('web/lists', { body: { Title: 'Marsupials', BaseTemplate: 100 } });
    await sub("web/lists/getbytitle('Marsupials')/items", { body: { Title: 'A wombat digs' } });
    const search = async (text: string, as?: string): Promise<Record<string, string | null>[]> => {
      const answer = await rest(`search/query?querytext='${text}'&selectproperties='Title,SPWebUrl,SPSiteURL,contentclass,Author,SiteTitle'`, as === undefined ? {} : { as });
      const rows = (((answer.json['PrimaryQueryResult'] as Json)['RelevantResults'] as Json)['Table'] as { Rows: { Cells: { Key: string; Value: string | null }[] }[] }).Rows;
      return rows.map(({ Cells }) => Object.fromEntries(Cells.map(({ Key, Value }) => [Key, Value])));
    };
    const [item] = await search('wombat');
    assert.deepEqual([item?.['SPWebUrl'], item?.['SPSiteURL'], item?.['SiteTitle'], item?.['Author']], [sub.at, sharePoint.site, 'The quokkas', 'Marijke van der Velden']);
    assert.deepEqual((await search('quokkas contentclass:STS_Web')).map(({ Title }) => Title), ['The quokkas']);
    assert.equal((await search(`wombat SPWebUrl:"${sub.at}"`)).length, 1);
    assert.equal((await search('wombat', visitor)).length, 1);
    await sub('web/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)', { method: 'POST' });
    assert.equal((await search('wombat', visitor)).length, 0);
    assert.equal((await search('quokkas', visitor)).length, 0);
  });

  it('a page of its own, with its own name in the context', async () => {
    const sub = await newWeb('paged');
    const page = await rest(`${sub.path}/SitePages/Home.aspx`);
    assert.equal(page.status, 200);
    assert.match(page.text, /"webServerRelativeUrl":"\/sites\/intranet\/paged"/);
    assert.match(page.text, /"siteServerRelativeUrl":"\/sites\/intranet"/);
    const home = await fetch(sub.at, { redirect: 'manual' });
    assert.deepEqual([home.status, home.headers.get('location')], [302, '/sites/intranet/paged/SitePages/Home.aspx']);
  });
});

describe('permissions of a web', () => {
  it('are those of the web above until it has its own', async () => {
    const sub = await newWeb('inherits');
    const lower = await newWeb('lower', { parent: sub, at: sub.at });
    const may = async (of: Rest, as: string): Promise<number> => (await of('web', { as })).status;
    const unique = async (of: Rest): Promise<unknown> => (await of('web/hasuniqueroleassignments')).json['value'];
    assert.deepEqual([await may(sub, visitor), await may(lower, visitor), await unique(sub), await unique(lower)], [200, 200, false, false]);
    assert.equal((await sub('web/firstuniqueancestorsecurableobject')).json['ServerRelativeUrl'], '/sites/intranet');
    assert.equal(refusal(await sub('web/breakroleinheritance(true,false)', { method: 'POST', as: visitor })), denied);
    assert.equal((await sub('web/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)', { method: 'POST' })).status, 200);
    assert.equal(await may(sub, visitor), 403);
    assert.equal(refusal(await sub('web', { as: visitor })), denied);
    assert.equal(refusal(await lower('web/lists', { as: visitor })), denied);
    assert.deepEqual([await unique(sub), await unique(lower)], [true, false]);
    assert.equal((await lower('web/firstuniqueancestorsecurableobject')).json['ServerRelativeUrl'], sub.path);
    assert.equal(await may(rest, visitor), 200);
    assert.deepEqual(values(await rest("web/webs?$filter=Title eq 'The inherits'", { as: visitor })), []);
    const visitorId = Number((await rest('web/ensureuser', { body: { logonName: `i:0#.f|membership|${visitor}` } })).json['Id']);
    assert.equal((await sub(`web/roleassignments/addroleassignment(principalid=${visitorId},roledefid=1073741826)`, { method: 'POST' })).status, 200);
    assert.deepEqual([await may(sub, visitor), await may(lower, visitor)], [200, 200]);
    assert.equal((await sub('web/lists', { body: { Title: 'no', BaseTemplate: 100 }, as: visitor })).status, 403);
    assert.equal((await sub('web/resetroleinheritance', { method: 'POST' })).status, 200);
    assert.deepEqual([await unique(sub), await may(lower, editor)], [false, 200]);
  });

  it('a new web may have its own from the start: its maker alone has them', async () => {
    const sub = await newWeb('closed', { own: true });
    assert.equal((await sub('web?$select=HasUniqueRoleAssignments')).json['HasUniqueRoleAssignments'], true);
    assert.equal((await sub('web', { as: editor })).status, 403);
    const given = values<Json>(await sub('web/roleassignments?$expand=Member,RoleDefinitionBindings'));
    assert.deepEqual(given.map(({ Member, RoleDefinitionBindings }) => [(Member as Json)['Email'], (RoleDefinitionBindings as Json[]).map(({ Name }) => Name)]), [[owner, ['Full Control']]]);
    assert.equal(refusal(await rest(`site/openwebbyid('${sub.id}')`, { method: 'POST', as: editor })), denied);
  });

  it('people, groups and permission levels are those of the site collection', async () => {
    const sub = await newWeb('people');
    const ids = async (of: Rest, what: string): Promise<unknown[]> => values(await of(`web/${what}?$select=Id&$orderby=Id`)).map(({ Id }) => Id);
    const group = await sub('web/sitegroups', { body: { Title: 'Made below' } });
    assert.equal(group.status, 201, group.text);
    for (const what of ['sitegroups', 'siteusers', 'roledefinitions']) assert.deepEqual(await ids(sub, what), await ids(rest, what), what);
    assert.equal((await rest("web/sitegroups/getbyname('Made below')")).status, 200);
    assert.equal((await sub('web/associatedownergroup')).json['Title'], (await rest('web/associatedownergroup')).json['Title']);
    assert.equal((await sub('web/currentuser')).json['Id'], (await rest('web/currentuser')).json['Id']);
    const id = Number(group.json['Id']);
    await sub('web/breakroleinheritance(true,true)', { method: 'POST' });
    await sub(`web/roleassignments/addroleassignment(principalid=${id},roledefid=1073741826)`, { method: 'POST' });
    assert.ok(values(await rest('web/roleassignments')).some(({ PrincipalId }) => PrincipalId === id), 'Limited Access on the web above');
    await rest(`web/sitegroups/removebyid(${id})`, { method: 'POST' });
    assert.equal(values(await sub('web/roleassignments')).some(({ PrincipalId }) => PrincipalId === id), false);
  });
});

describe('a web of another site collection', () => {
  it('is not reached through this one', async () => {
    const other = restOf(sharePoint, `${sharePoint.url}/sites/other`);
    const id = String((await other('web/id')).json['value']);
    assert.match(refusal(await rest(`site/openwebbyid('${id}')`, { method: 'POST' })), /^404 /);
    const preview = await rest(`/sites/intranet/_layouts/15/getpreview.ashx?guidWeb=${id}&guidFile=${id}`);
    assert.equal(preview.status, 404);
  });
});

describe('deleting a web', () => {
  it('takes all that is in it; one with webs below it is refused', async () => {
    const sub = await newWeb('ends');
    const lower = await newWeb('last', { parent: sub, at: sub.at });
    await lower('web/lists', { body: { Title: 'Kept', BaseTemplate: 100 } });
    await lower('web/lists', { body: { Title: 'Binned', BaseTemplate: 100 } });
    await lower("web/lists/getbytitle('Binned')/recycle", { method: 'POST' });
    assert.match(refusal(await sub('web', { method: 'DELETE' })), /^500 .*Error deleting Web site "\/sites\/intranet\/ends"\. Sites that have subsites or certain apps can't be deleted\./);
    assert.equal(refusal(await lower('web', { method: 'POST', headers: { 'x-http-method': 'DELETE' }, as: editor })), denied);
    assert.equal((await lower('web', { method: 'POST', headers: { 'x-http-method': 'DELETE' } })).status, 200);
    assert.equal((await sub('web', { method: 'DELETE' })).status, 200);
    assert.equal((await sub('web')).status, 404);
    assert.equal(values(await rest('site/recyclebin')).some(({ Title }) => Title === 'Binned'), false);
    assert.match(refusal(await rest('web', { method: 'DELETE' })), /^500 .*root web/);
    const again = await newWeb('ends');
    assert.deepEqual(values(await again('web/lists?$filter=BaseTemplate eq 100')), []);
  });
});

describe('PnPjs: webs', () => {
  it('adds, opens, names the parent and deletes', async () => {
    const made = await sp.web.webs.add('By PnPjs', 'bypnp', 'told', 'STS#3', 1033, true) as unknown as { Url: string; Id: string };
    const web = Web([sp.web, made.Url]);
    assert.equal((await web()).Description, 'told');
    assert.ok((await sp.web.webs()).some(({ Id }) => Id === made.Id));
    assert.ok((await sp.web.webinfos() as unknown as Json[]).some(({ Id }) => Id === made.Id));
    assert.ok((await sp.web.getSubwebsFilteredForCurrentUser()() as unknown as Json[]).some(({ Id }) => Id === made.Id));
    const opened = await sp.site.openWebById(made.Id);
    assert.equal((opened.data as Json)['Id'], made.Id);
    const { Id: listId } = await opened.web.lists.add('Through it');
    assert.equal((await web.lists.getById(listId)()).Title, 'Through it');
    const parent = await web.getParentWeb();
    assert.equal((await parent?.select('ServerRelativeUrl')())?.ServerRelativeUrl, '/sites/intranet');
    assert.equal(await sp.web.getParentWeb(), null);
    assert.equal((await (await Web([sp.web, made.Url]).webs())).length, 0);
    await web.update({ Title: 'Changed' });
    assert.equal((await web.select('Title')()).Title, 'Changed');
    await web.delete();
    assert.match(await refusedWith(web()), /^404/);
  });

  it('batches at the web', async () => {
    const made = await sp.web.webs.add('Batched', 'batched') as unknown as { Url: string };
    const [batched, execute] = pnpOf(sharePoint, 'owner', made.Url).batched();
    const title = batched.web.select('Title')();
    const lists = batched.web.lists();
    await execute();
    assert.equal((await title).Title, 'Batched');
    assert.equal((await lists).length, 3);
  });
});
