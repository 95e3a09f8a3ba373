/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { spPost } from '@pnp/sp/spqueryable';
import { answeringSite, refusal, type AnsweringSite } from '../testing/answeringSite';
import { Client } from './client';
import { codes, outcome } from './refusal';
import type { Site } from './site';

const digestOf = ({ headers }: { readonly headers: Headers }): string | null => headers.get('X-RequestDigest');
const good = (minutes: number): Pick<Site, 'formDigest'> => ({ formDigest: { value: 'of the page', goodUntil: new Date(Date.now() + minutes * 60_000) } });
const askedFor = ({ trips }: AnsweringSite): number => trips.filter(({ path }) => path === 'contextinfo').length;

/** A contextinfo that answers otherwise than usual. */
function withContextInfo(site: AnsweringSite, answer: () => Promise<Response>): Site {
  return { ...site, fetch: (url, init) => String(url).endsWith('/_api/contextinfo') ? answer() : (site.fetch as typeof fetch)(url, init) };
}

describe('the form digest', () => {
  it('is not asked for to read', async () => {
    const site = answeringSite(() => ({}));
    await new Client(site).web('currentuser')();
    expect(site.trips.map(({ path }) => path)).toEqual(['web/currentuser']);
  });

  it('that came with the page is used while it is good', async () => {
    const site = answeringSite(() => ({}), good(30));
    await spPost(new Client(site).web('lists'));
    expect([askedFor(site), digestOf(site.requests[0])]).toEqual([0, 'of the page']);
  });

  it.each([0.5, -10])('that came with the page is renewed when it ends in %d minutes', async (minutes) => {
    const site = answeringSite(() => ({}), good(minutes));
    await spPost(new Client(site).web('lists'));
    expect([askedFor(site), digestOf(site.requests[0])]).toEqual([1, '0x1']);
  });

  it('is asked for once, however many write at the same moment, and kept', async () => {
    const site = answeringSite(() => ({}));
    const client = new Client(site);
    await Promise.all([spPost(client.web('lists')), spPost(client.web('lists')), spPost(client.web('lists'))]);
    await spPost(client.web('lists'));
    expect([askedFor(site), site.requests.map(digestOf)]).toEqual([1, ['0x1', '0x1', '0x1', '0x1']]);
  });

  it.each([codes.digestExpired, codes.digestInvalid])('that SharePoint no longer takes (%s) is renewed, once', async (code) => {
    const security = refusal(403, `${code}, Microsoft.SharePoint.SPException`, 'The security validation for this page is invalid');
    const site = answeringSite((asked) => digestOf(asked) === 'of the page' ? security : { json: { done: true } }, good(30));
    expect(await spPost(new Client(site).web('lists'))).toEqual({ done: true });
    const never = answeringSite(() => security, good(30));
    await expect(spPost(new Client(never).web('lists'))).rejects.toMatchObject({ status: 403 });
    expect(never.requests).toHaveLength(2);
  });

  it('is not blamed when access is denied', async () => {
    const site = answeringSite(() => refusal(403, '-2147024891, System.UnauthorizedAccessException', 'Access denied.'), good(30));
    await expect(spPost(new Client(site).web('lists'))).rejects.toMatchObject({ status: 403 });
    expect([askedFor(site), site.requests.length]).toEqual([0, 1]);
  });

  it('is waited for when SharePoint is busy', async () => {
    const waits: number[] = [];
    let times = 0;
    const site = answeringSite(() => ({ json: { done: true } }), { onWaiting: (seconds) => { waits.push(seconds); } });
    const busy = withContextInfo(site, async () => (times += 1) === 1 ? new Response('', { status: 429, headers: { 'Retry-After': '0' } }) : new Response(JSON.stringify({ FormDigestValue: '0x2', FormDigestTimeoutSeconds: 1800 })));
    expect(await spPost(new Client(busy).web('lists'))).toEqual({ done: true });
    expect([waits, digestOf(site.requests[0])]).toEqual([[0, 0], '0x2']);
  });

  it.each([
    ['notAllowed', 401, ''], ['notAllowed', 403, ''], ['unexpected', 500, ''], ['unexpected', 200, '<html>Sign in</html>'], ['unexpected', 200, '{"FormDigestValue":7}'],
  ])('that cannot be had is told: %s for %d %s', async (reason, status, body) => {
    const site = answeringSite(() => ({}));
    await expect(spPost(new Client(withContextInfo(site, async () => new Response(body, { status }))).web('lists'))).rejects.toMatchObject({ reason });
    expect(site.requests).toHaveLength(0);
  });

  it('that could not be had is asked for again with the next write', async () => {
    let times = 0;
    const site = answeringSite(() => ({ json: { done: true } }));
    const client = new Client(withContextInfo(site, async () => {
      if ((times += 1) === 1) throw new TypeError('Failed to fetch');
      return new Response(JSON.stringify({ FormDigestValue: '0x2', FormDigestTimeoutSeconds: 1800 }));
    }));
    await expect(spPost(client.web('lists'))).rejects.toMatchObject({ reason: 'offline' });
    expect(await spPost(client.web('lists'))).toEqual({ done: true });
  });
});

describe('a batch', () => {
  it('is one round trip, of which each part may fail alone', async () => {
    const site = answeringSite(({ path }) => path === 'web/lists' ? refusal(404, '-1, System.ArgumentException', 'No such list') : { json: { path } });
    const asked = await new Client(site).batch((asker) => ['currentuser', 'lists', 'siteusers'].map((path) => outcome(asker.web(path)())));
    const ended = await Promise.all(asked);
    expect(ended.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(ended[2]).toEqual({ ok: true, value: { path: 'web/siteusers' } });
    expect(site.trips.map(({ path }) => path)).toEqual(['contextinfo', '$batch']);
  });

  it('is refused as a whole when it does not arrive', async () => {
    const site = answeringSite(() => { throw new TypeError('Failed to fetch'); }, good(30));
    await expect(new Client(site).batch((asker) => outcome(spPost(asker.web('lists'))))).rejects.toMatchObject({ reason: 'offline' });
  });
});
