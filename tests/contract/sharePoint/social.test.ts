import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SocialActorType, SocialActorTypes, type IMySocialData } from '@pnp/sp/social/types.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { assertKeys, colleague, editor, merge, newList, owner, refusal, restOf, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty', '--site', '/sites/annual-fair');
const rest = restOf(sharePoint);
const fair = restOf(sharePoint, `${sharePoint.url}/sites/annual-fair`);
const sp = pnpOf(sharePoint, colleague);
const login = (email: string): string => `i:0#.f|membership|${email}`;
const person = { ActorType: SocialActorType.User, AccountName: login(editor) };
const site = { ActorType: SocialActorType.Site, ContentUri: `${sharePoint.url}/sites/annual-fair` };
const everything = 15 as SocialActorTypes;
const actorKeys = 'AccountName ActorType CanFollow ContentUri EmailAddress FollowedContentUri GroupId Id ImageUri IsFollowed LibraryUri Name PersonalSiteUri Status StatusText TagGuid Title Uri';

async function newDocument(name: string): Promise<{ ActorType: SocialActorType; ContentUri: string; path: string; library: string }> {
  const created = await rest('web/lists', { body: { Title: `Papers of ${name}`, BaseTemplate: 101 } });
  const library = `web/lists(guid'${String(created.json['Id'])}')`;
  const added = await rest(`${library}/rootfolder/files/add(url='${name}',overwrite=true)`, { body: 'words' });
  const path = String(added.json['ServerRelativeUrl']);
  return { ActorType: SocialActorType.Document, ContentUri: `${sharePoint.url}${encodeURI(path)}`, path, library };
}

