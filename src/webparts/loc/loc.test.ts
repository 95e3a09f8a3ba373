import { readdirSync, readFileSync, statSync } from 'fs';
import { join } from 'path';
import type { Strings } from '../../ui/words/strings';

const english: Strings = jest.requireActual('./en-us.js');
const dutch: Strings = jest.requireActual('./nl-nl.js');
const source = join(__dirname, '../..');

/** Every text by its path: `post.replies.one`. */
function textsIn(value: unknown, path: string = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).reduce<[string, string][]>((all, [name, inner]) => all.concat(textsIn(inner, path === '' ? name : `${path}.${name}`)), []);
}

const texts = { english: new Map(textsIn(english)), dutch: new Map(textsIn(dutch)) };
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

function filesUnder(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name)).reduce<string[]>((all, path) => all.concat(statSync(path).isDirectory() ? filesUnder(path) : path), []);
}

describe('the texts in English and Dutch', () => {
  it('are the same ones', () => {
    expect(Array.from(texts.dutch.keys()).sort()).toEqual(Array.from(texts.english.keys()).sort());
  });

  it.each(Object.entries(texts))('are never empty (%s), and have no space at an end', (_, all) => {
    expect(Array.from(all).filter(([, text]) => text === '' || text !== text.trim() || text === 'undefined').map(([key]) => key)).toEqual([]);
  });

  it('have places for the same values', () => {
    const differing = Array.from(texts.english).filter(([key, text]) => placeholders(text).join() !== placeholders(texts.dutch.get(key) ?? '').join());
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each(Object.entries(texts))('that depend on a number name it (%s)', (_, all) => {
    expect(Array.from(all).filter(([key, text]) => /\.other$|^other$/.test(key) && text.indexOf('{count}') < 0).map(([key]) => key)).toEqual([]);
  });

  it('were all translated', () => {
    const same = Array.from(texts.english).filter(([key, text]) => text.length > 15 && texts.dutch.get(key) === text);
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('a text', () => {
  const files = filesUnder(source).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|[\\/]testing[\\/]|strings\.ts$|\.d\.ts$/.test(path)).map((path) => readFileSync(path, 'utf8'));
  /** `strings.post.reply`, `words.reply` after `words = strings.post`, `strings.refusal[reason]`. */
  const isUsed = (group: string, name: string): boolean => files.some((code) => new RegExp(`\\.${group}\\.${name}\\b`).test(code)
    || (new RegExp(`= \\w+\\.${group};`).test(code) && new RegExp(`\\.${name}\\b`).test(code)) || new RegExp(`\\.${group}\\[`).test(code));

  it('that nobody reads is not kept', () => {
    const groups = Object.entries(english).filter(([, value]) => typeof value === 'object' && !('one' in value)) as [string, object][];
    const unused = groups.reduce<string[]>((all, [group, value]) => all.concat(Object.keys(value).filter((name) => !isUsed(group, name)).map((name) => `${group}.${name}`)), []);
    expect(unused).toEqual([]);
  });
});
