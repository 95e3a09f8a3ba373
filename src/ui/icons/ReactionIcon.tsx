import * as React from 'react';
import type { ReactionKind } from '../../domain/feed/post';

/** Drawn here: nothing is fetched, and they look the same everywhere. */
const drawings: Readonly<Record<ReactionKind, { readonly colour: string; readonly path: string }>> = {
  like: { colour: '#0f6cbd', path: 'M6 11.2h1.8v5.6H6zM8.6 16V11l2.3-4.6c.9 0 1.5.6 1.5 1.5 0 .7-.2 1.5-.4 2.1h3.2c.8 0 1.3.7 1.1 1.4l-1 4.1c-.2.7-.7 1.2-1.5 1.2h-3.6c-.7 0-1.2-.2-1.6-.7z' },
  love: { colour: '#c4314b', path: 'M11 16.6l-4.3-4.1c-1.3-1.3-1.3-3.2-.1-4.3 1.2-1.1 3-.9 4 .3l.4.5.4-.5c1-1.2 2.8-1.4 4-.3 1.2 1.1 1.2 3-.1 4.3z' },
  celebrate: { colour: '#8f4e00', path: 'M11 5.5l1.6 3.4 3.7.5-2.7 2.6.7 3.7-3.3-1.8-3.3 1.8.7-3.7-2.7-2.6 3.7-.5z' },
  insightful: { colour: '#6b5700', path: 'M11 5.5a4 4 0 0 0-2.2 7.4c.3.2.5.6.5 1v.3h3.4v-.3c0-.4.2-.8.5-1A4 4 0 0 0 11 5.5zM9.5 15h3v.6c0 .6-.6 1.1-1.5 1.1s-1.5-.5-1.5-1.1z' },
  funny: { colour: '#0e700e', path: 'M8.3 7.6c.6 0 1 .6 1 1.2s-.4 1.2-1 1.2-1-.6-1-1.2.4-1.2 1-1.2zm5.4 0c.6 0 1 .6 1 1.2s-.4 1.2-1 1.2-1-.6-1-1.2.4-1.2 1-1.2zM6.5 11.3h9c0 2.9-2 4.9-4.5 4.9s-4.5-2-4.5-4.9z' },
  support: { colour: '#5c2e91', path: 'M9.8 6h2.4v3.8H16v2.4h-3.8V16H9.8v-3.8H6V9.8h3.8z' },
};

/** A reaction's picture; its name stands beside it or in the button's label. */
export function ReactionIcon({ kind, size = 20 }: { readonly kind: ReactionKind; readonly size?: number }): React.ReactElement {
  const { colour, path } = drawings[kind];
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="11" fill={colour} />
      <path d={path} fill="#ffffff" />
    </svg>
  );
}
