import * as fc from 'fast-check';
import { emptyDraft, newKey, readDraft, writeDraft, type Draft, type DraftPlace } from './drafts';

const place: DraftPlace = { siteKey: 'site-1', personId: 7, target: 'post' };
const draft: Draft = { text: 'Hello @Lotte Jansen', mentions: [{ name: 'Lotte Jansen', email: 'lotte@contoso.example' }], themeId: 3, key: 'abc' };
const keep = (value: unknown): void => localStorage.setItem('schil-draft:site-1:7:post', typeof value === 'string' ? value : JSON.stringify(value));
beforeEach(() => localStorage.clear());
afterEach(() => jest.restoreAllMocks());

describe('a draft', () => {
  it('is read again as it was written', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''), fc.array(fc.record({ name: fc.string(), email: fc.string() })), fc.option(fc.nat(), { nil: undefined }), (text, mentions, themeId) => {
      const written = { text, mentions, key: 'k', ...(themeId === undefined ? {} : { themeId }) };
      writeDraft(place, written);
      expect(readDraft(place)).toEqual(written);
    }));
  });

  it.each<[string, Partial<DraftPlace>]>([['person', { personId: 8 }], ['site', { siteKey: 'site-2' }], ['reply', { target: 'reply-7' }]])('of another %s is not shown', (_, other) => {
    writeDraft(place, draft);
    expect(readDraft({ ...place, ...other })).toBeUndefined();
    writeDraft({ ...place, ...other }, { ...draft, text: 'Other' });
    expect(readDraft(place)).toEqual(draft);
  });

  it.each([[''], [' \n\t']])('with the text %j is forgotten', (text) => {
    writeDraft(place, draft);
    writeDraft(place, { ...draft, text });
    expect([readDraft(place), localStorage.length]).toEqual([undefined, 0]);
  });

  it('that was sent is forgotten, and forgetting it again is no error', () => {
    writeDraft(place, draft);
    writeDraft(place, undefined);
    writeDraft(place, undefined);
    expect(readDraft(place)).toBeUndefined();
  });

  it.each([
    ['{'], [''], ['null'], ['7'], ['"text"'], ['[]'], ['{}'], [{ ...draft, text: 7 }], [{ ...draft, key: undefined }], [{ ...draft, mentions: 'x' }], [{ text: 'x', key: 'x' }],
  ])('that is broken is none: %j', (value) => {
    keep(value);
    expect(readDraft(place)).toBeUndefined();
  });

  it.each([[[null]], [['Lotte']], [[{ name: 'Lotte' }]], [[{ name: 7, email: 7 }]]])('with broken mentions is none, for it could never be sent: %j', (mentions) => {
    keep({ ...draft, mentions });
    expect(readDraft(place)).toBeUndefined();
  });

  it('does not stop who writes where the browser keeps nothing', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('Full', 'QuotaExceededError'); });
    jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => { throw new DOMException('Denied', 'SecurityError'); });
    jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => { throw new DOMException('Denied', 'SecurityError'); });
    expect(() => { writeDraft(place, draft); writeDraft(place, undefined); }).not.toThrow();
    expect(readDraft(place)).toBeUndefined();
  });
});

describe('a key', () => {
  it('is 128 bits that nobody guesses, other each time', () => {
    const keys = Array.from({ length: 100 }, newKey);
    keys.forEach((key) => expect(key).toMatch(/^[0-9a-f]{32}$/));
    expect(new Set(keys).size).toBe(100);
  });

  it('comes with every new draft', () => {
    expect(emptyDraft()).toEqual({ text: '', mentions: [], key: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(emptyDraft(3)).toMatchObject({ themeId: 3 });
  });
});
