import { waitFor } from '@testing-library/react';
import * as React from 'react';
import { useAnnounce, AnnouncerProvider } from './announcer';
import { mountFeature, unmountFeature, type Surroundings } from './mount';
import { useServices } from './services';
import { emptyCache, servicesOf } from './testing/showFeature';
import { words } from '../ui/testing/inWords';

const surroundings: Surroundings = { services: servicesOf(), words, queryClient: emptyCache(), theme: undefined };
let element: HTMLElement;
beforeEach(() => { element = document.body.appendChild(document.createElement('div')); });
afterEach(() => unmountFeature(element));

describe('a feature on a page', () => {
  it('has the services, the language and the colours of the page', () => {
    const Site = (): React.ReactElement => <p>{useServices().siteKey}</p>;
    mountFeature(element, <Site />, surroundings);
    const root = element.firstElementChild as HTMLElement;
    expect([root.textContent, root.lang, root.style.getPropertyValue('--schil-accent')]).toEqual(['site-1', 'en-US', '#0f6cbd']);
  });

  it('keeps what it is doing when the theme changes', () => {
    const Counting = (): React.ReactElement => {
      const [count, setCount] = React.useState(0);
      return <button onClick={() => setCount(count + 1)}>{count}</button>;
    };
    mountFeature(element, <Counting />, surroundings);
    element.querySelector('button')?.click();
    mountFeature(element, <Counting />, { ...surroundings, theme: { semanticColors: { bodyBackground: '#1f1f1f' } } });
    expect([element.textContent, (element.firstElementChild as HTMLElement).style.getPropertyValue('--schil-background')]).toEqual(['1', '#1f1f1f']);
  });

  it('leaves nothing behind', () => {
    mountFeature(element, <p>x</p>, surroundings);
    unmountFeature(element);
    expect(element.childElementCount).toBe(0);
  });
});

describe('what is said to who cannot see it', () => {
  it('stands in a polite live region', async () => {
    const Saying = (): React.ReactElement => {
      const announce = useAnnounce();
      React.useEffect(() => announce('Sent.'), [announce]);
      return <p />;
    };
    mountFeature(element, <AnnouncerProvider><Saying /></AnnouncerProvider>, surroundings);
    await waitFor(() => expect(element.querySelector('[aria-live="polite"]')?.textContent).toBe('Sent.'));
  });
});
