import type { Json } from '../../sharePoint/rest.ts';
import { addItem, addList, context, deleteList, fieldsOf, listPath, remove, type Scenario } from '../pnpCore.ts';
import type { Replay } from '../replay.ts';

const type = 'Microsoft.SharePoint.Comments.comment';
const headers = { 'content-type': 'application/json;odata=verbose' };

/** A list with one item that has no comments yet; answers the list and the address of the comments. */
async function commented(replay: Replay, name: string): Promise<{ list: Json; comments: string }> {
  await context(replay);
  const list = await replay.next(addList(`PNP_SDK_TEST_${name}`));
  await replay.next(addItem(list, { Title: 'Comment me' }));
  await replay.next(fieldsOf(list));
  const comments = `${listPath(list)}/getitembyid(1)/comments`;
  await replay.next({ path: comments });
  return { list, comments };
}
const add = (comments: string, text = 'this is great'): { path: string; body: object; headers: typeof headers } => ({ path: comments, headers, body: { __metadata: { type }, text } });
const expanded = (comments: string): { path: string } => ({ path: `${comments}?$select=Id,Replies&$expand=Replies` });

export const commentScenarios: readonly Scenario[] = [
  { name: 'ListItemTests.ListItemCommentsTest', run: async (replay) => {
    const { list, comments } = await commented(replay, 'ListItemCommentsTest');
    await replay.next(add(comments));
    await replay.next({ path: comments });
    await replay.next({ path: `${comments}('1')`, method: 'POST', headers: remove });
    await replay.next({ path: comments });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.ListItemCommentsBatchAddTest', run: async (replay) => {
    const { list, comments } = await commented(replay, 'ListItemCommentsBatchAddTest');
    await replay.nextBatch([1, 2, 3].map((at) => ({ path: comments, body: { text: `this is great ${at}` } })));
    await replay.next({ path: comments });
    await replay.next({ path: `${comments}/DeleteAll`, method: 'POST' });
    await replay.next({ path: comments });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.ListItemCommentsLikeUnLikeTest', run: async (replay) => {
    const { list, comments } = await commented(replay, 'ListItemCommentsLikeUnLikeTest');
    await replay.next(add(comments));
    await replay.next({ path: `${comments}('1')/like`, method: 'POST' });
    await replay.next({ path: comments });
    await replay.next({ path: `${comments}('1')?$select=Id,LikedBy&$expand=LikedBy` });
    await replay.next({ path: `${comments}('1')/unlike`, method: 'POST' });
    await replay.next({ path: comments });
    await replay.next({ path: `${comments}('1')`, method: 'POST', headers: remove });
    await replay.next({ path: comments });
    await replay.next(deleteList(list));
  } },
  { name: 'ListItemTests.ListItemCommentsReplyTest', run: async (replay) => {
    const { list, comments } = await commented(replay, 'ListItemCommentsReplyTest');
    await replay.next(add(comments));
    await replay.next(add(`${comments}('1')/replies`, 'this is a reply'));
    await replay.next(expanded(comments));
    await replay.next({ path: `${comments}('2')`, method: 'POST', headers: remove });
    await replay.next(expanded(comments));
    await replay.next(deleteList(list));
  } },
];
