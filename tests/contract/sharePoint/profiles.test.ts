import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { assertKeys, colleague, editor, minimal, nometadata, owner, refusal, restOf, values, verbose, visitor, type Json, type Reply } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const manager = 'sp.userprofiles.peoplemanager';
const login = (email: string): string => `i:0#.f|membership|${email}`;
const called = (name: string, account: string): string => `${manager}/${name}(@v)?@v='${encodeURIComponent(login(account))}'`;
const setting = (name: string, value: string, account: string, as = account): Promise<Reply> =>
  rest(`${manager}/SetSingleValueProfileProperty`, { as, body: { accountName: login(account), propertyName: name, propertyValue: value } });
const valueOf = async (name: string, account: string): Promise<unknown> =>
  (await rest(`${manager}/getuserprofilepropertyfor(accountname=@v,propertyname='${name}')?@v='${encodeURIComponent(login(account))}'`)).json['value'];
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

describe('a profile', () => {
  it('is one\'s own, or somebody\'s by login name in any escape; nothing for an unknown account', async () => {
    assert.equal((await rest(`${manager}/getmyproperties`, { as: editor })).json['Email'], editor);
    for (const name of [called('getpropertiesfor', colleague), `${manager}/getpropertiesfor(accountName='i%3A0%2523.f%7Cmembership%7C${colleague}')`, `${manager}/getpropertiesfor(@v)?@v='${colleague.toUpperCase()}'`]) {
      assert.equal((await rest(name)).json['AccountName'], login(colleague), name);
    }
    assert.deepEqual((await rest(called('getpropertiesfor', 'nobody@contoso.example'))).json, { 'odata.null': true });
    assert.deepEqual((await rest(called('getpropertiesfor', 'nobody@contoso.example'), { headers: { accept: verbose } })).json, { d: { getpropertiesfor: null } });
    assert.deepEqual([await valueOf('FirstName', colleague), await valueOf('Nonsense', colleague), await valueOf('FirstName', 'nobody@contoso.example')], ['Lotte', '', '']);
    assert.deepEqual((await rest(`${manager}/getmyproperties?$select=DisplayName,AccountName`, { as: visitor })).json, { AccountName: login(visitor), DisplayName: 'Yusuf Demir' });
    const own = (await rest(`${manager}/getmyproperties`)).json;
    assert.match(String(own['UserUrl']), /\/Person\.aspx\?accountname=i%3A0%23%2Ef%7Cmembership%7Cmarijke%2Evandervelden%40contoso%2Eexample$/);
  });

  it('has a manager of profiles with the recorded properties', async () => {
    const { json } = await rest(manager);
    assert.match(String(json['EditProfileLink']), /\/_layouts\/15\/EditProfile\.aspx\?UserSettingsProvider=dfb95e82%2D8132%2D404b%2Db693%2D25418fdac9b6&ReturnUrl=http%3A%2F%2F127%2E0%2E0%2E1%3A\d+%2Fsites%2Fintranet%2F%5Fapi%2FSP%2EUserProfiles%2EPeopleManager$/);
    assertKeys(json, 'EditProfileLink IsMyPeopleListPublic');
    assert.deepEqual(((await rest(`${manager}/IsMyPeopleListPublic`, { headers: { accept: verbose } })).json['d'] as Json), { IsMyPeopleListPublic: true });
    assert.match((await rest(manager, { headers: { accept: minimal } })).text, /"odata\.type":"SP\.UserProfiles\.PeopleManager"/);
  });

  it('is changed by whom it is about, in what is theirs to change', async () => {
    assert.deepEqual((await setting('HomePhone', '+54321', visitor)).json, { 'odata.null': true });
    assert.equal(await valueOf('HomePhone', visitor), '+54321');
    assert.equal(refusal(await setting('Department', 'Board', visitor)), '500 -1, Microsoft.Office.Server.UserProfiles.PropertyNotEditableException Property Not Editable: This property can only be modified by an administrator.');
    assert.match(refusal(await setting('Nonsense', 'x', visitor)), /^500 .*PropertyNotFoundException/);
    assert.match(refusal(await setting('HomePhone', 'x', colleague, visitor)), /^403 /);
    assert.match(refusal(await setting('HomePhone', 'x', 'nobody@contoso.example', visitor)), /^500 .*UserNotFoundException/);
    assert.match(refusal(await rest(`${manager}/SetSingleValueProfileProperty`, { body: {} })), /^400 /);
    assert.equal((await setting('Department', 'Facilities', visitor, owner)).status, 200);
    assert.equal(await valueOf('SPS-Department', visitor), 'Facilities');
  });

  it('has values of several parts, which search finds', async () => {
    const skills = (propertyValues: unknown, propertyName = 'SPS-Skills', as = editor): Promise<Reply> => rest(`${manager}/SetMultiValuedProfileProperty`, { as, body: { accountName: login(editor), propertyName, propertyValues } });
    assert.deepEqual((await skills(['csharp', 'typescript'])).json, { 'odata.null': true });
    assert.equal(await valueOf('SPS-Skills', editor), 'csharp|typescript');
    const { text } = await rest(`search/query?querytext='typescript'&selectproperties='WorkEmail'&sourceid='b09a7990-05ea-4af9-81ef-edfab16c4e31'`);
    assert.match(text, /samir\.elamrani@contoso\.example/);
    assert.deepEqual([(await skills(['a'], 'AboutMe')).status, (await skills('a')).status, (await skills([1])).status, (await skills(['a'], 'SPS-Skills', visitor)).status], [500, 400, 400, 403]);
  });

  it('of many people comes in one batch', async () => {
    const sp = pnpOf(sharePoint);
    const [batched, execute] = sp.batched();
    const asked = [owner, editor, visitor].map((email) => batched.profiles.getPropertiesFor(login(email)) as Promise<{ DisplayName: string }>);
    await execute();
    assert.deepEqual((await Promise.all(asked)).map(({ DisplayName }) => DisplayName), ['Marijke van der Velden', 'Samir El Amrani', 'Yusuf Demir']);
  });

  it('is loaded with POST', async () => {
    const loader = 'sp.userprofiles.profileloader.getprofileloader';
    const profile = await rest(`${loader}/getuserprofile`, { method: 'POST', as: colleague, headers: { accept: verbose } });
    assertKeys(profile.json['d'], '__metadata FollowedContent PersonalSite AccountName DisplayName O15FirstRunExperience PersonalSiteCapabilities PersonalSiteFirstCreationError PersonalSiteFirstCreationTime PersonalSiteInstantiationState PersonalSiteLastCreationTime PersonalSiteNumberOfRetries PictureImportEnabled PublicUrl UrlToCreatePersonalSite');
    assert.equal((await rest(`${loader}/getuserprofile/accountname`, { method: 'POST', as: colleague })).json['value'], login(colleague));
    assert.equal((await rest('sp.userprofiles.profileloader.getowneruserprofile', { method: 'POST', as: colleague })).json['AccountName'], login(owner));
    assert.equal((await rest(`${loader}/getuserprofile`)).status, 405);
    assert.equal((await rest(`${loader}/getuserprofile/createpersonalsiteenque(false)`, { method: 'POST' })).status, 501);
    const sp = pnpOf(sharePoint, colleague);
    assert.equal((await sp.profiles.userProfile as { AccountName: string }).AccountName, login(colleague));
  });
});

