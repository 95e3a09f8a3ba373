import { act, render, screen } from '@testing-library/react';
import * as React from 'react';
import { AnnouncerProvider, useAnnounce } from './announcer';

describe('what is said to who cannot see', () => {
  it('is said again when the same happens twice', () => {
    let say: (text: string) => void = () => undefined;
    const Saying = (): React.ReactElement => {
      say = useAnnounce();
      return <p />;
    };
    render(<AnnouncerProvider><Saying /></AnnouncerProvider>);
    const heard = ['Sent.', 'Sent.', 'Sent.', 'Deleted.'].map((text) => {
      act(() => say(text));
      return screen.getByRole('status').textContent ?? '';
    });
    expect(heard.map((text) => text.trim())).toEqual(['Sent.', 'Sent.', 'Sent.', 'Deleted.']);
    heard.slice(1).forEach((text, at) => expect(text).not.toBe(heard[at]));
  });
});
