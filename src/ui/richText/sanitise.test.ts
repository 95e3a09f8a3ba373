import * as fc from 'fast-check';
import { sanitise } from './sanitise';

const tags = ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 's', 'ul', 'ol', 'li', 'blockquote', 'a', 'span', 'code', 'pre', 'h3', 'h4'];
const addressesAllowed = ['https:', 'http:', 'mailto:', 'tel:'];

/** Everything in it that a page would not want, as a browser reads it: elements, attributes and addresses that are not on the list. */
function hostileParts(html: string): string[] {
  const { body, head } = new DOMParser().parseFromString(html, 'text/html');
  const elements = [...Array.from(head.querySelectorAll('*')), ...Array.from(body.querySelectorAll('*'))];
  return elements.reduce<string[]>((all, element) => {
    const tag = element.tagName.toLowerCase();
    const attributes = Array.from(element.attributes).filter(({ name, value }) => {
      if (tag === 'a' && name === 'href') return addressesAllowed.indexOf(new URL(value, 'https://contoso.sharepoint.com/sites/intranet').protocol) < 0;
      return !(name === 'data-person' || (tag === 'a' && ((name === 'target' && value === '_blank') || (name === 'rel' && value === 'noopener noreferrer'))));
    });
    return all.concat(tags.indexOf(tag) >= 0 ? [] : tag, attributes.map(({ name, value }) => `${tag} ${name}=${value}`));
  }, []);
}

const scripts = [
  '<script>alert(1)</script>', '<SCRIPT SRC=//evil.example/x.js></SCRIPT>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script/random>alert(1)</script>', '<script\n>alert(1)</script\n>', '<<script>alert(1)//<</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">', '<template><script>alert(1)</script></template>',
];
const handlers = [
  '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)//', '<img/src=x/onerror=alert(1)>', '<IMG """><img src=x onerror=alert(1)>">', '<p onclick=alert(1)>x</p>', '<p onmouseover="alert(1)">x</p>', '<b ONFOCUS=alert(1) tabindex=1 autofocus>x</b>',
  '<body onload=alert(1)>', '<details open ontoggle=alert(1)>x</details>', '<video><source onerror=alert(1)></video>', '<audio src=x onerror=alert(1)>', '<input autofocus onfocus=alert(1)>', '<select onchange=alert(1)><option>x</select>',
  '<marquee onstart=alert(1)>x</marquee>', '<a href="https://x.example" onpointerenter=alert(1)>x</a>', '<p\u000conclick=alert(1)>x</p>', '<p/onclick=alert(1)>x</p>',
];
const addresses = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', 'java&#x0A;script:alert(1)', '&#106;avascript:alert(1)', '&#x6A;&#x61;vascript:alert(1)',
  'javascript&colon;alert(1)', 'javascript:alert(1)//https://x.example', 'vbscript:msgbox(1)', 'data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'blob:https://x.example/1', 'file:///etc/passwd',
  'about:blank', 'view-source:javascript:alert(1)', '//evil.example', '/sites/intranet/_layouts/15/signout.aspx', '#x', '?delete=1', 'ms-word:ofe|u|https://evil.example/x.docm', 'https\u200b:javascript', 'feed:javascript:alert(1)', 'jar:https://x.example!/',
].map((href) => `<a href="${href}">x</a>`);
const frames = [
  '<iframe src=javascript:alert(1)></iframe>', '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<object data=javascript:alert(1)></object>', '<embed src=javascript:alert(1)>', '<applet code=x></applet>',
  '<portal src=https://evil.example></portal>', '<link rel=stylesheet href=//evil.example/x.css>', '<link rel=import href=//evil.example>', '<base href=//evil.example/>', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
];
const looks = [
  '<style>@import "//evil.example/x.css";</style>', '<p style="position:fixed;inset:0;background:url(//evil.example)">x</p>', '<p class="ms-Dialog">x</p>', '<p id="SuiteNavWrapper">x</p>', '<a id=location name=location href="https://x.example">x</a>',
  '<img src=//evil.example/pixel.png>', '<picture><source srcset=//evil.example/x></picture>', '<p background=//evil.example/x>x</p>', '<table background=//evil.example/x><tr><td>x</table>', '<font color=red>x</font>', '<a href="https://x.example" ping=//evil.example>x</a>',
  '<p is="x-evil">x</p>', '<x-evil>x</x-evil>', '<slot name=x>x</slot>', '<p data-other="x" aria-label="x" role="alert" slot=x part=y>x</p>', '<a href="https://x.example" target="_top" download>x</a>',
];
const forms = [
  '<form action=//evil.example><input name=password><button>Sign in</button></form>', '<form><input name=attributes><input name=nodeName></form>', '<button formaction=javascript:alert(1)>x</button>', '<isindex action=javascript:alert(1) type=submit>',
  '<textarea autofocus onfocus=alert(1)></textarea>', '<keygen autofocus onfocus=alert(1)>', '<form id=f></form><p form=f>x</p>', '<dialog open>x</dialog>',
];
const drawings = [
  '<svg onload=alert(1)>', '<svg><script>alert(1)</script></svg>', '<svg><script href="data:text/javascript,alert(1)"/></svg>', '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>', '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x><script>alert(1)</script></svg>#x"></svg>', '<svg><foreignObject><iframe srcdoc=x></foreignObject></svg>', '<svg><style><img src=x onerror=alert(1)></style></svg>', '<math href="javascript:alert(1)">x</math>',
  '<math><maction actiontype="statusline#http://evil.example" xlink:href="javascript:alert(1)">x</maction></math>',
];
/** Samples that change when they are read a second time (mutation XSS), as published against sanitisers. */
const mutations = [
  '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">', '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">', '<noscript><style></noscript><img src=x onerror=alert(1)>', '<svg><title><style><!--</style><img src=x onerror="alert(1)"><!-- --></style>',
  '<math><mtext><option><FAKEFAKE><option></option><mglyph><svg><mtext><style><a title="</style><img src onerror=\'alert(1)\'>"></style></mtext></svg></mglyph></option></math>',
  '<p><table><tr><td><p><svg><desc><table><tr><td><style><img src=x onerror=alert(1)></style>', '<a><svg><a href="javascript:alert(1)">x', '<listing>&lt;img src=x onerror=alert(1)&gt;</listing>', '<xmp><p title="</xmp><img src=x onerror=alert(1)>">', '<plaintext><img src=x onerror=alert(1)>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>', '<!--><img src=x onerror=alert(1)>-->', '<!--!><img src=x onerror=alert(1)>', '<?xml-stylesheet href="javascript:alert(1)"?>', '<!doctype html [<!ENTITY x "<img src=x onerror=alert(1)>">]>&x;', '<template><p></template><img src=x onerror=alert(1)>',
  '<select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=alert(1)>">', '<b><noscript><b title="</noscript><script>alert(1)</script>">', '&lt;img src=x onerror=alert(1)&gt;', '<p title="</p><img src=x onerror=alert(1)>">x</p>',
  '<div><object><param name="x"></object><embed src="javascript:alert(1)"></div>', `${'<div>'.repeat(300)}<style><img src=x onerror=alert(1)></style>`, `${'<svg><g>'.repeat(60)}<style><a title="</style><img src onerror=alert(1)>">`,
];