describe('people who follow people', () => {
  it('are asked for by PnPjs', async () => {
    const sp = pnpOf(sharePoint, colleague);
    assert.equal((await rest(called('follow', editor), { method: 'POST', as: colleague })).text, '{"odata.null":true}');
    assert.deepEqual([await sp.profiles.amIFollowing(login(editor)), await sp.profiles.amIFollowedBy(login(editor)), await sp.profiles.amIFollowing(login(visitor)), await sp.profiles.amIFollowing('nobody')], [true, false, false, false]);
    assert.deepEqual([await sp.profiles.isFollowing(login(colleague), login(editor)), await sp.profiles.isFollowing(login(editor), login(colleague))], [true, false]);
    const names = (people: unknown): string[] => (people as { Email: string }[]).map(({ Email }) => Email);
    assert.deepEqual([names(await sp.profiles.getFollowersFor(login(editor))), names(await sp.profiles.getPeopleFollowedBy(login(colleague))), names(await sp.profiles.myFollowers())], [[colleague], [editor], []]);
    assert.deepEqual(names(await pnpOf(sharePoint, editor).profiles.myFollowers()), [colleague]);
    assert.equal((await sp.profiles.getPropertiesFor(login(editor)) as { IsFollowed: boolean }).IsFollowed, true);
    assert.deepEqual(values(await rest(`${manager}/getpeoplefollowedbyme?$select=AccountName`, { as: colleague })), [{ AccountName: login(editor) }]);
    assert.deepEqual([await sp.profiles.getFollowedTags(), (await sp.profiles.trendingTags as unknown as Json)['Items']], [[], []]);
    await rest(called('follow', visitor), { method: 'POST', as: editor });
    assert.deepEqual(names(values(await rest(`${manager}/getmysuggestions`, { as: colleague }))), [visitor]);
    await sp.profiles.hideSuggestion(login(visitor));
    assert.deepEqual(values(await rest(`${manager}/getmysuggestions`, { as: colleague })), []);
    await rest(called('stopfollowing', editor), { method: 'POST', as: colleague });
    assert.equal(await sp.profiles.amIFollowing(login(editor)), false);
    assert.match(refusal(await rest(called('follow', 'nobody@contoso.example'), { method: 'POST' })), /^500 .*UserNotFoundException/);
  });

  it('may keep whom they follow to themselves', async () => {
    const sp = pnpOf(sharePoint, editor);
    const seen = async (as: string): Promise<number> => values(await rest(called('getpeoplefollowedby', editor), { as })).length;
    assert.deepEqual([await seen(visitor), await seen(editor)], [1, 1]);
    await sp.profiles.shareAllSocialData(false);
    assert.deepEqual([await sp.profiles.getIsMyPeopleListPublic(), await seen(visitor), await seen(editor)], [false, 0, 1]);
    await sp.profiles.shareAllSocialData(true);
    assert.deepEqual([await sp.profiles.getIsMyPeopleListPublic(), await seen(visitor)], [true, 1]);
  });

  it('follow tags by their ids', async () => {
    const tag = '19a4a484-c1dc-4bc5-8c93-bb96245ce928';
    assert.equal((await rest(`${manager}/followtag('${tag}')`, { method: 'POST', as: visitor })).status, 200);
    assert.deepEqual((await rest(`${manager}/getfollowedtags(5)`, { as: visitor })).json, { value: [tag] });
    await rest(`${manager}/stopfollowingtag('${tag}')`, { method: 'POST', as: visitor });
    assert.deepEqual((await rest(`${manager}/getfollowedtags(5)`, { as: visitor })).json, { value: [] });
    assert.equal((await rest(`${manager}/followtag('x')`, { method: 'POST' })).status, 400);
  });
});

