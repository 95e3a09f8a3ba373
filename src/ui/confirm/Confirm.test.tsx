import { createEvent, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { withDialogs } from '../testing/dialogs';
import { show } from '../testing/inWords';
import { Confirm } from './Confirm';

beforeAll(withDialogs);

/** A button that asks before it deletes; shows the answer. */
const Deleting = (): React.ReactElement => {
  const [asking, setAsking] = React.useState(false);
  const [answer, setAnswer] = React.useState('not asked');
  return (
    <>
      <button onClick={() => setAsking(true)}>Delete post</button><output>{answer}</output>
      {asking && <Confirm title="Delete this post?" text="You cannot undo this." yes="Delete" no="Cancel" onAnswer={(yes) => { setAnswer(String(yes)); setAsking(false); }} />}
    </>
  );
};
const answered = (): string | null => screen.getByRole('status').textContent;
const dialog = (): HTMLDialogElement => screen.getByRole('dialog', { name: 'Delete this post?' });

beforeEach(() => {
  show(<Deleting />);
  userEvent.click(screen.getByRole('button', { name: 'Delete post' }));
});

describe('a question before something cannot be undone', () => {
  it('is a dialog with a name, that says what will happen', () => {
    expect(dialog().open).toBe(true);
    expect(screen.getByText('You cannot undo this.')).toBeDefined();
  });

  it('begins on the answer that does nothing', () => {
    expect(document.activeElement?.textContent).toBe('Cancel');
  });

  it.each([['Delete', 'true'], ['Cancel', 'false']])('%s answers %s and gives the focus back', (button, answer) => {
    userEvent.click(screen.getByRole('button', { name: button }));
    expect([answered(), screen.queryByRole('dialog'), document.activeElement?.textContent]).toEqual([answer, null, 'Delete post']);
  });

  it('Escape answers no, and closes no more than the question', () => {
    // What a browser sends for Escape in a modal dialog.
    const cancel = createEvent('cancel', dialog(), { cancelable: true });
    fireEvent(dialog(), cancel);
    expect([answered(), cancel.defaultPrevented, screen.queryByRole('dialog')]).toEqual(['false', true, null]);
  });
});
