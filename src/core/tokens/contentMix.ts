/**
 * What a text consists of, as shares of its tokens that add up to 1. Vendors' vocabularies differ from OpenAI's by kind of
 * content, so an estimate needs this beside the count.
 */
export type ContentMix = { prose: number; code: number; nonLatin: number };

export const CODE_ONLY: ContentMix = { prose: 0, code: 1, nonLatin: 0 };

/** Units read at the start, in the middle and at the end of a text: the mix changes slowly, reading all would cost more than counting. */
const SAMPLE_UNITS = 1024;
/** A token holds about four Latin letters, but only about one and a half of others. */
const NON_LATIN_WEIGHT = 2.5;
/** Share of brackets, operators and the like from which a line of text is code: prose stays below 4 %, code is above 8 %. */
const CODE_SYMBOL_SHARE = 0.06;

/** Judges a text by samples of it; the empty text counts as code. */
export function measureContentMix(text: string): ContentMix {
  let [symbols, visible, nonLatin] = [0, 0, 0];
  for (const sample of takeSamples(text)) {
    for (let at = 0; at < sample.length; at++) {
      const unit = sample.charCodeAt(at);
      if (unit <= 0x20) continue;
      visible++;
      if (isNonLatinLetter(unit)) nonLatin++;
      else if (isCodeSymbol(unit)) symbols++;
    }
  }
  if (visible === 0) return CODE_ONLY;
  const weight = nonLatin * NON_LATIN_WEIGHT;
  const latin = visible - nonLatin;
  const share = weight / (weight + latin);
  const isCode = latin > 0 && symbols / latin >= CODE_SYMBOL_SHARE;
  return { prose: isCode ? 0 : 1 - share, code: isCode ? 1 - share : 0, nonLatin: share };
}

function takeSamples(text: string): string[] {
  if (text.length <= 3 * SAMPLE_UNITS) return [text];
  return [0, (text.length - SAMPLE_UNITS) / 2, text.length - SAMPLE_UNITS].map((start) =>
    text.slice(start, start + SAMPLE_UNITS),
  );
}

/** Letters from Greek on; general punctuation, arrows, box drawing and symbols (U+2000 to U+2DFF) are no letters. */
function isNonLatinLetter(unit: number): boolean {
  return unit >= 0x370 && !(unit >= 0x2000 && unit < 0x2e00) && !(unit >= 0xd800 && unit < 0xf900);
}

function isCodeSymbol(unit: number): boolean {
  return CODE_SYMBOLS[unit] === 1;
}

const CODE_SYMBOLS = new Uint8Array(0x10000);
for (const symbol of '{}()[]<>;=+*/\\|&^%$#@_~') CODE_SYMBOLS[symbol.charCodeAt(0)] = 1;
