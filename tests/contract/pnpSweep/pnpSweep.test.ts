/** Every member of PnPjs that asks the service, called once: those that `docs/pnpjs.md` says work do, and none is missing in it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { calls, membersThatAsk } from './members.ts';
import { sweep } from './sweep.ts';
import { workingInTable } from './table.ts';

const sharePoint = await localSharePointForAll('--empty');

describe('PnPjs, member by member', () => {
  it('calls every member that this version of the package declares', () => {
    const members = membersThatAsk();
    assert.deepEqual([...members.keys()].filter((name) => !(name in calls)), [], 'members that are not called');
    assert.deepEqual(Object.keys(calls).filter((name) => !members.has(name)), [], 'calls of members that are no more');
  });

  it('works where docs/pnpjs.md says so', async () => {
    const outcomes = await sweep(sharePoint);
    const broken = [...workingInTable()].filter((name) => outcomes.get(name)?.answer !== 'works').map((name) => `${name}: ${outcomes.get(name)?.answer ?? 'not called'} ${outcomes.get(name)?.why ?? ''}`);
    assert.deepEqual(broken, []);
    const failing = [...outcomes].filter(([, { answer, why }]) => answer === 'refused' && /^5\d\d/.test(why) && !/^500 /.test(why));
    assert.deepEqual(failing, []);
  });
});
