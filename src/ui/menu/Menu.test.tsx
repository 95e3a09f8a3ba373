import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { show } from '../testing/inWords';
import { Menu } from './Menu';

let chosen: string[];
beforeEach(() => { chosen = []; });
const items = ['Edit', 'Delete', 'Report'].map((label) => ({ key: label, label, onChosen: () => { chosen.push(label); } }));

function opened(): HTMLElement {
  show(<><button>before</button><Menu label="More actions" items={items} /><button>after</button></>);
  userEvent.click(opener());
  return screen.getByRole('menu');
}
const opener = (): HTMLElement => screen.getByRole('button', { name: 'More actions' });
const focused = (): string | null => (document.activeElement as HTMLElement).textContent;
const isOpen = (): boolean => screen.queryByRole('menu') !== null;

describe('a menu', () => {
  it('is closed at first, and its button says so', () => {
    show(<Menu label="More actions" items={items} />);
    expect([isOpen(), opener().getAttribute('aria-expanded'), opener().getAttribute('aria-haspopup')]).toEqual([false, 'false', 'menu']);
  });

  it('opens on its first item', () => {
    expect(opened().getAttribute('aria-label')).toBe('More actions');
    expect([opener().getAttribute('aria-expanded'), focused()]).toEqual(['true', 'Edit']);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Edit', 'Delete', 'Report']);
  });

  it.each([
    ['{arrowdown}', 'Delete'], ['{arrowdown}{arrowdown}', 'Report'], ['{arrowdown}{arrowdown}{arrowdown}', 'Edit'], ['{arrowup}', 'Report'], ['{arrowup}{arrowup}', 'Delete'], ['{end}', 'Report'], ['{end}{home}', 'Edit'], ['{end}{arrowdown}', 'Edit'],
  ])('moves with %s to %s', (keys, to) => {
    opened();
    keys.split(/(?<=\})/).forEach((key) => userEvent.type(document.activeElement as HTMLElement, key, { skipClick: true }));
    expect(focused()).toBe(to);
  });

  it('does what was chosen, once, and closes', () => {
    opened();
    userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    expect([chosen, isOpen()]).toEqual([['Delete'], false]);
  });

  it('chooses with the keyboard', () => {
    opened();
    userEvent.type(document.activeElement as HTMLElement, '{arrowdown}', { skipClick: true });
    userEvent.type(document.activeElement as HTMLElement, '{enter}', { skipClick: true });
    expect([chosen, isOpen()]).toEqual([['Delete'], false]);
  });

  it('closes with Escape, gives the focus back and does nothing', () => {
    opened();
    userEvent.keyboard('{esc}');
    expect([isOpen(), document.activeElement, chosen]).toEqual([false, opener(), []]);
  });

  it('keeps Escape for itself, so that what it stands in stays open', () => {
    const closed: string[] = [];
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- stands for a panel of the page
    show(<div onKeyDown={({ key }) => { closed.push(key); }}><Menu label="More actions" items={items} /></div>);
    userEvent.click(opener());
    userEvent.keyboard('{esc}');
    expect([isOpen(), closed]).toEqual([false, []]);
  });

  it.each(['before', 'after'])('closes when somebody clicks elsewhere (%s)', (elsewhere) => {
    opened();
    userEvent.click(screen.getByText(elsewhere));
    expect([isOpen(), focused()]).toEqual([false, elsewhere]);
  });

  it('closes with its button, and opens again', () => {
    opened();
    userEvent.click(opener());
    expect(isOpen()).toBe(false);
    userEvent.click(opener());
    expect(isOpen()).toBe(true);
  });

  it('closes when the focus leaves it', () => {
    opened();
    userEvent.tab();
    expect(isOpen()).toBe(false);
  });

  it('lets Tab go on to what comes after it', () => {
    opened();
    userEvent.tab();
    expect(focused()).toBe('after');
  });
});