describe.each<[string, readonly string[]]>([
  ['scripts', scripts], ['handlers of events', handlers], ['addresses', addresses], ['frames and what loads from elsewhere', frames], ['looks', looks], ['forms', forms], ['drawings', drawings], ['what changes when it is read again', mutations],
])('%s', (_, samples) => {
  it.each(samples.map((html) => [html.slice(0, 100).replace(/\s+/g, ' '), html]))('%s', (__, html) => {
    const safe = sanitise(html);
    expect(hostileParts(safe)).toEqual([]);
    // A page reads it once more, and so does whoever edits it.
    expect(hostileParts(new DOMParser().parseFromString(safe, 'text/html').body.innerHTML)).toEqual([]);
    expect(hostileParts(sanitise(safe))).toEqual([]);
  });

  it('inside of what is allowed, and all together', () => {
    samples.forEach((html) => expect(hostileParts(sanitise(`<ul><li><p>before <a href="https://x.example">${html}</a> after</p></li></ul>`))).toEqual([]));
    expect(hostileParts(sanitise(samples.join('<p>')))).toEqual([]);
    expect(hostileParts(sanitise(samples.slice().reverse().join('')))).toEqual([]);
  });
});

describe('a mention', () => {
  it.each([
    ['tells on hovering who is really meant', '<span data-person="boss@contoso.example">@Lotte</span>', '<span data-person="boss@contoso.example" title="boss@contoso.example">@Lotte</span>'],
    ['is a name with its sign', '<span data-person="x">Read this</span>', '<span>Read this</span>'], ['is short', `<span data-person="x">@${'x x '.repeat(64)}</span>`, `<span>@${'x x '.repeat(64)}</span>`], ['stands in a line', '<p data-person="x">@Lotte</p>', '<p>@Lotte</p>'],
  ])('%s', (_, html, safe) => { expect(sanitise(html)).toBe(safe); });
});

