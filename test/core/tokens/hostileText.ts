import fc from 'fast-check';

/** Pieces of text that tokenizers get wrong, alone or next to each other. */
export const HOSTILE_FRAGMENTS = [
  // Letters of every kind, with and without case, in and beyond the first plane.
  ...[
    'a',
    'b',
    's',
    'Z',
    'é',
    'ß',
    'Ж',
    'ж',
    'ǅ',
    'ʰ',
    'ª',
    'ʕ',
    'ₐ',
    '中',
    '文',
    'の',
    '한국어',
    'العربية',
    'हिन्दी',
    'ไทย',
  ],
  ...['𝐀', '𝐚', '𠀀', '𑰀', 'ⓐ', '㊀'],
  // Marks alone and after letters, symbols, spaces.
  ...['\u0301', '\u0300', '\u0903', '\u20dd', '\ufe0f', 'e\u0301', '\u{e0100}'],
  ...['1', '2', '1234', '0x1F', '٣', 'Ⅷ', '½', '²', '𝟙'],
  ...['😀', '👨‍👩‍👧', '🇩🇪', '🇦', '\u200d', '\u200b'],
  // White space and line ends of every kind; U+0085 is white space for the reference, U+FEFF is not.
  ...[
    ' ',
    '  ',
    '   ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\v',
    '\f',
    '\u0085',
    '\u00a0',
    '\u1680',
    '\u2003',
    '\u2028',
    '\u3000',
    '\ufeff',
  ],
  // Contractions; U+017F folds to s, U+212A to k.
  ...[
    "'",
    "'s",
    "'S",
    "'ſ",
    'ſ',
    "'ll",
    "'lL",
    "'VE",
    "'re",
    "'t",
    "'d",
    "'m",
    "don't",
    "I'M",
    'K',
    '’s',
    "''s",
  ],
  ...['!', '?', '...', '//', '/', '/*', '*/', '\\', ';\n//', '):', '{}', '=>', '-'],
  ...[
    '<|endoftext|>',
    '<|endofprompt|>',
    '<|fim_prefix|>',
    '__proto__',
    'hasOwnProperty',
    'constructor',
    '\0',
    '\0\0',
  ],
  // Halves of characters, also such that neighbours make a whole one.
  ...['\ud800', '\udc00', '\ud83d', '\ude00', '\udfff', '\ufffd', '\uffff', '\u{10ffff}', '\ue000', '\u0378'],
  ...[
    'function',
    'getElementById',
    'HTMLElement',
    ' return',
    ' the',
    'XMLHttpRequest',
    'snake_case',
    'de',
    'AB',
    'aB',
  ],
] as const;

const run = fc
  .tuple(
    fc.constantFrom(...HOSTILE_FRAGMENTS, 'ab', '=', '.', ' \n', 'aGVsbG8'),
    fc.integer({ min: 2, max: 60 }),
  )
  .map(([fragment, count]) => fragment.repeat(count));

const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
  .map((units) => String.fromCharCode(...units));

/** Text made of hostile fragments, runs, arbitrary code points and arbitrary UTF-16 units. */
export function hostileText(maxParts: number): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...HOSTILE_FRAGMENTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    { weight: 1, arbitrary: anyUnits },
    { weight: 1, arbitrary: run },
  );
  return fc.array(part, { maxLength: maxParts, size: 'max' }).map((parts) => parts.join(''));
}
