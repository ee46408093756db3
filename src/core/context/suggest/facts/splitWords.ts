/**
 * The words of identifiers, paths and sentences, lower-cased and stemmed: `parseHTTPHeaders2` gives `pars`, `http`, `header`, `2`. Scripts
 * without spaces between words give their pairs of characters.
 */
export function splitWords(text: string): string[] {
  return (text.match(PARTS) ?? []).flatMap((part) => (UNSPACED.test(part) ? pairsOf(part) : stemWord(part)));
}

/** The words of a task that can tell one file from another. */
export function taskWords(task: string): string[] {
  return [...new Set(splitWords(task))].filter((word) => word.length > 1 && !EMPTY_WORDS.has(word));
}

/** Cuts what inflects an English word: `parses`, `parsed` and `parsing` become `pars`. A stem always starts its word. */
export function stemWord(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length < 4 || !/^[a-z]+$/.test(lower)) return lower;
  const stem = lower.replace(/(?:ations?|ating|ated?|ings?|ied|ies|ers?|ed|es|(?<!s)s|e|y)$/, '');
  return stem.length < 3 ? lower : stem;
}

/** Runs of capitals, capitalised or lower-case words, digits. */
const PARTS = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+/gu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;

function pairsOf(part: string): string[] {
  const chars = [...part];
  if (chars.length < 3) return [part];
  return chars.slice(1).map((char, index) => `${chars[index]}${char}`);
}

/** Words of commits and requests that are in every one of them, stemmed. */
const EMPTY_WORDS = new Set(
  splitWords(
    `a an the and or not no of in on at to for from with without by as is are be was it its this that when where which who than then so if else
    into we i you they can could should would will may must do does did done make makes made let have has had use using used via per
    fix fixes fixed bug issue problem add adds added adding remove removes removed change changes changed update updates updated
    improve support allow handle new old more some all also only just too very there here please want need`,
  ),
);
