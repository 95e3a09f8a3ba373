import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { personOf, postOf, reactionOf, replyOf } from '../../domain/feed/testing/words';
import { InMemoryFeed } from './testing/inMemoryFeed';
import { articles, likeABrowser, lotte, openFeed, postBy, withPost } from './testing/openFeed';

let feed: InMemoryFeed;
beforeAll(likeABrowser);
beforeEach(() => {
  localStorage.clear();
  feed = new InMemoryFeed();
});

describe('taking part', () => {
  it('replies', async () => {
    withPost(feed);
    openFeed(feed);
    userEvent.click(within(await postBy('Lotte Jansen')).getByRole('button', { name: 'Reply' }));
    userEvent.type(await screen.findByLabelText('Your reply to Lotte Jansen'), 'I do');
    userEvent.click(screen.getAllByRole('button', { name: 'Reply' }).filter((button) => button.getAttribute('type') === 'submit')[0]);
    expect((await screen.findByRole('list', { name: '1 reply' })).textContent).toContain('I do');
    expect(screen.queryByLabelText('Your reply to Lotte Jansen')).toBeNull();
  });

  it('reacts; a refusal is told and the reaction is gone again', async () => {
    withPost(feed);
    openFeed(feed);
    const article = await postBy('Lotte Jansen');
    feed.refuseNext('setReaction', 'offline');
    userEvent.click(within(article).getByRole('button', { name: 'React' }));
    userEvent.click(within(article).getByRole('button', { name: 'Love' }));
    expect((await within(article).findByRole('alert')).textContent).toContain('Your reaction was not saved.');
    expect(within(article).queryByRole('button', { name: /Who reacted/ })).toBeNull();
    userEvent.click(within(article).getByRole('button', { name: 'React' }));
    userEvent.click(within(article).getByRole('button', { name: 'Love' }));
    expect(await within(article).findByRole('button', { name: '1 reaction. Who reacted' })).toBeDefined();
    await waitFor(() => expect(within(article).queryByRole('alert')).toBeNull());
  });

  it('changes one\'s own words, and nobody else\'s', async () => {
    withPost(feed);
    feed.posts.push(postOf(2, { author: feed.me, bodyHtml: '<p>mine</p>' }));
    openFeed(feed);
    const mine = await postBy('Me Myself');
    expect(within(await postBy('Lotte Jansen')).queryByRole('button', { name: /More actions/ })).toBeNull();
    userEvent.click(within(mine).getByRole('button', { name: /More actions/ }));
    userEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
    userEvent.type(await within(mine).findByLabelText('Change your text'), ', really');
    userEvent.click(within(mine).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(articles()).toEqual(['mine, really', 'Who has a bike?']));
    expect(within(mine).getByText('edited')).toBeDefined();
  });

  it('is shown what somebody else made of it meanwhile, and decides', async () => {
    feed.posts.push(postOf(2, { author: feed.me, bodyHtml: '<p>mine</p>' }));
    openFeed(feed);
    const mine = await postBy('Me Myself');
    userEvent.click(within(mine).getByRole('button', { name: /More actions/ }));
    userEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
    userEvent.type(await within(mine).findByLabelText('Change your text'), ', really');
    await feed.changePost(2, feed.posts[0].etag, { bodyHtml: '<p>from another window</p>' });
    userEvent.click(within(mine).getByRole('button', { name: 'Save' }));
    expect(await within(mine).findByText('from another window')).toBeDefined();
    expect(feed.posts[0].bodyHtml).toBe('<p>from another window</p>');
    userEvent.click(within(mine).getByRole('button', { name: 'Save my text instead' }));
    await waitFor(() => expect(feed.posts[0].bodyHtml).toBe('<p>mine, really</p>'));
    await waitFor(() => expect(articles()).toEqual(['mine, really']));
  });

  it('deletes only after a question', async () => {
    feed.posts.push(postOf(2, { author: feed.me, bodyHtml: '<p>mine</p>' }));
    openFeed(feed);
    const asking = async (answer: string): Promise<void> => {
      userEvent.click(within(await postBy('Me Myself')).getByRole('button', { name: /More actions/ }));
      userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
      userEvent.click(within(screen.getByRole('dialog', { name: 'Delete this post?' })).getByRole('button', { name: answer }));
    };
    await asking('Cancel');
    expect([feed.posts.length, screen.queryByRole('dialog')]).toEqual([1, null]);
    await asking('Delete');
    await waitFor(() => expect(articles()).toEqual([]));
    expect(feed.posts).toEqual([]);
  });
});

describe('a conversation', () => {
  beforeEach(() => {
    withPost(feed);
    feed.replies.push(...[1, 2, 3, 4].map((id) => replyOf(id, 1, { bodyHtml: `<p>reply ${id}</p>` })));
    feed.reactions.push(reactionOf(1, 1, 9, { person: lotte }));
  });
  const replies = (article: HTMLElement): (string | null)[] => within(within(article).getByRole('list', { name: '4 replies' })).getAllByText(/^reply/).map(({ textContent }) => textContent);

  it('shows the latest replies, and all of them on request', async () => {
    openFeed(feed);
    const article = await postBy('Lotte Jansen');
    expect(replies(article)).toEqual(['reply 3', 'reply 4']);
    userEvent.click(within(article).getByRole('button', { name: 'Show all 4 replies' }));
    expect(replies(article)).toEqual(['reply 1', 'reply 2', 'reply 3', 'reply 4']);
    userEvent.click(within(article).getByRole('button', { name: 'Show fewer replies' }));
    expect(replies(article)).toEqual(['reply 3', 'reply 4']);
  });

  it('tells who reacted', async () => {
    openFeed(feed);
    const article = await postBy('Lotte Jansen');
    userEvent.click(within(article).getAllByRole('button', { name: /Who reacted/ })[0]);
    expect(within(screen.getByRole('dialog', { name: 'Who reacted' })).getByText('Lotte Jansen')).toBeDefined();
  });

  it('is gone through with Page Down and Page Up', async () => {
    feed.posts.push(postOf(2, { author: personOf(8, { name: 'Cem Demir' }) }));
    openFeed(feed);
    const [first, second] = [await postBy('Cem Demir'), await postBy('Lotte Jansen')];
    act(() => first.focus());
    fireEvent.keyDown(first, { key: 'PageDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(within(second).getAllByRole('button')[0], { key: 'PageUp' });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'PageUp' });
    expect(document.activeElement).toBe(first);
  });
});
