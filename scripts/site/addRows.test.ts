import assert from 'node:assert/strict';
import { test } from 'node:test';
import { batchesOf, type NewRow } from './addRows.ts';

const row = (key: string, length: number): NewRow => ({ key, values: () => [{ FieldName: 'Body', FieldValue: 'é'.repeat(length) }] });

test('a batch holds a hundred rows, or fewer when they are long', () => {
  assert.deepEqual(batchesOf(Array.from({ length: 250 }, (_, at) => row(`${at}`, 10))).map((batch) => batch.length), [100, 100, 50]);
  const long = Array.from({ length: 20 }, (_, at) => row(`${at}`, 60_000));
  assert.deepEqual(batchesOf(long).map((batch) => batch.length), [8, 8, 4]);
  assert.deepEqual(batchesOf(long).flat().map(({ key }) => key), long.map(({ key }) => key));
  assert.deepEqual(batchesOf([row('huge', 2_000_000), row('small', 1)]).map((batch) => batch.length), [1, 1]);
  assert.deepEqual(batchesOf([]), []);
});
