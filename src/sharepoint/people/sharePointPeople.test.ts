/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { Client } from '../connection/client';
import { answeringSite, refusal, type Answer, type AnsweringSite } from '../testing/answeringSite';
import { SharePointPeople } from './sharePointPeople';

const user = (name: string, more: object = {}): object => ({
  Key: `i:0#.f|membership|${name.toLowerCase()}@contoso.example`, DisplayText: name, EntityType: 'User', EntityData: { Email: `${name.toLowerCase()}@contoso.example`, Title: 'Engineer' }, ...more,
});
const found = (...entities: object[]): Answer => ({ json: { value: JSON.stringify(entities) } });
const people = (answer: Answer): { site: AnsweringSite; search: SharePointPeople['search'] } => {
  const site = answeringSite(() => answer);
  const repository = new SharePointPeople(new Client(site));
  return { site, search: (text, limit) => repository.search(text, limit) };
};

describe('looking for colleagues', () => {
  it('answers who they are, and what they do', async () => {
    const { search, site } = people(found(user('Lotte')));
    expect(await search('lot', 6)).toEqual([{
      loginName: 'i:0#.f|membership|lotte@contoso.example', name: 'Lotte', email: 'lotte@contoso.example', jobTitle: 'Engineer',
      photoUrl: 'https://contoso.sharepoint.com/sites/intranet/_layouts/15/userphoto.aspx?size=M&accountname=lotte%40contoso.example',
    }]);
    const { queryParams } = JSON.parse(site.requests[0].body) as { queryParams: Record<string, unknown> };
    expect(queryParams).toMatchObject({ QueryString: 'lot', MaximumEntitySuggestions: 6, PrincipalType: 1 });
  });

  it('leaves out groups and others, and answers no more than was asked for', async () => {
    const { search } = people(found(user('Everyone', { EntityType: 'SecGroup' }), user('Anna'), user('Bart'), user('Cem')));
    expect((await search('a', 2)).map(({ name }) => name)).toEqual(['Anna', 'Bart']);
  });

  it('knows somebody without a mailbox, and without a name by the address', async () => {
    const [guest, nameless] = await people(found(user('Guest', { EntityData: {} }), user('x', { DisplayText: null }))).search('g', 6);
    expect(guest).toMatchObject({ name: 'Guest', email: '', photoUrl: '' });
    expect(guest).not.toHaveProperty('jobTitle');
    expect(nameless.name).toBe('x@contoso.example');
  });

  it.each<[string, Answer]>([
    ['under its own name', { json: { ClientPeoplePickerSearchUser: JSON.stringify([user('Anna')]) } }], ['as a bare text', { json: JSON.stringify([user('Anna')]) }],
  ])('reads the answer %s', async (_, answer) => {
    expect((await people(answer).search('a', 6)).map(({ name }) => name)).toEqual(['Anna']);
  });

  it.each<[string, Answer]>([['nobody', found()], ['null', { json: { value: 'null' } }], ['an object', { json: { value: '{}' } }], ['nothing', { json: {} }]])('finds nobody in %s', async (_, answer) => {
    expect(await people(answer).search('a', 6)).toEqual([]);
  });

  it.each<[string, string, Answer]>([
    ['unexpected', 'a text that is no JSON', { json: { value: '<html>' } }], ['unexpected', 'people of another shape', found({ EntityType: 'User' })], ['notAllowed', 'a refusal', refusal(403, '-2147024891', 'Access denied.')],
  ])('is %s with %s', async (reason, _, answer) => {
    await expect(people(answer).search('a', 6)).rejects.toMatchObject({ reason });
  });
});
