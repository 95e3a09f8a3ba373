import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { PeopleRepository } from '../../../domain/people/person';
import { RefusedError } from '../../../domain/refusedError';
import { colleague, colleagues, showFeature } from '../../testing/showFeature';
import { deferred } from '../testing/deferred';
import Composer from './Composer';

let sent: string[];
let asked: string[];
beforeEach(() => {
  localStorage.clear();
  jest.useFakeTimers();
  sent = [];
  asked = [];
});
afterEach(() => jest.useRealTimers());

/** A composer on a site with these colleagues; notes what is looked for. */
function composer(people: PeopleRepository = colleagues('Lotte Jansen', 'Lotte de Wit', 'Louis Bakker')): void {
  showFeature(<Composer place={{ siteKey: 'site-1', personId: 1, target: 'post' }} label="Your post" placeholder="" submit="Post" onCancel={() => undefined} onSubmit={async ({ bodyHtml }) => { sent.push(bodyHtml); }} />, {
    people: {
      search: (text, limit) => {
        asked.push(text);
        return people.search(text, limit);
      },
    },
  });
}
const box = (): HTMLTextAreaElement => screen.getByLabelText('Your post');
const options = (): (string | null)[] => screen.queryAllByRole('option').map(({ textContent }) => textContent?.replace(/^[A-Z]{2}/, '') ?? null);
const active = (): string | null | undefined => document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent?.replace(/^[A-Z]{2}/, '');
const press = (key: string): boolean => fireEvent.keyDown(box(), { key });
const pause = (): Promise<void> => act(async () => { await jest.advanceTimersByTimeAsync(300); });
async function type(text: string): Promise<void> {
  userEvent.type(box(), text);
  await pause();
}

describe('typing @ and a name', () => {
  it('finds colleagues after a pause, not with every letter', async () => {
    composer();
    userEvent.type(box(), '@lott');
    expect(options()).toEqual([]);
    await pause();
    expect([asked, options(), box().hasAttribute('aria-activedescendant'), active()]).toEqual([['lott'], ['Lotte Jansen', 'Lotte de Wit'], true, 'Lotte Jansen']);
    expect(screen.getByText('2 colleagues found')).toBeDefined();
  });

  it('looks for nobody before there is a letter, nor in an address', async () => {
    composer();
    await type('@');
    await type(' mail me@contoso');
    expect(asked).toEqual([]);
  });

  it('says when nobody is found', async () => {
    composer();
    await type('@zz');
    expect([options(), box().hasAttribute('aria-activedescendant')]).toEqual([[], false]);
    expect(screen.getByText('Nobody found')).toBeDefined();
  });

  it.each([['ArrowDown', 'Lotte de Wit'], ['ArrowDown ArrowDown', 'Lotte Jansen'], ['ArrowUp', 'Lotte de Wit']])('%s goes to %s', async (keys, name) => {
    composer();
    await type('@lott');
    keys.split(' ').forEach(press);
    expect([active(), screen.getByRole('option', { selected: true }).textContent]).toEqual([name, expect.stringContaining(name)]);
  });

  it.each(['Enter', 'Tab'])('%s takes the colleague, and what is typed next stands behind it', async (key) => {
    composer();
    await type('Thanks @lott');
    press('ArrowDown');
    expect(press(key)).toBe(false);
    await pause();
    expect([box().value, options(), document.activeElement]).toEqual(['Thanks @Lotte de Wit ', [], box()]);
    await type('!');
    userEvent.click(screen.getByRole('button', { name: 'Post' }));
    await pause();
    expect(sent).toEqual(['<p>Thanks <span data-person="lotte.de.wit@contoso.example">@Lotte de Wit</span> !</p>']);
  });

  it('a click takes the colleague, too', async () => {
    composer();
    await type('@lou');
    userEvent.click(screen.getByRole('option'));
    await pause();
    expect([box().value, options()]).toEqual(['@Louis Bakker ', []]);
  });

  it('in the middle of the text puts the name there', async () => {
    composer();
    await type('Hello  you');
    box().setSelectionRange(6, 6);
    fireEvent.select(box());
    userEvent.type(box(), '@lou', { initialSelectionStart: 6, initialSelectionEnd: 6 });
    await pause();
    press('Enter');
    await pause();
    expect([box().value, box().selectionStart]).toEqual(['Hello @Louis Bakker  you', 20]);
  });

  it('Escape closes the list and leaves what was typed', async () => {
    composer();
    await type('@lott');
    press('Escape');
    expect([options(), box().hasAttribute('aria-activedescendant'), box().value]).toEqual([[], false, '@lott']);
    await type('e');
    expect(options()).toEqual([]);
    expect(press('Enter')).toBe(true);
  });

  it('works again at the same place after Escape and a new beginning', async () => {
    composer();
    await type('@lott');
    press('Escape');
    userEvent.clear(box());
    await type('@lou');
    expect(options()).toEqual(['Louis Bakker']);
  });

  it('shows who was looked for last, whichever answer comes last', async () => {
    const [slow, quick] = [deferred<ReturnType<typeof colleague>[]>(), deferred<ReturnType<typeof colleague>[]>()];
    composer({ search: (text) => text === 'lo' ? slow.promise : quick.promise });
    await type('@lo');
    await type('u');
    quick.resolve([colleague('Louis Bakker')]);
    await pause();
    slow.resolve([colleague('Lotte Jansen')]);
    await pause();
    expect(options()).toEqual(['Louis Bakker']);
  });

  it('goes on as plain text when nobody can be looked up', async () => {
    composer({ search: () => Promise.reject(new RefusedError('notAllowed', 'Access denied.')) });
    await type('@lotte');
    expect([options(), screen.queryByRole('alert')]).toEqual([[], null]);
    userEvent.click(screen.getByRole('button', { name: 'Post' }));
    await pause();
    expect(sent).toEqual(['<p>@lotte</p>']);
  });

  it('Ctrl+Enter sends, also while the list is open', async () => {
    composer();
    await type('@lott');
    fireEvent.keyDown(box(), { key: 'Enter', ctrlKey: true });
    await pause();
    expect(sent).toEqual(['<p>@lott</p>']);
  });
});

describe('keys elsewhere in the text', () => {
  it.each(['Enter', 'Tab', 'ArrowDown', 'ArrowUp', 'Escape'])('%s is the browser\'s', async (key) => {
    composer();
    await type('Hello');
    expect(press(key)).toBe(true);
  });
});
