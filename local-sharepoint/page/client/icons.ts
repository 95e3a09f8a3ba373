const svg = 'http://www.w3.org/2000/svg';

/** Drawn with lines on a grid of 20 by 20. */
const drawings = {
  add: 'M10 4v12M4 10h12',
  edit: 'M4 16l1-4 8-8 3 3-8 8-4 1zM11.5 5.5l3 3',
  up: 'M10 16V5M5 9.5L10 4.5l5 5',
  down: 'M10 4v11M5 10.5l5 5 5-5',
  move: 'M10 3v14M3 10h14M8 5l2-2 2 2M8 15l2 2 2-2M5 8l-2 2 2 2M15 8l2 2-2 2',
  remove: 'M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6M8.5 9v4M11.5 9v4',
  close: 'M5 5l10 10M15 5L5 15',
  save: 'M4 10.5l4 4 8-9',
  chevronDown: 'M5 8l5 5 5-5',
  chevronLeft: 'M12 5l-5 5 5 5',
  chevronRight: 'M8 5l5 5-5 5',
  apps: 'M4 4h3v3H4zM8.5 4h3v3h-3zM13 4h3v3h-3zM4 8.5h3v3H4zM8.5 8.5h3v3h-3zM13 8.5h3v3h-3zM4 13h3v3H4zM8.5 13h3v3h-3zM13 13h3v3h-3z',
} as const;
export type IconName = keyof typeof drawings;

/** A decorative icon in the colour of the text; what it means is said beside it. */
export function icon(name: IconName): SVGElement {
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('class', 'lsp-icon');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', drawings[name]);
  drawing.append(path);
  return drawing;
}
