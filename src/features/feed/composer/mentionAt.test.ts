import * as fc from 'fast-check';
import { mentionAt } from './MentionTextBox';

describe('what is being typed after an @', () => {
  it.each<[string, string, number]>([
    ['@lo|', 'lo', 0], ['hi @lo|', 'lo', 3], ['hi @lotte ja|', 'lotte ja', 3], ['@anna van der|', 'anna van der', 0], ['line\n@cem|', 'cem', 5], ['@lo| rest', 'lo', 0], ['@l|otte', 'l', 0], ['@a @b|', 'b', 3], ['@é|', 'é', 0], ["@o'neil-x.|", "o'neil-x.", 0],
  ])('%j is %j from %d', (marked, typed, start) => {
    const caret = marked.indexOf('|');
    expect(mentionAt(marked.replace('|', ''), caret)).toEqual({ start, typed });
  });

  it.each(['|', '@|', 'hi @|', '|@lotte', 'mail@contoso|', 'a@b.nl|', '@lotte |', '@lotte  ja|', '@one two three four|', '@lotte\nja|', '@@lo|', 'lotte|'])('%j is nothing', (marked) => {
    expect(mentionAt(marked.replace('|', ''), marked.indexOf('|'))).toBeUndefined();
  });

  it('stands in the text where it is said to stand, up to the caret', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'@ab \n.') }), fc.nat(40), (text, at) => {
      const caret = Math.min(at, text.length);
      const found = mentionAt(text, caret);
      if (found) expect(text.slice(found.start, caret)).toBe(`@${found.typed}`);
    }));
  });
});
