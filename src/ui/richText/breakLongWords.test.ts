import * as fc from 'fast-check';
import { sanitise } from './sanitise';

const shown = (html: string): HTMLElement => {
  const body = document.createElement('div');
  body.innerHTML = sanitise(html);
  return body;
};

describe('very long words', () => {
  it('may break every hundred characters, and say the same', () => {
    const word = 'A'.repeat(60000);
    const body = shown(`<p>Look: ${word} there</p>`);
    expect(body.textContent).toBe(`Look: ${word} there`);
    expect(body.querySelectorAll('wbr').length).toBe(599);
  });

  it('ordinary text stays as it is', () => {
    expect(sanitise(`<p>${'word '.repeat(1000)}</p>`)).not.toContain('wbr');
  });

  it('any text keeps its characters, and is the same when it is done twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(400), (text, length) => {
      const html = `<p>${(text + 'x'.repeat(length)).replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`;
      const once = sanitise(html);
      expect(sanitise(once)).toBe(once);
      expect(shown(html).textContent).toBe(text.replace(/\r\n?/g, '\n') + 'x'.repeat(length));
    }));
  });
});
