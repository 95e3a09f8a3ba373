import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { owner, startIntranet, violations, visitor, type Intranet } from './intranet.ts';

let intranet: Intranet;
before(async () => { intranet = await startIntranet(); });
after(async () => {
  await intranet.stop();
});

const merge = { 'x-http-method': 'MERGE', 'if-match': '*' };

describe('a site without the lists', () => {
  it('names the owner to a visitor, with a way to ask', async () => {
    const page = await intranet.openAs(visitor);
    await page.getByRole('heading', { name: 'Conversations are not set up here yet' }).waitFor();
    const link = page.getByRole('link', { name: 'Marijke van der Velden' });
    assert.match(await link.getAttribute('href') ?? '', /^mailto:marijke\.vandervelden@contoso\.example\?subject=/);
    assert.equal(await page.getByRole('button', { name: 'Set up' }).count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });

  it('tells the owner what will be made and who may do what, and is ready after one button', async () => {
    const page = await intranet.openAs(owner);
    await page.getByText('Lists/SchilReactions').waitFor();
    await page.getByText('Participants: Intranet Visitors, Intranet Members').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await page.getByText('Nobody has said anything yet').waitFor();
    await page.context().close();
    const reader = await intranet.openAs(visitor);
    await reader.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await reader.context().close();
  });

  it('says what is wrong later on, and mends it for the owner', async () => {
    const list = "web/getlist('/sites/intranet/Lists/SchilReplies')";
    await intranet.sharePoint.ask(`${list}/fields/getbyinternalnameortitle('PostId')`, { method: 'DELETE' });
    const reader = await intranet.openAs(visitor);
    await reader.getByText('The lists on this site are not as they were set up').waitFor();
    assert.equal(await reader.getByRole('button', { name: 'Mend' }).count(), 0);
    const page = await intranet.openAs(owner);
    await page.getByRole('row', { name: /SchilReplies Column PostId It is missing/ }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole('button', { name: 'Mend' }).click();
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await reader.getByRole('button', { name: 'Try again' }).click();
    await reader.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await page.context().close();
    await reader.context().close();
  });

  it('may be stopped on the way and gone on with', async () => {
    for (const name of ['SchilSettings', 'SchilThemes', 'SchilReactions']) await intranet.sharePoint.ask(`web/getlist('/sites/intranet/Lists/${name}')`, { method: 'POST', headers: { ...merge, 'x-http-method': 'DELETE' } });
    const page = await intranet.openAs(owner);
    const button = page.getByRole('button', { name: /Set up|Go on/ });
    await button.waitFor();
    await intranet.sharePoint.fault({ match: { method: 'POST', path: '\\$batch' }, delayMs: 1500, times: 2 });
    await button.click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. You can go on whenever you like.').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'What would you like to share or ask?' }).waitFor();
    await page.context().close();
    intranet.assertNothingStrange();
  });
});
