import { screen } from '@testing-library/react';
import * as React from 'react';
import { RefusedError, type RefusalReason } from '../../domain/refusedError';
import { show, words } from '../testing/inWords';
import { ErrorMessage, Message } from './Message';

describe('a message', () => {
  it.each([['info', 'status'], ['warning', 'status'], ['error', 'alert']] as const)('%s is a %s', (kind, role) => {
    show(<Message kind={kind} title="Title">Words</Message>);
    expect(screen.getByRole(role).textContent).toBe('TitleWords');
  });

  it('shows only what there is to show', () => {
    show(<Message kind="info" />);
    expect(screen.getByRole('status').childElementCount).toBe(0);
  });

  it('has a way on, and details for who asks for them', () => {
    show(<Message kind="error" actions={<button>Try again</button>} detail="500 Internal Server Error">It failed.</Message>);
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
    expect(screen.getByText('Details').closest('details')).toMatchObject({ open: false, textContent: 'Details500 Internal Server Error' });
  });
});

describe('an error', () => {
  const reasons = Object.keys(words.strings.refusal) as RefusalReason[];

  it.each(reasons)('%s is said in words that tell what to do', (reason) => {
    show(<ErrorMessage error={new RefusedError(reason, 'The words of the server')} title="Not sent." />);
    expect(screen.getByRole('alert').textContent).toBe(`Not sent.${words.strings.refusal[reason]}DetailsThe words of the server`);
  });

  it('of another kind is said to be unexpected, with its own words in the details', () => {
    show(<ErrorMessage error={new TypeError('x is undefined')} />);
    expect(screen.getByRole('alert').textContent).toBe(`${words.strings.refusal.unexpected}DetailsTypeError: x is undefined`);
  });

  it('of a server that said nothing has no details', () => {
    show(<ErrorMessage error={new RefusedError('missing', '')} />);
    expect(screen.queryByText('Details')).toBeNull();
  });

  it('shows what a server said as text, whatever it is', () => {
    const { container } = show(<ErrorMessage error={new RefusedError('unexpected', '<img src=x onerror=alert(1)>')} />);
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeDefined();
  });
});
