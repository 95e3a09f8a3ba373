import type { FullLook } from './look.ts';

const crown = (top: number, brow: number, side: number): string =>
  `M${30 - side} 44 C${28 - side} ${top + 4} 38 ${top} 48 ${top} C58 ${top} ${68 + side} ${top + 4} ${66 + side} 44 C64 ${brow + 4} 60 ${brow} 48 ${brow} C36 ${brow} 32 ${brow + 4} ${30 - side} 44 Z`;

/** What lies behind head and neck. */
export function hairBehind(look: FullLook): string {
  const fill = (d: string): string => `<path d="${d}" fill="${look.hairColor}"/>`;
  switch (look.hair) {
    case 'long': return fill('M28 40 C26 18 70 18 68 40 L71 76 C62 82 34 82 25 76 Z');
    case 'fringe': return fill('M28 40 C26 18 70 18 68 40 L69 70 C60 75 36 75 27 70 Z');
    case 'wavy': return fill('M28 38 C24 16 72 16 68 38 C74 46 68 52 72 60 C76 70 68 80 60 78 L36 78 C28 80 20 70 24 60 C28 52 22 46 28 38 Z');
    case 'bob': return fill('M27 42 C23 17 73 17 69 42 L70 58 C66 64 30 64 26 58 Z');
    case 'ponytail': return fill('M62 26 C82 26 82 52 76 70 C72 64 70 48 62 40 Z');
    case 'bun': return `<circle cx="48" cy="15" r="9" fill="${look.hairColor}"/>`;
    case 'afro': return `<circle cx="48" cy="33" r="26" fill="${look.hairColor}"/>`;
    case 'braids': return `<g fill="${look.hairColor}">${[[28, 50], [27, 58], [26, 66], [27, 74], [68, 50], [69, 58], [70, 66], [69, 74]]
      .map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="4.4" ry="5.4"/>`).join('')}</g>${fill('M29 42 C26 17 70 17 67 42 Z')}`;
    case 'scarf': return fill('M26 42 C24 14 72 14 70 42 C72 58 74 70 80 84 L16 84 C22 70 24 58 26 42 Z');
    default: return '';
  }
}

/** What lies over the forehead. */
export function hairInFront(look: FullLook): string {
  const fill = (d: string, color = look.hairColor): string => `<path d="${d}" fill="${color}"/>`;
  const shine = (d: string): string => `<path d="${d}" fill="none" stroke="${look.hairShade}" stroke-width="1.6" stroke-linecap="round"/>`;
  switch (look.hair) {
    case 'crop': return fill(crown(19, 30, 0)) + shine('M38 25 C43 22 52 22 58 25');
    case 'side': return fill('M30 44 C26 22 40 17 50 18 C62 18 70 26 66 44 C65 36 62 33 58 31 C50 34 40 33 36 30 C33 34 31 38 30 44 Z') + shine('M37 27 C44 22 54 22 61 27');
    case 'quiff': return fill('M30 43 C28 30 32 26 34 24 C34 14 52 10 62 17 C68 22 68 34 66 43 C64 35 62 31 58 30 C50 30 44 29 38 29 C33 31 32 37 30 43 Z') + shine('M40 20 C46 16 54 16 59 21');
    case 'curls': return `<g fill="${look.hairColor}">${[[32, 34], [34, 26], [41, 21], [49, 19], [57, 21], [63, 27], [65, 35], [44, 27], [53, 27]]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="6.2"/>`).join('')}</g>`;
    case 'afro': return fill(crown(16, 31, 1));
    case 'buzz': return `<g opacity=".82">${fill(crown(20.5, 29, -0.6))}</g>`;
    case 'bald': return '<path d="M41 26 C45 23.5 50 23.5 53 24.5" fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="2" stroke-linecap="round"/>';
    case 'receding': return fill('M30 46 C27 34 31 27 36 24 C33 32 33 38 32 46 Z') + fill('M66 46 C69 34 65 27 60 24 C63 32 63 38 64 46 Z')
      + fill('M36 25 C40 19 56 19 60 25 C54 23 42 23 36 25 Z');
    case 'long': return fill('M29 46 C26 22 40 17 48 18 C58 17 70 22 67 46 C65 36 60 29 50 25 C42 30 32 34 29 46 Z') + shine('M35 29 C38 24 43 22 47 22');
    case 'wavy': return fill('M28 48 C24 22 42 16 52 18 C66 18 72 30 68 48 C66 40 66 34 58 28 C50 32 36 30 28 48 Z') + shine('M36 27 C42 22 52 21 59 24');
    case 'bob': return fill('M28 50 C24 22 40 17 48 17.5 C58 17 72 22 68 50 C66 42 65 34 60 31 C50 33 40 30 37 28 C32 34 31 42 28 50 Z') + shine('M37 24 C44 20 54 20 60 25');
    case 'bun': return fill(crown(19, 28, 0)) + shine('M37 26 C42 22 46 21 48 21') + shine('M59 26 C55 22 51 21 49 21');
    case 'ponytail': return fill('M30 45 C27 22 42 17 50 18 C64 18 68 30 66 43 C62 36 56 29 44 28 C37 31 32 37 30 45 Z') + shine('M40 23 C48 20 58 22 63 30');
    case 'pixie': return fill('M30 47 C25 24 38 16 49 17 C62 17 70 26 66 47 C65 41 64 38 61 34 C54 36 42 35 36 41 C34 36 32 42 30 47 Z') + shine('M38 24 C44 20 54 20 60 25');
    case 'fringe': return fill('M28 50 C24 22 40 17 48 17.5 C58 17 72 22 68 50 C67 44 66 39 64 35.5 C56 37.5 40 37.5 32 35.5 C30 39 29 44 28 50 Z') + shine('M36 26 C42 21 54 21 60 26');
    case 'braids': return fill(crown(18, 28, 0.6)) + shine('M48 19 L48 28') + shine('M40 21 C38 24 36 27 35 31') + shine('M56 21 C58 24 60 27 61 31');
    case 'scarf': return fill('M27 46 C24 18 40 15 48 15 C56 15 72 18 69 46 C69 66 62 72 48 72 C34 72 27 66 27 46 Z M48 25 C37 25 33 34 33 43 C33 56 40 63 48 63 C56 63 63 56 63 43 C63 34 59 25 48 25 Z').replace('/>', ' fill-rule="evenodd"/>')
      + shine('M30 66 C40 78 56 78 68 66') + shine('M34 26 C40 20 54 19 61 25');
    case 'turban': return fill('M28 38 C20 16 38 8 48 8 C60 8 76 16 68 38 C62 30 54 26 48 25 C42 26 34 30 28 38 Z') + shine('M30 30 C40 16 54 12 66 18') + shine('M66 30 C58 20 48 16 40 15');
  }
}
