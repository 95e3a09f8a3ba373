/**
 * Requests made up at random, always the same ones: no crash, no answer later than a second, nothing that cannot be read, no growing memory.
 * `FUZZ_MINUTES=10` goes on for as long, with other requests each time; `FUZZ_SEED` repeats what it printed.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { localSharePointForAll } from '../../../localSharePointForAll.ts';
import { addItem, newList, restOf } from '../rest.ts';
import { Asker } from './asking.ts';
import { batch, outside, read, write, xml, type Asked } from './requests.ts';

const minutes = Number(process.env['FUZZ_MINUTES'] ?? 0);
const seed = Number(process.env['FUZZ_SEED'] ?? (minutes > 0 ? Date.now() % 1_000_000 : 2026));
/** Megabytes: what the service may hold after all of it. It begins with about 100. */
const most = 500;

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const asker = new Asker(sharePoint, async () => {
  const places = await newList(rest, 'Places');
  await addItem(rest, places.path, { Title: 'Utrecht' });
  const { path, id } = await newList(rest, 'Fuzzed', [
    '<Field Type="Text" Name="Note1" DisplayName="Note1" Indexed="TRUE"/>', '<Field Type="Note" Name="Body" DisplayName="Body"/>', '<Field Type="MultiChoice" Name="Tags" DisplayName="Tags"/>', '<Field Type="URL" Name="Link" DisplayName="Link"/>', '<Field Type="User" Name="Who" DisplayName="Who"/>', '<Field Type="UserMulti" Name="Team" DisplayName="Team" Mult="TRUE"/>',
    '<Field Type="Number" Name="Points" DisplayName="Points"/>', '<Field Type="Boolean" Name="Done" DisplayName="Done"/>', '<Field Type="DateTime" Name="Due" DisplayName="Due"/>', `<Field Type="Lookup" Name="Place" DisplayName="Place" List="${places.id}" ShowField="Title"/>`, `<Field Type="LookupMulti" Name="Places" DisplayName="Places" List="${places.id}" ShowField="Title" Mult="TRUE"/>`,
  ]);
  for (let count = 0; count < 3; count += 1) await addItem(rest, path, { Title: `item ${count}`, Tags: ['a'], Link: { Url: 'https://x.example', Description: 'x' }, WhoId: 6, TeamId: [6], Points: 1, Due: '2026-01-10T08:00:00Z', PlaceId: 1, PlacesId: [1] });
  return `web/lists(guid'${id}')`;
});
before(async () => {
  await rest("web/getfolderbyserverrelativepath(decodedurl='/sites/intranet/Shared Documents')/files/addusingpath(decodedurl='file.txt',overwrite=true)", { body: 'content' });
});
after(() => asker.stop());

const kinds: readonly (readonly [string, fc.Arbitrary<Asked>, number])[] = [
  ['addresses and OData', read, 500], ['bodies', write, 500], ['queries, views and columns in XML', xml, 350], ['batches', batch, 200], ['addresses outside the service', outside, 150],
];

describe(`made-up requests (seed ${seed})`, () => {
  for (const [what, arbitrary, runs] of kinds) {
    it(what, { timeout: 120_000 + minutes * 120_000 }, async () => {
      const limits = minutes > 0 ? { numRuns: 10_000_000, interruptAfterTimeLimit: (minutes * 60_000) / kinds.length } : { numRuns: runs };
      await fc.assert(fc.asyncProperty(arbitrary, (asked) => asker.survives(asked)), { seed, endOnFailure: true, ...limits });
    });
  }

  it('leave a service that answers, and has not grown', async () => {
    assert.equal((await rest('web?$select=Id')).status, 200);
    const memory = asker.memory() ?? 0;
    assert.ok(memory < most, `It holds ${Math.round(memory)} MB.`);
  });
});
