import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { showFeature } from '../testing/showFeature';
import { deferred, type Deferred } from '../feed/testing/deferred';
import SetupInvitation from './SetupInvitation';
import { InMemorySetup, partOf } from './testing/inMemorySetup';

let setup: InMemorySetup;
let done: number;
beforeEach(() => {
  setup = new InMemorySetup();
  done = 0;
});

const Invitation = ({ mayManage = true, outdated = false }: { readonly mayManage?: boolean; readonly outdated?: boolean }): React.ReactElement => <SetupInvitation mayManage={mayManage} outdated={outdated} onDone={() => { done += 1; }} />;
const open = (props: React.ComponentProps<typeof Invitation> = {}): ReturnType<typeof showFeature> => showFeature(<Invitation {...props} />, { loadSetup: async () => setup });
const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name });

/** Set-up waits before each part, until it is told to go on. */
function partByPart(): () => Promise<void> {
  let waiting: Deferred<void>;
  setup.beforePart = () => {
    waiting = deferred<void>();
    return waiting.promise;
  };
  return () => act(async () => {
    waiting.resolve();
    for (let round = 0; round < 3; round += 1) await Promise.resolve();
  });
}

describe('the owner of a site without the lists', () => {
  it('sees what will be made, and who will be able to do what, before anything is done', async () => {
    open();
    expect((await screen.findByText('Lists/SchilPosts')).parentElement?.textContent).toBe('Posts Lists/SchilPosts');
    expect(screen.getByText('Participants: Intranet Visitors')).toBeDefined();
    expect(screen.getByText('Editors: Intranet Members')).toBeDefined();
    expect(screen.getByText('Nothing else on your site changes.')).toBeDefined();
    expect(setup.parts.every(({ problem }) => problem === 'missing')).toBe(true);
  });

  it('presses one button, sees how far it is, and is told when it is done', async () => {
    const next = partByPart();
    open();
    userEvent.click(await button('Set up'));
    const progress = await screen.findByRole('progressbar', { name: 'Setting up: 0 of 3' });
    expect([progress.getAttribute('value'), progress.getAttribute('max')]).toEqual(['0', '3']);
    await next();
    expect(await screen.findByText('Setting up: 1 of 3')).toBeDefined();
    await next();
    expect([await screen.findByText('Setting up: 2 of 3'), done]).toEqual([expect.anything(), 0]);
    await next();
    await waitFor(() => expect(done).toBe(1));
    expect(setup.parts.filter(({ problem }) => problem)).toEqual([]);
  });

  it('may stop, and go on later from there', async () => {
    const next = partByPart();
    open();
    userEvent.click(await button('Set up'));
    await screen.findByText('Setting up: 0 of 3');
    await next();
    await screen.findByText('Setting up: 1 of 3');
    userEvent.click(await button('Stop'));
    await next();
    expect(await screen.findByText('Stopped. You can go on whenever you like.')).toBeDefined();
    expect([setup.parts.filter(({ problem }) => problem).length, done]).toEqual([2, 0]);
    setup.beforePart = async () => undefined;
    userEvent.click(await button('Go on'));
    await waitFor(() => expect(done).toBe(1));
    expect(screen.queryByText('Stopped. You can go on whenever you like.')).toBeNull();
  });

  it('is told what went wrong, and may try again', async () => {
    open();
    const start = await button('Set up');
    await screen.findByText('Lists/SchilPosts');
    setup.refuseNext('notAllowed');
    userEvent.click(start);
    expect((await screen.findByRole('alert')).textContent).toContain('You are not allowed to do this.');
    userEvent.click(await button('Set up'));
    await waitFor(() => expect(done).toBe(1));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes on where somebody began before', async () => {
    setup.parts = [partOf('', { subject: 'list' }), partOf('Body', { problem: 'missing' })];
    open();
    expect(await button('Go on')).toBeDefined();
  });

  it('is told what only an administrator can mend, when that is what is left', async () => {
    setup.parts = [partOf('', { subject: 'list', problem: 'missing' }), partOf('ThemeId', { problem: 'wrongType', repairable: false })];
    open();
    userEvent.click(await button('Set up'));
    await button('Go on');
    expect(screen.getByText(/ThemeId/)).toBeDefined();
  });

  it('stops the work when the web part is taken from the page', async () => {
    const next = partByPart();
    const { unmount } = open();
    userEvent.click(await button('Set up'));
    await screen.findByText('Setting up: 0 of 3');
    unmount();
    await next();
    expect([setup.parts.filter(({ problem }) => problem).length, done]).toEqual([3, 0]);
  });
});

describe('everybody else', () => {
  it('is told who can do it, and can do nothing', async () => {
    open({ mayManage: false });
    const link = await screen.findByRole('link', { name: 'Marijke van der Velden' });
    expect(decodeURIComponent(link.getAttribute('href') ?? '')).toBe(`mailto:marijke@contoso.example?subject=Please set up the conversations on this page&body=${window.location.href}`);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});

describe('an owner whose lists are of an older version', () => {
  it('is offered the update', async () => {
    open({ outdated: true });
    userEvent.click(await button('Update'));
    await waitFor(() => expect(done).toBe(1));
  });
});
