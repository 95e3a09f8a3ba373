import type { SetupPart, SetupState } from '../../domain/setup/setupRepository';
import { allLists } from '../schema/allLists';
import { editRoleId, levelsOfProduct, participantRoleId, setUpSite, visitors, withList } from '../testing/setUpSite';
import { compare } from './compare';
import { builtInRoles, participantLevel } from './permissionLevels';
import type { Column, ListState, SiteState } from './siteState';

const wrong = ({ parts }: SetupState): string[] => parts.filter(({ problem }) => problem).map(({ list, subject, name, problem, repairable }) => `${list} ${subject} ${name}: ${problem}${repairable ? '' : ' (not repairable)'}`);
const column = (name: string, change: Partial<Column>) => ({ columns }: ListState): Partial<ListState> => ({ columns: new Map(columns).set(name, { ...columns.get(name) as Column, ...change }) });
const grants = (title: string, roleIds: readonly number[]) => ({ assignments }: ListState): Partial<ListState> => ({ assignments: assignments?.map((one) => one.title === title ? { ...one, roleIds } : one) });
const participantMask = participantLevel.mask;
const role = (mask: Partial<typeof participantMask>): SiteState => setUpSite({ roles: levelsOfProduct.map((level) => level.id === participantRoleId ? { ...level, mask: { ...participantMask, ...mask } } : level) });

describe('a site on which everything is as it should be', () => {
  const state = compare(setUpSite());

  it('is ready, with nothing wrong', () => {
    expect([state.status, wrong(state)]).toEqual(['ready', []]);
  });

  it('has a part for every list, column, index, unique key and view', () => {
    const named = (subject: string, list: string): string[] => state.parts.filter((part) => part.subject === subject && part.list === list).map(({ name }) => name);
    allLists.forEach(({ name, columns }) => {
      expect(named('list', name)).toEqual(['']);
      expect(named('column', name)).toEqual(columns.map((one) => one.name));
      expect(named('index', name)).toEqual(columns.filter(({ indexed }) => indexed).map((one) => one.name));
      expect(named('uniqueKey', name)).toEqual(columns.filter(({ unique }) => unique).map((one) => one.name));
      expect(named('view', name)).toHaveLength(1);
    });
  });

  it('says who will be able to do what', () => {
    expect([state.participants, state.editors]).toEqual([['Intranet Visitors', 'Intranet Members'], ['Intranet Members']]);
  });
});

describe('a site without anything', () => {
  const state = compare(setUpSite({ lists: new Map(), roles: [], version: undefined }));

  it('misses every part, and all can be made', () => {
    expect(state.status).toBe('missing');
    expect(state.parts.every(({ problem, repairable }) => problem === 'missing' && repairable)).toBe(true);
  });

  it('knows already who will be able to take part', () => {
    expect(state.participants).toEqual(['Intranet Visitors', 'Intranet Members']);
  });
});

