import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { RefusedError } from '../../../domain/refusedError';
import { showFeature } from '../../testing/showFeature';
import { endDraft, readDraft, writeDraft, type DraftPlace } from '../drafts';
import { deferred } from '../testing/deferred';
import Composer, { type ComposerProps } from './Composer';

type Sent = Parameters<ComposerProps['onSubmit']>[0];

const place: DraftPlace = { siteKey: 'site-1', personId: 1, target: 'post' };
const themes = [{ id: 2, title: 'Safety', description: '' }, { id: 3, title: 'Sports', description: '' }];
let sent: Sent[];
let cancelled: number;
beforeEach(() => {
  localStorage.clear();
  sent = [];
  cancelled = 0;
});

/** Answers for one attempt after another; the last one from then on. */
function composer(answers: readonly (() => Promise<void>)[] = [async () => undefined], more: Partial<ComposerProps> = {}): ReturnType<typeof showFeature> {
  return showFeature(<Composer place={place} label="Your post" placeholder="What would you like to share?" submit="Post" onCancel={() => { cancelled += 1; }} onSubmit={(words) => {
    sent.push(words);
    return answers[Math.min(sent.length, answers.length) - 1]();
  }} {...more} />);
}
const box = (): HTMLTextAreaElement => screen.getByLabelText('Your post');
const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole('button', { name });
const refused = (reason: 'offline' | 'conflict' | 'tooLarge') => (): Promise<void> => Promise.reject(new RefusedError(reason, 'Said by the server'));
const settled = (): Promise<void> => act(async () => { await Promise.resolve(); });

describe('writing', () => {
  it('begins in an empty box that has the focus, with nothing to send', () => {
    composer();
    expect([document.activeElement, box().value, button('Post').disabled]).toEqual([box(), '', true]);
  });

  it('sends what was typed, with a key of its own and the theme', async () => {
    composer(undefined, { themes, themeId: 2 });
    userEvent.type(box(), 'Hello <all>');
    userEvent.selectOptions(screen.getByLabelText('Theme'), 'Sports');
    userEvent.click(button('Post'));
    await settled();
    expect(sent).toEqual([{ key: expect.stringMatching(/^[0-9a-f]{32}$/), bodyHtml: '<p>Hello &lt;all&gt;</p>', themeId: 3, extras: {} }]);
  });

  it('may be without a theme; where there is only one it is that', async () => {
    const { unmount } = composer(undefined, { themes, themeId: 2 });
    userEvent.type(box(), 'x');
    userEvent.selectOptions(screen.getByLabelText('Theme'), 'No theme');
    userEvent.click(button('Post'));
    await settled();
    unmount();
    composer(undefined, { themeId: 9 });
    userEvent.type(box(), 'x');
    userEvent.click(button('Post'));
    await settled();
    expect(sent.map(({ themeId }) => themeId)).toEqual([undefined, 9]);
  });

  it.each([[{ ctrlKey: true }], [{ metaKey: true }]])('is sent with Enter and %j', async (keys) => {
    composer();
    userEvent.type(box(), 'Hello');
    fireEvent.keyDown(box(), { key: 'Enter', ...keys });
    await settled();
    expect(sent).toHaveLength(1);
  });

  it.each([['spaces', ' \n '], ['signs that nobody sees', '\u200B\u2060\u202E']])('is not sent when it is only %s', async (_, text) => {
    composer();
    fireEvent.change(box(), { target: { value: text } });
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    await settled();
    expect([sent.length, button('Post').disabled]).toEqual([0, true]);
  });

  it('has no theme when the theme was deleted since', async () => {
    writeDraft(place, { text: 'Hello', mentions: [], key: 'k', themeId: 77 });
    composer(undefined, { themes: [{ id: 2, title: 'Safety', description: '' }] });
    userEvent.click(button('Post'));
    await settled();
    expect(sent).toMatchObject([{ themeId: undefined }]);
  });

  it('is not sent with Enter alone, nor while there is nothing to send', async () => {
    composer();
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    userEvent.type(box(), ' ');
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    userEvent.type(box(), 'x');
    fireEvent.keyDown(box(), { key: 'Enter' });
    await settled();
    expect(sent).toHaveLength(0);
  });

  it('is sent once, however often the button is pressed, and cannot be changed or discarded meanwhile', async () => {
    const answer = deferred<void>();
    composer([() => answer.promise]);
    userEvent.type(box(), 'Hello');
    userEvent.click(button('Post'));
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    fireEvent.submit(box().closest('form') as HTMLFormElement);
    expect([sent.length, button('Sending…').getAttribute('aria-disabled'), button(/Discard|Cancel/).disabled, box().readOnly]).toEqual([1, 'true', true, true]);
    answer.resolve();
    await settled();
    expect(readDraft(place)).toBeUndefined();
  });

  it('says how much is too long, and does not send it', async () => {
    composer();
    fireEvent.change(box(), { target: { value: 'x'.repeat(10001) } });
    expect([screen.getByRole('alert').textContent, button('Post').disabled, box().getAttribute('aria-invalid')]).toEqual(['1 character too many', true, 'true']);
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    fireEvent.change(box(), { target: { value: 'x'.repeat(10000) } });
    expect([screen.queryByRole('alert'), button('Post').disabled, sent.length]).toEqual([null, false, 0]);
  });

  it('is told to who cannot see that it was sent', async () => {
    composer();
    userEvent.type(box(), 'Hello');
    userEvent.click(button('Post'));
    await waitFor(() => expect(screen.getByText('Sent.')).toBeDefined());
  });
});

