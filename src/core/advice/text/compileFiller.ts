import type { FillerForm, FillerPhrase } from './fillerPhrases.ts';

/** The pattern of a phrase, for all its places in a text without regard to letter case. Compiled once. */
export function compileFiller(phrase: FillerPhrase): RegExp {
  const known = compiled.get(phrase);
  if (known !== undefined) return known;
  const pattern = new RegExp(AROUND[phrase.form](phrase.body), 'gimu');
  compiled.set(phrase, pattern);
  return pattern;
}

const compiled = new Map<FillerPhrase, RegExp>();

/** Whole words; masks stand for names. */
const WORD_START = "(?<![\\p{L}\\p{N}_§'’-])";
const WORD_END = "(?![\\p{L}\\p{N}_'’-])";

const AROUND: Record<FillerForm, (body: string) => string> = {
  sentence: (body) => `(?<=^|[.!?,;:\\n] {0,4})(?:${body})(?: {0,3}(?:[.!,;:]{1,5}|(?=$|\\n))) {0,4}`,
  lead: (body) => `${WORD_START}(?:${body})(?: |$)`,
  phrase: (body) => `${WORD_START}(?:, )?(?:${body})${WORD_END},? ?`,
  swap: (body) => `${WORD_START}(?:${body})${WORD_END}`,
  unspaced: (body) => body,
};
