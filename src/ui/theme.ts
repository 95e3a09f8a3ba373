/** What the page's theme gives, as SPFx's theme service has it: names of colours and their values. */
export interface PageTheme {
  readonly isInverted?: boolean;
  readonly palette?: Readonly<Record<string, string | undefined>>;
  readonly semanticColors?: Readonly<Record<string, string | undefined>>;
}

const light = {
  background: '#ffffff', surface: '#f5f5f4', text: '#242424', subtle: '#5c5c5c', border: '#d1d1d1', line: '#8a8886', accent: '#0f6cbd', onAccent: '#ffffff', accentSoft: '#ebf3fc', accentText: '#0f548c',
  danger: '#a4262c', dangerSoft: '#fdf3f4', warnSoft: '#fff4ce', warnText: '#5c4300', goodText: '#0e700e',
};
const dark: typeof light = {
  background: '#1f1f1f', surface: '#2b2b2b', text: '#ffffff', subtle: '#c8c8c8', border: '#484848', line: '#9a9a9a', accent: '#62abf5', onAccent: '#10243a', accentSoft: '#12304d', accentText: '#96c6fa',
  danger: '#f1939c', dangerSoft: '#3f1011', warnSoft: '#4a3a00', warnText: '#fde9a8', goodText: '#85d585',
};

/** The CSS variables that every component takes its colours from. */
export function themeVariables(theme: PageTheme | undefined): Record<string, string> {
  const of = (name: string): string | undefined => theme?.semanticColors?.[name] ?? theme?.palette?.[name];
  const background = of('bodyBackground') ?? '#ffffff';
  // One of the two can always be read.
  const strongest = contrast('#ffffff', background) > contrast('#000000', background) ? '#ffffff' : '#000000';
  const isDark = luminance(firstReadable(background, of('bodyText'), strongest)) > luminance(background);
  const base = isDark ? dark : light;
  const text = firstReadable(background, of('bodyText'), base.text, strongest);
  const subtle = firstReadable(background, of('bodySubtext'), base.subtle, text);
  const accent = firstReadable(background, of('themePrimary'), base.accent, text);
  const carries = (surface: string): boolean => [text, subtle].every((colour) => contrast(colour, surface) >= legible);
  const colours = {
    ...base, background, text, subtle, surface: [of('bodyStandoutBackground') ?? base.surface, base.surface].filter(carries)[0] ?? background, accent, accentText: accent,
    onAccent: contrast('#ffffff', accent) >= 4.5 ? '#ffffff' : '#000000', accentSoft: isDark ? base.accentSoft : of('themeLighterAlt') ?? base.accentSoft,
  };
  return Object.keys(colours).reduce<Record<string, string>>((variables, name) => ({ ...variables, [`--schil-${name}`]: colours[name as keyof typeof colours] }), {});
}

/** The contrast that WCAG AA asks of text. */
const legible = 4.5;

/** The first of these colours that can be read on the background; the last one when none can. */
function firstReadable(background: string, ...colours: readonly (string | undefined)[]): string {
  const known = colours.filter((colour): colour is string => colour !== undefined);
  return known.filter((colour) => contrast(colour, background) >= legible)[0] ?? known[known.length - 1];
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(left: string, right: string): number {
  const [bright, dim] = [luminance(left), luminance(right)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Of `#abc`, `#aabbcc`, `rgb(…)`; white for anything else. */
function channels(colour: string): number[] {
  const hex = /^#([0-9a-f]{6}|[0-9a-f]{3})/i.exec(colour.trim())?.[1];
  if (hex) {
    const wide = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
    return [0, 2, 4].map((at) => parseInt(wide.slice(at, at + 2), 16));
  }
  const numbers = /^rgba?\(([^)]+)\)/i.exec(colour)?.[1].split(',').map(Number);
  return numbers && numbers.length >= 3 ? numbers.slice(0, 3) : [255, 255, 255];
}
