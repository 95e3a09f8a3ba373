import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { postOf } from '../../domain/feed/testing/words';
import { InMemorySetup } from '../setup/testing/inMemorySetup';
import { InMemoryFeed } from './testing/inMemoryFeed';
import { articles, likeABrowser, lotte, openFeed, postBy, withPost } from './testing/openFeed';

let feed: InMemoryFeed;
beforeAll(likeABrowser);
beforeEach(() => {
  localStorage.clear();
  feed = new InMemoryFeed();
});
const tryAgain = (): HTMLElement => screen.getByRole('button', { name: 'Try again' });

describe('a feed', () => {
  it('shows where posts will be while it is read', async () => {
    const answer = feed.holdNext('loadFirstScreen');
    openFeed(feed);
    expect(screen.getByRole('status', { name: 'Loading conversations…' })).toBeDefined();
    answer();
    expect(await screen.findByText('Nobody has said anything yet')).toBeDefined();
    expect(screen.queryByRole('status', { name: 'Loading conversations…' })).toBeNull();
  });

  it('invites when nobody has said anything', async () => {
    openFeed(feed);
    await screen.findByText('Nobody has said anything yet');
    expect(screen.getByRole('button', { name: 'What would you like to share or ask?' })).toBeDefined();
  });

  it('says what went wrong, and reads again', async () => {
    withPost(feed);
    feed.refuseNext('loadFirstScreen', 'throttled');
    openFeed(feed);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^The conversations could not be loaded\.SharePoint is very busy/);
    userEvent.click(tryAgain());
    expect(await postBy('Lotte Jansen')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows each post with who wrote it, newest first', async () => {
    feed.posts.push(postOf(1, { author: lotte, bodyHtml: '<p>first</p>' }), postOf(2, { bodyHtml: '<p>second</p>' }));
    openFeed(feed);
    const article = await postBy('Lotte Jansen');
    expect(articles()).toEqual(['second', 'first']);
    expect(within(article).getByText('Nurse')).toBeDefined();
    expect([article.getAttribute('aria-posinset'), article.getAttribute('aria-setsize')]).toEqual(['2', '2']);
  });

  it('reads on by itself, to the end', async () => {
    feed.posts.push(...Array.from({ length: 12 }, (_, at) => postOf(at + 1, { bodyHtml: `<p>post ${at + 1}</p>` })));
    openFeed(feed, { pageSize: 5 });
    expect(await screen.findByText('You have seen everything.')).toBeDefined();
    expect(new Set(articles())).toEqual(new Set(Array.from({ length: 12 }, (_, at) => `post ${at + 1}`)));
  });

  it('keeps what was read when older ones cannot be, and tries again', async () => {
    feed.posts.push(...Array.from({ length: 4 }, (_, at) => postOf(at + 1, { bodyHtml: `<p>post ${at + 1}</p>` })));
    feed.refuseNext('loadOlder', 'offline');
    openFeed(feed, { pageSize: 3 });
    expect((await screen.findByRole('alert')).textContent).toContain('Older conversations could not be loaded.');
    expect(articles()).toEqual(['post 4', 'post 3', 'post 2']);
    userEvent.click(tryAgain());
    await waitFor(() => expect(articles()).toContain('post 1'));
  });

  it('shows nothing harmful, whoever wrote it in the list', async () => {
    feed.posts.push(postOf(1, { author: lotte, bodyHtml: '<p>hi<img src=x onerror="alert(1)"></p><script>alert(1)</script><a href="javascript:alert(1)">link</a>' }));
    const { container } = openFeed(feed);
    await postBy('Lotte Jansen');
    expect(container.querySelectorAll('script, img[onerror], a[href^="javascript"]')).toHaveLength(0);
    expect(articles()).toEqual(['hi']);
  });

  it('of one theme shows its posts only, and has nothing to choose', async () => {
    feed.themes = [{ id: 7, title: 'Safety', description: '' }];
    feed.posts.push(postOf(1, { themeId: 7, bodyHtml: '<p>in it</p>' }), postOf(2, { bodyHtml: '<p>not</p>' }));
    openFeed(feed, { themeId: 7 });
    await waitFor(() => expect(articles()).toEqual(['in it']));
    expect(screen.queryByRole('group', { name: 'Theme' })).toBeNull();
  });
});

describe('who may only read', () => {
  it('is told so, and offered nothing that would be refused', async () => {
    withPost(feed);
    feed.abilities = { participate: false, manage: false };
    feed.posts.push(postOf(2, { author: feed.me }));
    openFeed(feed);
    await postBy('Lotte Jansen');
    expect(screen.getByText('You can read here. To take part, ask the owner of this site.')).toBeDefined();
    expect(screen.queryAllByRole('button', { name: /^(React|Reply|More actions|What would you)/ })).toEqual([]);
  });
});

describe('a site without the lists', () => {
  beforeEach(() => { feed.setup = 'missing'; });

  it('tells a visitor who can set it up, with a message to send', async () => {
    const setup = new InMemorySetup();
    setup.mayManage = false;
    openFeed(feed, {}, { loadSetup: async () => setup });
    const link = await screen.findByRole('link', { name: 'Marijke van der Velden' });
    expect(link.getAttribute('href')).toMatch(/^mailto:marijke@contoso\.example\?subject=.+&body=http/);
    expect(screen.queryByRole('button', { name: 'Set up' })).toBeNull();
  });

  it('still says what to do when the owner cannot be known', async () => {
    const setup = new InMemorySetup();
    setup.refuseNext('notAllowed');
    openFeed(feed, {}, { loadSetup: async () => setup });
    expect(await screen.findByText('Ask the owner of this site to set them up.')).toBeDefined();
  });

  it('lets the owner set it up, and then shows the feed', async () => {
    feed.abilities = { participate: true, manage: true };
    const setup = new InMemorySetup();
    openFeed(feed, {}, { loadSetup: async () => setup });
    const button = await screen.findByRole('button', { name: 'Set up' });
    feed.setup = 'ready';
    userEvent.click(button);
    expect(await screen.findByText('Nobody has said anything yet')).toBeDefined();
  });
});

describe('the connection', () => {
  it('that SharePoint asks to wait for is told, with how long, until it is over', async () => {
    let tell: (seconds: number) => void = () => undefined;
    openFeed(feed, {}, { onWaiting: (listener) => { tell = listener; return () => undefined; } });
    await screen.findByText('Nobody has said anything yet');
    act(() => tell(6.4));
    expect(screen.getByText('SharePoint is busy. Trying again in 7 seconds…')).toBeDefined();
    act(() => tell(0));
    expect(screen.queryByText(/SharePoint is busy/)).toBeNull();
  });

  it('that is lost is told, and that it is back', async () => {
    openFeed(feed);
    await screen.findByText('Nobody has said anything yet');
    const online = jest.spyOn(navigator, 'onLine', 'get');
    online.mockReturnValue(false);
    act(() => { window.dispatchEvent(new Event('offline')); });
    expect(screen.getByText(/^You are offline/)).toBeDefined();
    online.mockReturnValue(true);
    act(() => { window.dispatchEvent(new Event('online')); });
    expect(screen.queryByText(/^You are offline/)).toBeNull();
    online.mockRestore();
  });
});
