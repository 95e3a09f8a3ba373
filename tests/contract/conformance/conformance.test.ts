/**
 * Every recorded answer of SharePoint Online (test recordings of the PnP Core SDK, MIT licence) beside ours: each recorded test is told again, request by
 * request, on the local SharePoint; status, headers, content types of parts, keys, their order, types and values are compared. What may differ is in
 * `known.ts` with its reason, and counted. A machine without the recordings says so and compares nothing.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { restOf } from '../sharePoint/rest.ts';
import type { Difference } from './differences.ts';
import { knownOf } from './known.ts';
import { exemplarNames, readExemplar, readRecording, recordingNames, recordingsFolder, type Recorded } from './recordings.ts';
import { replayOf, type Compared } from './replay.ts';
import { printReport } from './report.ts';
import { commentScenarios } from './scenarios/comments.ts';
import { exemplarScenarios, otherExemplars } from './scenarios/exemplars.ts';
import { fieldScenarios } from './scenarios/fields.ts';
import { itemScenarios } from './scenarios/items.ts';
import { listScenarios } from './scenarios/lists.ts';
import { recordedTwice } from './recordedTwice.ts';
import type { Scenario } from './pnpCore.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);
const me = (await rest('web/currentuser')).json;
const circumstances = { site: sharePoint.site, person: { name: String(me['Title']), email: String(me['Email']) } };
const recordings: readonly Scenario[] = [...fieldScenarios, ...itemScenarios, ...commentScenarios, ...listScenarios];
const compared = new Map<string, readonly Compared[]>();
const skip = recordingsFolder === undefined ? 'the recordings are not on this machine' : false;

const shown = ({ kind, path, recorded, ours }: Difference): string => `${kind} ${path}: ${JSON.stringify(recorded)?.slice(0, 300)} was recorded, ours is ${JSON.stringify(ours)?.slice(0, 300)}`;

/** Tells a recorded test again, and asserts that nothing differs but what is known. */
async function tell(scenario: Scenario, recorded: readonly Recorded[]): Promise<void> {
  const replay = replayOf(recorded, rest, circumstances);
  compared.set(scenario.name, replay.compared);
  await scenario.run(replay, recorded, rest);
  replay.end();
  const unknown = replay.compared.flatMap(({ asked, found }) => found.filter((difference) => knownOf(scenario.name, difference) === undefined).map((difference) => `${asked}\n    ${shown(difference)}`));
  assert.equal(unknown.length, 0, `\n${unknown.join('\n')}`);
}

describe('recorded tests', { skip }, () => {
  for (const scenario of recordings) it(scenario.name, () => tell(scenario, readRecording(scenario.name)));
});

describe('recorded answers', { skip }, () => {
  for (const scenario of exemplarScenarios) it(scenario.name, () => tell(scenario, [readExemplar(scenario.name)]));

  it('the built-in levels (roledefinitions-builtin), but Review, which came to SharePoint later and whose number each site chooses', async () => {
    const levels = readExemplar('roledefinitions-builtin').body as Readonly<Record<string, readonly string[]>>;
    for (const [name, [id, high, low, hidden, order, kind, description]] of Object.entries(levels).filter(([level]) => level !== 'Review')) {
      const { json } = await rest(`web/roledefinitions/getbyid(${id})`);
      assert.deepEqual([json['Name'], json['BasePermissions'], String(json['Hidden']), String(json['Order']), String(json['RoleTypeKind']), json['Description']], [name, { High: high, Low: low }, hidden, order, kind, description]);
    }
  });
});

describe('the suite', { skip }, () => {
  it('tells every recording and every exemplar', () => {
    const told = new Set([...recordings, ...exemplarScenarios].map(({ name }) => name));
    assert.deepEqual(recordingNames().filter((name) => !told.has(name)), []);
    assert.deepEqual(exemplarNames().filter((name) => !told.has(name) && !(name in otherExemplars) && recordedTwice(name) === undefined), []);
  });
});

after(() => printReport(compared));
