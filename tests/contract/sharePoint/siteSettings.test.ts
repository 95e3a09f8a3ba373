import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { SPFI } from '@pnp/sp/presets/all.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { editor, merge, newList, refusal, restOf, values, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty', '--site', '/sites/other');
const rest = restOf(sharePoint);
let sp: SPFI;
before(() => { sp = pnpOf(sharePoint); });

describe('features', () => {
  const following = 'a7a2793e-67cd-4dc1-9fd0-43f61581207a';

  it('are listed, activated and deactivated by who manages the web', async () => {
    const ids = async (path = 'web/features'): Promise<unknown[]> => values(await rest(path)).map(({ DefinitionId }) => DefinitionId);
    assert.ok((await ids()).includes(following));
    assert.deepEqual((await rest(`web/features('${following}')?$select=DefinitionId,DisplayName`)).json, { DefinitionId: following, DisplayName: 'FollowingContent' });
    assert.match(refusal(await rest('web/features/add', { body: { featureId: following } })), /^500 -1, System.Data.DuplicateNameException Feature 'FollowingContent' \(ID: a7a2793e-67cd-4dc1-9fd0-43f61581207a\) is already activated at scope 'http:\/\/127\.0\.0\.1:\d+\/sites\/intranet'\.$/);
    assert.equal((await rest('web/features/add', { body: { featureId: following, force: true } })).json['DefinitionId'], following);
    assert.equal((await rest(`web/features/remove(featureId=guid'${following}',force=false)`, { method: 'POST', as: visitor })).status, 403);
    assert.equal((await rest(`web/features/remove(featureId=guid'${following}',force=false)`, { method: 'POST' })).status, 200);
    assert.equal((await ids()).includes(following), false);
    assert.deepEqual((await rest(`web/features('${following}')`)).json, { 'odata.null': true });
    assert.equal(refusal(await rest('web/features/remove', { body: { featureId: following } })), `500 -1, System.InvalidOperationException Feature '${following}' is not activated at this scope.`);
    assert.equal((await rest('web/features/add', { body: { featureId: following } })).status, 200);
    const unknown = '00000000-1111-2222-3333-444444444444';
    assert.match(refusal(await rest('web/features/add', { body: { featureId: unknown } })), new RegExp(`Feature with Id '${unknown}' is not installed in this farm, and cannot be added to this scope\\.`));
    assert.match(refusal(await rest('site/features/add', { body: { featureId: 'f6924d36-2fa8-4f0b-b16d-06b7250180fa' } })), /^501 .*PublishingSite/);
    assert.ok((await ids('site/features')).length > 0);
  });
});

