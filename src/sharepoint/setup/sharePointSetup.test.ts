/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { Client } from '../connection/client';
import { allLists } from '../schema/allLists';
import { schemaVersion, type ListSchema } from '../schema/listSchema';
import { answeringSite, refusal, type Answer, type AnsweringSite, type Asked } from '../testing/answeringSite';
import { levelsOfProduct, setUpSite } from '../testing/setUpSite';
import { SharePointSetup } from './sharePointSetup';

const denied = refusal(403, '-2147024891, System.UnauthorizedAccessException', 'Access denied.');
const asText = ({ high, low }: { readonly high: number; readonly low: number }): object => ({ High: String(high), Low: String(low) });
const rows = (value: readonly object[]): Answer => ({ json: { value } });
const state = setUpSite();

/** A site on which set-up did everything, as it answers over HTTP; `other` may answer otherwise. */
function site(other: (asked: Asked) => Answer | undefined = () => undefined): AnsweringSite {
  return answeringSite((asked) => other(asked) ?? (asked.method === 'GET' ? answerOf(asked) : { json: {} }));
}

function answerOf({ path }: Asked): Answer {
  const list = allLists.find(({ name }) => path.indexOf(`/${name}'`) > 0);
  if (list) return listAnswer(list, path);
  if (/^web\/currentuser/.test(path)) return { json: { Id: 7 } };
  if (/^web\/roledefinitions/.test(path)) return rows(levelsOfProduct.map(({ id, name, mask }) => ({ Id: id, Name: name, BasePermissions: asText(mask) })));
  if (/^web\/roleassignments/.test(path)) return rows(state.assignments.map(assignmentRow));
  if (/^web\/associatedownergroup\/users/.test(path)) return rows([{ Id: 8, Title: 'Marijke', Email: 'marijke@contoso.example', PrincipalType: 1 }, { Id: 9, Title: 'All owners', Email: '', PrincipalType: 4 }]);
  if (/^web\/associatedownergroup/.test(path)) return { json: { Id: state.ownerGroupId } };
  if (/^web\/associatedmembergroup/.test(path)) return { json: { Id: state.memberGroupId } };
  return { json: { EffectiveBasePermissions: { High: '2147483647', Low: '4294967295' } } };
}

function listAnswer({ name, columns, viewColumns }: ListSchema, path: string): Answer {
  const list = state.lists.get(name);
  if (/\/items/.test(path)) return rows([{ Id: 1, Key: 'schemaVersion', Value: String(schemaVersion) }]);
  if (/\/fields/.test(path)) return rows(columns.map((column) => ({ InternalName: column.name, TypeAsString: column.type, Indexed: column.indexed ?? false, EnforceUniqueValues: column.unique ?? false })));
  if (/\/viewfields/.test(path)) return { json: { Items: viewColumns } };
  if (/\/roleassignments/.test(path)) return rows((list?.assignments ?? []).map(assignmentRow));
  return { json: { Id: 'x', ReadSecurity: list?.readSecurity, WriteSecurity: list?.writeSecurity, HasUniqueRoleAssignments: true } };
}

function assignmentRow({ principalId, title, roleIds }: { readonly principalId: number; readonly title: string; readonly roleIds: readonly number[] }): object {
  return { PrincipalId: principalId, Member: { Title: title }, RoleDefinitionBindings: roleIds.map((Id) => ({ Id })) };
}

const run = (on: AnsweringSite, signal = new AbortController().signal): ReturnType<SharePointSetup['run']> => new SharePointSetup(new Client(on)).run(() => undefined, signal);
const writes = ({ requests }: AnsweringSite): string[] => requests.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);

describe('the check', () => {
  it('reads everything in one round trip', async () => {
    const asked = site();
    const found = await new SharePointSetup(new Client(asked)).check();
    expect([found.status, found.parts.filter(({ problem }) => problem)]).toEqual(['ready', []]);
    expect(found.owners.map(({ name }) => name)).toEqual(['Marijke']);
    expect(asked.trips.filter(({ path }) => path === '$batch')).toHaveLength(1);
  });

  it('tells a visitor who to ask, though most is not for their eyes', async () => {
    const found = await new SharePointSetup(new Client(site(({ path }) => {
      if (/^web\?/.test(path)) return { json: { EffectiveBasePermissions: { High: '176', Low: '138612833' } } };
      return /roleassignments|roledefinitions/.test(path) ? denied : undefined;
    }))).check();
    expect([found.mayManage, found.owners.map(({ name }) => name)]).toEqual([false, ['Marijke']]);
  });

  it('takes a version that is no number for none', async () => {
    const found = await new SharePointSetup(new Client(site(({ path }) => /SchilSettings'\)\/items/.test(path) ? rows([{ Id: 1, Key: 'schemaVersion', Value: 'x' }]) : undefined))).check();
    expect([found.status, found.parts.filter(({ problem }) => problem).map(({ problem }) => problem)]).toEqual(['outdated', ['olderVersion']]);
  });
});

describe('setting up', () => {
  it('writes nothing where nothing is wrong', async () => {
    const asked = site();
    expect((await run(asked)).status).toBe('ready');
    expect(writes(asked)).toEqual([]);
  });

  it.each(['web/roleassignments', 'web/roledefinitions'])('takes nobody\'s rights away when %s could not be read', async (path) => {
    const asked = site((one) => one.path.indexOf(path) === 0 ? { status: 500, text: 'Something went wrong' } : undefined);
    await expect(run(asked)).rejects.toMatchObject({ reason: 'unexpected' });
    expect(writes(asked)).toEqual([]);
  });

  it('leaves a column of another type as it is', async () => {
    const asked = site(({ method, path }) => method === 'GET' && /SchilPosts'\)\/fields/.test(path) ? rows([
      { InternalName: 'Body', TypeAsString: 'Note', Indexed: false, EnforceUniqueValues: false }, { InternalName: 'ThemeId', TypeAsString: 'Note', Indexed: false, EnforceUniqueValues: false },
    ]) : undefined);
    await run(asked);
    expect(writes(asked).filter((write) => /ThemeId/.test(write))).toEqual([]);
    expect(writes(asked).filter((write) => /createfieldasxml/.test(write)).length).toBeGreaterThan(0);
  });

  it('is not for who may not manage, and writes nothing when stopped before it began', async () => {
    const visitor = site(({ path }) => /^web\?/.test(path) ? { json: { EffectiveBasePermissions: { High: '176', Low: '138612833' } } } : undefined);
    await expect(run(visitor)).rejects.toMatchObject({ reason: 'notAllowed' });
    const stop = new AbortController();
    stop.abort();
    const asked = site(({ path }) => /viewfields/.test(path) ? { json: { Items: [] } } : undefined);
    expect((await run(asked, stop.signal)).status).toBe('incomplete');
    expect([writes(visitor), writes(asked)]).toEqual([[], []]);
  });

  it('goes on when somebody else did the same at the same time, and stops at a refusal', async () => {
    const missingView = ({ path }: Asked): Answer | undefined => /viewfields$/.test(path) ? { json: { Items: [] } } : undefined;
    const already = refusal(500, '-2130575214, Microsoft.SharePoint.SPException', 'The column is there already.');
    await expect(run(site((asked) => missingView(asked) ?? (asked.method === 'GET' ? undefined : already)))).resolves.toMatchObject({ status: 'incomplete' });
    await expect(run(site((asked) => missingView(asked) ?? (asked.method === 'GET' ? undefined : denied)))).rejects.toMatchObject({ reason: 'notAllowed', detail: 'Access denied.' });
  });
});
