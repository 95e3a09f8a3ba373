import { joined } from '../query/condition.ts';
import type { Session } from '../session.ts';
import { all, one } from '../storage/prepared.ts';
import { conditionOf, wordsIn } from './condition.ts';
import type { FoundDocument } from './foundDocument.ts';
import { refreshIndex } from './indexing/refreshIndex.ts';
import { registerTextFunctions } from './kql/textFunctions.ts';
import type { SearchPlace } from './restrictions.ts';
import type { SearchRequest } from './searchRequest.ts';
import { visibleDocuments } from './visibleSources.ts';

export interface SearchResult {
  readonly documents: readonly FoundDocument[];
  readonly total: number;
  /** What was looked for, to be marked in summaries. */
  readonly words: readonly string[];
}

/** Finds what this person may see, with everything that was written before the search. */
export function runSearch(session: Session, request: SearchRequest, place: SearchPlace): SearchResult {
  if (request.queryText === '') return { documents: [], total: 0, words: [] };
  const { database } = session;
  registerTextFunctions(database);
  refreshIndex(database, () => session.now());
  const words = wordsIn(request.condition);
  const { text, values } = joined('AND', [conditionOf(request.condition, place), { text: visibleDocuments(session), values: [] }]);
  const total = one<{ total: number }>(database, `SELECT count(*) AS total FROM search_documents d WHERE ${text}`, ...values)?.total ?? 0;
  const order = request.order.length > 0 ? request.order.join(', ') : 'd.doc_id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?) DESC, d.modified DESC';
  const rows = all<Omit<FoundDocument, 'properties'> & { properties: string | null }>(database, `
    SELECT d.*, (SELECT body FROM search_text t WHERE t.rowid = d.doc_id) AS body, a.title AS author_name, e.title AS editor_name,
      r.url AS site_url, s.url AS web_url, s.site_id, json_extract(s.properties, '$.Title') AS site_title
    FROM (SELECT * FROM search_documents d WHERE ${text} ORDER BY ${order}, d.doc_id LIMIT ? OFFSET ?) d
    LEFT JOIN webs s ON s.web_id = d.web_id
    LEFT JOIN webs r ON r.web_id = s.root_web_id
    LEFT JOIN principals a ON a.web_id = s.root_web_id AND a.id = d.author
    LEFT JOIN principals e ON e.web_id = s.root_web_id AND e.id = d.editor`,
  ...values, ...request.order.length > 0 ? [] : [inTitle(words)], request.rowLimit, request.startRow);
  return { documents: rows.map((row) => ({ ...row, properties: row.properties === null ? null : JSON.parse(row.properties) as Record<string, string> })), total, words };
}

/** Only so many words decide what comes first. */
const mostRanking = 20;

/** The search in titles that puts those first which name one of the words. */
function inTitle(words: readonly string[]): string {
  return words.length === 0 ? '""' : `{title} : (${words.slice(0, mostRanking).map((word) => `"${word.replaceAll('"', ' ')}" *`).join(' OR ')})`;
}
