import * as React from 'react';

const paths = {
  more: 'M4 8.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zm6 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3zm6 0a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  react: 'M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 1.2a6.8 6.8 0 1 0 0 13.6 6.8 6.8 0 0 0 0-13.6zM7.3 7.6a1 1 0 1 1 0 2 1 1 0 0 1 0-2zm5.4 0a1 1 0 1 1 0 2 1 1 0 0 1 0-2zM6.6 11.6h1.2c.3 1 1.2 1.7 2.2 1.7s1.9-.7 2.2-1.7h1.2c-.3 1.7-1.7 2.9-3.4 2.9s-3.1-1.2-3.4-2.9z',
  reply: 'M8 4v3.2c5 .3 8 3.1 8.9 7.9.1.4-.4.6-.7.3-2-2.3-4.6-3.4-8.2-3.4V15L2.5 9.5z',
  people: 'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm5.6-.4a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM2 15.2c0-2.4 2-4.2 5.5-4.2s5.5 1.8 5.5 4.2v.8H2zm12.3.8v-.8c0-1.6-.6-3-1.7-4h.6c2.9 0 4.8 1.5 4.8 3.7v1.1z',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside a word or in a labelled button. */
export function Icon({ name }: { readonly name: IconName }): React.ReactElement {
  return <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={paths[name]} fill="currentColor" /></svg>;
}
