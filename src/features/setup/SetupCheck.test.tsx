import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { showFeature } from '../testing/showFeature';
import { LazySetupCheck } from './lazySetup';
import SetupCheck from './SetupCheck';
import { InMemorySetup, partOf } from './testing/inMemorySetup';

let setup: InMemorySetup;
beforeEach(() => {
  setup = new InMemorySetup();
  setup.parts = [
    partOf('', { subject: 'list' }), partOf('Body'), partOf('ThemeId', { subject: 'index', problem: 'notIndexed' }), partOf('Key', { problem: 'wrongType', repairable: false }),
    partOf('items', { subject: 'permission', problem: 'wrongItemSecurity' }), partOf('own', { subject: 'permission' }), partOf('Intranet Visitors', { subject: 'permission', problem: 'notGranted' }),
  ];
});
const open = (): ReturnType<typeof showFeature> => showFeature(<SetupCheck />, { loadSetup: async () => setup });
const rows = (): string[][] => within(screen.getByRole('table')).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('cell').map(({ textContent }) => textContent ?? ''));

describe('the set-up check', () => {
  it('names each part and what is wrong with it, with what to ask an administrator', async () => {
    open();
    await screen.findByRole('table');
    expect(rows()).toEqual([
      ['SchilPosts', 'List', 'In order'], ['SchilPosts', 'Column Body', 'In order'], ['SchilPosts', 'Index on ThemeId', 'The column has no index, so the list cannot grow beyond 5,000 items.'],
      ['SchilPosts', 'Column Key', 'Ask an administrator: The column has another type. Rename or remove it in the settings of the list, then set up again.'],
      ['SchilPosts', 'Permission of everyone on their own items', 'People could change what others wrote.'], ['SchilPosts', 'Permission of the list itself', 'In order'],
      ['SchilPosts', 'Permission of Intranet Visitors', 'The right to take part is missing.'],
    ]);
    expect(screen.getByText('4 things are not as they should be.')).toBeDefined();
  });

  it('mends what can be mended, and shows what is left', async () => {
    open();
    userEvent.click(await screen.findByRole('button', { name: 'Mend' }));
    expect(await screen.findByText('1 thing is not as it should be.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Mend' })).toBeNull();
  });

  it('says that all is well, and looks again', async () => {
    setup.parts = [partOf('Body')];
    open();
    expect(await screen.findByText('Everything is as it should be.')).toBeDefined();
    setup.parts = [partOf('Body', { problem: 'missing' })];
    userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText('1 thing is not as it should be.')).toBeDefined();
  });

  it('is for owners', async () => {
    setup.mayManage = false;
    open();
    expect(await screen.findByText('Only owners of this site can check the set-up.')).toBeDefined();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('is never blank: it says that it is reading, and what went wrong', async () => {
    setup.refuseNext('offline');
    showFeature(<LazySetupCheck />, { loadSetup: async () => setup });
    expect(screen.getByText('Checking…')).toBeDefined();
    expect((await screen.findByRole('alert')).textContent).toContain('There is no connection.');
    await waitFor(() => expect(screen.queryByText('Checking…')).toBeNull());
  });

  it('that could not be read can be tried again', async () => {
    setup.refuseNext('offline');
    open();
    await screen.findByRole('alert');
    expect(screen.getByRole('button', { name: /again/i })).toBeDefined();
  });
});
