import * as fc from 'fast-check';
import type { ListUse } from '../schema/listSchema';
import { editRoleId, levelsOfProduct, members, owners, participantRoleId, setUpSite, visitors } from '../testing/setUpSite';
import { expectedAssignments } from './expectedPermissions';
import { adderLevel, builtInRoles, moderatorLevel } from './permissionLevels';
import type { SiteState } from './siteState';

const uses = ['participantsWrite', 'editorsWrite', 'ownersWrite'] as const;
const idOf = (name: string): number => levelsOfProduct.filter((level) => level.name === name)[0].id;
const levels = (state: SiteState): Record<string, number[]> => uses.reduce((all, use) => ({ ...all, [use]: expectedAssignments(use, state).map(({ roleId }) => roleId) }), {});
const { fullControl, contribute, read, limitedAccess, webOnlyLimitedAccess } = builtInRoles;

describe('who shall have which level', () => {
  it('owners all, participants their own rows, members the themes, and everybody reads the rest', () => {
    expect(expectedAssignments('participantsWrite', setUpSite()).map(({ title }) => title)).toEqual([owners.title, visitors.title, members.title]);
    expect(levels(setUpSite())).toEqual({
      participantsWrite: [fullControl, participantRoleId, participantRoleId], editorsWrite: [fullControl, read, contribute], ownersWrite: [fullControl, read, read],
    });
  });

  it('what is not for everybody: reports are handled by members, pictures added, decisions about reports seen by members alone', () => {
    const given = (use: ListUse): [string, number][] => expectedAssignments(use, setUpSite()).map(({ title, roleId }) => [title, roleId]);
    expect(given('participantsPrivate')).toEqual([[owners.title, fullControl], [visitors.title, participantRoleId], [members.title, participantRoleId]]);
    expect(given('participantsReport')).toEqual([[owners.title, fullControl], [visitors.title, participantRoleId], [members.title, idOf(moderatorLevel.name)]]);
    expect(given('participantsAdd')).toEqual([[owners.title, fullControl], [visitors.title, idOf(adderLevel.name)], [members.title, contribute]]);
    expect(given('editorsOnly')).toEqual([[owners.title, fullControl], [members.title, contribute]]);
  });

  it('somebody with full control is an owner, in whatever group', () => {
    const administrators = { principalId: 40, title: 'Administrators', roleIds: [editRoleId, fullControl] };
    expect(levels(setUpSite({ assignments: [administrators] }))).toEqual({ participantsWrite: [fullControl], editorsWrite: [fullControl], ownersWrite: [fullControl] });
  });

  it('owners of the site keep full control, whatever the site gave them', () => {
    expect(levels(setUpSite({ assignments: [{ ...owners, roleIds: [editRoleId] }] })).ownersWrite).toEqual([fullControl]);
  });

  it.each([[limitedAccess], [webOnlyLimitedAccess]])('who only passes through (%d) gets nothing', (level) => {
    expect(levels(setUpSite({ assignments: [{ ...visitors, roleIds: [level] }] }))).toEqual({ participantsWrite: [], editorsWrite: [], ownersWrite: [] });
    expect(levels(setUpSite({ assignments: [{ ...visitors, roleIds: [level, read] }] })).ownersWrite).toEqual([read]);
  });

  it('a site without groups of its own has no editors', () => {
    expect(levels(setUpSite({ memberGroupId: undefined, ownerGroupId: undefined })).editorsWrite).toEqual([fullControl, read, read]);
  });

  it('before the level is there stands 0 for it', () => {
    expect(levels(setUpSite({ roles: [] })).participantsWrite).toEqual([fullControl, 0, 0]);
  });

  it('everybody who reads the site gets one level, and nobody but owners one that manages lists', () => {
    const roleIds = fc.subarray([fullControl, contribute, read, editRoleId, limitedAccess, webOnlyLimitedAccess]);
    const assignments = fc.array(roleIds, { maxLength: 8 }).map((all) => all.map((ids, at) => ({ principalId: at + 1, title: `Group ${at + 1}`, roleIds: ids })));
    fc.assert(fc.property(assignments, fc.constantFrom(...uses), (given, use) => {
      const expected = expectedAssignments(use, setUpSite({ assignments: given }));
      const readers = given.filter((one) => one.roleIds.some((id) => id !== limitedAccess && id !== webOnlyLimitedAccess));
      expect(expected.map(({ principalId }) => principalId)).toEqual(readers.map(({ principalId }) => principalId));
      expected.filter(({ roleId }) => roleId === fullControl).forEach(({ principalId }) => {
        expect(principalId === owners.principalId || given[principalId - 1].roleIds.indexOf(fullControl) >= 0).toBe(true);
      });
      expect(expected.every(({ roleId }) => [fullControl, contribute, read, participantRoleId].indexOf(roleId) >= 0)).toBe(true);
    }));
  });
});
