import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { foreignRequest } from '../../local-sharepoint/page/foreignRequest.ts';
import { allFields } from './samplePackage/samplePackage.ts';
import { editor, startPageSuite, visitor, type PageSuite } from './sitePage.ts';
import { attribute, controlHtml, webPartHtml } from './storedCanvas.ts';

const id = 'eeeeeeee-0000-4000-8000-000000000001';
const hostile = 'window.hostile = (window.hostile || 0) + 1';

const texts = [
  `<script>${hostile}</script>`, `<img src="/x" onerror="${hostile}">`, `<a href="javascript:${hostile}">click</a>`, `<svg><script>${hostile}</script></svg>`, `<iframe srcdoc="<script>parent.${hostile}</script>"></iframe>`,
  '<style>.lsp-suite { display: none } body { visibility: hidden }</style>', '<form action="/_local/act-as" method="post"><input name="email"><button>Win</button></form>',
  '<div id="page" class="lsp-suite" style="position: fixed; inset: 0; z-index: 9999; background: red">over everything</div>', `<div data-sp-canvascontrol="" data-sp-controldata="${attribute({ controlType: 3, webPartId: allFields, position: { zoneIndex: 9 } })}">a control in a text</div>`,
  '<base href="https://evil.example/">', '<meta http-equiv="refresh" content="0;url=https://evil.example/">', '<link rel="stylesheet" href="https://evil.example/a.css">',
  // These two swallow what comes after them.
  `<math><mtext><table><mglyph><style><img src=x onerror="${hostile}"></style>`, '</div></div></div></script><!--',
];

