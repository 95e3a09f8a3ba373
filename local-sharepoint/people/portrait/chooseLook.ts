import { createHash } from 'node:crypto';
import { clothesStyles, type FullLook, type HairStyle, type Look } from './look.ts';

const skins = [
  ['#fbdcc8', '#edbfa3', '#d9837a'], ['#f3cbab', '#dfaa86', '#c9716a'], ['#e8b48c', '#cf9467', '#b9625a'], ['#cf9565', '#b27845', '#9c4f45'],
  ['#a9713f', '#8c5829', '#7f3c33'], ['#7f502c', '#653c1d', '#5f2b26'], ['#5c3820', '#452814', '#7a3f3a'],
] as const;
const hairs = [
  ['#231f20', '#3b3536'], ['#3d2a20', '#56402f'], ['#6a4526', '#845a36'], ['#7c3a22', '#96502f'], ['#b85a26', '#d07436'], ['#c99a4b', '#dcb468'],
  ['#e5cb8c', '#f0dda9'], ['#8d9095', '#a7abb0'], ['#dcdcd8', '#efefec'],
] as const;
const cloths = [
  ['#1f4e79', '#173a5b'], ['#2a7f74', '#1f6158'], ['#a33b4a', '#7f2c39'], ['#5b4b8a', '#463a6c'], ['#c9703a', '#a5582a'], ['#3d4450', '#2c323b'],
  ['#4f7d3a', '#3c612b'], ['#e3e6ea', '#c6ccd4'], ['#c2507f', '#9c3c64'], ['#d1a13b', '#ac832b'],
] as const;
const backgrounds = [
  ['#cfe6f5', '#b4d6ec'], ['#dcefdc', '#c3e2c4'], ['#fbe6cf', '#f5d4b0'], ['#f6dbe1', '#efc3cd'], ['#e4def4', '#d0c6ea'], ['#fdf0c4', '#f8e3a0'],
  ['#d5efee', '#b8e2e0'], ['#e8e4dd', '#d8d1c6'],
] as const;
const freeHair: readonly HairStyle[] = [
  'crop', 'side', 'quiff', 'curls', 'afro', 'buzz', 'receding', 'long', 'wavy', 'bob', 'bun', 'ponytail', 'pixie', 'fringe', 'crop', 'side',
];
const shortHair = new Set<HairStyle>(['crop', 'side', 'quiff', 'curls', 'buzz', 'bald', 'receding', 'turban']);
const longHair = new Set<HairStyle>(['long', 'wavy', 'bob', 'bun', 'ponytail', 'fringe', 'braids', 'pixie']);

/** Fills in a look from the e-mail address, so that the same person always looks the same. */
export function chooseLook(email: string, given: Look = {}): FullLook {
  const digest = createHash('sha256').update(email.toLowerCase()).digest();
  const pick = <T>(byte: number, from: readonly T[]): T => from[(digest[byte] ?? 0) % from.length] as T;
  const hair = given.hair ?? pick(0, freeHair);
  const skinAt = given.skin ?? pick(1, [0, 0, 1, 1, 2, 3, 4, 5, 6]);
  const [skin, skinShade, lip] = skins[skinAt] ?? skins[1];
  const hairPair = hair === 'scarf' || hair === 'turban'
    ? cloths[given.hairColor ?? pick(2, [0, 1, 2, 3, 8])] ?? cloths[0]
    : hairs[given.hairColor ?? pick(2, skinAt > 2 ? [0, 0, 1] : [0, 1, 1, 2, 2, 3, 4, 5, 5, 6, 7])] ?? hairs[1];
  const [background, backgroundShade] = pick(3, backgrounds);
  const [clothColor, clothShade] = pick(4, cloths.filter((pair) => pair[0] !== hairPair[0]));
  return {
    skin, skinShade, lip, hair, hairColor: hairPair[0], hairShade: hairPair[1],
    beard: given.beard ?? (given.hair === undefined && shortHair.has(hair) ? pick(5, ['none', 'none', 'none', 'stubble', 'full'] as const) : 'none'),
    glasses: given.glasses ?? pick(6, ['none', 'none', 'none', 'round', 'square'] as const),
    clothes: given.clothes ?? pick(7, clothesStyles),
    clothColor, clothShade, background, backgroundShade,
    headWidth: pick(8, [16.6, 17.3, 18, 18.6]), headHeight: pick(9, [20, 20.8, 21.6]),
    eyes: pick(10, [0, 1, 2] as const), mouth: pick(11, [0, 1, 2] as const), brow: pick(12, [-0.8, 0, 0.7]),
    earrings: longHair.has(hair) && pick(13, [true, false, false]),
  };
}
