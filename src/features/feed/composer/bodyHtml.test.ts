import * as fc from 'fast-check';
import type { Mention } from '../drafts';
import { toBodyHtml, toText, withMention } from './bodyHtml';

const lotte: Mention = { name: 'Lotte Jansen', email: 'lotte@contoso.example' };
const cem: Mention = { name: 'Cem Demir', email: 'cem@contoso.example' };
const linked = (address: string, words: string = address): string => `<a href="${address}">${words}</a>`;
const mention = ({ name, email }: Mention): string => `<span data-person="${email}">@${name}</span>`;
/** What is kept of white space: paragraphs are one empty line apart. */
const tidy = (text: string): string => text.trim().replace(/\n{2,}/g, '\n\n');

/** What people type, and what attackers do. */
const typed = fc.array(fc.oneof(
  fc.constantFrom('<', '>', '&', '"', "'", '/', '\n', '\n\n', ' ', '  ', '@', '.', ':', '=', '&lt;', '&amp;', '<b>', '</p>', '<br>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<!--', ']]>', 'javascript:alert(1)', 'data:text/html,x'),
  fc.constantFrom('https://contoso.example/a?b=c&d="e"', 'www.contoso.nl', 'contoso.com', 'lotte@contoso.nl', '@Lotte Jansen', '@Cem Demir', '😀', 'é', '漢字', '\u00a0'),
  fc.string({ unit: fc.constantFrom(...'abc xyz.,') }),
), { maxLength: 25 }).map((pieces) => pieces.join(''));

