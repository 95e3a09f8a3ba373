import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PrincipalSource, PrincipalType } from '@pnp/sp/types.js';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { assertKeys, colleague, editor, owner, refusal, restOf, verbose, visitor, type Json } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const sp = pnpOf(sharePoint, editor);
const login = (email: string): string => `i:0#.f|membership|${email}`;
const sent = async (): Promise<Json[]> => (await rest('/_local/mails')).json as unknown as Json[];

describe('PnPjs: utilities', () => {
  it('send e-mails to people of the organisation, which stay on this machine', async () => {
    await sp.utility.sendEmail({ To: [colleague], CC: [owner], Subject: 'Lunch', Body: 'At <b>noon</b>', AdditionalHeaders: { 'content-type': 'text/html' } });
    const [mail] = await sent();
    assert.deepEqual({ ...mail, id: 0, sent: '' }, { id: 0, sent: '', web: '/sites/intranet', sender: editor, From: null, To: [colleague], CC: [owner], BCC: [], Subject: 'Lunch', Body: 'At <b>noon</b>', AdditionalHeaders: { 'content-type': 'text/html' } });
    assert.match(await refusedWith(sp.utility.sendEmail({ To: ['somebody@fabrikam.example'], Subject: 'x', Body: 'x' })), /^500 .*Make sure the e-mail has a valid recipient\./s);
    assert.match(await refusedWith(sp.utility.sendEmail({ To: [], Subject: 'x', Body: 'x' })), /^500/);
    assert.match(await refusedWith(sp.utility.sendEmail({ To: [colleague] } as never)), /^400/);
    assert.equal((await sent()).length, 1);
    const properties = { __metadata: { type: 'SP.Utilities.EmailProperties' }, To: { results: [colleague] }, Subject: 'Verbose', Body: '' };
    assert.deepEqual((await rest('SP.Utilities.Utility.SendEmail', { body: { properties }, headers: { accept: verbose, 'content-type': verbose } })).json, { d: { SendEmail: null } });
    await rest('/_local/mails', { method: 'DELETE' });
    assert.deepEqual(await sent(), []);
  });

  it('name the current user', async () => {
    assert.equal(await sp.utility.getCurrentUserEmailAddresses(), editor);
    assert.deepEqual((await rest('SP.Utilities.Utility.GetCurrentUserEmailAddresses', { method: 'POST', as: visitor, headers: { accept: verbose } })).json, { d: { GetCurrentUserEmailAddresses: visitor } });
  });

  it('resolve a principal, and make it known when asked', async () => {
    const info = await sp.utility.resolvePrincipal(colleague, PrincipalType.User, PrincipalSource.All, true, false);
    assert.deepEqual([info.LoginName, info.PrincipalType, info.Email, info.DisplayName], [login(colleague), 1, colleague, 'Lotte Jansen']);
    const plain = await rest('SP.Utilities.Utility.ResolvePrincipalInCurrentContext', { body: { input: 'Intranet Members', scopes: 15, sources: 15, inputIsEmailOnly: false, addToUserInfoList: false, matchUserInfoList: false } });
    assertKeys(plain.json, 'Department DisplayName Email JobTitle LoginName Mobile PrincipalId PrincipalType SIPAddress');
    assert.deepEqual([plain.json['PrincipalId'], plain.json['PrincipalType']], [5, 8]);
    assert.deepEqual((await rest('SP.Utilities.Utility.ResolvePrincipalInCurrentContext', { body: { input: 'nobody', scopes: 15, sources: 15 } })).json, { 'odata.null': true });
    const stranger = 'new.person@contoso.example';
    assert.equal((await rest('/_local/people', { body: { email: stranger, givenName: 'Nova', familyName: 'Person' } })).status, 200);
    const resolve = (add: boolean): Promise<number> => sp.utility.resolvePrincipal('Nova Person', PrincipalType.User, PrincipalSource.All, false, add).then(({ PrincipalId }) => PrincipalId);
    assert.equal(await resolve(false), -1);
    const id = await resolve(true);
    assert.equal((await sp.web.getUserById(id)()).Email, stranger);
  });

  it('search principals and expand groups', async () => {
    const names = (found: readonly { DisplayName: string }[]): string[] => found.map(({ DisplayName }) => DisplayName);
    assert.deepEqual(names(await sp.utility.searchPrincipals('samir', PrincipalType.All, PrincipalSource.All, '', 10)), ['Samir El Amrani']);
    assert.deepEqual(names(await sp.utility.searchPrincipals('intranet', PrincipalType.SharePointGroup, PrincipalSource.All, '', 2)), ['Intranet Members', 'Intranet Owners']);
    assert.deepEqual(names(await sp.utility.searchPrincipals('samir', PrincipalType.User, PrincipalSource.All, 'Intranet Owners', 10)), []);
    assert.deepEqual(names(await sp.utility.expandGroupsToPrincipals(['Intranet Owners', 'nobody'], 10)), ['Marijke van der Velden']);
    assert.deepEqual(names(await sp.utility.expandGroupsToPrincipals(['Everyone'], 10)), ['Everyone']);
    assert.equal((await sp.utility.expandGroupsToPrincipals(['Intranet Members'], 2)).length, 2);
    const verbosely = await rest('SP.Utilities.Utility.SearchPrincipalsUsingContextWeb', { body: { input: 'samir', scopes: 1, sources: 15, groupName: '', maxCount: 1 }, headers: { accept: verbose, 'content-type': verbose } });
    const found = (verbosely.json['d'] as { SearchPrincipalsUsingContextWeb: { results: Json[] } }).SearchPrincipalsUsingContextWeb.results;
    assert.deepEqual(found.map((one) => one['__metadata']), [{ type: 'SP.Utilities.PrincipalInfo' }]);
  });

  it('write an invitation', async () => {
    const address = `${sharePoint.site}/SitePages/Home.aspx?a=1&b=<2>`;
    assert.equal(await sp.utility.createEmailBodyForInvitation(address), `<html><body><p>Samir El Amrani invites you to Intranet.</p><p><a href="${sharePoint.site}/SitePages/Home.aspx?a=1&amp;b=%3C2%3E">${sharePoint.site}/SitePages/Home.aspx?a=1&amp;b=%3C2%3E</a></p></body></html>`);
  });

  it('refuse what cannot be done here', async () => {
    for (const address of ['', 'Home.aspx', 'javascript:alert(1)']) assert.match(await refusedWith(sp.utility.createEmailBodyForInvitation(address)), /^400/);
    assert.equal((await rest('SP.Utilities.Utility.SearchPrincipalsUsingContextWeb', { body: { scopes: 1 } })).status, 400);
    assert.match(refusal(await rest('SP.Utilities.Utility.SendEmail')), /^405 /);
  });
});
