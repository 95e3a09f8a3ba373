/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { RefusedError } from '../../domain/refusedError';
import { dateIn, numberIn, optionalNumber, recordOf, rowsOf, textIn, textOr } from './parse';

const refuses = (work: () => unknown, detail: RegExp): void => {
  expect(work).toThrow(RefusedError);
  expect(work).toThrow(detail);
};

describe('what is not as SharePoint answers it', () => {
  it.each([[null], [undefined], ['text'], [7], [true], [[]], [[{}]]])('%j is no object', (value) => refuses(() => recordOf(value), /^unexpected: .*an object/));
  it.each([[null], ['text'], [{}], [{ value: {} }], [{ value: 'x' }], [{ d: { results: [] } }]])('%j has no rows', (value) => refuses(() => rowsOf(value), /^unexpected: .*(rows|an object)/));
  it.each([[[1]], [[null]], [[[]]], [{ value: ['x'] }]])('%j has rows that are none', (value) => refuses(() => rowsOf(value), /an object/));
  it.each([[undefined], [null], ['7'], [NaN], [Infinity], [{}]])('%p is no number', (Id) => refuses(() => numberIn({ Id }, 'Id'), /a number in Id/));
  it.each([[undefined], [null], [7], [{}]])('%p is no text', (Key) => refuses(() => textIn({ Key }, 'Key'), /a text in Key/));
  it.each([[undefined], [null], [7], [''], ['yesterday'], ['2026-13-40T00:00:00Z']])('%p is no date', (Created) => refuses(() => dateIn({ Created }, 'Created'), /in Created/));

  it('is named in short, however long it is', () => {
    refuses(() => recordOf('x'.repeat(5000)), /^.{1,200}$/);
  });
});

describe('what is', () => {
  it('has its rows bare or under value', () => {
    expect(rowsOf([{ Id: 1 }])).toEqual([{ Id: 1 }]);
    expect(rowsOf({ 'odata.metadata': 'x', value: [{ Id: 1 }] })).toEqual([{ Id: 1 }]);
    expect(rowsOf({ value: [] })).toEqual([]);
  });

  it('is read as it stands', () => {
    expect([numberIn({ Id: 0 }, 'Id'), textIn({ Key: '' }, 'Key'), dateIn({ Created: '2022-10-12T08:30:24Z' }, 'Created').toISOString()]).toEqual([0, '', '2022-10-12T08:30:24.000Z']);
  });

  it('may leave out what is optional', () => {
    expect([textOr({ Title: null }, 'Title', 'none'), textOr({ Title: 7 }, 'Title', 'none'), textOr({ Title: '' }, 'Title', 'none')]).toEqual(['none', 'none', '']);
    expect([optionalNumber({ ThemeId: null }, 'ThemeId'), optionalNumber({ ThemeId: '7' }, 'ThemeId'), optionalNumber({ ThemeId: 7 }, 'ThemeId')]).toEqual([undefined, undefined, 7]);
  });
});
