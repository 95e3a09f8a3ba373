import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entity, ResourceRequest } from '../routing/resource.ts';
import { SharePointError } from '../model/sharePointError.ts';
import { applyQuery } from './applyQuery.ts';
import { parseFilter } from './parseFilter.ts';

const groups: readonly Entity[] = [
  { type: 'SP.Group', editLink: 'Web/SiteGroups/GetById(3)', properties: { Id: 3, Title: "Owner's group", Hidden: false, Note: null } },
  { type: 'SP.Group', editLink: 'Web/SiteGroups/GetById(4)', properties: { Id: 4, Title: 'Visitors', Hidden: true, Note: 'x' } },
  { type: 'SP.Group', editLink: 'Web/SiteGroups/GetById(5)', properties: { Id: 5, Title: 'Members', Hidden: false, Note: 'y' } },
];

function idsOf(options: Record<string, string>): unknown[] {
  const answer = applyQuery(groups, { query: new Map(Object.entries(options)) } as unknown as ResourceRequest);
  return answer.kind === 'collection' ? answer.entities.map(({ properties }) => properties['Id']) : [];
}

test('filters with comparisons, text tests, not, and brackets', () => {
  assert.deepEqual(idsOf({ $filter: "Title eq 'Owner''s group'" }), [3]);
  assert.deepEqual(idsOf({ $filter: "Title eq 'owner''s group'" }), [], 'with regard to case: these are not items');
  assert.deepEqual(idsOf({ $filter: "(Id gt 3 and Hidden eq false) or startswith(Title,'Vis')" }), [4, 5]);
  assert.deepEqual(idsOf({ $filter: "not substringof('e',Title) or Note eq null" }), [3, 4]);
});

test('refuses functions that SharePoint refuses, and brackets without end', () => {
  for (const filter of ['day(Created) eq 1', "endswith(Title,'x')", "tolower(Title) eq 'x'"]) assert.throws(() => parseFilter(filter), { status: 400, message: 'The query is not valid.' });
  assert.throws(() => parseFilter(`${'('.repeat(50_000)}Id eq 1${')'.repeat(50_000)}`), { status: 400 });
  assert.throws(() => parseFilter(`${'not '.repeat(50_000)}Id eq 1`), { status: 400 });
  assert.equal(parseFilter(Array.from({ length: 20_000 }, (_, at) => `Id eq ${at}`).join(' or ')).kind, 'or');
});

test('orders, skips and takes', () => {
  assert.deepEqual(idsOf({ $orderby: 'Hidden desc,Title' }), [4, 5, 3]);
  assert.deepEqual(idsOf({ $orderby: 'Id desc', $skip: '1', $top: '1' }), [4]);
});

test('refuses what cannot be read, in SharePoint\'s words', () => {
  for (const filter of ['Id eq', 'Id is 3', "Title eq 'open", '(Id eq 3', 'Id eq 3 Id', 'Id EQ 3', 'Id eq 3 AND Id eq 3']) {
    assert.throws(() => parseFilter(filter), (error) => error instanceof SharePointError && error.status === 400 && error.message === `The expression "${filter}" is not valid.`);
  }
  assert.throws(() => idsOf({ $filter: 'Nothing eq 1' }), { message: "The field or property 'Nothing' does not exist." });
});

test('any text survives quoting', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
    const parsed = parseFilter(`Title eq '${text.replaceAll("'", "''")}'`);
    assert.deepEqual(parsed, { kind: 'comparison', operator: 'eq', path: 'Title', value: { type: 'string', value: text } });
  }));
});
