import { countWords } from './countWords.ts';

/**
 * Whether a prompt tells what goes wrong: beside a request of `ownWords` words it says enough, and more than that there is a bug. Of "the footer still
 * says 2023, fix that" anybody knows what to mend.
 */
export function tellsWhatHappens(prose: string, ownWords: number): boolean {
  const words = countWords(prose) - ownWords;
  return words >= WORDS_THAT_EXPLAIN || (words >= WORDS_THAT_TELL && !ONLY_TROUBLE.test(prose));
}

/** So many have said it in any words. */
const WORDS_THAT_EXPLAIN = 8;
/** So many are a sentence with a subject and what it does. */
const WORDS_THAT_TELL = 4;
const ONLY_TROUBLE =
  /(?<![\p{L}])(?:bugs?|issues?|problems?|broken|errors?|wrong|fehler|probleme?|kaputt)(?![\p{L}])|问题|错误/iu;
