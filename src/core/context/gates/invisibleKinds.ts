/** Kinds of invisible characters, with the words a user reads. The first kind that fits holds. */
export const INVISIBLE_KINDS = [
  'tag',
  'bidi',
  'zeroWidth',
  'variationSelector',
  'softHyphen',
  'byteOrderMark',
  'filler',
  'other',
] as const;
export type InvisibleKind = (typeof INVISIBLE_KINDS)[number];

/** The kind of an invisible character, by code point. Source: Unicode 17, DerivedCoreProperties.txt and PropList.txt. */
export function invisibleKindOf(codePoint: number): InvisibleKind {
  return KIND_RANGES.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2] ?? 'other';
}

/** The name of an invisible character as Unicode gives it, or its number where the name says no more: `U+2065`. */
export function invisibleNameOf(codePoint: number): string {
  const name = NAMES[codePoint];
  if (name !== undefined) return name;
  const kind = invisibleKindOf(codePoint);
  if (kind === 'tag') return codePoint === 0xe007f ? 'CANCEL TAG' : 'TAG CHARACTER';
  if (kind === 'variationSelector') return `VARIATION SELECTOR-${selectorNumber(codePoint)}`;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function selectorNumber(codePoint: number): number {
  return codePoint >= 0xe0100 ? codePoint - 0xe0100 + 17 : codePoint - 0xfe00 + 1;
}

const KIND_RANGES: readonly (readonly [first: number, last: number, kind: InvisibleKind])[] = [
  [0xe0000, 0xe007f, 'tag'],
  [0x061c, 0x061c, 'bidi'],
  [0x200e, 0x200f, 'bidi'],
  [0x202a, 0x202e, 'bidi'],
  [0x2066, 0x2069, 'bidi'],
  [0x200b, 0x200d, 'zeroWidth'],
  [0x2060, 0x2060, 'zeroWidth'],
  [0x034f, 0x034f, 'zeroWidth'],
  [0x180e, 0x180e, 'zeroWidth'],
  [0x180b, 0x180d, 'variationSelector'],
  [0x180f, 0x180f, 'variationSelector'],
  [0xfe00, 0xfe0f, 'variationSelector'],
  [0xe0100, 0xe01ef, 'variationSelector'],
  [0x00ad, 0x00ad, 'softHyphen'],
  [0xfeff, 0xfeff, 'byteOrderMark'],
  [0x115f, 0x1160, 'filler'],
  [0x3164, 0x3164, 'filler'],
  [0xffa0, 0xffa0, 'filler'],
];

const NAMES: Readonly<Record<number, string>> = {
  173: 'SOFT HYPHEN',
  847: 'COMBINING GRAPHEME JOINER',
  1564: 'ARABIC LETTER MARK',
  4447: 'HANGUL CHOSEONG FILLER',
  4448: 'HANGUL JUNGSEONG FILLER',
  6068: 'KHMER VOWEL INHERENT AQ',
  6069: 'KHMER VOWEL INHERENT AA',
  6155: 'MONGOLIAN FREE VARIATION SELECTOR ONE',
  6156: 'MONGOLIAN FREE VARIATION SELECTOR TWO',
  6157: 'MONGOLIAN FREE VARIATION SELECTOR THREE',
  6158: 'MONGOLIAN VOWEL SEPARATOR',
  6159: 'MONGOLIAN FREE VARIATION SELECTOR FOUR',
  8203: 'ZERO WIDTH SPACE',
  8204: 'ZERO WIDTH NON-JOINER',
  8205: 'ZERO WIDTH JOINER',
  8206: 'LEFT-TO-RIGHT MARK',
  8207: 'RIGHT-TO-LEFT MARK',
  8234: 'LEFT-TO-RIGHT EMBEDDING',
  8235: 'RIGHT-TO-LEFT EMBEDDING',
  8236: 'POP DIRECTIONAL FORMATTING',
  8237: 'LEFT-TO-RIGHT OVERRIDE',
  8238: 'RIGHT-TO-LEFT OVERRIDE',
  8288: 'WORD JOINER',
  8289: 'FUNCTION APPLICATION',
  8290: 'INVISIBLE TIMES',
  8291: 'INVISIBLE SEPARATOR',
  8292: 'INVISIBLE PLUS',
  8294: 'LEFT-TO-RIGHT ISOLATE',
  8295: 'RIGHT-TO-LEFT ISOLATE',
  8296: 'FIRST STRONG ISOLATE',
  8297: 'POP DIRECTIONAL ISOLATE',
  12644: 'HANGUL FILLER',
  65279: 'ZERO WIDTH NO-BREAK SPACE',
  65440: 'HALFWIDTH HANGUL FILLER',
  65529: 'INTERLINEAR ANNOTATION ANCHOR',
  65530: 'INTERLINEAR ANNOTATION SEPARATOR',
  65531: 'INTERLINEAR ANNOTATION TERMINATOR',
  917505: 'LANGUAGE TAG',
};
