import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Progress } from '../../scripts/progress.ts';
import { chooseThemes } from '../../scripts/import/stages/chooseThemes.ts';
import { Voters } from '../../scripts/import/stages/voters.ts';
import { loadRichText } from '../../scripts/import/words/richText.ts';
import { startLocalSharePoint, type LocalSharePoint } from '../localSharePoint.ts';
import { repositoriesOf, visitor, type Conversation } from './repositories.ts';
import { startProxy, type Fate, type Passing } from './stackExchange/proxy.ts';
import { figures, runImport, smallCommunity, startImport, type Ended } from './stackExchange/runImport.ts';

interface Row { readonly Id: number; readonly Key: string; readonly Body: string; readonly PostId: number; readonly Author: { readonly Title: string } }

let sharePoint: LocalSharePoint;
const folder = mkdtempSync(join(tmpdir(), 'stack-exchange-'));
before(async () => { sharePoint = await startLocalSharePoint('--empty', '--site', '/sites/faults', '--site', '/sites/killed', '--site', '/sites/elsewhere', '--site', '/sites/themed'); });
after(async () => {
  await sharePoint.stop();
  rmSync(folder, { recursive: true });
});

/** The small dump as one of another community, whose people nobody knows yet. */
function community(name: string): string {
  const copy = join(folder, name);
  cpSync(smallCommunity, copy, { recursive: true });
  return copy;
}

async function rows(site: string, list: string): Promise<Row[]> {
  const select = `Id,Key,Author/Title${list === 'SchilReactions' ? '' : ',Body'}${list === 'SchilPosts' ? '' : ',PostId'}`;
  const answer = await sharePoint.ask(`${site}/_api/web/getlist('${site}/Lists/${list}')/items?$select=${select}&$expand=Author&$top=500`);
  return (answer.json as { value: Row[] }).value;
}

const lines = { people: 'People (Users.xml)', posts: 'Posts (questions in Posts.xml)', answers: 'Replies (answers in Posts.xml)', comments: 'Replies (Comments.xml)', reactions: 'Reactions (Votes.xml)' };

