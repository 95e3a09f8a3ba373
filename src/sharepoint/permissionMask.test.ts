import * as fc from 'fast-check';
import { has, maskFor, maskOf, mayManage, mayParticipate, permissionKinds as kinds, type PermissionKind } from './permissionMask';

/** Recorded from SharePoint Online: its own levels. */
const read = maskOf({ High: '176', Low: '138612833' });
const contribute = maskOf({ High: '432', Low: '1011028719' });
const edit = maskOf({ High: '432', Low: '1011030767' });
const fullControl = maskOf({ High: '2147483647', Low: '4294967295' });
const ownerWithoutScripts = maskOf({ High: '2147483647', Low: '4294705151' });

const all = Object.values(kinds);
const some = fc.subarray<PermissionKind>(all);

describe('a permission mask', () => {
  it('has the kinds it was made of, and no others', () => {
    fc.assert(fc.property(some, (wanted) => {
      const mask = maskFor(wanted);
      all.forEach((kind) => expect(has(mask, kind)).toBe(wanted.indexOf(kind) >= 0));
    }));
  });

  it('survives being written as text, as SharePoint writes it', () => {
    fc.assert(fc.property(some, (wanted) => {
      const { high, low } = maskFor(wanted);
      expect(maskOf({ High: String(high), Low: String(low) })).toEqual({ high, low });
      expect(maskOf({ High: high, Low: low })).toEqual({ high, low });
    }));
  });

  it('is never negative, whichever bit is set', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 64 }), (kind) => {
      const { high, low } = maskFor([kind as PermissionKind]);
      expect(high >= 0 && low >= 0 && high + low > 0).toBe(true);
      expect(has({ high, low }, kind as PermissionKind)).toBe(true);
    }));
  });

  it('says what the recorded levels may', () => {
    const may = (kind: PermissionKind): boolean[] => [read, contribute, edit, fullControl].map((mask) => has(mask, kind));
    expect(may(kinds.viewListItems)).toEqual([true, true, true, true]);
    expect(may(kinds.addListItems)).toEqual([false, true, true, true]);
    expect(may(kinds.manageLists)).toEqual([false, false, true, true]);
    expect(may(kinds.managePermissions)).toEqual([false, false, false, true]);
    expect(may(kinds.createAlerts)).toEqual([true, true, true, true]);
  });

  it('of another shape is refused, and what cannot be read grants nothing', () => {
    expect(() => maskOf(undefined)).toThrow('unexpected');
    expect(() => maskOf('4294967295')).toThrow('unexpected');
    [{}, { High: 'all', Low: 'all' }, { High: null, Low: [] }].forEach((value) => all.forEach((kind) => expect(has(maskOf(value), kind)).toBe(false)));
  });
});

describe('who may do what', () => {
  it('takes part with the rights to add, change and delete, and not without one of them', () => {
    expect([read, contribute, edit, fullControl].map(mayParticipate)).toEqual([false, true, true, true]);
    const needed = [kinds.addListItems, kinds.editListItems, kinds.deleteListItems];
    expect(mayParticipate(maskFor(needed))).toBe(true);
    needed.forEach((left) => expect(mayParticipate(maskFor(needed.filter((kind) => kind !== left)))).toBe(false));
  });

  it('manages with lists and permissions both', () => {
    expect([read, contribute, edit, fullControl, ownerWithoutScripts].map(mayManage)).toEqual([false, false, false, true, true]);
  });
});