describe('pictures', () => {
  const picture = (query: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(`${sharePoint.site}/_layouts/15/userphoto.aspx?${query}`, { headers });

  it('come in SharePoint\'s and Exchange\'s sizes, and are kept by browsers', async () => {
    for (const [size, pixels] of [['S', 48], ['m', 72], ['L', 240], ['HR64x64', 64], ['HR648x648', 648], ['huge', 72]] as const) {
      assert.match(await (await picture(`size=${size}&accountname=${editor}`)).text(), new RegExp(`width="${pixels}" height="${pixels}"`), size);
    }
    const first = await picture(`size=S&username=${editor}`);
    assert.deepEqual([first.headers.get('cache-control'), first.headers.get('x-content-type-options')], ['private, max-age=86400', 'nosniff']);
    assert.equal((await picture(`size=S&accountname=${editor}`, { 'if-none-match': first.headers.get('etag') ?? '' })).status, 304);
    assert.equal(await (await picture('size=M&accountname=nobody')).text(), await (await picture('size=M')).text());
  });

  it('are set by whom they show', async () => {
    const put = (bytes: Buffer, as = visitor): Promise<Response> => fetch(`${sharePoint.site}/_api/${manager}/setmyprofilepicture`, { method: 'POST', body: new Uint8Array(bytes), headers: { accept: nometadata, 'content-type': 'application/json', authorization: `Basic ${btoa(`${as}:x`)}` } });
    assert.deepEqual([(await put(png)).status, (await put(Buffer.from('<svg onload="alert(1)"/>'))).status, (await put(Buffer.concat([png, Buffer.alloc(5_000_000)]))).status], [200, 400, 413]);
    const shown = await picture(`size=L&accountname=${visitor}`);
    assert.deepEqual([shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer()).equals(png)], ['image/png', true]);
    assert.match(String((await rest(called('getpropertiesfor', visitor))).json['PictureUrl']), /userphoto\.aspx\?size=M&accountname=yusuf\.demir%40contoso\.example&t=\d{11}$/);
  });
});

