/** @jest-environment <rootDir>/sharepoint/testing/fetchEnvironment.ts */
import { RefusedError } from '../../domain/refusedError';
import { codes, outcome, refusalIn, refusalOf, refused, valueOf } from './refusal';

/** As @pnp throws it: the body follows a mark in the message. */
const httpError = (status: number, body: string): Error => Object.assign(new Error(`Error making HttpClient request in queryable [${status}] Said ::> ${body}`), { status, isHttpRequestError: true });
const odata = (code: string, value: string): string => JSON.stringify({ 'odata.error': { code, message: { lang: 'en-US', value } } });
const duplicate = `${codes.duplicate}, Microsoft.SharePoint.SPDuplicateValuesFoundException`;

describe('reading what SharePoint said', () => {
  it('in the formats without and with little metadata', () => {
    expect(refusalIn(500, odata(duplicate, 'Duplicate values were found.'))).toEqual({ status: 500, code: codes.duplicate, message: 'Duplicate values were found.' });
  });

  it('in the verbose format', () => {
    const body = JSON.stringify({ error: { code: '-2147024891, System.UnauthorizedAccessException', message: { lang: 'nl-NL', value: 'Toegang geweigerd.' } } });
    expect(refusalIn(403, body)).toEqual({ status: 403, code: '-2147024891', message: 'Toegang geweigerd.' });
  });

  it('when the message is a plain text, as where requests are throttled', () => {
    const body = JSON.stringify({ error: { code: 'activityLimitReached', innererror: { code: 'throttledRequest' }, message: 'The request has been throttled' } });
    expect(refusalIn(429, body)).toEqual({ status: 429, code: 'activityLimitReached', message: 'The request has been throttled' });
  });

  it.each([
    ['HTML', '<html><title>429 TOO MANY REQUESTS</title></html>'], ['nothing', ''], ['a cut body', '{"odata.error":{"code":"-1'], ['null', 'null'], ['a number', '7'], ['a list', '[]'], ['another object', '{"a":1}'],
    ['an error of another shape', '{"error":"no"}'], ['an empty error', '{"error":null}'], ['a code of another shape', '{"error":{"code":7,"message":null}}'],
  ])('%s as it is, without a code', (_, body) => {
    expect(refusalIn(502, body)).toEqual({ status: 502, code: '', message: body });
  });

  it('in short, however much was said', () => {
    ['x'.repeat(5000), JSON.stringify({ a: 'x'.repeat(5000) }), odata('-1', 'x'.repeat(5000))].forEach((body) => expect(refusalIn(500, body).message.length).toBeLessThanOrEqual(300));
  });

  it('out of an error of @pnp', () => {
    expect(refusalOf(httpError(500, odata(duplicate, 'Twice')))).toEqual({ status: 500, code: codes.duplicate, message: 'Twice' });
    expect(refusalOf(httpError(404, ''))).toEqual({ status: 404, code: '', message: '' });
    expect(refusalOf(Object.assign(new Error('Gone away'), { status: 410 }))).toEqual({ status: 410, code: '', message: 'Gone away' });
  });

  it.each([[new TypeError('Failed to fetch')], ['text'], [null], [undefined], [{ status: '500' }]])('%p is no answer of SharePoint', (error) => {
    expect(refusalOf(error)).toBeUndefined();
  });
});

describe('why it could not be done', () => {
  it.each([
    [401, 'notAllowed'], [403, 'notAllowed'], [404, 'missing'], [412, 'conflict'], [413, 'tooLarge'], [429, 'throttled'], [503, 'throttled'], [504, 'throttled'], [400, 'invalid'], [500, 'unexpected'], [406, 'unexpected'],
  ])('%d is %s', (status, reason) => {
    expect(refused(httpError(status, odata('-1, System.Exception', 'Said')))).toMatchObject({ reason, detail: 'Said' });
  });

  it('a text too long for its column is told by its code', () => {
    expect(refused(httpError(500, odata(`${codes.invalidText}, Microsoft.SharePoint.SPException`, 'Invalid text value.'))).reason).toBe('tooLarge');
  });

  it('keeps a reason that was found before, and the words of any other error', () => {
    const known = new RefusedError('offline', 'Failed to fetch');
    expect(refused(known)).toBe(known);
    expect(refused(new Error('Unexpected token'))).toMatchObject({ reason: 'unexpected', detail: 'Unexpected token' });
    expect(refused('odd')).toMatchObject({ reason: 'unexpected', detail: 'odd' });
  });
});

describe('an outcome', () => {
  it('holds what came of a request, without throwing', async () => {
    expect(await outcome(Promise.resolve(7))).toEqual({ ok: true, value: 7 });
    const error = httpError(404, odata('-1', 'No such list'));
    expect(await outcome(Promise.reject(error))).toEqual({ ok: false, error });
  });

  it('gives the value, or throws why not in words the interface has', () => {
    expect(valueOf({ ok: true, value: 7 })).toBe(7);
    expect(() => valueOf({ ok: false, error: httpError(404, odata('-1', 'No such list')) })).toThrow('missing: No such list');
  });
});
