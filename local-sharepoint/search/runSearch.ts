import type { DatabaseSync } from 'node:sqlite';
import { joined, type Sql } from '../query/condition.ts';
import type { Complex } from '../routing/complex.ts';
import type { Session } from '../session.ts';
import { all, change, one } from '../storage/prepared.ts';
import { collapsed } from './collapse.ts';
import { boostsIn, conditionOf, wordsIn } from './condition.ts';
import type { FoundDocument } from './foundDocument.ts';
import { fqlCondition } from './fql/fqlCondition.ts';
import { refreshIndex } from './indexing/refreshIndex.ts';
import { registerTextFunctions } from './kql/textFunctions.ts';
import { orderSql } from './order.ts';
import { personSql } from './personValue.ts';
import { refine } from './refiners/refine.ts';
import type { SearchPlace } from './restrictions.ts';
import type { SearchRequest } from './searchRequest.ts';
import { visibleDocuments } from './visibleSources.ts';

export interface SearchResult {
  readonly documents: readonly FoundDocument[];
  readonly total: number;
  /** With those that were collapsed. */
  readonly totalIncludingDuplicates: number;
  /** What was looked for, to be marked in summaries. */
  readonly words: readonly string[];
  readonly refiners: readonly Complex[];
}

/** Finds what this person may see, with everything that was written before the search. */
export function runSearch(session: Session, request: SearchRequest, place: SearchPlace): SearchResult {
  if (request.queryText === '') return { documents: [], total: 0, totalIncludingDuplicates: 0, words: [], refiners: [] };
  const { database } = session;
  registerTextFunctions(database);
  const words = wordsIn(request.condition);
  const found = joined('AND', [conditionOf(request.condition, place), ...request.filters.map((filter) => fqlCondition(filter, place)), { text: visibleDocuments(session), values: [] }]);
  const boosts = [...boostsIn(request.condition, place), ...request.reordering.map(({ matches, by }) => ({ matches: conditionOf(matches, place), by }))];
  const order = request.sorted ? orderSql(request.order, words, boosts) : { text: 'd.doc_id', values: [] };
  // What cannot be read was refused before this.
  refreshIndex(database, () => session.now());
  const kept = request.collapse.length === 0 ? found : setAside(database, collapsed(found, request.collapse, order, place));
  const count = ({ text, values }: Sql): number => one<{ total: number }>(database, `SELECT count(*) AS total FROM search_documents d WHERE ${text}`, ...values)?.total ?? 0;
  const total = count(kept);
  return {
    documents: documents(session, kept, order, request), total, totalIncludingDuplicates: kept === found ? total : count(found), words,
    refiners: request.refiners.flatMap((spec) => refine(database, spec, found, place) ?? []),
  };
}

/** What was found, to be counted and read without being looked for again. */
function setAside(database: DatabaseSync, { text, values }: Sql): Sql {
  database.exec('CREATE TEMP TABLE IF NOT EXISTS search_found (doc_id INTEGER PRIMARY KEY); DELETE FROM temp.search_found');
  change(database, `INSERT INTO temp.search_found SELECT d.doc_id FROM search_documents d WHERE ${text}`, ...values);
  return { text: 'd.doc_id IN (SELECT doc_id FROM temp.search_found)', values: [] };
}

function documents({ database }: Session, found: Sql, order: Sql, { rowLimit, startRow }: SearchRequest): FoundDocument[] {
  const rows = all<Omit<FoundDocument, 'properties'> & { properties: string | null }>(database, `
    SELECT d.*, (SELECT body FROM search_text t WHERE t.rowid = d.doc_id) AS body, a.title AS author_name, e.title AS editor_name, ${personSql('a')} AS author_person, ${personSql('e')} AS editor_person,
      r.url AS site_url, s.url AS web_url, s.site_id, json_extract(s.properties, '$.Title') AS site_title,
      CASE WHEN d.item_id = -1 THEN COALESCE(json_extract(s.properties, '$.WebTemplate'), 'SITEPAGEPUBLISHING') END AS web_template,
      (SELECT l.path FROM search_documents l WHERE l.source = d.source AND l.item_id = 0) AS list_path,
      (SELECT count(*) FROM item_likes l WHERE l.list_id = d.source AND l.item_id = d.item_id AND l.comment_id = 0) AS likes
    FROM (SELECT * FROM search_documents d WHERE ${found.text} ORDER BY ${order.text}, d.doc_id LIMIT ? OFFSET ?) d
    LEFT JOIN webs s ON s.web_id = d.web_id
    LEFT JOIN webs r ON r.web_id = s.root_web_id
    LEFT JOIN principals a ON a.web_id = s.root_web_id AND a.id = d.author
    LEFT JOIN principals e ON e.web_id = s.root_web_id AND e.id = d.editor`,
  ...found.values, ...order.values, rowLimit, startRow);
  return rows.map((row) => ({ ...row, properties: row.properties === null ? null : JSON.parse(row.properties) as FoundDocument['properties'] }));
}
