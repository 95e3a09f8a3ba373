import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { reactionKinds, type Reaction, type ReactionKind } from '../../domain/feed/post';
import { personOf, reactionOf } from '../../domain/feed/testing/words';
import { show } from '../testing/inWords';
import { ReactionBar } from './ReactionBar';

const me = 1;
let changes: [ReactionKind, boolean][];
beforeEach(() => { changes = []; });

function bar(reactions: readonly Reaction[], mayReact: boolean = true): void {
  show(<><ReactionBar reactions={reactions} myId={me} mayReact={mayReact} onChange={(kind, on) => { changes.push([kind, on]); }} /><button>elsewhere</button></>);
}
const mineOf = (kind: ReactionKind, id: number = 1): Reaction => reactionOf(id, 5, me, { kind });
const reactButton = (): HTMLElement => screen.getByRole('button', { name: /^React/ });
const summary = (): HTMLElement => screen.getByRole('button', { name: /Who reacted/ });
const choices = (): HTMLElement[] => within(screen.getByRole('group', { name: 'React' })).getAllByRole('button');

describe('reacting', () => {
  it('offers every kind, none of them pressed at first', () => {
    bar([]);
    userEvent.click(reactButton());
    expect(choices().map((choice) => [choice.getAttribute('aria-label'), choice.getAttribute('aria-pressed')])).toEqual(['Like', 'Love', 'Celebrate', 'Insightful', 'Funny', 'Support'].map((name) => [name, 'false']));
    expect([reactButton().getAttribute('aria-expanded'), document.activeElement]).toEqual(['true', choices()[0]]);
  });

  it('tells of the kind that was chosen, closes, and gives the focus back', () => {
    bar([]);
    userEvent.click(reactButton());
    userEvent.click(screen.getByRole('button', { name: 'Celebrate' }));
    expect([changes, screen.queryByRole('group'), document.activeElement]).toEqual([[['celebrate', true]], null, reactButton()]);
  });

  it('shows one\'s own as pressed, and takes it back', () => {
    bar([mineOf('love'), reactionOf(2, 5, 9)]);
    expect(reactButton().textContent).toContain('Love');
    userEvent.click(reactButton());
    expect(choices().map((choice) => choice.getAttribute('aria-pressed'))).toEqual(reactionKinds.map((kind) => String(kind === 'love')));
    userEvent.click(screen.getByRole('button', { name: 'Take back: Love' }));
    expect(changes).toEqual([['love', false]]);
  });

  it('with another kind leaves the first one', () => {
    bar([mineOf('love')]);
    userEvent.click(reactButton());
    userEvent.click(screen.getByRole('button', { name: 'Like' }));
    expect(changes).toEqual([['like', true]]);
  });

  it('is not offered to who may not', () => {
    bar([mineOf('like')], false);
    expect(screen.queryByRole('button', { name: /^React/ })).toBeNull();
    expect(summary()).toBeDefined();
  });

  it('is given up with Escape, and by clicking elsewhere', () => {
    bar([]);
    userEvent.click(reactButton());
    userEvent.keyboard('{esc}');
    expect(screen.queryByRole('group')).toBeNull();
    userEvent.click(reactButton());
    userEvent.click(screen.getByText('elsewhere'));
    expect([screen.queryByRole('group'), changes]).toEqual([null, []]);
  });

  it('given up with Escape leaves the focus on the button', () => {
    bar([]);
    userEvent.click(reactButton());
    userEvent.keyboard('{esc}');
    expect(document.activeElement).toBe(reactButton());
  });
});

describe('who reacted', () => {
  it('is counted, and not shown before somebody reacted', () => {
    bar([]);
    expect(screen.queryByRole('button', { name: /Who reacted/ })).toBeNull();
  });

  it.each([[1, '1 reaction. Who reacted'], [2, '2 reactions. Who reacted']])('%d: %s', (count, name) => {
    bar(Array.from({ length: count }, (_, at) => reactionOf(at + 1, 5, at + 10)));
    expect(summary().getAttribute('aria-label')).toBe(name);
  });

  it('is told by name, with how they reacted; oneself is "you"', () => {
    bar([reactionOf(1, 5, 9, { person: personOf(9, { name: 'Lotte Jansen' }), kind: 'support' }), mineOf('funny', 2)]);
    userEvent.click(summary());
    const people = screen.getByRole('dialog', { name: 'Who reacted' });
    expect(within(people).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/Lotte Jansen.*Support/), expect.stringMatching(/you.*Funny/)]);
    expect(document.activeElement?.textContent).toBe('Close');
  });

  it('is told of the first fifty, and how many others', () => {
    bar(Array.from({ length: 53 }, (_, at) => reactionOf(at + 1, 5, at + 10)));
    userEvent.click(summary());
    expect(screen.getAllByRole('listitem')).toHaveLength(50);
    expect(screen.getByText('and 3 others')).toBeDefined();
  });

  it('closes', () => {
    bar([mineOf('like')]);
    userEvent.click(summary());
    userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect([screen.queryByRole('dialog'), summary().getAttribute('aria-expanded')]).toEqual([null, 'false']);
  });

  it('closed leaves the focus on what opened it', () => {
    bar([mineOf('like')]);
    userEvent.click(summary());
    userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(summary());
  });
});
