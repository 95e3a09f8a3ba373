import type { Emphasis } from '../canvas/canvas.ts';
import type { Theme } from './spfx.ts';

interface Colours { readonly background: string; readonly text: string; readonly subtext: string; readonly primary: string; readonly standout: string; readonly lighter: string; readonly border: string }

const light: Colours = { background: '#ffffff', text: '#323130', subtext: '#605e5c', primary: '#0f6cbd', standout: '#faf9f8', lighter: '#eff6fc', border: '#edebe9' };
const dark: Colours = { background: '#1b1a19', text: '#ffffff', subtext: '#c8c6c4', primary: '#62abf5', standout: '#252423', lighter: '#13263a', border: '#484644' };

const sections: Readonly<Record<'light' | 'dark', readonly Colours[]>> = {
  light: [light, { ...light, background: '#f3f2f1', standout: '#ffffff', subtext: '#595755' }, { ...light, background: '#ebf3fc', standout: '#ffffff', subtext: '#55534f' }, { ...dark, background: '#0a4a80', primary: '#c7e0f4', subtext: '#e1dfdd', standout: '#083c68', lighter: '#0c5896', border: '#3a7ab0' }],
  dark: [dark, { ...dark, background: '#252423', standout: '#323130' }, { ...dark, background: '#13263a', standout: '#1d3a57' }, { ...dark, background: '#62abf5', text: '#10243a', subtext: '#10243a', primary: '#06213b', standout: '#7dbaf7', lighter: '#7dbaf7', border: '#2b6ca8' }],
};

/** The theme that a web part in a section gets: the page's, light or dark, on the section's background. */
export function sectionTheme(name: 'light' | 'dark', emphasis: Emphasis): Theme {
  const colours = sections[name][emphasis] ?? (name === 'light' ? light : dark);
  return {
    isInverted: name === 'dark' ? emphasis !== 3 : emphasis === 3,
    palette: {
      themePrimary: colours.primary, themeSecondary: colours.primary, themeDark: colours.primary, themeLighterAlt: colours.lighter, themeLighter: colours.lighter, themeLight: colours.lighter,
      white: colours.background, black: colours.text, neutralPrimary: colours.text, neutralSecondary: colours.subtext, neutralDark: colours.text, neutralLight: colours.border, neutralLighter: colours.standout, neutralTertiary: colours.subtext,
    },
    semanticColors: {
      bodyBackground: colours.background, bodyText: colours.text, bodySubtext: colours.subtext, bodyStandoutBackground: colours.standout, bodyDivider: colours.border, link: colours.primary, linkHovered: colours.primary,
      primaryButtonBackground: colours.primary, primaryButtonText: colours.background, buttonText: colours.text, inputBackground: colours.background, inputBorder: colours.subtext, disabledText: colours.subtext,
    },
  };
}

/** Light or dark, as chosen in the account menu. */
export function pageTheme(): 'light' | 'dark' {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

export function setPageTheme(name: 'light' | 'dark'): void {
  document.documentElement.dataset['theme'] = name;
  localStorage.setItem('page-theme', name);
}
