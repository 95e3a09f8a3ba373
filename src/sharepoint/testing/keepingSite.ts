import type { Row } from '../connection/parse';
import { answeringSite, refusal, type Answer, type AnsweringSite, type Asked } from './answeringSite';
import { answerRows, listOf } from './listRows';
import { authorRow } from './rows';

export interface KeepingSite extends AnsweringSite {
  /** The rows of each list; a list that is not named is not there. */
  readonly lists: Record<string, Row[]>;
  /** Who asks; may be changed. */
  me: number;
  /** Looks at a request first: an answer is given instead, `lose` does it and loses the answer. */
  fault: ((asked: Asked) => Answer | 'lose' | undefined) | undefined;
}

const fullControl = { High: '2147483647', Low: '4294967295' };

/** A site that keeps rows as SharePoint does: ids in a row, unique keys, ETags, and nothing of what others wrote is deleted. */
export function keepingSite(lists: Record<string, Row[]>): KeepingSite {
  const site: KeepingSite = Object.assign(answeringSite((asked) => {
    const fault = site.fault?.(asked);
    if (typeof fault === 'object') return fault;
    const answer = answerOf(site, asked);
    if (fault === 'lose') throw new TypeError('Failed to fetch');
    return answer;
  }), { lists, me: 3, fault: undefined });
  return site;
}

function answerOf(site: KeepingSite, asked: Asked): Answer {
  if (asked.path.indexOf('web/currentuser') === 0) return { json: { Id: site.me, Title: `Person ${site.me}`, Email: `person${site.me}@contoso.example` } };
  const list = /\/Lists\/(\w+)'\)/.exec(asked.path)?.[1];
  if (!list) return { json: { EffectiveBasePermissions: fullControl } };
  if (!(list in site.lists)) return refusal(404, '-1, System.ArgumentException', `List '${list}' does not exist.`);
  const id = Number(/\/items\((\d+)\)/.exec(asked.path)?.[1] ?? 0);
  if (id > 0) return itemAnswer(site, list, id, asked);
  if (asked.method === 'POST') return added(site, list, JSON.parse(asked.body) as Row);
  return listOf(asked) ? answerRows(site.lists[list], asked) : { json: { EffectiveBasePermissions: fullControl } };
}

function added({ lists, me }: KeepingSite, list: string, values: Row): Answer {
  if (lists[list].some(({ Key }) => Key === values.Key)) return refusal(500, '-2130575169, Microsoft.SharePoint.SPDuplicateValuesFoundException', 'Duplicate values were found.');
  const Id = lists[list].reduce((highest, row) => Math.max(highest, Number(row.Id)), 0) + 1;
  lists[list].push({ 'odata.etag': `"${Id},1"`, Created: '2026-11-24T09:00:00Z', Modified: '2026-11-24T09:00:00Z', OData__UIVersionString: '1.0', ...values, Id, Author: authorRow(me) });
  return { status: 201, json: { Id } };
}

function itemAnswer({ lists }: KeepingSite, list: string, id: number, asked: Asked): Answer {
  const at = lists[list].findIndex(({ Id }) => Id === id);
  const row = lists[list][at];
  if (!row) return refusal(404, '-2130575338, System.ArgumentException', 'Item does not exist.');
  const verb = asked.headers.get('X-HTTP-Method') ?? asked.method;
  const wanted = asked.headers.get('IF-Match');
  if (verb === 'GET') return { json: row };
  if (wanted !== '*' && wanted !== row['odata.etag']) return refusal(412, '-1, Microsoft.SharePoint.Client.ClientServiceException', 'The request ETag value does not match.');
  if (verb === 'DELETE') lists[list].splice(at, 1);
  else lists[list][at] = { ...row, ...JSON.parse(asked.body) as Row, OData__UIVersionString: '2.0', 'odata.etag': `"${id},${Number(String(row['odata.etag']).split(/[,"]/)[2]) + 1}"` };
  return { status: 204 };
}