describe('what others add to a text', () => {
  const additions: Partial<ComposerProps> = {
    renderUnder: ({ extras, setExtra }) => <ul>{Object.keys(extras).map((name) => <li key={name}><button type="button" onClick={() => setExtra(name, undefined)}>{`Without ${name}`}</button></li>)}</ul>,
    renderButtons: ({ setExtra, locked }) => ['poll', 'pictures', 'unfinished'].map((name) => <button key={name} type="button" disabled={locked} onClick={() => setExtra(name, { of: name })}>{`Add ${name}`}</button>),
    stateOf: (extras) => 'unfinished' in extras ? 'unfinished' : 'pictures' in extras ? 'enough' : 'nothing',
  };

  it('is kept in the draft, sent with the text and can be taken out again', async () => {
    const { unmount } = composer(undefined, additions);
    userEvent.click(button('Add poll'));
    userEvent.click(button('Add pictures'));
    unmount();
    composer(undefined, additions);
    userEvent.click(button('Without pictures'));
    userEvent.type(box(), 'Vote!');
    userEvent.click(button('Post'));
    await settled();
    expect([sent, readDraft(place)]).toMatchObject([[{ extras: { poll: { of: 'poll' } } }], undefined]);
    expect(Object.keys(sent[0].extras)).toEqual(['poll']);
  });

  it('may be enough without a text, or hold sending back until it is finished', () => {
    composer(undefined, additions);
    userEvent.click(button('Add poll'));
    const before = button('Post').disabled;
    userEvent.click(button('Add pictures'));
    const enough = button('Post').disabled;
    userEvent.click(button('Add unfinished'));
    expect([before, enough, button('Post').disabled]).toEqual([true, false, true]);
  });

  it('that comes while other things are under way takes nothing away', () => {
    composer(undefined, { renderButtons: ({ setExtra }) => <button type="button" onClick={() => { setExtra('one', 1); setExtra('two', 2); }}>Add both</button> });
    userEvent.click(button('Add both'));
    expect(readDraft(place)?.extras).toEqual({ one: 1, two: 2 });
  });
});

