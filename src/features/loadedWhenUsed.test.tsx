import * as React from 'react';
import * as ReactDom from 'react-dom';
import { loadedWhenUsed } from './loadedWhenUsed';

const Waiting = (): React.ReactElement => <>waiting</>;
const Found = (): React.ReactElement => <>found</>;
const nextTask = async (): Promise<void> => { await new Promise((resolve) => { setTimeout(resolve, 20); }); };
let element: HTMLElement;
beforeEach(() => {
  element = document.createElement('div');
  // React would have `act` run effects at once; what is tested here is what comes between.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  ReactDom.unmountComponentAtNode(element);
  jest.restoreAllMocks();
});

describe('a component that is loaded when it is used', () => {
  it('shows that it waits, then itself', async () => {
    const Loaded = loadedWhenUsed(async () => ({ default: Found }), Waiting);
    ReactDom.render(<Loaded />, element);
    expect(element.textContent).toBe('waiting');
    await nextTask();
    expect(element.textContent).toBe('found');
  });

  // Whoever presses Enter on the invitation to write while its code is coming.
  it('shows itself when a prefetch ends just after it was drawn', async () => {
    let arrive: (module: { default: React.ComponentType }) => void = () => undefined;
    const arriving = new Promise<{ default: React.ComponentType }>((resolve) => { arrive = resolve; });
    const Loaded = loadedWhenUsed(async () => arriving, Waiting);
    Loaded.prefetch();
    ReactDom.render(<Loaded />, element);
    // The prefetch ends before React runs the effects of what it drew: they wait for the next task.
    arrive({ default: Found });
    await nextTask();
    expect(element.textContent).toBe('found');
  });
});
