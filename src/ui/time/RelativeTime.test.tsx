import { act, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import * as React from 'react';
import { show } from '../testing/inWords';
import { exactTime, relativeTime, RelativeTime } from './RelativeTime';

// In the reader's own time zone, whichever that is here: Wednesday morning.
const now = new Date(2026, 10, 25, 9, 30).getTime();
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const ago = (milliseconds: number, locale: string = 'en-US'): string => relativeTime(new Date(now - milliseconds), now, locale, 'just now');

describe('how long ago', () => {
  it.each([
    [0, 'just now'], [59_000, 'just now'], [-5 * minute, 'just now'], [minute, '1 minute ago'], [119_000, '1 minute ago'], [5 * minute, '5 minutes ago'], [hour - 1000, '59 minutes ago'], [hour, '1 hour ago'], [9 * hour, '9 hours ago'],
    [23 * hour, '23 hours ago'], [24 * hour, 'yesterday'], [3 * day, '3 days ago'], [7 * day, '7 days ago'], [7 * day + 1000, 'Nov 18'], [40 * day, 'Oct 16'], [400 * day, 'Oct 21, 2025'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(ago(milliseconds)).toBe(text);
  });

  it('is said in the reader\'s language', () => {
    expect([ago(5 * minute, 'nl-NL'), ago(3 * day, 'nl-NL'), ago(40 * day, 'nl-NL')]).toEqual(['5 minuten geleden', '3 dagen geleden', '16 okt']);
  });

  it('never says that something is still to come', () => {
    fc.assert(fc.property(fc.integer({ min: -day, max: 1000 * day }), (milliseconds) => {
      expect(ago(milliseconds)).not.toMatch(/^in |tomorrow/);
    }));
  });

  it('calls yesterday only what was on the day before', () => {
    expect(ago(33 * hour)).toBe('yesterday');
    expect(ago(34 * hour)).toBe('2 days ago');
    expect(ago(47 * hour, 'nl-NL')).toBe('eergisteren');
  });
});

describe('the time beside what somebody wrote', () => {
  beforeEach(() => jest.useFakeTimers({ now }));
  afterEach(() => jest.useRealTimers());

  it('has the exact moment for people and for programs', () => {
    const date = new Date(now - 5 * minute);
    show(<RelativeTime date={date} />);
    const time = screen.getByText('5 minutes ago');
    expect(time.getAttribute('datetime')).toBe(date.toISOString());
    expect(time.title).toBe(exactTime(date, 'en-US'));
    expect(time.title).toMatch(/^Wednesday, November 25, 2026 at 9:25\sAM$/);
  });

  it('goes on while the page stands open, with one clock for all, which stops with the last', () => {
    const first = show(<RelativeTime date={new Date(now - 5 * minute)} />);
    const second = show(<RelativeTime date={new Date(now - hour)} />);
    expect(jest.getTimerCount()).toBe(1);
    act(() => { jest.advanceTimersByTime(2 * minute); });
    expect(screen.getByText('7 minutes ago')).toBeDefined();
    first.unmount();
    expect(jest.getTimerCount()).toBe(1);
    second.unmount();
    expect(jest.getTimerCount()).toBe(0);
  });
});
