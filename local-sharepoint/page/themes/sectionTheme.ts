import type { Emphasis } from '../canvas/canvas.ts';
import { coloursOf, type Colours, type ThemeName } from './colours.ts';

/** What a web part gets from the theme service (IReadonlyTheme of sp-component-base). */
export interface Theme {
  readonly isInverted: boolean;
  readonly palette: Readonly<Record<string, string>>;
  readonly semanticColors: Readonly<Record<string, string>>;
}

/** The theme of a section: the page's, light or dark, on the section's background. */
export function sectionTheme(name: ThemeName, emphasis: Emphasis): Theme {
  const colours = coloursOf(name, emphasis);
  return { isInverted: colours.isInverted, palette: palette(colours), semanticColors: semanticColors(colours) };
}

/** Fluent UI's palette. On inverted backgrounds `white` is dark and `black` light, as in SharePoint's own themes. */
function palette(of: Colours): Record<string, string> {
  return {
    themeDarker: of.primaryHovered, themeDark: of.primaryHovered, themeDarkAlt: of.primaryHovered, themePrimary: of.primary, themeSecondary: of.primary, themeTertiary: of.border,
    themeLight: of.lighter, themeLighter: of.lighter, themeLighterAlt: of.lighter, accent: of.primary,
    black: of.text, neutralDark: of.text, neutralPrimary: of.text, neutralPrimaryAlt: of.text, neutralSecondary: of.subtext, neutralTertiary: of.subtext, neutralTertiaryAlt: of.border,
    neutralQuaternary: of.border, neutralQuaternaryAlt: of.border, neutralLight: of.border, neutralLighter: of.hovered, neutralLighterAlt: of.standout, white: of.background, redDark: of.error,
  };
}

/** Fluent UI's names of what colours are for. */
function semanticColors(of: Colours): Record<string, string> {
  return {
    bodyBackground: of.background, bodyFrameBackground: of.background, bodyStandoutBackground: of.standout, bodyBackgroundHovered: of.hovered, bodyBackgroundChecked: of.hovered,
    bodyText: of.text, bodyTextChecked: of.text, bodySubtext: of.subtext, bodyDivider: of.border, bodyFrameDivider: of.border, defaultStateBackground: of.standout, focusBorder: of.text,
    link: of.primary, linkHovered: of.primaryHovered, actionLink: of.text, actionLinkHovered: of.text, errorText: of.error, errorBackground: of.standout, variantBorder: of.border, variantBorderHovered: of.subtext,
    disabledBackground: of.hovered, disabledText: of.subtext, disabledBodyText: of.subtext, disabledSubtext: of.subtext, disabledBorder: of.border,
    inputBackground: of.background, inputText: of.text, inputTextHovered: of.text, inputPlaceholderText: of.subtext, inputBorder: of.subtext, inputBorderHovered: of.text, inputFocusBorderAlt: of.primary,
    inputBackgroundChecked: of.primary, inputBackgroundCheckedHovered: of.primaryHovered, inputForegroundChecked: of.onPrimary, inputIcon: of.primary,
    buttonBackground: of.background, buttonBackgroundHovered: of.hovered, buttonBackgroundPressed: of.hovered, buttonBorder: of.subtext, buttonText: of.text, buttonTextHovered: of.text,
    primaryButtonBackground: of.primary, primaryButtonBackgroundHovered: of.primaryHovered, primaryButtonBackgroundPressed: of.primaryHovered, primaryButtonText: of.onPrimary, primaryButtonTextHovered: of.onPrimary,
    menuBackground: of.background, menuItemText: of.text, menuItemBackgroundHovered: of.hovered, menuIcon: of.primary, menuHeader: of.primary, menuDivider: of.border,
    listBackground: of.background, listText: of.text, listItemBackgroundHovered: of.hovered, listItemBackgroundChecked: of.hovered, cardStandoutBackground: of.standout,
  };
}

/** The colours as custom properties of the page's own styles. */
export function customProperties(name: ThemeName, emphasis: Emphasis): string {
  const { isInverted, ...colours } = coloursOf(name, emphasis);
  const declared = Object.entries(colours).map(([colour, value]) => `--lsp-${colour.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`);
  return `${declared.join(' ')} color-scheme: ${isInverted ? 'dark' : 'light'};`;
}
