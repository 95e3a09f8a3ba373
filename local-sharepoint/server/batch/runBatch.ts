import { writeError } from '../../odata/writeError.ts';
import type { BatchPart, BatchPartAnswer } from './batchPart.ts';
import { unknownContentId } from './batchRefusals.ts';

/**
 * Answers the parts one after another, in the order in which they stand. An address that begins with `$1` begins at what the part with that Content-ID,
 * earlier in the same change set, made (OData 3; that SharePoint does it is not verified).
 */
export function runBatch(parts: readonly BatchPart[], answer: (part: BatchPart) => BatchPartAnswer): BatchPartAnswer[] {
  const made = new Map<string, string>();
  return parts.map((part) => {
    const reference = /^\$([^/?]+)/.exec(part.url);
    const url = reference ? made.get(`${part.changeSet} ${reference[1]}`) : undefined;
    if (reference && url === undefined && part.changeSet !== undefined) return refused(part);
    const answered = answer(url === undefined ? part : { ...part, url: url + part.url.slice(reference?.[0].length) });
    const location = Object.entries(answered.headers).find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (part.contentId !== undefined && location !== undefined) made.set(`${part.changeSet} ${part.contentId}`, location);
    return answered;
  });
}

function refused(part: BatchPart): BatchPartAnswer {
  const { status, headers, body } = writeError(unknownContentId(part.url), part.headers);
  return { status, headers, body: String(body) };
}