describe('a hostile page', () => {
  let suite: PageSuite;
  before(async () => { suite = await startPageSuite(); });
  after(async () => { await suite.end(); });

  it('does no harm with the HTML of its texts, reading and editing', async () => {
    const controls = texts.map((html, at) => controlHtml({ controlType: 4, id: `text-${at}`, position: { zoneIndex: at + 1, sectionIndex: 1, controlIndex: 1, sectionFactor: 12 } }, `<div data-sp-rte="">${html}</div>`));
    const canvas = `<div>${webPartHtml(allFields, id, { title: 'Still here' }, [1, 1, 2])}${controls.join('')}</div>`;
    const path = await suite.addPage('Hostile.aspx', canvas);
    for (const mode of ['', '?Mode=Edit']) {
      const { page, shown, elsewhere, close } = await suite.open({ path: path + mode, as: editor });
      await shown(1);
      assert.equal(await page.evaluate(() => 'hostile' in window), false);
      assert.deepEqual(elsewhere, []);
      assert.equal(await page.locator('.lsp-text').locator('script, style, iframe, form, input, button, base, meta, link, [id], [class], [onerror]').count(), 0);
      assert.equal(await page.locator('.lsp-suite').evaluate((bar) => bar.contains(document.elementFromPoint(100, 20))), true, 'nothing lies over the bar');
      assert.equal(await page.locator('.sample').count(), 1, 'a text holds no web part');
      assert.equal(await page.getByText('click').getAttribute('href'), null);
      await close();
    }
  });

  it('does no harm with names, ids and data that are not what they should be', async () => {
    const bad = `"><img src=x onerror="${hostile}"><b a='`;
    const control = (data: unknown, webPart: string): string => `<div data-sp-canvascontrol="" data-sp-canvasdataversion='${bad.replaceAll("'", '')}' data-sp-controldata="${typeof data === 'string' ? data : attribute(data)}"><div data-sp-webpart="" data-sp-webpartdata="${webPart}"></div></div>`;
    const place = (controlIndex: number): object => ({ zoneIndex: 1, sectionIndex: 1, controlIndex, sectionFactor: 12 });
    const canvas = `<div>${[
      control({ controlType: 3, id: bad, position: place(1) }, attribute({ id: allFields, instanceId: 7, title: bad, description: bad, dataVersion: { a: 1 }, properties: { title: bad } })),
      control({ controlType: 3, id: bad, position: place(2) }, attribute({ id: bad, title: bad, properties: [bad], serverProcessedContent: null })),
      control({ controlType: 3, id: 'x', webPartId: 5, position: place(3) }, 'null'), control('{not json', attribute({ id: allFields })), control('null', ''), control({ controlType: 3, position: { zoneIndex: 'one' } }, ''),
      control({ controlType: 4, id: null, position: place(4), emphasis: 7 }, ''), '<p>between</p>', 'text',
    ].join('')}`;
    const path = await suite.addPage('Names.aspx', canvas, `</title></script><script>${hostile}</script>`);
    const { page, shown, problems, close } = await suite.open({ path: `${path}?Mode=Edit` });
    await shown(1);
    assert.equal(await page.locator('.sample-title').textContent(), bad);
    assert.match(await page.title(), /^<\/title><\/script><script>/);
    await page.locator('.lsp-tool[aria-label="Edit properties"]').first().click();
    await page.locator('aside').getByLabel('Title').waitFor();
    await page.locator('.lsp-tool[aria-label="Delete"]').nth(2).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The page is saved.').waitFor();
    assert.equal(await page.evaluate(() => 'hostile' in window), false);
    assert.deepEqual(problems, []);
    const stored = await suite.stored('Names.aspx');
    assert.ok(!/<(img|b|script)\b/.test(stored.CanvasContent1));
    assert.equal(stored.CanvasContent1.match(/data-sp-canvascontrol=""/g)?.length, 6, 'what cannot be read is kept');
    await close();
  });

  it('cannot run scripts that get into it all the same, nor be shown in a frame', async () => {
    const { page, close } = await suite.open();
    await page.evaluate((script) => {
      const added = document.createElement('script');
      added.textContent = script;
      document.body.append(added);
      document.body.insertAdjacentHTML('beforeend', `<img src="/nowhere" onerror="${script}">`);
    }, hostile);
    await page.evaluate(() => new Promise((resolve) => { document.images[document.images.length - 1]?.addEventListener('error', resolve); }));
    assert.equal(await page.evaluate(() => 'hostile' in window), false);
    const { headers } = await fetch(`${suite.sharePoint.site}/SitePages/Home.aspx`);
    assert.match(headers.get('content-security-policy') ?? '', /script-src 'self' 'nonce-[\w+/=]+' 'unsafe-eval'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'/);
    const other = await fetch(`${suite.sharePoint.site}/SitePages/Home.aspx`);
    assert.notEqual(other.headers.get('content-security-policy'), headers.get('content-security-policy'), 'every answer has its own nonce');
    await close();
  });
});

describe('pages and people', () => {
  let suite: PageSuite;
  before(async () => { suite = await startPageSuite(); });
  after(async () => { await suite.end(); });

  it('a page that somebody may not see is not shown to them, and not among the pages of the site', async () => {
    const path = await suite.addPage('Secret.aspx', '<div></div>', 'Secret plans');
    const found = await suite.sharePoint.ask("web/lists/getbytitle('Site Pages')/items?$select=Id&$filter=FileLeafRef eq 'Secret.aspx'");
    const [{ Id }] = (found.json as { value: [{ Id: number }] }).value;
    const broken = await suite.sharePoint.ask(`web/lists/getbytitle('Site Pages')/items(${Id})/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`, { method: 'POST' });
    assert.equal(broken.status, 200);
    const ask = (as: string, address: string): Promise<{ status: number; text: string }> => suite.sharePoint.ask(address, { as, headers: { accept: 'text/html' } });
    const refused = await ask(visitor, path);
    assert.deepEqual([refused.status, /Secret plans/.test(refused.text), /You need permission/.test(refused.text)], [403, false, true]);
    assert.doesNotMatch((await ask(visitor, '/sites/intranet/SitePages/Home.aspx')).text, /Secret plans/);
    const owners = await suite.sharePoint.ask(path, { headers: { accept: 'text/html' } });
    assert.deepEqual([owners.status, /Secret plans/.test(owners.text)], [200, true]);
  });

  it('an address that is none is told so, and a person who is gone is forgotten', async () => {
    const missing = await fetch(`${suite.sharePoint.site}/SitePages/None<b>.aspx`);
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /There is no page None&lt;b&gt;\.aspx/);
    assert.equal((await fetch(`${suite.sharePoint.url}/_local/page/constructor.js`)).status, 404);
    assert.equal((await fetch(`${suite.sharePoint.url}/_local/spfx/sp-loader/..%2f..%2fpackage.json`)).status, 404);
    const gone = await fetch(`${suite.sharePoint.site}/SitePages/Home.aspx`, { headers: { cookie: 'ActAs=nobody%40contoso.example' }, redirect: 'manual' });
    assert.deepEqual([gone.status, gone.headers.get('location'), /^ActAs=; .*Max-Age=0/.test(gone.headers.get('set-cookie') ?? '')], [302, '/sites/intranet/SitePages/Home.aspx', true]);
  });

  it('a page is not shown under another site\'s name (DNS rebinding)', async () => {
    const { port } = new URL(suite.sharePoint.url);
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/sites/intranet/SitePages/Home.aspx', headers: { host: 'evil.example' } }, (answer) => { resolve(answer.statusCode); answer.resume(); }).on('error', reject).end();
    });
    assert.equal(status, 403);
  });

  it('requests of other web sites are told from those of this one and of programs', () => {
    const asked = (method: string, headers: Record<string, string>): boolean => foreignRequest({ method, headers }) !== undefined;
    assert.equal(asked('GET', { host: 'localhost:4321' }), false);
    assert.equal(asked('GET', { host: '[::1]:4321' }), false);
    assert.equal(asked('GET', { host: 'evil.example:4321' }), true);
    assert.equal(asked('GET', { host: '127.0.0.1.evil.example' }), true);
    assert.equal(asked('GET', {}), true);
    assert.equal(asked('POST', { host: '127.0.0.1:4321' }), false, 'programs send no Origin');
    assert.equal(asked('POST', { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:4321' }), false);
    assert.equal(asked('POST', { host: '127.0.0.1:4321', origin: 'http://127.0.0.1:9999' }), true, 'another service of this machine is another site');
    assert.equal(asked('POST', { host: '127.0.0.1:4321', origin: 'https://evil.example' }), true);
    assert.equal(asked('POST', { host: '127.0.0.1:4321', origin: 'null' }), true);
  });
});
