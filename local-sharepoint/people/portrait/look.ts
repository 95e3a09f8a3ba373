/** What somebody looks like, as far as the drawing knows. Everything left out is chosen from the person's e-mail address. */
export interface Look {
  /** 0 (lightest) to 6 (darkest). */
  readonly skin?: number;
  readonly hair?: HairStyle;
  /** 0 black, 1 dark brown, 2 brown, 3 auburn, 4 ginger, 5 blond, 6 light blond, 7 grey, 8 white. For a scarf or turban: the cloth. */
  readonly hairColor?: number;
  readonly beard?: 'none' | 'stubble' | 'full' | 'goatee' | 'moustache';
  readonly glasses?: 'none' | 'round' | 'square';
  readonly clothes?: Clothes;
}

export const hairStyles = [
  'crop', 'side', 'quiff', 'curls', 'afro', 'buzz', 'bald', 'receding', 'long', 'wavy', 'bob', 'bun', 'ponytail', 'pixie', 'fringe', 'braids',
  'scarf', 'turban',
] as const;
export type HairStyle = (typeof hairStyles)[number];
export const clothesStyles = ['crew', 'vneck', 'shirt', 'blazer', 'turtleneck', 'hoodie', 'stripes'] as const;
export type Clothes = (typeof clothesStyles)[number];

/** A look with nothing left open, and the small differences that make two alike people two people. */
export interface FullLook {
  readonly skin: string;
  readonly skinShade: string;
  readonly lip: string;
  readonly hair: HairStyle;
  readonly hairColor: string;
  readonly hairShade: string;
  readonly beard: NonNullable<Look['beard']>;
  readonly glasses: NonNullable<Look['glasses']>;
  readonly clothes: Clothes;
  readonly clothColor: string;
  readonly clothShade: string;
  readonly background: string;
  readonly backgroundShade: string;
  readonly headWidth: number;
  readonly headHeight: number;
  readonly eyes: 0 | 1 | 2;
  readonly mouth: 0 | 1 | 2;
  readonly brow: number;
  readonly earrings: boolean;
}
