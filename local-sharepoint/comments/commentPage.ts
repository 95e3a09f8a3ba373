import { invalidExpression } from '../odata/invalidQuery.ts';
import { nextLink, pageSize } from '../odata/paging.ts';
import { notHereYet } from '../model/refusals.ts';
import type { Answer, ResourceRequest } from '../routing/resource.ts';
import { commentEntity } from './commentEntity.ts';
import type { CommentedItem } from './commentedItem.ts';
import { commentsBelow, type CommentRow } from './commentRows.ts';

/** Recorded: a page has 30 comments ("comments-30-page"). How many `$top` may ask for is remembered from items. */
const usualPage = 30;
const largestPage = 5000;

/** Comments without replies, newest first. `$filter` and `$orderby` are not here yet. */
export function commentPage(item: CommentedItem, request: ResourceRequest): Answer {
  const { query, session } = request;
  for (const option of ['$filter', '$orderby', '$skip']) if (query.has(option)) throw notHereYet(`${option} of comments`);
  const limit = pageSize(request, usualPage, largestPage);
  const found = commentsBelow(item, session, placeOf(query.get('$skiptoken')), limit + 1);
  const page = found.slice(0, limit);
  const last = page[page.length - 1];
  const next = last && found.length > limit ? { nextLink: nextLink(request, `web/lists(guid%27${item.list.id}%27)/getitembyid(${item.row.ID})/getcomments`, tokenOf(last)) } : {};
  return { kind: 'collection', entities: page.map((comment) => commentEntity(item, comment, session)), type: 'SP.ApiData.comments', ...next };
}

/** As recorded: four zero bytes, the id of the page's last comment and its date in .NET's binary form. */
function tokenOf({ id, created }: CommentRow): string {
  const bytes = Buffer.alloc(20);
  bytes.writeBigInt64LE(BigInt(id), 4);
  bytes.writeBigInt64LE(((BigInt(new Date(created).getTime()) + 62135596800000n) * 10000n) | (1n << 62n), 12);
  return bytes.toString('base64');
}

/** The id below which the page begins. A token that is none is refused. */
function placeOf(token: string | undefined): number | undefined {
  if (token === undefined || token === '') return undefined;
  const bytes = Buffer.from(token, 'base64');
  const id = bytes.length < 20 ? 0n : bytes.readBigInt64LE(4);
  if (id < 1n || id > BigInt(Number.MAX_SAFE_INTEGER)) throw invalidExpression(token);
  return Number(id);
}
