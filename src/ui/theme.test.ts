import * as fc from 'fast-check';
import { contrast, themeVariables, type PageTheme } from './theme';

const hex = fc.integer({ min: 0, max: 0xFFFFFF }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const grey = fc.integer({ min: 0, max: 255 }).map((value) => `#${value.toString(16).padStart(2, '0').repeat(3)}`);
const background = fc.oneof(hex, grey);
const onBackground = ['text', 'subtle', 'accent', 'accentText'];
const readable = 4.5;

/** A page's theme as SPFx gives it. */
const themeOf = (bodyBackground: string, more: Readonly<Record<string, string>> = {}, palette: Readonly<Record<string, string>> = {}): PageTheme => ({ semanticColors: { bodyBackground, ...more }, palette });
const variable = (theme: PageTheme | undefined, name: string): string => themeVariables(theme)[`--schil-${name}`];

/** What cannot be read on this theme. */
function unreadable(theme: PageTheme | undefined): string[] {
  const of = (name: string): string => variable(theme, name);
  const pairs = [...onBackground.map((name) => [name, 'background']), ['onAccent', 'accent']];
  return pairs.filter(([front, back]) => contrast(of(front), of(back)) < readable).map(([front, back]) => `${front} ${of(front)} on ${back} ${of(back)}`);
}

describe('contrast', () => {
  it.each([['#ffffff', '#000000', 21], ['#000', '#fff', 21], ['#777777', '#ffffff', 4.48], ['#0f6cbd', '#ffffff', 5.38], ['rgb(255, 0, 0)', '#ffffff', 4.0], ['rgba(0,0,255,0.5)', '#FFFFFF', 8.59]])('of %s and %s is %d', (left, right, known) => {
    expect(contrast(left, right)).toBeCloseTo(known, 1);
  });

  it('is the same both ways, 1 with itself, 21 at most', () => {
    fc.assert(fc.property(hex, hex, (left, right) => {
      expect(contrast(left, right)).toBe(contrast(right, left));
      expect(contrast(left, left)).toBe(1);
      expect(contrast(left, right)).toBeLessThanOrEqual(21);
    }));
  });

  it('reads every digit of a colour', () => {
    expect(contrast('#0f6cbd', '#00ff66')).toBeGreaterThan(2);
    expect(contrast('#aabbcc', '#abc')).toBe(1);
  });
});

describe('on a page without a theme', () => {
  it('everything can be read', () => {
    expect([undefined, {}, { palette: {}, semanticColors: {} }].map(unreadable)).toEqual([[], [], []]);
  });

  it('a primary button has white words on blue', () => {
    expect([variable(undefined, 'accent'), variable(undefined, 'onAccent')]).toEqual(['#0f6cbd', '#ffffff']);
  });
});

describe('on the themes that SharePoint comes with', () => {
  it.each([
    ['light', '#ffffff', '#323130', '#0078d4'], ['neutral section', '#faf9f8', '#323130', '#0078d4'], ['soft section', '#eff6fc', '#323130', '#0078d4'], ['strong section', '#0078d4', '#ffffff', '#ffffff'], ['dark', '#1f1f1f', '#ffffff', '#3aa0f3'],
    ['orange', '#ffffff', '#333333', '#ca5010'], ['green', '#ffffff', '#333333', '#498205'], ['dark yellow', '#252423', '#ffffff', '#fce100'], ['high contrast', '#000000', '#ffffff', '#1aebff'],
  ])('%s', (_, body, bodyText, themePrimary) => {
    expect(unreadable(themeOf(body, { bodyText, bodySubtext: bodyText }, { themePrimary }))).toEqual([]);
  });
});

describe('on any theme', () => {
  it('the page\'s own colours are used when they can be read', () => {
    fc.assert(fc.property(background, hex, hex, (body, bodyText, themePrimary) => {
      const theme = themeOf(body, { bodyText }, { themePrimary });
      expect(variable(theme, 'background')).toBe(body);
      if (contrast(bodyText, body) >= readable) expect(variable(theme, 'text')).toBe(bodyText);
      if (contrast(themePrimary, body) >= readable) expect(variable(theme, 'accent')).toBe(themePrimary);
    }));
  });

  it('words on a primary button can be read', () => {
    fc.assert(fc.property(background, hex, (body, themePrimary) => {
      const theme = themeOf(body, {}, { themePrimary });
      expect(contrast(variable(theme, 'onAccent'), variable(theme, 'accent'))).toBeGreaterThanOrEqual(readable);
    }));
  });

  it('text, subtle text and links can be read on any background', () => {
    fc.assert(fc.property(background, hex, hex, hex, (body, bodyText, bodySubtext, themePrimary) => {
      expect(unreadable(themeOf(body, { bodyText, bodySubtext }, { themePrimary }))).toEqual([]);
    }), { numRuns: 500 });
  });

  it('text and subtle text can be read on the surface of menus and hovered buttons', () => {
    fc.assert(fc.property(background, hex, (body, bodyStandoutBackground) => {
      const theme = themeOf(body, { bodyStandoutBackground });
      expect(contrast(variable(theme, 'text'), variable(theme, 'surface'))).toBeGreaterThanOrEqual(readable);
      expect(contrast(variable(theme, 'subtle'), variable(theme, 'surface'))).toBeGreaterThanOrEqual(readable);
    }), { numRuns: 500 });
  });

  it('warnings and errors can be read', () => {
    fc.assert(fc.property(background, (body) => {
      const theme = themeOf(body);
      [['danger', 'dangerSoft'], ['warnText', 'warnSoft']].forEach(([front, back]) => expect(contrast(variable(theme, front), variable(theme, back))).toBeGreaterThanOrEqual(readable));
    }));
  });
});
