import assert from 'node:assert/strict';
import { nometadata, type Json, type Rest } from '../sharePoint/rest.ts';
import { asJson, batchBody, batchParts, type Part } from './batchParts.ts';
import { differences, type Difference } from './differences.ts';
import type { Circumstances } from './neutral.ts';
import type { Recorded } from './recordings.ts';

/** A request as the recorded program sent it: what follows `_api/`. A body makes it a POST. */
export interface Request { readonly path: string; readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }

/** What came of one request. */
export interface Compared { readonly asked: string; readonly found: readonly Difference[]; readonly refused?: string }

/** The recorded answers of one test, asked for one after the other. */
export interface Replay {
  readonly compared: Compared[];
  /** Sends a request, compares its answer with the next recorded one, and gives ours. */
  next(request: Request): Promise<Json>;
  /** The same for a `$batch`: gives the bodies of its parts. */
  nextBatch(requests: readonly Request[]): Promise<Json[]>;
  /** Sends a request that this service refuses on purpose: its answer must be 501, and the recorded one is passed over. */
  nextRefused(request: Request, why: string): Promise<void>;
  /** Asserts that no recorded answer is left. */
  end(): void;
}

const headersOfAll = ['sprequestguid', 'spclientservicerequestduration', 'x-sharepointhealthscore'];
const methodOf = ({ method, body }: Request): string => method ?? (body === undefined ? 'GET' : 'POST');

export function replayOf(recorded: readonly Recorded[], rest: Rest, circumstances: Circumstances): Replay {
  const compared: Compared[] = [];
  let at = 0;
  const take = (): Recorded => {
    const answer = recorded[at];
    assert.ok(answer, `There is no recorded answer ${at}.`);
    at += 1;
    return answer;
  };
  const status = (was: number, is: number, body: unknown): Difference[] => (was === is ? [] : [{ kind: 'status', path: '', recorded: was, ours: `${is} ${JSON.stringify(body).slice(0, 300)}` }]);

  return {
    compared,
    async next(request) {
      const answer = take();
      const reply = await rest(request.path, { ...request, method: methodOf(request) });
      const body = asJson(reply.text);
      const wrongStatus = status(answer.status, reply.status, body);
      const found = [
        ...wrongStatus,
        ...headersOfAll.filter((name) => !reply.headers.has(name)).map((name) => ({ kind: 'header' as const, path: name, recorded: 'sent', ours: undefined })),
        ...(wrongStatus.length > 0 ? [] : differences(answer.body, body, circumstances)),
      ];
      compared.push({ asked: `${methodOf(request)} ${request.path}`, found });
      return reply.json;
    },
    async nextBatch(requests) {
      const answer = take();
      const sent = batchBody(requests.map((request) => ({
        method: methodOf(request), url: `${circumstances.site}/_api/${request.path}`, accept: request.headers?.['accept'] ?? nometadata,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      })));
      const reply = await rest('$batch', { body: sent.body, headers: { 'content-type': sent.contentType } });
      const was = batchParts(answer.body) ?? [];
      const is = batchParts(reply.text) ?? [];
      assert.equal(is.length, requests.length, reply.text.slice(0, 500));
      requests.forEach((request, each) => {
        const { status: partStatus = 0, contentType = '', headers = [], body } = was[each] ?? {} as Partial<Part>;
        const ours = is[each] as Part;
        const wrongStatus = status(partStatus, ours.status, ours.body);
        compared.push({
          asked: `$batch: ${methodOf(request)} ${request.path}`,
          found: [
            ...wrongStatus,
            ...(contentType === ours.contentType ? [] : [{ kind: 'content type' as const, path: '', recorded: contentType, ours: ours.contentType }]),
            ...headers.filter((name) => !ours.headers.includes(name)).map((name) => ({ kind: 'header' as const, path: name, recorded: 'sent', ours: undefined })),
            ...(wrongStatus.length > 0 ? [] : differences(body, ours.body, circumstances)),
          ],
        });
      });
      return is.map(({ body }) => (typeof body === 'object' ? body as Json : {}));
    },
    async nextRefused(request, why) {
      const answer = take();
      const reply = await rest(request.path, { ...request, method: methodOf(request) });
      compared.push({ asked: `${methodOf(request)} ${request.path}`, found: status(501, reply.status, answer.status), refused: why });
    },
    end: () => assert.equal(at, recorded.length, `${recorded.length - at} recorded answers were not asked for.`),
  };
}