describe('what could not be sent', () => {
  it('stays, with what happened and what to do, and goes out under the same key', async () => {
    composer([refused('offline'), async () => undefined]);
    userEvent.type(box(), 'Hello');
    userEvent.click(button('Post'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^Not sent\. Your text is still here\.There is no connection/);
    expect([box().value, readDraft(place)?.text, button('Post').disabled, box().readOnly]).toEqual(['Hello', 'Hello', false, false]);
    userEvent.type(box(), ' again');
    userEvent.click(button('Post'));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(sent.map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>Hello</p>', '<p>Hello again</p>']);
    expect([sent[1].key, readDraft(place)]).toEqual([sent[0].key, undefined]);
  });

  it('keeps its key over a reload of the page', async () => {
    const { unmount } = composer([refused('offline')]);
    userEvent.type(box(), 'Hello');
    userEvent.click(button('Post'));
    await screen.findByRole('alert');
    unmount();
    composer();
    userEvent.click(button('Post'));
    await settled();
    expect([sent[1].bodyHtml, sent[1].key]).toEqual([sent[0].bodyHtml, sent[0].key]);
  });

  it('is no trouble when its place is gone before the answer comes', async () => {
    const answer = deferred<void>();
    const { unmount } = composer([() => answer.promise]);
    userEvent.type(box(), 'Hello');
    userEvent.click(button('Post'));
    unmount();
    answer.reject(new RefusedError('offline', ''));
    await settled();
    expect(readDraft(place)?.text).toBe('Hello');
  });
});

describe('a draft', () => {
  it('is kept from the first letter, and shown again', () => {
    const { unmount } = composer(undefined, { themes });
    userEvent.type(box(), 'H');
    expect(readDraft(place)?.text).toBe('H');
    userEvent.type(box(), 'ello');
    userEvent.selectOptions(screen.getByLabelText('Theme'), 'Safety');
    unmount();
    composer(undefined, { themes });
    expect([box().value, screen.getByLabelText<HTMLSelectElement>('Theme').value]).toEqual(['Hello', '2']);
  });

  it('of somebody else is not shown', () => {
    writeDraft({ ...place, personId: 2 }, { text: 'Secret', mentions: [], key: 'k' });
    composer();
    expect(box().value).toBe('');
  });

  it('is gone when it is discarded', () => {
    composer();
    userEvent.type(box(), 'Hello');
    userEvent.click(button('Discard'));
    expect([readDraft(place), cancelled]).toEqual([undefined, 1]);
  });

  it('that was sent from another window does not lend its key to what is written next', async () => {
    writeDraft(place, { text: 'Hello', mentions: [], key: 'used' });
    composer();
    localStorage.removeItem('schil-draft:site-1:1:post');
    fireEvent(window, new StorageEvent('storage', { key: 'schil-draft:site-1:1:post', newValue: null }));
    userEvent.type(box(), ' you');
    userEvent.click(button('Post'));
    await settled();
    expect(sent[0].key).not.toBe('used');
  });
});

describe('the same draft in two places of a page', () => {
  const hello = { text: 'Hello', mentions: [], key: 'used' };

  it('is sent from one, and the other is done with it', () => {
    writeDraft(place, hello);
    composer();
    act(() => endDraft(place, hello));
    expect([cancelled, readDraft(place)]).toEqual([1, undefined]);
  });

  it('that was written on in the other stays there, under a key of its own', async () => {
    writeDraft(place, hello);
    composer();
    userEvent.type(box(), ' you');
    act(() => endDraft(place, hello));
    expect([cancelled, readDraft(place)?.text, readDraft(place)?.key === 'used']).toEqual([0, 'Hello you', false]);
    userEvent.click(button('Post'));
    await settled();
    expect([sent.length, sent[0].key === 'used', readDraft(place)]).toEqual([1, false, undefined]);
  });

  it('that was written on in another window stays there, too', async () => {
    writeDraft(place, hello);
    composer();
    userEvent.type(box(), ' you');
    const oldValue = JSON.stringify({ ...hello, text: 'Hello you' });
    fireEvent(window, new StorageEvent('storage', { key: 'schil-draft:site-1:1:post', oldValue, newValue: JSON.stringify({ ...hello, text: 'Hello you', key: 'other' }) }));
    userEvent.click(button('Post'));
    await settled();
    expect([cancelled, sent[0].key === 'used']).toEqual([0, false]);
  });
});

describe('changing', () => {
  const current = '<p>As somebody else left it</p>';
  const changing = (answers: readonly (() => Promise<void>)[], more: Partial<ComposerProps> = {}): ReturnType<typeof showFeature> => composer(answers, { initialHtml: '<p>Old words</p>', submit: 'Save', loadCurrent: async () => current, ...more });

  it('begins with the words as they are, and cancels without a question', () => {
    changing([async () => undefined]);
    expect(box().value).toBe('Old words');
    userEvent.type(box(), '!');
    userEvent.click(button('Cancel'));
    expect([cancelled, readDraft(place)]).toEqual([1, undefined]);
  });

  it('keeps people who were mentioned', async () => {
    changing([async () => undefined], { initialHtml: '<p>Thanks <span data-person="lotte@contoso.example">@Lotte Jansen</span></p>' });
    userEvent.type(box(), '!');
    userEvent.click(button('Save'));
    await settled();
    expect(sent[0].bodyHtml).toBe('<p>Thanks <span data-person="lotte@contoso.example">@Lotte Jansen</span>!</p>');
  });

  it('what was changed in the meantime shows both texts, and overwrites nothing', async () => {
    changing([refused('conflict')]);
    userEvent.type(box(), ' and new ones');
    userEvent.click(button('Save'));
    const message = (await screen.findByText('This text was changed in the meantime')).closest('[role="status"]') as HTMLElement;
    expect(within(message).getByText('As somebody else left it')).toBeDefined();
    expect([box().value, sent.length]).toEqual(['Old words and new ones', 1]);
  });

  it('goes on with one\'s own text when that is wanted', async () => {
    changing([refused('conflict'), async () => undefined]);
    userEvent.type(box(), '!');
    userEvent.click(button('Save'));
    userEvent.click(await screen.findByRole('button', { name: 'Save my text instead' }));
    await waitFor(() => expect(screen.queryByText('This text was changed in the meantime')).toBeNull());
    expect(sent.map(({ bodyHtml }) => bodyHtml)).toEqual(['<p>Old words!</p>', '<p>Old words!</p>']);
  });

  it('or leaves the text as it is now', async () => {
    changing([refused('conflict')]);
    userEvent.type(box(), '!');
    userEvent.click(button('Save'));
    userEvent.click(await screen.findByRole('button', { name: 'Keep it as it is now' }));
    expect([cancelled, readDraft(place), sent.length]).toEqual([1, undefined, 1]);
  });

  it('still says what happened when the other text cannot be read', async () => {
    changing([refused('conflict')], { loadCurrent: () => Promise.reject(new RefusedError('offline', '')) });
    userEvent.type(box(), '!');
    userEvent.click(button('Save'));
    expect((await screen.findByRole('alert')).textContent).toContain('It was changed in the meantime.');
    expect(box().value).toBe('Old words!');
  });
});