describe('what somebody typed', () => {
  it.each<[string, string]>([
    ['Hello', '<p>Hello</p>'], ['  Hello \n', '<p>Hello</p>'], ['one\ntwo', '<p>one<br>two</p>'], ['one\n\ntwo', '<p>one</p><p>two</p>'], ['one\n\n\n\ntwo\nthree', '<p>one</p><p>two<br>three</p>'],
    ['<b>bold</b> & "quoted"', '<p>&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;</p>'],
    ['see https://contoso.example/a?b=c&d=e now', `<p>see ${linked('https://contoso.example/a?b=c&amp;d=e')} now</p>`], ['www.contoso.nl', `<p>${linked('http://www.contoso.nl', 'www.contoso.nl')}</p>`],
    ['mail lotte@contoso.nl.', `<p>mail ${linked('mailto:lotte@contoso.nl', 'lotte@contoso.nl')}.</p>`], ['javascript:alert(1)', '<p>javascript:alert(1)</p>'], ['C:\\temp\\notes.txt', '<p>C:\\temp\\notes.txt</p>'],
  ])('%j', (text, html) => {
    expect(toBodyHtml(text, [])).toBe(html);
  });

  it('mentions who was picked, and nobody else', () => {
    expect(toBodyHtml('Thanks @Lotte Jansen and @Somebody Else', [lotte])).toBe(`<p>Thanks ${mention(lotte)} and @Somebody Else</p>`);
    expect(toBodyHtml('@Cem Demir, @Lotte Jansen! @Cem Demir', [lotte, cem])).toBe(`<p>${mention(cem)}, ${mention(lotte)}! ${mention(cem)}</p>`);
  });

  it('mentions nobody whose name was taken out again', () => {
    expect(toBodyHtml('Thanks', [lotte])).toBe('<p>Thanks</p>');
  });

  it('takes the longer of two names that begin alike', () => {
    const short: Mention = { name: 'Lotte', email: 'other@contoso.example' };
    expect(toBodyHtml('@Lotte Jansen and @Lotte', [short, lotte])).toBe(`<p>${mention(lotte)} and ${mention(short)}</p>`);
  });

  it('does not mention somebody whose name only begins another word', () => {
    expect(toBodyHtml('@Lotte Jansens', [lotte])).toBe('<p>@Lotte Jansens</p>');
    expect(toBodyHtml('mail@Cem Demir', [cem])).toBe('<p>mail@Cem Demir</p>');
  });

  it('mentions a guest, whose name is an address', () => {
    const guest: Mention = { name: 'guest@partner.com', email: 'guest@partner.com' };
    expect(toBodyHtml('Hello @guest@partner.com', [guest])).toBe(`<p>Hello ${mention(guest)}</p>`);
  });

  it('is escaped in the name and the address of a mention, too', () => {
    const odd: Mention = { name: '<b>Odd" onclick="x', email: '"><script>alert(1)</script>' };
    const body = document.createElement('div');
    body.innerHTML = toBodyHtml('@<b>Odd" onclick="x', [odd]);
    expect(body.querySelectorAll('script, b, [onclick]')).toHaveLength(0);
    expect(body.querySelector('[data-person]')?.getAttribute('data-person')).toBe(odd.email);
  });

  it('never becomes anything but paragraphs, line breaks, links and mentions', () => {
    fc.assert(fc.property(typed, (text) => {
      const body = document.createElement('div');
      body.innerHTML = toBodyHtml(text, [lotte, cem]);
      Array.from(body.querySelectorAll('*')).forEach((element) => {
        expect(['P', 'BR', 'A', 'SPAN']).toContain(element.tagName);
        Array.from(element.attributes).forEach(({ name, value }) => expect(`${element.tagName} ${name}=${value}`).toMatch(/^(A href=(https?|mailto):|SPAN data-person=)/i));
      });
      expect(body.textContent?.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }), { numRuns: 300 });
  });
});

describe('stored words as text to edit', () => {
  it('are the words that were typed, and the people in them', () => {
    fc.assert(fc.property(typed, (text) => {
      const again = toText(toBodyHtml(text, [lotte, cem]));
      expect(again.text).toBe(tidy(text));
      expect(toBodyHtml(again.text, again.mentions)).toBe(toBodyHtml(text, [lotte, cem]));
    }), { numRuns: 300 });
  });

  it('keep a mention as it was', () => {
    expect(toText(toBodyHtml('Thanks @Lotte Jansen!', [lotte]))).toEqual({ text: 'Thanks @Lotte Jansen!', mentions: [lotte] });
  });

  it.each<[string, string]>([
    ['<h3>Title</h3><p>text</p>', 'Title\n\ntext'], ['<ul><li>one</li><li>two</li></ul>', 'one\n\ntwo'], ['<p>a <b>bold</b> <i>word</i></p>', 'a bold word'], ['<p>one<br/>two<br />three</p>', 'one\ntwo\nthree'], ['', ''], ['<p> </p>', ''],
    ['plain &lt;b&gt; &amp;amp;', 'plain <b> &amp;'], ['<p>a</p><script>alert(1)</script><p>b</p>', 'a\n\nb'], ['<p>x<img src=x onerror=alert(1)></p>', 'x'],
  ])('%s', (html, text) => {
    expect(toText(html).text).toBe(text);
  });
});

describe('colleagues of the same name', () => {
  const [sales, care] = [{ name: 'Jan Jansen', email: 'jan.sales@contoso.example' }, { name: 'Jan Jansen', email: 'jan.care@contoso.example' }];
  const people = (text: string, mentions: readonly Mention[]): string[] => (toBodyHtml(text, mentions).match(/data-person="[^"]*"/g) ?? []).map((found) => found.slice(13, -1));

  it('are each meant where they were picked', () => {
    const first = withMention([], care, '@Jan Jansen ', 0);
    const both = withMention(first, sales, '@Jan Jansen @Jan Jansen ', 0);
    expect(people('@Jan Jansen and\n\n@Jan Jansen', both)).toEqual([sales.email, care.email]);
    expect(people('@Jan Jansen, @Jan Jansen, @Jan Jansen', withMention(both, sales, '@Jan Jansen, @Jan Jansen, @Jan Jansen', 26))).toEqual([sales.email, care.email, sales.email]);
  });

  it('are not mistaken when one was picked and taken out again', () => {
    expect(people('@Jan Jansen', withMention(withMention([], sales, '@Jan Jansen ', 0), care, '@Jan Jansen ', 0))).toEqual([care.email]);
  });

  it('stay who they are when the text is changed', () => {
    const html = toBodyHtml('@Jan Jansen @Jan Jansen', [care, sales]);
    const { text, mentions } = toText(html);
    expect(toBodyHtml(text, mentions)).toBe(html);
  });
});
