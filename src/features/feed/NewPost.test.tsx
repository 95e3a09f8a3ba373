import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { postOf } from '../../domain/feed/testing/words';
import { writeDraft } from './drafts';
import { InMemoryFeed } from './testing/inMemoryFeed';
import { articles, likeABrowser, openFeed, withPost } from './testing/openFeed';

let feed: InMemoryFeed;
beforeAll(likeABrowser);
beforeEach(() => {
  localStorage.clear();
  feed = new InMemoryFeed();
});

describe('who has something to say', () => {
  it('posts, and the post stands on top', async () => {
    withPost(feed);
    openFeed(feed);
    userEvent.click(await screen.findByRole('button', { name: 'What would you like to share or ask?' }));
    userEvent.type(await screen.findByLabelText('Your post'), 'I have <two>');
    userEvent.click(screen.getByRole('button', { name: 'Post' }));
    await waitFor(() => expect(articles()).toEqual(['I have <two>', 'Who has a bike?']));
    expect(screen.queryByLabelText('Your post')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'What would you like to share or ask?' })));
  });

  it('goes on with what was being written before the page was left', async () => {
    writeDraft({ siteKey: 'site-1', personId: 1, target: 'post' }, { text: 'Half a sentence', mentions: [], key: 'k' });
    openFeed(feed);
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Your post')).value).toBe('Half a sentence');
  });

  it('keeps what somebody writes while another theme is chosen', async () => {
    feed.themes = [{ id: 7, title: 'Safety', description: '' }];
    feed.posts.push(postOf(1, { themeId: 7, bodyHtml: '<p>in it</p>' }), postOf(2, { bodyHtml: '<p>not</p>' }));
    openFeed(feed);
    userEvent.click(await screen.findByRole('button', { name: 'What would you like to share or ask?' }));
    userEvent.type(await screen.findByLabelText('Your post'), 'Half a sentence');
    userEvent.click(within(screen.getByRole('group', { name: 'Theme' })).getByRole('button', { name: 'Safety' }));
    await waitFor(() => expect(articles()).toEqual(['in it']));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your post').value).toBe('Half a sentence');
  });
});
