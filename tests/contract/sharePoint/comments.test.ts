/** Comments, likes and ratings. What is recorded is so in the PnP Core SDK's ListItemComments…Test, PageCommentingTest… and LikeUnLikePage. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { localSharePointForAll } from '../../localSharePointForAll.ts';
import { onKeptData } from './keptData.ts';
import { openDatabase } from '../../../local-sharepoint/storage/openDatabase.ts';
import { pnpOf, refusedWith } from './pnp.ts';
import { addItem, assertKeys, colleague, editor, merge, minimal, newList, owner, refusal, restOf, values, verbose, visitor, type Json, type Rest } from './rest.ts';

const sharePoint = await localSharePointForAll('--empty');
const rest = restOf(sharePoint);

interface Place { readonly list: string; readonly listId: string; readonly item: string }

async function newItem(): Promise<Place> {
  const { path, id } = await newList(rest, 'Talk');
  return { list: path, listId: id, item: `${path}/items(${await addItem(rest, path, { Title: 'Comment me' })})` };
}

const say = async (item: string, text: string, as = owner): Promise<Json> => {
  const { status, json, text: body } = await rest(`${item}/comments`, { body: { text }, as });
  assert.equal(status, 201, body);
  return json;
};
const texts = (rows: readonly Json[]): unknown[] => rows.map(({ text }) => text);
const commentKeys = 'author createdDate id isLikedByUser isReply itemId likeCount listId mentions modifiedDate parentId replyCount text';

describe('comments of an item', () => {
  it('are added and read as recorded', async () => {
    const { item, listId } = await newItem();
    assert.deepEqual((await rest(`${item}/comments`)).json, { value: [] });
    const added = await rest(`${item}/comments`, { body: { text: 'this is great' } });
    const { createdDate, author, ...others } = added.json;
    assert.deepEqual([added.status, others], [201, {
      id: '1', isLikedByUser: false, isReply: false, itemId: 1, likeCount: 0, listId, mentions: null, modifiedDate: null, parentId: '0', replyCount: 0, text: 'this is great',
    }]);
    assert.equal(added.headers.get('location'), `${sharePoint.site}/_api/web/lists('${listId}')/GetItemById(1)/Comments(1)`);
    assert.match(String(createdDate), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6}[1-9]|\.[1-9])?Z$/);
    const person = {
      directoryObjectId: null, email: owner, expiration: null, id: 6, isActive: true, isExternal: false, jobTitle: null, loginName: `i:0#.f|membership|${owner}`, name: 'Marijke van der Velden', principalType: 1, userId: null,
    };
    assert.deepEqual(author, { ...person, userPrincipalName: owner });
    const read = values(await rest(`${item}/comments`));
    assert.deepEqual(read, [{ ...added.json, author: { ...person, userPrincipalName: null }, mentions: [] }]);
    assert.deepEqual((await rest(`${item}/comments(1)`)).json, read[0]);
    assert.deepEqual((await rest(`${item}/comments('1')?$select=id,Text`)).json, { id: '1', text: 'this is great' });
  });

  it('take replies, numbered in the same series', async () => {
    const { item } = await newItem();
    await say(item, 'first');
    const reply = await rest(`${item}/comments('1')/replies`, { body: { text: 'this is a reply' } });
    assert.deepEqual([reply.status, reply.json['id'], reply.json['isReply'], reply.json['parentId'], reply.json['mentions']], [201, '2', true, '1', null]);
    await say(item, 'second');
    const [second, first] = values(await rest(`${item}/getcomments?$select=Id,Replies&$expand=Replies`));
    assert.deepEqual(second, { replies: [], id: '3' });
    assert.deepEqual(Object.keys(first as Json), ['replies', 'id']);
    assertKeys((first?.['replies'] as Json[])[0], commentKeys);
    assert.deepEqual(values(await rest(`${item}/comments`)).map(({ id, replyCount }) => [id, replyCount]), [['3', 0], ['1', 1]]);
    assert.deepEqual(texts(values(await rest(`${item}/comments(1)/replies`))), ['this is a reply']);
    assert.equal((await rest(`${item}/comments(2)/replies`, { body: { text: 'deeper' } })).status, 400);
    assert.equal((await rest(`${item}/comments(1)`, { method: 'DELETE' })).status, 200);
    assert.equal((await rest(`${item}/comments(2)`)).status, 404, 'its replies go with a comment');
    assert.equal((await say(item, 'third'))['id'], '4', 'an id is never given twice');
  });

  it('come in pages of 30, newest first', async () => {
    const { item, listId } = await newItem();
    for (let at = 1; at <= 45; at += 1) await say(item, `Comment #: ${at} added by unit test`);
    const first = (await rest(`${item}/comments`)).json;
    const rows = first['value'] as Json[];
    assert.deepEqual([rows.length, rows[0]?.['id'], rows[0]?.['text'], rows[29]?.['id']], [30, '45', 'Comment #&#58; 45 added by unit test', '16']);
    const link = String(first['odata.nextLink']);
    assert.ok(link.startsWith(`${sharePoint.site}/_api/web/lists(guid%27${listId}%27)/getitembyid(1)/getcomments?%24skiptoken=AAAAABAAAAAAAAAA`), link);
    const second = await rest(link.slice(sharePoint.url.length));
    assert.deepEqual([values(second).map(({ id }) => id), second.json['odata.nextLink']], [Array.from({ length: 15 }, (_, at) => String(15 - at)), undefined]);
    const chosen = (await rest(`${item}/comments?$select=Id,text,Author,Replies&$expand=Author,Replies&$top=20`)).json;
    assert.match(String(chosen['odata.nextLink']), /%24skiptoken=[^&]+&%24select=Id%2ctext%2cAuthor%2cReplies&%24expand=Author%2cReplies&%24top=20$/);
    assert.deepEqual(Object.keys((chosen['value'] as Json[])[0] ?? {}), ['replies', 'author', 'id', 'text']);
    assert.equal((await rest(`${item}/comments?$skiptoken=nonsense`)).status, 400);
    assert.equal((await rest(`${item}/comments?$filter=id eq '1'`)).status, 501);
  });

  it('keep mentions, and encode their text', async () => {
    const { item } = await newItem();
    const body = { text: '<b>"Bold" & \'brave\'</b> @mention{0}\nnext', mentions: [{ email: editor, name: 'Samir' }] };
    const mentions = [{ email: editor, loginName: `i:0#.f|membership|${editor}`, name: 'Samir' }];
    assert.deepEqual((await rest(`${item}/comments`, { body })).json['mentions'], mentions);
    const encoded = '&lt;b&gt;&quot;Bold&quot; &amp; &#39;brave&#39;&lt;/b&gt; @mention&#123;0&#125;\nnext';
    assert.deepEqual(values(await rest(`${item}/comments?$select=text,mentions`)), [{ mentions, text: encoded }]);
    const typed = { __metadata: { type: 'Microsoft.SharePoint.Comments.comment' }, text: 'typed', mentions: { __metadata: { type: 'Collection(Microsoft.SharePoint.Comments.Client.Identity)' }, results: body.mentions } };
    const answered = (await rest(`${item}/comments`, { body: typed, headers: { accept: verbose, 'content-type': verbose } })).json['d'] as Json;
    assert.deepEqual((answered['__metadata'] as Json)['type'], 'Microsoft.SharePoint.Comments.comment');
    assert.deepEqual((answered['replies'] as Json)['__deferred'], { uri: `${String((answered['__metadata'] as Json)['uri'])}/replies` });
    assert.equal(((answered['mentions'] as Json)['results'] as Json[])[0]?.['loginName'], mentions[0]?.loginName);
    const light = (await rest(`${item}/comments(1)`, { headers: { accept: minimal } })).json;
    assert.deepEqual([light['odata.type'], (light['author'] as Json)['name']], ['Microsoft.SharePoint.Comments.comment', 'Marijke van der Velden']);
  });

  it('refuse what is no comment', async () => {
    const { item } = await newItem();
    for (const body of [{}, { text: '  ' }, { text: 5 }, { text: 'x', color: 'red' }, { text: 'x', mentions: [1] }, { text: 'x', mentions: [{ id: 1 }] }, { text: 'x', mentions: 'me' }, '[]']) {
      assert.equal((await rest(`${item}/comments`, { body })).status, 400, JSON.stringify(body));
    }
    for (const id of ["'1%20or%201=1'", '-1', '99', '1e3', "''"]) assert.ok([400, 404].includes((await rest(`${item}/comments(${id})`)).status), id);
    assert.deepEqual((await rest(`${item}/comments`)).json, { value: [] });
    assert.equal((await rest(`${item}/comments/nothing`)).status, 404);
  });

  it('are liked and unliked, with who and when', async () => {
    const { item } = await newItem();
    await say(item, 'this is great');
    assert.deepEqual((await rest(`${item}/comments(1)/like`, { method: 'POST' })).json, { 'odata.null': true });
    await rest(`${item}/comments(1)/like`, { method: 'POST' });
    await rest(`${item}/comments(1)/like`, { method: 'POST', as: editor });
    const [seen] = values(await rest(`${item}/comments`));
    assert.deepEqual([seen?.['isLikedByUser'], seen?.['likeCount']], [true, 2]);
    const expanded = (await rest(`${item}/comments(1)?$select=id,likedBy&$expand=likedBy`)).json as { likedBy: Json[]; id: string };
    assert.deepEqual(expanded.likedBy.map(({ creationDate: _, ...person }) => person)[0], { email: owner, id: 6, loginName: `i:0#.f|membership|${owner}`, name: 'Marijke van der Velden' });
    assert.match(String(expanded.likedBy[0]?.['creationDate']), /^\d{4}-.*Z$/);
    assert.deepEqual((await rest(`${item}/comments(1)/unlike`, { method: 'POST' })).json, { 'odata.null': true });
    assert.deepEqual((({ isLikedByUser, likeCount }) => [isLikedByUser, likeCount])((await rest(`${item}/comments(1)`)).json), [false, 1]);
    const [first] = values(await rest(`${item}/comments?$expand=replies,likedBy`));
    assert.deepEqual([(first?.['likedBy'] as Json[]).map(({ email }) => email), first?.['replies']], [[editor], []]);
  });

  it('are counted, and all deleted at once', async () => {
    const { list, item } = await newItem();
    const counted = async (): Promise<unknown[]> => [
      (await rest(`${item}?$select=OData__CommentCount`)).json['OData__CommentCount'],
      ((await rest(`${list}/renderlistdataasstream`, { body: { parameters: { ViewXml: '<View><ViewFields><FieldRef Name="Title"/></ViewFields></View>' } } })).json['Row'] as Json[])[0]?.['_CommentCount'],
    ];
    assert.deepEqual(await counted(), ['0', '']);
    await say(item, 'one');
    await rest(`${item}/comments(1)/replies`, { body: { text: 'two' } });
    assert.deepEqual(await counted(), ['2', '2']);
    assert.deepEqual((await rest(`${item}/comments/DeleteAll`, { method: 'POST' })).json, { value: true });
    assert.deepEqual([await counted(), (await rest(`${item}/comments`)).json], [['0', ''], { value: [] }]);
  });

  it('are refused where they are turned off, but still read', async () => {
    const { list, item } = await newItem();
    await say(item, 'before');
    assert.equal((await rest(`${item}/SetCommentsDisabled(true)`, { method: 'POST', as: visitor })).status, 403);
    assert.equal((await rest(`${item}/SetCommentsDisabled(true)`, { method: 'POST' })).status, 200);
    assert.deepEqual((await rest(`${item}?$select=CommentsDisabled,CommentsDisabledScope`)).json, { CommentsDisabled: true, CommentsDisabledScope: 1 });
    for (const [path, body] of [['comments', { text: 'x' }], ['comments(1)/replies', { text: 'x' }], ['comments(1)/like', {}]] as const) {
      assert.match(refusal(await rest(`${item}/${path}`, { body })), /^403 .*Comments are turned off for this item\.$/);
    }
    await rest(`${item}/SetCommentsDisabled(false)`, { method: 'POST' });
    await say(item, 'between');
    await rest(list, { body: { DisableCommenting: true }, headers: merge });
    assert.equal((await rest(`${item}/comments`, { body: { text: 'after' } })).status, 403);
    assert.deepEqual(texts(values(await rest(`${item}/comments`))), ['between', 'before']);
  });

  it('go with their item and their list', async () => {
    const { list, item } = await newItem();
    await say(item, 'gone soon');
    await rest(`${item}/like`, { method: 'POST' });
    assert.equal((await rest(item, { method: 'DELETE' })).status, 200);
    assert.equal((await rest(`${item}/comments`)).status, 404);
    const next = `${list}/items(${await addItem(rest, list, { Title: 'next' })})`;
    assert.deepEqual([(await rest(`${next}/comments`)).json, (await rest(`${next}/likedByInformation`)).json], [{ value: [] }, { isLikedByUser: false, likeCount: '0' }]);
    await say(next, 'gone, too');
    assert.equal((await rest(list, { method: 'DELETE' })).status, 200);
  });

  it('are added in a $batch', async () => {
    const { item } = await newItem();
    const parts = ['this is great 1', 'this is great 2', 'this is great 3'].map((text) => `--c\n\nPOST ${sharePoint.site}/_api/${encodeURI(item)}/comments HTTP/1.1\naccept: application/json;odata=nometadata\ncontent-type: application/json\n\n${JSON.stringify({ text })}\n`);
    const { text } = await rest('$batch', { body: `--b\nContent-Type: multipart/mixed; boundary=c\n\n${parts.join('')}--c--\n--b--\n`, headers: { 'content-type': 'multipart/mixed; boundary=b' } });
    assert.equal(text.match(/HTTP\/1\.1 201/g)?.length, 3, text);
    assert.deepEqual(texts(values(await rest(`${item}/comments`))), ['this is great 3', 'this is great 2', 'this is great 1']);
  });
});

describe('who may comment', () => {
  it('is who may edit the item; readers read', async () => {
    const { item } = await newItem();
    await say(item, 'by the owner');
    await say(item, 'by an editor', editor);
    assert.equal(values(await rest(`${item}/comments`, { as: visitor })).length, 2);
    for (const path of ['comments', 'comments(1)/replies', 'comments(1)/like', 'like']) assert.equal((await rest(`${item}/${path}`, { body: { text: 'x' }, as: visitor })).status, 403, path);
    assert.equal((await rest(`${item}/comments(2)`, { method: 'DELETE', as: visitor })).status, 403);
    assert.equal((await rest(`${item}/comments/deleteall`, { method: 'POST', as: visitor })).status, 403);
    assert.equal((await rest(`${item}/comments(2)`, { method: 'DELETE', as: editor })).status, 200);
  });

  it('nobody whom the item is hidden from', async () => {
    const { list, item } = await newItem();
    await say(item, 'secret');
    await rest(`${item}/like`, { method: 'POST' });
    await rest(`${item}/breakroleinheritance(copyroleassignments=false)`, { method: 'POST' });
    for (const path of ['comments', 'comments(1)', 'comments(1)/replies', 'likedByInformation?$expand=likedBy']) assert.equal((await rest(`${item}/${path}`, { as: editor })).status, 404, path);
    const { Id } = (await rest(`${list}?$select=Id`)).json;
    const setLike = `Microsoft.Office.Server.ReputationModel.Reputation.SetLike(listID='${String(Id)}',itemID=1,like=true)`;
    assert.equal((await rest(setLike, { method: 'POST', as: editor })).status, 404);
    assert.equal((await rest(`${list}/items?$select=Id&$expand=LikedByInformation`, { as: editor })).text, '{"value":[]}');
  });

  it('is everybody who reads a page', async () => {
    const pages = "web/lists/getbytitle('Site Pages')";
    const [page] = values<{ Id: number }>(await rest(`${pages}/items?$select=Id`));
    const item = `${pages}/items(${page?.Id ?? 0})`;
    assert.equal((await say(item, 'Nice page', visitor))['isReply'], false);
    assert.deepEqual((await rest(`${item}/like`, { method: 'POST', as: visitor })).json, { 'odata.null': true });
    assert.equal((await rest(`${item}/comments(1)`, { method: 'DELETE', as: colleague })).status, 403);
    assert.equal((await rest(`${item}/comments(1)`, { method: 'DELETE', as: visitor })).status, 200);
  });
});

describe('likes of an item', () => {
  it('are given, counted as a text, and taken back', async () => {
    const { list, item } = await newItem();
    assert.deepEqual((await rest(`${item}/likedByInformation?$expand=likedBy`)).json, { likedBy: [], isLikedByUser: false, likeCount: '0' });
    assert.deepEqual((await rest(`${list}/getitembyid(1)/like`, { method: 'POST' })).json, { 'odata.null': true });
    const liked = (await rest(`${item}/likedbyinformation?$expand=likedby`)).json;
    assert.deepEqual([Object.keys(liked), liked['isLikedByUser'], liked['likeCount']], [['likedBy', 'isLikedByUser', 'likeCount'], true, '1']);
    assertKeys((liked['likedBy'] as Json[])[0], 'creationDate email id loginName name');
    assert.equal((await rest(`${item}/likedByInformation`, { as: editor })).json['isLikedByUser'], false);
    const [row] = values(await rest(`${list}/items?$select=Id,LikedByInformation&$expand=LikedByInformation/likedBy`));
    assert.deepEqual(((row?.['LikedByInformation'] as Json)['likedBy'] as Json[]).map(({ email }) => email), [owner]);
    assert.deepEqual((await rest(`${item}/unlike`, { method: 'POST' })).json, { 'odata.null': true });
    assert.deepEqual((await rest(`${item}/likedByInformation?$expand=likedBy`)).json, { likedBy: [], isLikedByUser: false, likeCount: '0' });
    assert.equal((await rest(`${item}/like`)).status, 405);
    assert.equal((await rest(`${item}?$select=OData__UIVersionString`)).json['OData__UIVersionString'], '1.0', 'the item itself did not change');
  });

  it('go through the Reputation model, too, which answers counts and averages', async () => {
    const { item, listId } = await newItem();
    const call = (method: string, value: string, as?: string): ReturnType<Rest> => rest(`Microsoft.Office.Server.ReputationModel.Reputation.${method}=@a3)?@a1='{${listId}}'&@a2='1'&@a3=${value}`, { method: 'POST', ...(as === undefined ? {} : { as }) });
    assert.deepEqual((await call('SetLike(listID=@a1,itemID=@a2,like', 'true')).json, { value: 1 });
    assert.deepEqual((await call('SetLike(listID=@a1,itemID=@a2,like', 'true', editor)).json, { value: 2 });
    assert.deepEqual((await call('SetLike(listID=@a1,itemID=@a2,like', 'false')).json, { value: 1 });
    assert.equal((await rest(`${item}/likedByInformation`)).json['likeCount'], '1');
    assert.deepEqual((await call('SetRating(listID=@a1,itemID=@a2,rating', '5')).json, { value: 5 });
    assert.deepEqual((await call('SetRating(listID=@a1,itemID=@a2,rating', '2', editor)).json, { value: 3.5 });
    assert.deepEqual((await call('SetRating(listID=@a1,itemID=@a2,rating', '3', editor)).json, { value: 4 });
    for (const wrong of ['0', '6', '2.5', "'x'"]) assert.equal((await call('SetRating(listID=@a1,itemID=@a2,rating', wrong)).status, 400, wrong);
    assert.equal((await call('SetRating(listID=@a1,itemID=@a2,rating', '4', visitor)).status, 403);
    assert.equal((await rest("Microsoft.Office.Server.ReputationModel.Reputation.SetLike(listID='x',itemID=1,like=true)", { method: 'POST' })).status, 404);
  });
});

describe('what was said', () => {
  const tables = ['item_commenting', 'item_comments', 'item_likes', 'item_ratings'];
  const kept = (data: string): number[] => {
    const database = openDatabase(data);
    try {
      return tables.map((table) => Number(database.prepare(`SELECT count(*) AS found FROM ${table}`).get()?.['found']));
    } finally {
      database.close();
    }
  };

  it('is there after a restart, and leaves nothing behind when items and lists are deleted', () => onKeptData(async (start, data) => {
    let running = await start();
    let again = restOf(running);
    const { path, id } = await newList(again, 'Kept talk');
    for (const Title of ['one', 'two']) {
      const item = `${path}/items(${await addItem(again, path, { Title })})`;
      for (const text of ['first', 'second']) assert.equal((await again(`${item}/comments`, { body: { text } })).status, 201);
      for (const call of ['comments(1)/like', 'like', 'comments(2)/like']) assert.equal((await again(`${item}/${call}`, { method: 'POST' })).status, 200);
    }
    await again(`Microsoft.Office.Server.ReputationModel.Reputation.SetRating(listID='${id}',itemID=1,rating=4)`, { method: 'POST' });
    await again(`${path}/items(1)/comments(2)`, { method: 'DELETE' });
    const before = (await again(`${path}/items(1)/comments?$expand=likedBy`)).json;
    await running.stop();
    assert.deepEqual(kept(data), [2, 3, 5, 1]);
    running = await start();
    again = restOf(running);
    assert.deepEqual((await again(`${path}/items(1)/comments?$expand=likedBy`)).json, before);
    assert.equal((await again(`${path}/items(1)/comments`, { body: { text: 'third' } })).json['id'], '3');
    assert.equal((await again(`${path}/items(1)`, { method: 'DELETE' })).status, 200);
    await running.stop();
    assert.deepEqual(kept(data), [1, 2, 3, 0]);
    running = await start();
    again = restOf(running);
    assert.equal((await again(path, { method: 'DELETE' })).status, 200);
    await running.stop();
    assert.deepEqual(kept(data), [0, 0, 0, 0]);
  }));
});

describe('PnPjs: comments and likes', () => {
  it('of an item', async () => {
    const { listId } = await newItem();
    const list = pnpOf(sharePoint).web.lists.getById(listId);
    const item = list.items.getById(1);
    const comment = await item.comments.add('Hello: there');
    assert.deepEqual([comment.id, comment.text, comment.author.email], ['1', 'Hello&#58; there', owner]);
    const reply = await comment.replies.add({ text: 'An answer', mentions: [{ loginName: `i:0#.f|membership|${editor}`, email: editor, name: 'Samir' }] });
    assert.equal((await reply()).isReply, true);
    await reply.like();
    await comment.like();
    assert.deepEqual((({ likeCount, isLikedByUser, replyCount }) => [likeCount, isLikedByUser, replyCount])(await item.comments.getById(1)()), [1, true, 1]);
    await comment.unlike();
    const [read] = await item.comments.select('id', 'likeCount').expand('replies')() as unknown as { likeCount: number; replies: { likeCount: number; mentions: { email: string }[] }[] }[];
    assert.deepEqual([read?.likeCount, read?.replies[0]?.likeCount, read?.replies[0]?.mentions[0]?.email], [0, 1, editor]);
    assert.match(await refusedWith(pnpOf(sharePoint, visitor).web.lists.getById(listId).items.getById(1).comments.add('x')), /^403/);
    await reply.delete();
    assert.equal((await comment.replies()).length, 0);
    assert.equal(await item.comments.clear(), true);
    assert.deepEqual(await item.comments(), []);
  });

  it('of an item itself, and its rating', async () => {
    const { listId } = await newItem();
    const item = pnpOf(sharePoint).web.lists.getById(listId).items.getById(1);
    await item.like();
    const { likedBy, likeCount, isLikedByUser } = await item.getLikedByInformation();
    assert.deepEqual([likedBy.map(({ email }) => email), likeCount, isLikedByUser], [[owner], '1', true]);
    assert.deepEqual((await item.getLikedBy()).map(({ email }) => email), [owner]);
    await item.unlike();
    assert.equal((await item.getLikedByInformation()).likedBy.length, 0);
    assert.equal(await item.rate(4), 4);
  });
});