describe('what people write', () => {
  it.each([
    ['<p>Hello <b>all</b> <i>of</i> <u>you</u> <s>there</s></p>'], ['<h3>Title</h3><ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>'], ['<blockquote>said</blockquote><pre>x = 1</pre><code>y</code>'], ['one<br>two'],
    ['<p>thanks <span data-person="lotte@contoso.example" title="lotte@contoso.example">@Lotte Jansen</span></p>'], ['&lt;script&gt;alert(1)&lt;/script&gt;'], ['😀 日本語 é &amp; &lt;3'], [''],
  ])('stays as it is: %s', (html) => {
    expect(sanitise(html)).toBe(html);
  });

  it.each(['https://contoso.example/a?b=c&amp;d=e#f', 'http://contoso.example', 'mailto:lotte@contoso.example?subject=Hi', 'tel:+31201234567', 'HTTPS://CONTOSO.EXAMPLE'])('may link to %s, which opens elsewhere and is not told where from', (href) => {
    expect(sanitise(`<a href="${href}">x</a>`)).toBe(`<a href="${href}" target="_blank" rel="noopener noreferrer">x</a>`);
  });

  it('loses no words with the formatting that is left out', () => {
    expect(sanitise('<div><font color="red">red</font> <center>mid</center> <table><tr><td>cell</td></tr></table></div>').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim()).toBe('red mid cell');
  });

  it('a link that leads nowhere it may keeps its words', () => {
    expect(sanitise('<a href="javascript:alert(1)">words</a>')).toBe('<a>words</a>');
  });
});

/** HTML as people, editors and attackers make it: pieces in any order. */
const pieces = fc.oneof(
  fc.constantFrom(...tags, 'div', 'svg', 'math', 'style', 'title', 'template', 'table', 'tr', 'td', 'form', 'select', 'noscript', 'mtext', 'iframe').chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`, `<${tag} onclick=x href="javascript:x" title="</${tag}>">`)),
  fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', 'text', '&lt;', '"', "'", '>', '<', '\n', '<img src=x onerror=alert(1)>', '<a href="https://x.example">', '<a href="java\tscript:x">', '<span data-person="a@b.example">'),
);
const soup = fc.array(pieces, { maxLength: 14 }).map((all) => all.join(''));

/** Well-formed HTML of what is allowed, as this product's composer and SharePoint's editors write it, with what is not strewn in. */
const { block } = fc.letrec<{ block: string; line: string }>((tie) => ({
  line: fc.oneof({ maxDepth: 4 }, fc.constantFrom('text', 'a &amp; b', '<br>', '<script>x</script>', '<img src=x onerror=x>', '<svg onload=x></svg>'),
    fc.tuple(fc.constantFrom('b', 'strong', 'i', 'em', 'u', 's', 'code', 'span'), tie('line'), fc.constantFrom('', ' style="color:red"', ' onclick="x"', ' data-person="a@b.example"')).map(([tag, inner, more]) => `<${tag}${more}>${inner}</${tag}>`),
    fc.tuple(tie('line'), tie('line')).map(([left, right]) => left + right)),
  block: fc.oneof({ maxDepth: 3 }, fc.tuple(fc.constantFrom('p', 'h3', 'h4'), tie('line')).map(([tag, inner]) => `<${tag}>${inner}</${tag}>`), fc.constantFrom('<p><a href="https://x.example">x</a></p>', '<p><a href="javascript:x">x</a></p>', '<style>x</style>'),
    fc.tuple(tie('block'), tie('block')).map(([left, right]) => `<blockquote>${left}</blockquote><ul><li>${right}</li></ul>`)),
}));

describe('whatever it is given', () => {
  it.each([['<frameset><frame src=javascript:alert(1)></frameset>'], ['<html><frameset></frameset></html>']])('is a text, also for a document without a body: %s', (html) => {
    expect(hostileParts(sanitise(html))).toEqual([]);
  });

  it('comes out harmless, also when a page reads it again', () => {
    fc.assert(fc.property(soup, (html) => {
      const safe = sanitise(html);
      expect(hostileParts(safe)).toEqual([]);
      expect(hostileParts(new DOMParser().parseFromString(safe, 'text/html').body.innerHTML)).toEqual([]);
    }), { numRuns: 300 });
  });

  it('is not changed by doing it again', () => {
    fc.assert(fc.property(block, (html) => {
      const safe = sanitise(html);
      expect(sanitise(safe)).toBe(safe);
    }), { numRuns: 150 });
  });
});