describe('user custom actions', () => {
  const properties = { Title: 'Footer', Name: 'footer', Location: 'ClientSideExtension.ApplicationCustomizer', ClientSideComponentId: 'a54612b1-e5cb-4a43-80ae-3b5fb6ce1e35', ClientSideComponentProperties: '{"a":1}', Sequence: 100, Rights: { High: '0', Low: '262146' } };

  for (const [path, scope] of [['web', 3], ['site', 2], ['LIST', 4]] as const) {
    it(`of ${path}: the recorded keys; added, changed, deleted, cleared`, async () => {
      const at = path === 'LIST' ? (await newList(rest, 'Acted')).path : path;
      const added = await rest(`${at}/usercustomactions`, { body: properties });
      assert.equal(added.status, 201, added.text);
      assert.deepEqual(Object.keys(added.json), ['ClientSideComponentId', 'ClientSideComponentProperties', 'CommandUIExtension', 'Description', 'Group', 'HostProperties', 'Id', 'ImageUrl', 'Location', 'Name',
        'RegistrationId', 'RegistrationType', 'Rights', 'Scope', 'ScriptBlock', 'ScriptSrc', 'Sequence', 'Title', 'Url', 'VersionOfUserCustomAction']);
      assert.deepEqual([added.json['Scope'], added.json['Rights'], added.json['VersionOfUserCustomAction'], added.json['Group']], [scope, { High: '0', Low: '262146' }, '16.0.1.0', null]);
      const one = `${at}/usercustomactions('${String(added.json['Id'])}')`;
      assert.equal((await rest(one, { body: { Sequence: 200, Description: 'changed' }, headers: merge })).status, 204);
      const changed = (await rest(one)).json;
      assert.deepEqual([changed['Sequence'], changed['Description'], changed['VersionOfUserCustomAction'], changed['Title']], [200, 'changed', '16.0.2.0', 'Footer']);
      assert.equal(values(await rest(`${at}/usercustomactions`)).length, 1);
      assert.equal((await rest(`${at}/usercustomactions`, { body: properties, as: visitor })).status, 403);
      assert.equal((await rest(one, { method: 'DELETE' })).status, 200);
      assert.deepEqual((await rest(one)).json, { 'odata.null': true });
      await rest(`${at}/usercustomactions`, { body: properties });
      assert.equal((await rest(`${at}/usercustomactions/clear`, { method: 'POST' })).status, 200);
      assert.deepEqual(values(await rest(`${at}/usercustomactions`)), []);
    });
  }

  it('with script of their own are refused, as where custom script is off; so are unknown names', async () => {
    for (const script of [{ ScriptBlock: 'alert(1)' }, { ScriptSrc: '~SiteCollection/x.js' }, { Url: 'javascript:alert(1)' }]) {
      assert.match(refusal(await rest('web/usercustomactions', { body: { ...properties, ...script } })), /^403 /);
    }
    assert.match(refusal(await rest('web/usercustomactions', { body: { Nonsense: 1 } })), /'Nonsense' does not exist on type 'SP.UserCustomAction'/);
    assert.match(refusal(await rest('web/usercustomactions', { body: { Sequence: 'x' } })), /Edm\.Int32/);
  });

  it('PnPjs', async () => {
    const { data, action } = await sp.web.userCustomActions.add({ ...properties, Rights: { High: 0, Low: 262146 } });
    assert.equal(data.Title, 'Footer');
    await action.update({ Title: 'Header' });
    assert.equal((await sp.web.userCustomActions.getById(data.Id)()).Title, 'Header');
    await action.delete();
    await sp.web.userCustomActions.clear();
    assert.deepEqual(await sp.web.userCustomActions(), []);
  });
});

describe('what a web says of itself', () => {
  it('regional settings, time zones and languages', async () => {
    const zones = values(await rest('web/regionalsettings/timezones'));
    assert.equal(zones.length, 111);
    assert.deepEqual((await rest('web/regionalsettings/timezones(23)')).json, { Description: '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', Id: 23, Information: { Bias: -330, DaylightBias: -60, StandardBias: 0 } });
    assert.equal((await rest('web/regionalsettings/timezone')).json['Id'], 93);
    assert.deepEqual((await rest("web/regionalsettings/timezone/utctolocaltime('2021-07-15T13:15:15Z')", { method: 'POST' })).json, { value: '2021-07-15T13:15:15' });
    assert.deepEqual((await rest("web/regionalsettings/timezone/localtimetoutc(@date)?@date='2021-07-15T13:15:15'", { headers: { accept: verbose } })).json, { d: { LocalTimeToUTC: '2021-07-15T13:15:15Z' } });
    assert.match(refusal(await rest("web/regionalsettings/timezone/utctolocaltime('yesterday')", { method: 'POST' })), /^400 /);
    const languages = (await rest('web/regionalsettings/installedlanguages')).json['Items'] as Json[];
    assert.deepEqual(languages.find(({ Lcid }) => Lcid === 1043), { DisplayName: 'Dutch', LanguageTag: 'nl-nl', Lcid: 1043 });
    assert.equal((await sp.web.regionalSettings.getInstalledLanguages()).length, 51);
    assert.equal((await sp.web.regionalSettings.timeZones.getById(93)).Description, '(UTC) Coordinated Universal Time');
    assert.match(String(await sp.web.regionalSettings.timeZone.utcToLocalTime('2021-01-15T14:15:15Z')), /^2021-01-15T14:15:15/);
  });

  it('its property bag, which nobody writes; author, texts, library, templates', async () => {
    const bag = (await rest('web/allproperties')).json;
    assert.equal(bag['vti_x005f_associateownergroup'], '3');
    assert.equal((await rest('web?$select=AllProperties/vti_x005f_defaultlanguage&$expand=AllProperties')).json['AllProperties'] !== undefined, true);
    assert.match(refusal(await rest('web/allproperties', { body: { x: '1' }, headers: merge })), /^403 /);
    assert.equal((await rest('web/author')).json['Email'], 'marijke.vandervelden@contoso.example');
    assert.equal((await rest('web/titleresource/getvalueforuiculture', { body: { cultureName: 'en-us' } })).json['value'], (await rest('web/title')).json['value']);
    assert.equal((await rest('web/defaultdocumentlibrary')).json['Title'], 'Documents');
    const templates = values(await rest('web/getavailablewebtemplates(lcid=1033,doincludecrosslanguage=true)'));
    assert.ok(templates.some(({ Name, Title }) => Name === 'STS#3' && Title === 'Team site (no Microsoft 365 group)'));
    assert.deepEqual((await rest('web/hubsitedata(false)')).json, { 'odata.null': true });
    assert.deepEqual((await rest("web/getstorageentity('x')")).json, { 'odata.null': true });
    assert.equal((await rest("web/maptoicon(filename='a.docx',progid='',size=0)")).json['value'], 'icdocx.png');
    assert.deepEqual(values(await rest('web/eventreceivers')), []);
    assert.equal((await rest("web/getlist('sites/intranet/SitePages')")).json['Title'], 'Site Pages');
  });
});

