import type { FullLook } from './look.ts';

const line = (d: string, color: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const both = (draw: (x: number, side: -1 | 1) => string): string => draw(40.8, -1) + draw(55.2, 1);

/** Eyes, brows, nose, cheeks, mouth, beard and glasses. */
export function face(look: FullLook): string {
  const browColor = ['scarf', 'turban', 'bald'].includes(look.hair) ? '#3a2a22' : look.hairColor;
  const brows = both((x, side) => line(`M${x - 3.6} ${38 + (side < 0 ? 0 : look.brow * 0.5)} Q${x} ${35.4 - look.brow} ${x + 3.6} ${38 + (side > 0 ? 0 : look.brow * 0.5)}`, browColor, 1.7));
  return `${beard(look)}${cheeks(look)}${eyes(look)}${brows}${line('M48 44.5 Q50.2 48.6 47 49.4', look.skinShade, 1.7)}${mouth(look)}${glasses(look)}`;
}

function eyes(look: FullLook): string {
  if (look.eyes === 2) {
    return both((x) => line(`M${x - 2.8} 43.4 Q${x} 40.2 ${x + 2.8} 43.4`, '#2b2320', 1.9));
  }
  const lash = look.eyes === 1 ? both((x, side) => line(`M${x + side * 1.4} 40.6 L${x + side * 3.6} 40`, '#2b2320', 1.2)) : '';
  return both((x) => `<ellipse cx="${x}" cy="42.8" rx="2.1" ry="2.5" fill="#2b2320"/><circle cx="${x + 0.8}" cy="41.8" r=".75" fill="#fff"/>`) + lash;
}

function cheeks(look: FullLook): string {
  return both((x, side) => `<ellipse cx="${x + side * 3}" cy="49.4" rx="3.4" ry="2.2" fill="${look.lip}" opacity=".28"/>`);
}

function mouth(look: FullLook): string {
  switch (look.mouth) {
    case 0: return line('M42 52.6 Q48 58 54 52.6', look.lip, 2);
    case 1: return `<path d="M41.6 52 Q48 53.4 54.4 52 Q53 58.8 48 58.8 Q43 58.8 41.6 52 Z" fill="#7c2d2d"/><path d="M42.6 52.6 Q48 53.8 53.4 52.6 L52.8 54.6 Q48 55.6 43.2 54.6 Z" fill="#fff"/>`;
    case 2: return `<path d="M42 52.8 Q48 54.6 54 52.8 Q48 59.4 42 52.8 Z" fill="#fff" stroke="${look.lip}" stroke-width="1.3" stroke-linejoin="round"/>`;
  }
}

function beard(look: FullLook): string {
  const color = look.hair === 'turban' || look.hair === 'scarf' ? '#2b2320' : look.hairColor;
  const jaw = 'M30.6 45 C31 62 40 65.5 48 65.5 C56 65.5 65 62 65.4 45 C63.6 50 60 50.4 56 49.8 C51 48.8 45 48.8 40 49.8 C36 50.4 32.4 50 30.6 45 Z';
  switch (look.beard) {
    case 'none': return '';
    case 'stubble': return `<path d="${jaw}" fill="${color}" opacity=".22"/>`;
    case 'full': return `<path d="${jaw}" fill="${color}"/>`;
    case 'goatee': return `<path d="M41 50.4 Q48 47.6 55 50.4 L54.6 59 Q48 66 41.4 59 Z" fill="${color}"/>`;
    case 'moustache': return `<path d="M40.6 52.4 Q44 48.6 48 50 Q52 48.6 55.4 52.4 Q51 53 48 51.8 Q45 53 40.6 52.4 Z" fill="${color}"/>`;
  }
}

function glasses(look: FullLook): string {
  if (look.glasses === 'none') {
    return '';
  }
  const frame = both((x) => look.glasses === 'round'
    ? `<circle cx="${x}" cy="43" r="5.4"/>`
    : `<rect x="${x - 5.8}" y="38.8" width="11.6" height="8.6" rx="2.2"/>`);
  return `<g fill="#fff" fill-opacity=".22" stroke="#2f2c33" stroke-width="1.4">${frame}<path d="M46.4 42.4 Q48 41.2 49.6 42.4 M35.2 42 L30.8 41 M60.8 42 L65.2 41" fill="none"/></g>`;
}