describe('a site user', () => {
  it('is changed by who sends all of it back, and in nothing that cannot be changed', async () => {
    const sp = pnpOf(sharePoint);
    const user = await sp.web.siteUsers.getByEmail(colleague)();
    await sp.web.getUserById(user.Id).update({ ...user, Title: 'Lotte of the stories' });
    assert.equal((await sp.web.getUserById(user.Id)()).Title, 'Lotte of the stories');
    const change = (body: object, as?: string): Promise<Reply> => rest(`web/getuserbyid(${user.Id})`, { body, headers: { 'x-http-method': 'MERGE', 'if-match': '*' }, ...(as === undefined ? {} : { as }) });
    assert.deepEqual([(await change({ Title: 'Lotte Jansen' })).status, (await change({ Title: 'x' }, visitor)).status, (await change({ Nonsense: 1 })).status, (await change({ LoginName: 'x' })).status], [204, 403, 400, 501]);
    assert.equal(values(await rest('web/siteusers?$top=2&$skip=1&$select=Id')).length, 2);
  });
});

describe('the people picker', () => {
  const pick = async (queryParams: object, call = 'SearchUser'): Promise<Json[] | Json> => {
    const reply = await rest(`SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePicker${call}`, { body: { queryParams } });
    assert.equal(reply.status, 200, reply.text);
    return JSON.parse(String(reply.json['value'])) as Json[] | Json;
  };
  const found = async (queryParams: object): Promise<string> => (await pick({ MaximumEntitySuggestions: 50, ...queryParams }) as Json[]).map(({ DisplayText }) => DisplayText).join('|');

  it('finds people, groups and everyone, as it is told to', async () => {
    assert.equal(await found({ QueryString: 'samir', PrincipalType: 1 }), 'Samir El Amrani');
    assert.equal(await found({ QueryString: 'intranet', PrincipalType: 8 }), 'Intranet Members|Intranet Owners|Intranet Visitors');
    assert.deepEqual([await found({ QueryString: 'every' }), await found({ QueryString: 'every', QuerySettings: { ExcludeAllUsersOnTenantClaim: true } })], ['Everyone except external users', '']);
    assert.deepEqual([await found({ QueryString: 'samir', PrincipalType: 8 }), await found({ QueryString: '' })], ['', '']);
    assert.deepEqual([await found({ QueryString: 'samir', SharePointGroupID: 5 }), await found({ QueryString: 'samir', SharePointGroupID: 3 })], ['Samir El Amrani', '']);
    assert.deepEqual([await found({ QueryString: 'samir.el', AllowOnlyEmailAddresses: true }), await found({ QueryString: 'amrani', AllowOnlyEmailAddresses: true })], ['Samir El Amrani', '']);
    assert.equal((await pick({ QueryString: 'a', MaximumEntitySuggestions: 3, PrincipalType: 1 }) as Json[]).length, 3);
  });

  it('resolves exactly one', async () => {
    const resolved = async (QueryString: string): Promise<unknown[]> => {
      const { Key, IsResolved, MultipleMatches } = await pick({ QueryString, PrincipalType: 15 }, 'ResolveUser') as Json;
      return [Key, IsResolved, (MultipleMatches as unknown[]).length > 0];
    };
    assert.deepEqual(await resolved(editor), [login(editor), true, false]);
    assert.deepEqual(await resolved('Samir El Amrani'), [login(editor), true, false]);
    assert.deepEqual(await resolved('Intranet Members'), ['Intranet Members', true, false]);
    assert.deepEqual([await resolved('a'), await resolved('nobody@fabrikam.example')], [['a', false, true], ['nobody@fabrikam.example', false, false]]);
  });

  it('refuses what is no query', async () => {
    for (const queryParams of [undefined, 5, {}, { QueryString: 5 }, { QueryString: 'a', MaximumEntitySuggestions: -1 }, { QueryString: 'a', PrincipalType: 'x' }]) {
      assert.equal((await rest('SP.UI.ApplicationPages.ClientPeoplePickerWebServiceInterface.ClientPeoplePickerSearchUser', { body: { queryParams } })).status, 400, JSON.stringify(queryParams));
    }
    assert.match(await refusedWith(pnpOf(sharePoint).profiles.clientPeoplePickerSearchUser({ MaximumEntitySuggestions: 1 } as never)), /^400/);
  });
});