describe('PnPjs: social', () => {
  it('follows people, sites, documents and tags, once', async () => {
    const document = await newDocument('Plan of the year.docx');
    const tag = { ActorType: SocialActorType.Tag, TagGuid: '19a4a484-c1dc-4bc5-8c93-bb96245ce928' };
    for (const actor of [person, site, { ActorType: document.ActorType, ContentUri: document.ContentUri }, tag]) {
      assert.deepEqual([await sp.social.isFollowed(actor), await sp.social.follow(actor), await sp.social.follow(actor), await sp.social.isFollowed(actor)], [false, 0, 1, true], JSON.stringify(actor));
    }
    const names = async (types: SocialActorTypes): Promise<string[]> => (await sp.social.my.followed(types)).map(({ Name }) => Name);
    assert.deepEqual([await names(SocialActorTypes.User), await names(SocialActorTypes.Document), await names(SocialActorTypes.Site), (await names(everything)).length], [['Samir El Amrani'], ['Plan of the year.docx'], ['Annual fair'], 4]);
    assert.deepEqual([await names(SocialActorTypes.Site | SocialActorTypes.WithinLast24Hours), await names(0)], [['Annual fair'], []]);
    assert.deepEqual([await sp.social.my.followedCount(everything), await sp.social.my.followedCount(SocialActorTypes.Document)], [4, 1]);
    await sp.social.stopFollowing(person);
    assert.deepEqual([await sp.social.isFollowed(person), await sp.social.my.followedCount(everything)], [false, 3]);
    await sp.social.stopFollowing(person);
  });

  it('tells of oneself, followers and suggestions', async () => {
    const my = await (sp.social.my as unknown as () => Promise<IMySocialData>)();
    assertKeys((my as unknown as Json)['SocialActor'], actorKeys);
    assert.deepEqual([my.SocialActor.AccountName, my.SocialActor.CanFollow, my.SocialActor.ActorType, my.SocialActor.Status], [login(colleague), false, 0, 0]);
    assert.match(my.MyFollowedSitesUri, /\/personal\/lotte_jansen_contoso_example\/Social\/Sites\.aspx$/);
    assert.equal(await sp.social.getFollowedSitesUri(), my.MyFollowedSitesUri);
    assert.equal(await sp.social.getFollowedDocumentsUri(), my.MyFollowedDocumentsUri);
    await pnpOf(sharePoint, visitor).social.follow({ ActorType: SocialActorType.User, AccountName: login(colleague) });
    await pnpOf(sharePoint, owner).social.follow({ ActorType: SocialActorType.User, AccountName: login(editor) });
    await pnpOf(sharePoint, visitor).social.follow({ ActorType: SocialActorType.User, AccountName: login(owner) });
    assert.deepEqual((await sp.social.my.followers()).map(({ AccountName, IsFollowed }) => [AccountName, IsFollowed]), [[login(visitor), false]]);
    assert.deepEqual((await pnpOf(sharePoint, visitor).social.my.suggestions()).map(({ AccountName }) => AccountName), [login(editor)]);
    assert.deepEqual(await sp.social.my.suggestions(), []);
  });

  it('refuses what is not there, oneself and what one may not see', async () => {
    const missing = /^500 .*The target of the operation was not found\. Internal type name: Microsoft\.Office\.Server\.UserProfiles\.SocialDataStoreException\. Internal error code: 0\./s;
    for (const actor of [{ ActorType: 0, AccountName: 'nobody' }, { ActorType: 2, ContentUri: `${sharePoint.url}/sites/none` }, { ActorType: 2, ContentUri: 'https://elsewhere.example/sites/annual-fair' }, { ActorType: 1, ContentUri: `${sharePoint.site}/none.docx` }, { ActorType: 1, ContentUri: 'x:%' }, { ActorType: 3, TagGuid: 'x' }]) {
      assert.match(await refusedWith(sp.social.follow(actor)), missing, JSON.stringify(actor));
    }
    assert.match(await refusedWith(sp.social.follow({ ActorType: 0, AccountName: login(colleague) })), /^500 .*SocialException/s);
    assert.match(refusal(await rest('social.following/follow', { body: {} })), /^500 .*The request is invalid\./);
    assert.match(refusal(await rest('social.following/follow')), /^405 /);
    assert.match(refusal(await rest('social.feed/my')), /^501 /);
    const document = await newDocument('Secret.docx');
    await rest(`${document.library}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.match(await refusedWith(sp.social.follow({ ActorType: 1, ContentUri: document.ContentUri })), missing);
    await fair('web/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)', { method: 'POST' });
  });

  it('shows no more what is gone or closed since', async () => {
    const document = await newDocument('Short lived.txt');
    const { library } = await newDocument('Other.txt');
    const as = pnpOf(sharePoint, visitor);
    await as.social.follow({ ActorType: 1, ContentUri: document.ContentUri });
    assert.equal(await as.social.my.followedCount(SocialActorTypes.Document), 1);
    await rest(`${document.library}/items(1)`, { method: 'DELETE', headers: { 'if-match': '*' } });
    assert.equal(await as.social.my.followedCount(SocialActorTypes.Document), 0);
    const [other] = (await rest(`${library}/items?$select=FileRef`)).json['value'] as { FileRef: string }[];
    await as.social.follow({ ActorType: 1, ContentUri: `${sharePoint.url}${encodeURI(String(other?.FileRef))}` });
    await rest(`${library}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.equal(await as.social.my.followedCount(SocialActorTypes.Document), 0);
  });
});

describe('REST: social', () => {
  it('takes the actor in the address, and writes verbose as documented', async () => {
    const { path } = await newList(rest, 'Notes');
    await rest(path, { body: { Description: 'x' }, headers: merge });
    const at = `(ActorType=0,AccountName=@v,Id=null)?@v='i%3A0%23.f%7Cmembership%7C${colleague}'`;
    const headers = { accept: verbose, 'content-type': verbose };
    const call = (name: string): Promise<unknown> => rest(`social.following/${name}${at}`, { method: 'POST', as: editor, headers }).then(({ json }) => json);
    assert.deepEqual([await call('isfollowed'), await call('follow'), await call('follow'), await call('isfollowed')], [{ d: { IsFollowed: false } }, { d: { Follow: 0 } }, { d: { Follow: 1 } }, { d: { IsFollowed: true } }]);
    const followed = ((await rest('social.following/my/followed(types=15)', { as: editor, headers })).json['d'] as { Followed: { results: Json[] } }).Followed.results;
    assert.deepEqual([followed.length, followed[0]?.['__metadata']], [1, { type: 'SP.Social.SocialActor' }]);
    assert.deepEqual((await rest('social.following/my/followedcount(types=15)', { as: editor, headers })).json, { d: { FollowedCount: 1 } });
    assert.deepEqual(await call('my/stopfollowing'), { d: { StopFollowing: null } });
    const body = { actor: { __metadata: { type: 'SP.Social.SocialActorInfo' }, ActorType: 0, AccountName: `i:0%23.f|membership|${colleague}`, Id: null } };
    assert.deepEqual((await rest('social.following/follow', { body, as: editor })).json, { value: 0 });
  });
});