describe('the site collection', () => {
  it('is changed by its administrators', async () => {
    assert.equal((await rest('site', { body: { ShareByEmailEnabled: true, Classification: 'HBI' }, headers: merge })).status, 204);
    const { ShareByEmailEnabled, Classification, ReadOnly } = (await rest('site')).json;
    assert.deepEqual([ShareByEmailEnabled, Classification, ReadOnly], [true, 'HBI', false]);
    assert.equal((await rest('site', { body: { ShareByEmailEnabled: false }, headers: merge, as: editor })).status, 403);
    assert.match(refusal(await rest('site', { body: { ShareByEmailEnabled: 'x' }, headers: merge })), /Edm\.Boolean/);
    assert.match(refusal(await rest('site', { body: { Nonsense: 1 }, headers: merge })), /'Nonsense' does not exist on type 'SP.Site'/);
    assert.match(refusal(await rest('site', { body: { ReadOnly: true }, headers: merge })), /^501 /);
    assert.deepEqual((await rest('site?$select=GeoLocation,DisableFlows,SensitivityLabelInfo')).json, { DisableFlows: false, GeoLocation: 'EUR', SensitivityLabelInfo: { DisplayName: '', Id: '' } });
    assert.deepEqual((await rest('web?$select=IsProvisioningComplete,WebTemplateConfiguration,SupportedUILanguageIds')).json['WebTemplateConfiguration'], 'SITEPAGEPUBLISHING#0');
    assert.equal((await rest('site/owner')).json['IsSiteAdmin'], true);
  });

  it('PnPjs: exists, libraries, the web of a page', async () => {
    assert.equal(await sp.site.exists(sharePoint.site), true);
    assert.equal(await sp.site.exists(`${sharePoint.url}/sites/other`), true);
    assert.equal(await sp.site.exists(`${sharePoint.site}/no`), false);
    assert.equal(await sp.site.exists('https://elsewhere.example/sites/intranet'), false);
    assert.deepEqual((await sp.site.getDocumentLibraries(sharePoint.site)).map(({ Title }) => Title), ['Documents']);
    assert.equal(await sp.site.getWebUrlFromPageUrl(`${sharePoint.site}/SitePages/Home.aspx`), sharePoint.site);
    assert.match(await refusedWith(sp.site.getWebUrlFromPageUrl('https://elsewhere.example/x.aspx')), /^400/);
  });
});
