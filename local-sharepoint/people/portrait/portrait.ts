import { chooseLook } from './chooseLook.ts';
import { face } from './face.ts';
import { hairBehind, hairInFront } from './hair.ts';
import type { FullLook, Look } from './look.ts';

/** A friendly drawn portrait, the same every time for the same person; legible from 32 pixels on. */
export function portrait(email: string, size: number, look?: Look): string {
  const chosen = chooseLook(email, look);
  const ear = (x: number): string => `<ellipse cx="${x}" cy="44.5" rx="3.4" ry="4.8" fill="${chosen.skinShade}"/>`;
  const reach = chosen.headWidth;
  const head = `${ear(48 - reach)}${ear(48 + reach)}${chosen.earrings ? `<circle cx="${48 - reach - 0.6}" cy="51" r="1.7" fill="#e8c04a"/><circle cx="${48 + reach + 0.6}" cy="51" r="1.7" fill="#e8c04a"/>` : ''}`
    + `<ellipse cx="48" cy="43" rx="${reach}" ry="${chosen.headHeight}" fill="${chosen.skin}"/>`;
  return picture(size, `<rect width="96" height="96" fill="${chosen.background}"/><circle cx="48" cy="52" r="40" fill="${chosen.backgroundShade}"/>`
    + `${hairBehind(chosen)}<path d="M40 56 H56 V70 Q48 78 40 70 Z" fill="${chosen.skinShade}"/>${clothes(chosen)}${head}${face(chosen)}${hairInFront(chosen)}`);
}

/** The grey figure SharePoint shows for somebody without a picture. */
export function silhouette(size: number): string {
  return picture(size, '<rect width="96" height="96" fill="#e1dfdd"/><circle cx="48" cy="38" r="18" fill="#a19f9d"/><path d="M14 96 C14 72 30 62 48 62 C66 62 82 72 82 96 Z" fill="#a19f9d"/>');
}

function picture(size: number, drawing: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 96 96">${drawing}</svg>`;
}

function clothes(look: FullLook): string {
  const body = (neck: string): string => `<path d="M10 96 C10 78 24 71.5 ${neck} 72 71.5 86 78 86 96 Z" fill="${look.clothColor}"/>`;
  const round = body('38 68 Q48 77 58 68 C');
  switch (look.clothes) {
    case 'crew': return `${round}<path d="M38 68 Q48 77 58 68" fill="none" stroke="${look.clothShade}" stroke-width="2.6"/>`;
    case 'vneck': return `<path d="M36 67 L48 80 L60 67 Z" fill="${look.skinShade}"/>${body('37 67.5 L48 82 L59 67.5 C')}<path d="M37 67.5 L48 82 L59 67.5" fill="none" stroke="${look.clothShade}" stroke-width="2.4"/>`;
    case 'shirt': return `${round}<path d="M38 67 L48 76 L58 67 L61 73 L53 80 L48 76 L43 80 L35 73 Z" fill="#fff" fill-opacity=".86"/><path d="M48 77 V96" stroke="${look.clothShade}" stroke-width="1.6"/>`;
    case 'blazer': return `<path d="M34 66 H62 L58 96 H38 Z" fill="#f7f7f5"/><path d="M40 67 L48 76 L56 67" fill="none" stroke="#d8dadd" stroke-width="2"/>`
      + `<path d="M10 96 C10 78 24 71.5 37 67 L46 96 Z M86 96 C86 78 72 71.5 59 67 L50 96 Z" fill="${look.clothColor}"/><path d="M37 67 L33 79 L38 81 L46 96 M59 67 L63 79 L58 81 L50 96" fill="none" stroke="${look.clothShade}" stroke-width="1.8"/>`;
    case 'turtleneck': return `${round}<path d="M38.6 62 Q48 67 57.4 62 L58.4 71 Q48 77 37.6 71 Z" fill="${look.clothShade}"/>`;
    case 'hoodie': return `${round}<path d="M33 70 C36 62 42 66 48 77 C54 66 60 62 63 70 C62 80 52 82 48 82 C44 82 34 80 33 70 Z" fill="${look.clothShade}"/><path d="M44 82 V91 M52 82 V91" stroke="#fff" stroke-opacity=".8" stroke-width="1.5" stroke-linecap="round"/>`;
    case 'stripes': return `${round}<g stroke="#fff" stroke-opacity=".7" stroke-width="2.4"><path d="M17 81 H79 M12.4 87 H83.6 M10.4 93 H85.6" fill="none"/></g><path d="M38 68 Q48 77 58 68" fill="none" stroke="${look.clothShade}" stroke-width="2.6"/>`;
  }
}