describe('what is wrong', () => {
  it.each<[string, SiteState, string[]]>([
    ['a column is gone', withList('SchilReplies', ({ columns }) => ({ columns: new Map(Array.from(columns).filter(([name]) => name !== 'PostId')) })), ['SchilReplies column PostId: missing', 'SchilReplies index PostId: missing']],
    ['an index is gone', withList('SchilPosts', column('ThemeId', { indexed: false })), ['SchilPosts index ThemeId: notIndexed']],
    ['a key is not unique', withList('SchilPosts', column('Key', { unique: false })), ['SchilPosts uniqueKey Key: notUnique']],
    ['a column is of another type', withList('SchilPosts', column('ThemeId', { type: 'Note', indexed: false })), ['SchilPosts column ThemeId: wrongType (not repairable)', 'SchilPosts index ThemeId: notIndexed (not repairable)']],
    ['the view lacks a column', withList('SchilPosts', () => ({ viewColumns: ['LinkTitle'] })), ['SchilPosts view All Items: missing']],
    ['people could change what others wrote', withList('SchilPosts', () => ({ writeSecurity: 1 })), ['SchilPosts permission items: wrongItemSecurity']],
    ['people cannot read what others wrote', withList('SchilThemes', () => ({ readSecurity: 2 })), ['SchilThemes permission items: wrongItemSecurity']],
    ['the list follows the site', withList('SchilPosts', () => ({ hasOwnPermissions: false })), ['SchilPosts permission own: inherits']],
    ['the permissions may not be seen', withList('SchilPosts', () => ({ assignments: undefined })), ['SchilPosts permission own: cannotRead (not repairable)']],
    ['visitors were given nothing', withList('SchilPosts', grants('Intranet Visitors', [])), ['SchilPosts permission Intranet Visitors: notGranted']],
    ['visitors were given another level', withList('SchilPosts', grants('Intranet Visitors', [builtInRoles.read])), ['SchilPosts permission Intranet Visitors: grantedTooMuch']],
    ['members kept Edit beside theirs', withList('SchilPosts', grants('Intranet Members', [participantRoleId, editRoleId])), ['SchilPosts permission Intranet Members: grantedTooMuch']],
    ['a stranger was given a level', withList('SchilSettings', ({ assignments = [] }) => ({ assignments: [...assignments, { principalId: 40, title: 'Somebody', roleIds: [builtInRoles.contribute] }] })), ['SchilSettings permission Somebody: grantedTooMuch']],
    ['the level of participants is gone', setUpSite({ roles: levelsOfProduct.slice(1) }), [` role ${participantLevel.name}: missing`]],
    ['the level of participants allows more', role({ low: (participantMask.low | 0x800) >>> 0 }), [` role ${participantLevel.name}: grantedTooMuch`]],
    ['the level of participants allows less', role({ high: 0 }), [` role ${participantLevel.name}: notGranted`]],
    ['the version is older', setUpSite({ version: { id: 1, value: 0 } }), ['SchilSettings setting schemaVersion: olderVersion']],
  ])('%s', (_, site, problems) => {
    // Without their level nobody has the right one: that is told of the level alone here.
    const found = wrong(compare(site)).filter((problem) => site.roles.length === levelsOfProduct.length || / role /.test(problem));
    expect(found).toEqual(problems);
  });

  it('is not what comes from below the site (Limited Access)', () => {
    const below = { principalId: 40, title: 'Somebody', roleIds: [builtInRoles.limitedAccess] };
    expect(wrong(compare(withList('SchilPosts', ({ assignments = [] }) => ({ assignments: [...assignments, below] }))))).toEqual([]);
    expect(wrong(compare(withList('SchilPosts', grants('Intranet Visitors', [participantRoleId, builtInRoles.webOnlyLimitedAccess]))))).toEqual([]);
  });

  it('is not what owners added of their own: other columns, views with more', () => {
    const more = withList('SchilPosts', ({ columns, viewColumns }) => ({ columns: new Map(columns).set('Remark', { type: 'Text', indexed: false, unique: false }), viewColumns: [...viewColumns, 'Remark'] }));
    expect(compare(more).status).toBe('ready');
  });
});

describe('the state as a whole', () => {
  const broken = (site: SiteState): SiteState => withList('SchilPosts', () => undefined, site);

  it.each<[string, SiteState]>([
    ['ready', setUpSite()], ['missing', setUpSite({ lists: new Map() })], ['incomplete', broken(setUpSite())], ['incomplete', setUpSite({ version: undefined })], ['incomplete', broken(setUpSite({ version: undefined }))],
    ['outdated', setUpSite({ version: { id: 1, value: 0 } })], ['ready', setUpSite({ version: { id: 1, value: 99 } })],
  ])('is %s', (status, site) => {
    expect(compare(site).status).toBe(status);
  });

  it('passes on who may manage, and who owns the site', () => {
    const owner = { id: 1, name: 'Marijke', email: 'marijke@contoso.example', photoUrl: '' };
    expect(compare(setUpSite({ mayManage: false, owners: [owner] }))).toMatchObject({ mayManage: false, owners: [owner] });
  });

  it('of a level that is gone is told of each list, too: nobody can have it', () => {
    const parts: readonly SetupPart[] = compare(setUpSite({ roles: [], assignments: [visitors] })).parts;
    expect(parts.filter(({ name, problem }) => name === visitors.title && problem).map(({ list }) => list)).toEqual(allLists.filter(({ use }) => /^participants/.test(use)).map(({ name }) => name));
  });
});
