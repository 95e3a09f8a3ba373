import type { Emphasis } from '../canvas/canvas.ts';

export type ThemeName = 'light' | 'dark';

/** The colours of one section in one theme; all others are made from these. */
export interface Colours {
  readonly isInverted: boolean;
  readonly background: string;
  readonly text: string;
  readonly subtext: string;
  readonly primary: string;
  /** Text on `primary`. */
  readonly onPrimary: string;
  readonly primaryHovered: string;
  readonly standout: string;
  readonly hovered: string;
  readonly lighter: string;
  readonly border: string;
  readonly error: string;
}

const light: Colours = {
  isInverted: false, background: '#ffffff', text: '#323130', subtext: '#605e5c', primary: '#0f6cbd', onPrimary: '#ffffff', primaryHovered: '#0c5896', standout: '#faf9f8', hovered: '#f3f2f1',
  lighter: '#eff6fc', border: '#edebe9', error: '#a4262c',
};
const dark: Colours = {
  isInverted: true, background: '#1b1a19', text: '#ffffff', subtext: '#c8c6c4', primary: '#62abf5', onPrimary: '#06213b', primaryHovered: '#8fc4f8', standout: '#252423', hovered: '#323130',
  lighter: '#13263a', border: '#484644', error: '#f1939c',
};

/** By theme and emphasis: none, neutral, soft, strong. */
const sections: Readonly<Record<ThemeName, readonly [Colours, Colours, Colours, Colours]>> = {
  light: [
    light,
    { ...light, background: '#f3f2f1', standout: '#ffffff', hovered: '#e8e6e4', border: '#d2d0ce', subtext: '#595755', primary: '#0c5ea8' },
    { ...light, background: '#ebf3fc', standout: '#ffffff', hovered: '#dbe9f9', border: '#c5d9ee', subtext: '#55534f', primary: '#0c5ea8' },
    { ...dark, background: '#0a4a80', standout: '#083c68', hovered: '#083c68', border: '#3a7ab0', subtext: '#e1dfdd', primary: '#c7e0f4', onPrimary: '#083c68', primaryHovered: '#ffffff', lighter: '#0c5896', error: '#ffd7da' },
  ],
  dark: [
    dark,
    { ...dark, background: '#252423', standout: '#323130', hovered: '#3b3a39', border: '#605e5c' },
    { ...dark, background: '#13263a', standout: '#1d3a57', hovered: '#1d3a57', border: '#3d5a78', lighter: '#1d3a57' },
    { ...light, background: '#62abf5', text: '#10243a', subtext: '#10243a', primary: '#06213b', onPrimary: '#ffffff', primaryHovered: '#10243a', standout: '#7dbaf7', hovered: '#7dbaf7', lighter: '#7dbaf7', border: '#2b6ca8', error: '#5c0d12' },
  ],
};

export function coloursOf(theme: ThemeName, emphasis: Emphasis): Colours {
  return sections[theme][emphasis];
}