describe('importing a Stack Exchange dump', () => {
  let first: Ended;
  let conversations: readonly Conversation[];
  before(async () => {
    first = await runImport(['stack-exchange', smallCommunity, '--site', sharePoint.site]);
    const screen = await (await repositoriesOf(sharePoint, visitor)).feed.loadFirstScreen({}, 10);
    assert.deepEqual([screen.setup, screen.themes.map(({ title }) => title), screen.abilities.participate], ['ready', ['rare', 'often'], true]);
    conversations = screen.conversations;
  });

  it('sets the site up, imports what can be read, and ends well', () => {
    assert.equal(first.code, 0, first.err);
    assert.deepEqual(figures(first, lines.people), [7, 4, 0, 3]);
    assert.deepEqual(figures(first, lines.posts), [3, 2, 0, 1]);
    assert.deepEqual(figures(first, lines.answers), [5, 2, 0, 3]);
    assert.deepEqual(figures(first, lines.comments), [6, 2, 0, 4]);
    assert.deepEqual(figures(first, lines.reactions), [10, 6, 0, 4]);
    assert.match(first.err, /^Posts: 2 \(/m, 'a line a stage where there is no terminal');
    assert.match(first.out, /does not say who gave an up-vote/);
    assert.match(first.out, /\nDone\. \S+ has 2 posts, 4 replies and 6 reactions of 5 people of this community \(\d+\.\d s\)\.\n$/);
  });

  it('keeps who wrote what and when, the newest question first and replies in the order of their dates', () => {
    assert.deepEqual(conversations.map(({ post }) => [post.author.name, post.createdAt.toISOString(), post.editedAt]), [
      ['gone.user', '2018-03-05T10:00:00.000Z', undefined], ['Ada Quist', '2018-02-06T20:19:50.000Z', undefined],
    ]);
    assert.deepEqual(conversations[1]?.replies.map(({ author, createdAt }) => [author.name, createdAt.toISOString()]), [
      ['gone.user', '2018-02-07T08:00:00.000Z'], ['Chen Wei', '2018-02-07T09:00:00.000Z'], ['Bram "B" O\'Neil', '2018-02-08T09:00:00.000Z'], ['Ada Quist', '2018-02-08T10:00:00.000Z'],
    ]);
    assert.equal(conversations[1]?.post.author.email, 'user1@small-community.example');
  });

  it('puts a question in the theme of one of its tags, and keeps only harmless words', async () => {
    const { themes } = await (await repositoriesOf(sharePoint)).feed.loadFirstScreen({}, 1);
    const titleOf = (id: number | undefined): string | undefined => themes.find((theme) => theme.id === id)?.title;
    assert.deepEqual(conversations.map(({ post }) => titleOf(post.themeId)), ['rare', 'often']);
    const [, question] = conversations;
    assert.match(question?.post.bodyHtml ?? '', /^<h3>Is 1 &lt; 2\?<\/h3><h3>Which<\/h3><p>of <em>these<\/em>\? <a href="https:\/\/pictures\.example\/a\.png"[^>]*>a chart<\/a><\/p>$/);
    const [, , answer, comment] = question?.replies ?? [];
    assert.match(answer?.bodyHtml ?? '', /^<p>Yes, see <a>here<\/a>\.<\/p>$/);
    assert.match(comment?.bodyHtml ?? '', /^<p><code>a &lt; b<\/code>, <strong>surely<\/strong>: <a href="https:\/\/words\.example\/x\?a=1&amp;b=2"[^>]*>see<\/a> &lt;script&gt;<\/p>$/);
  });

  it('attributes reactions: the asker accepted, favourites are whose they are, nobody likes their own or twice', () => {
    const names = new Map(conversations.flatMap(({ post, replies }) => [post, ...replies]).map(({ author }) => [author.id, author.name]));
    const [gone, asked] = conversations;
    const answer = asked?.replies[2];
    const of = (kind: string, targetKind: string, targetId = 0): (string | undefined)[] => (asked?.reactions ?? [])
      .filter((reaction) => reaction.kind === kind && reaction.targetKind === targetKind && reaction.targetId === targetId).map(({ person }) => names.get(person.id));
    assert.deepEqual(of('insightful', 'reply', answer?.id), ['Ada Quist']);
    assert.deepEqual(of('love', 'post', asked?.post.id), ['Chen Wei']);
    assert.deepEqual(of('like', 'post', asked?.post.id), ['Bram "B" O\'Neil'], 'the author and who loves it are left out');
    assert.deepEqual(of('like', 'reply', answer?.id), ['Chen Wei'], 'of two up-votes one finds nobody else');
    assert.equal(new Set(gone?.reactions.map(({ person }) => person.id)).size, 2);
  });

  it('names each row that something is wrong with, by file, line and id', () => {
    for (const said of [
      'Users.xml, line 7 (Id 3): there is a row with the same Id before it', 'Users.xml, line 8: it has no Id', 'Users.xml, line 9 (Id 5): it is not well-formed XML',
      'Posts.xml, line 6 (Id 22): it does not say who wrote it', 'Posts.xml, line 8 (Id 24): what it replies to is not there', 'Posts.xml, line 9 (Id 25): its CreationDate is no date: "yesterday"',
      'Posts.xml, line 11 (Id 26): it is not well-formed XML', 'Posts.xml, line 14 (Id 29): its author is not in Users.xml',
      'Comments.xml, line 5 (Id 3): what it replies to is not there', 'Comments.xml, line 6 (Id 4): it has no CreationDate', 'Comments.xml, line 7 (Id 5): it is not well-formed XML',
      'Comments.xml, line 8: the file ends without </comments>', 'Votes.xml, line 12 (Id 10): it does not say whose it is',
    ]) assert.ok(first.out.includes(`  ${said}`), `${said}\n${first.out}`);
  });

  it('adds nothing when it is repeated, and asks little', async () => {
    await sharePoint.forgetRequests();
    const again = await runImport(['stack-exchange', smallCommunity, '--site', sharePoint.site]);
    const parts = (await sharePoint.requests()).flatMap((request) => request.parts ?? []);
    assert.equal(again.code, 0, again.err);
    assert.deepEqual([figures(again, lines.people), figures(again, lines.posts), figures(again, lines.reactions)], [[7, 0, 4, 3], [3, 0, 2, 1], [10, 0, 6, 4]]);
    assert.match(again.out, /Nothing was left to import\./);
    assert.equal(parts.filter((part) => part.includes('AddValidateUpdateItemUsingPath')).length, 0);
    assert.deepEqual(await Promise.all(['SchilPosts', 'SchilReplies', 'SchilReactions'].map(async (list) => (await rows('/sites/intranet', list)).length)), [2, 4, 6]);
  });
});

describe('themes of an imported community', () => {
  const questions: readonly (readonly string[])[] = [
    ['talk', 'words'], ['talk', 'words', 'sounds'], ['talk', 'words'], ['talk', 'sounds'], ['talk', 'sounds', 'lonely'], ['talk', 'lonely'], ['talk'], ['fault', 'badge'], ['nowhere'], [],
  ];
  const dump = join(folder, 'themed');
  const themeLine = 'Themes (Tags.xml)';
  before(() => {
    mkdirSync(dump);
    const file = (name: string, content: readonly string[]): void => writeFileSync(join(dump, `${name}.xml`), `<${name.toLowerCase()}>\n${content.join('\n')}\n</${name.toLowerCase()}>\n`);
    file('Users', ['<row Id="1" DisplayName="Ada Quist" />']);
    file('Tags', ['talk', 'words', 'sounds', 'lonely', 'fault', 'badge', 'unused'].map((name, at) => `<row Id="${at + 1}" TagName="${name}" Count="9" />`));
    file('Posts', questions.map((tags, at) => `<row Id="${at + 1}" PostTypeId="1" OwnerUserId="1" CreationDate="2018-02-06T20:19:${10 + at}" Title="Question ${at + 1}" Body="?" Tags="|${tags.join('|')}|" />`));
  });
  const titles = async (): Promise<(string | undefined)[]> => {
    const list = async (name: string, select: string): Promise<{ Id: number; Title: string; ThemeId: number | null }[]> => (
      (await sharePoint.ask(`/sites/themed/_api/web/getlist('/sites/themed/Lists/${name}')/items?$select=Id,${select}`)).json as { value: { Id: number; Title: string; ThemeId: number | null }[] }).value;
    const themes = await list('SchilThemes', 'Title');
    assert.deepEqual(themes.map(({ Title }) => Title), ['words', 'talk', 'sounds', 'fault'], 'those of most posts first, and none without a post');
    return (await list('SchilPosts', 'ThemeId')).map(({ ThemeId }) => themes.find(({ Id }) => Id === ThemeId)?.Title);
  };
  const expected = ['words', 'words', 'words', 'sounds', 'sounds', 'talk', 'talk', 'fault', undefined, undefined];

  it('are what tells posts apart, and a repeated import makes no others', async () => {
    const first = await runImport(['stack-exchange', dump, '--site', `${sharePoint.url}/sites/themed`]);
    assert.equal(first.code, 0, first.err);
    assert.deepEqual(figures(first, themeLine), [7, 4, 0, 3]);
    assert.match(first.out, / 2 {2}Themes \(Tags\.xml\): no post gets it: a post gets the least used of its tags that at least 3 questions have/);
    assert.match(first.out, / 1 {2}Themes \(Tags\.xml\): no question that is imported has the tag/);
    assert.deepEqual(await titles(), expected);
    const again = await runImport(['stack-exchange', dump, '--site', `${sharePoint.url}/sites/themed`]);
    assert.deepEqual(figures(again, themeLine), [7, 0, 4, 3]);
    assert.deepEqual(await titles(), expected);
  });

  it('are at most the thirty that most questions get; the others choose among these', () => {
    const tagsOf = new Map<number, readonly string[]>(Array.from({ length: 40 }, (_, tag) => Array.from({ length: 43 - tag }, (_, at) => [tag * 100 + at, [`tag${tag}`, 'all']] as const)).flat());
    const chosen = chooseThemes(tagsOf);
    assert.deepEqual([...new Set(chosen.values())], Array.from({ length: 30 }, (_, tag) => `tag${tag}`));
    assert.equal(chosen.has(3000), false, 'what no question preferred is no theme');
    assert.equal(chooseThemes(new Map<number, readonly string[]>([...tagsOf, [9000, ['tag39', 'tag2']]])).get(9000), 'tag2');
  });
});

describe('importing when something goes wrong', () => {
  /** Whether a batch adds rows to a list. */
  const adds = ({ body }: Passing, list: string): boolean => body.includes(`${list}')/AddValidateUpdateItemUsingPath`);
  /** Decides once for each list. */
  const once = (fates: Readonly<Record<string, Fate>>): ((request: Passing) => Fate) => {
    const left = new Map(Object.entries(fates));
    return (request) => {
      const list = [...left.keys()].find((name) => adds(request, name));
      const fate = list === undefined ? 'pass' : left.get(list) ?? 'pass';
      if (list !== undefined) left.delete(list);
      return fate;
    };
  };
  const everything = async (site: string): Promise<number[]> => Promise.all(['SchilThemes', 'SchilPosts', 'SchilReplies', 'SchilReactions']
    .map(async (list) => ((await sharePoint.ask(`${site}/_api/web/getlist('${site}/Lists/${list}')/ItemCount`)).json as { value: number }).value));

  it('lost answers, 429, 503 and parts of a batch that fail lose nothing and double nothing', async () => {
    const proxy = await startProxy(sharePoint.url, once({
      SchilThemes: 'lose', SchilPosts: { status: 429, headers: { 'Retry-After': '1' } }, SchilReplies: 'lose', SchilReactions: { status: 503, headers: { 'Retry-After': '0' } },
    }));
    await sharePoint.fault({ match: { path: 'SchilReactions.*AddValidate' }, part: true, status: 503, retryAfter: 0, times: 2 });
    const started = Date.now();
    const ended = await runImport(['stack-exchange', community('faulty'), '--site', `${proxy.url}/sites/faults`]);
    await proxy.stop();
    assert.equal(ended.code, 0, ended.err);
    assert.ok(Date.now() - started >= 1000);
    assert.match(ended.err, /Posts: +SharePoint is busy: waiting 1 s/);
    assert.deepEqual(await everything('/sites/faults'), [2, 2, 4, 6]);
    assert.deepEqual([figures(ended, lines.answers), figures(ended, lines.comments), figures(ended, lines.reactions)], [[5, 2, 0, 3], [6, 2, 0, 4], [10, 6, 0, 4]]);
  });

  it('a row that SharePoint does not take is named, the rest is imported, and the end is not a good one', async () => {
    await sharePoint.fault({ match: { path: 'SchilReplies.*AddValidate' }, part: true, status: 400 });
    const ended = await runImport(['stack-exchange', community('refused'), '--site', `${sharePoint.url}/sites/faults`]);
    assert.equal(ended.code, 1);
    assert.match(ended.out, /Comments\.xml, line 4 \(Id 2\): SharePoint did not take it: Something went wrong\./);
    assert.match(ended.out, /Not everything could be written; run the same command again/);
    assert.deepEqual(await everything('/sites/faults'), [2, 4, 7, 12]);
    const again = await runImport(['stack-exchange', community('refused'), '--site', `${sharePoint.url}/sites/faults`]);
    assert.deepEqual([again.code, ...await everything('/sites/faults')], [0, 2, 4, 8, 12]);
  });

  it('goes on where it was killed', async () => {
    let isHeld = (): void => undefined;
    const held = new Promise<void>((resolve) => { isHeld = resolve; });
    const proxy = await startProxy(sharePoint.url, (request) => {
      if (!adds(request, 'SchilReplies')) return 'pass';
      isHeld();
      return 'hold';
    });
    const dump = community('killed');
    const { child, ended } = startImport(['stack-exchange', dump, '--site', `${proxy.url}/sites/killed`]);
    await Promise.race([held, ended]);
    child.kill('SIGKILL');
    assert.equal((await ended).code, null);
    await proxy.stop();
    const resumed = await runImport(['stack-exchange', dump, '--site', `${sharePoint.url}/sites/killed`]);
    assert.equal(resumed.code, 0, resumed.err);
    assert.deepEqual([figures(resumed, lines.posts), figures(resumed, lines.reactions)], [[3, 0, 2, 1], [10, 6, 0, 4]]);
    assert.deepEqual(await everything('/sites/killed'), [2, 2, 4, 6]);
    assert.deepEqual((await rows('/sites/killed', 'SchilReplies')).map(({ Key }) => Key), ['comment-2', 'answer-28', 'answer-21', 'comment-1'].map((key) => `se-killed-${key}`));
  });

  it('where people cannot be added, the importing person writes with their names in the text, and nobody reacts for them', async () => {
    const proxy = await startProxy(sharePoint.url, ({ path }) => {
      if (path.startsWith('/_local')) return { status: 404, body: 'Not found' };
      const zone = { Description: '(UTC) Coordinated Universal Time', Information: { Bias: 0, DaylightBias: 0, StandardBias: 0 } };
      return path.includes('regionalsettings/timezone') ? { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(zone) } : 'pass';
    });
    const ended = await runImport(['stack-exchange', community('elsewhere'), '--site', `${proxy.url}/sites/elsewhere`]);
    await proxy.stop();
    assert.equal(ended.code, 0, ended.err);
    assert.deepEqual([figures(ended, lines.people), figures(ended, lines.answers), figures(ended, lines.reactions)], [[7, 0, 0, 7], [5, 2, 0, 3], [10, 0, 0, 10]]);
    const posts = await rows('/sites/elsewhere', 'SchilPosts');
    assert.deepEqual(posts.map(({ Author }) => Author.Title), ['Marijke van der Velden', 'Marijke van der Velden']);
    assert.match(posts[0]?.Body ?? '', /^<p><strong>Ada Quist<\/strong>:<\/p><h3>/);
  });
});

describe('an import that cannot be done', () => {
  const refused = async (args: readonly string[], said: RegExp, token?: string): Promise<void> => {
    const ended = await runImport(args, token);
    assert.deepEqual([ended.code, ended.out], [1, '']);
    assert.match(ended.err, said);
    assert.doesNotMatch(ended.err, /\n {4}at /, 'no stack trace');
  };

  it('says how it is used', async () => {
    await refused([], /Say what to import\.\nUse: npm run import -- stack-exchange DIR/);
    await refused(['stack-exchange'], /Say in which folder the data dump is\./);
    await refused(['stack-exchange', smallCommunity, '--site', 'intranet'], /--site must be an address/);
    await refused(['stack-exchange', smallCommunity, '--sight', 'x'], /'--sight'[\s\S]*Use: npm run import/);
  });

  it('says what is wrong with the folder', async () => {
    await refused(['stack-exchange', join(folder, 'nowhere'), '--site', sharePoint.site], /There is no folder ".*nowhere"/);
    const empty = join(folder, 'empty');
    mkdirSync(empty, { recursive: true });
    await refused(['stack-exchange', empty, '--site', sharePoint.site], /is not a Stack Exchange data dump: Posts\.xml and Users\.xml cannot be found/);
    const other = community('other');
    writeFileSync(join(other, 'Posts.xml'), '<?xml version="1.0"?>\n<rss><row Id="1" /></rss>\n');
    await refused(['stack-exchange', other, '--site', sharePoint.site], /Posts\.xml is not of a Stack Exchange data dump: it should begin with <posts>, not <rss>/);
  });

  it('says what is wrong with the site, or with who asks', async () => {
    await refused(['stack-exchange', smallCommunity, '--site', 'http://127.0.0.1:9/sites/intranet'], /There is no answer from http:\/\/127\.0\.0\.1:9 .*npm start/);
    await refused(['stack-exchange', smallCommunity, '--site', `${sharePoint.url}/sites/nowhere`], /There is no site at .*\/sites\/nowhere/);
    await refused(['stack-exchange', smallCommunity, '--site', sharePoint.site], /only a site owner can set who wrote a post and when\. Ask Marijke van der Velden/, visitor);
  });
});

describe('what the import is made of', () => {
  it('a text that is too long for its column is cut, closed and says so', async () => {
    const richText = await loadRichText();
    const long = richText(`<ul><li><strong>${'words &amp; more '.repeat(8000)}</strong></li></ul>`);
    assert.ok(long.length <= 63_999 && long.length > 60_000, String(long.length));
    assert.match(long, /<\/strong><\/li><\/ul><p><em>\[The rest of this text is too long to be kept here\.\]<\/em><\/p>$/);
    assert.doesNotMatch(long, /&(?!amp;)/, 'no half of an entity');
    assert.equal(richText('<p>short</p>'), '<p>short</p>');
  });

  it('up-votes go once to everybody but the author, always the same way', () => {
    const people = Array.from({ length: 12 }, (_, at) => at + 1);
    const choose = (post: number): (number | undefined)[] => {
      const voters = new Voters(people);
      return Array.from({ length: 12 }, () => voters.next(post, [5]));
    };
    for (const post of [1, 2, 3, 1000, 123_456_789]) {
      const chosen = choose(post);
      assert.deepEqual(chosen.slice(0, 11).sort((left, right) => Number(left) - Number(right)), people.filter((person) => person !== 5));
      assert.equal(chosen[11], undefined);
      assert.deepEqual(choose(post), chosen);
    }
    assert.notDeepEqual(choose(1), choose(2));
  });

  it('a terminal shows a bar, and that SharePoint asks to wait', () => {
    let shown = '';
    const progress = new Progress({ isTTY: true, columns: 100, write: (text) => { shown += text; } });
    progress.stage('Posts', 200);
    progress.waiting(3);
    progress.advance(100);
    progress.waiting(0);
    progress.end();
    const drawn = shown.split('\r\x1b[K');
    assert.match(drawn[1] ?? '', /^Posts +\[·{24}\] {3}0 % {2}0 of 200$/);
    assert.match(drawn[2] ?? '', /SharePoint is busy: waiting 3 s$/);
    assert.match(drawn.at(-2) ?? '', /^Posts +\[█{12}·{12}\] {2}50 % {2}100 of 200$/);
    assert.match(drawn.at(-1) ?? '', /^Posts: 100 \(\d+\.\d s\)\n$/);
  });
});
