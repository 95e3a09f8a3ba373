import { render, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import * as React from 'react';
import { show } from '../testing/inWords';
import { fill, pluralText, useWords } from './words';

describe('fill', () => {
  it.each<[string, Record<string, string | number>, string]>([
    ['Post by {name}', { name: 'Lotte' }, 'Post by Lotte'], ['{done} of {total}', { done: 0, total: 5 }, '0 of 5'], ['{name} and {name}', { name: 'x' }, 'x and x'], ['{name}', {}, '{name}'], ['{ name }', { name: 'x' }, '{ name }'], ['', { name: 'x' }, ''],
  ])('%s', (text, values, filled) => {
    expect(fill(text, values)).toBe(filled);
  });

  it('puts values in as they are, whatever stands in them', () => {
    fc.assert(fc.property(fc.string(), (name) => { expect(fill('by {name}!', { name })).toBe(`by ${name}!`); }));
    expect(fill('{a} {b}', { a: '{b}', b: '$&' })).toBe('{b} $&');
  });
});

describe('a text that depends on a number', () => {
  const text = { one: '{count} reply', other: '{count} replies' };

  it.each([[0, '0 replies'], [1, '1 reply'], [2, '2 replies'], [1234, '1,234 replies']])('%d', (count, said) => {
    expect(pluralText('en-US', text, count)).toBe(said);
  });

  it('writes the number as the language does', () => {
    expect(pluralText('nl-NL', { one: '{count} antwoord', other: '{count} antwoorden' }, 1234)).toBe('1.234 antwoorden');
  });
});

describe('the words of a page', () => {
  const Asking = (): React.ReactElement => {
    const { plural, strings, locale } = useWords();
    return <p>{locale} {strings.composer.post} {plural(strings.post.replies, 2)}</p>;
  };

  it('reach every component', () => {
    show(<Asking />);
    expect(screen.getByText('en-US Post 2 replies')).toBeDefined();
  });

  it('are missed loudly by a component outside', () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(() => render(<Asking />)).toThrow('WordsProvider');
    log.mockRestore();
  });
});
