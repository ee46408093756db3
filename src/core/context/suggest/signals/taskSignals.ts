import type { Corpus } from '../corpus.ts';
import { taskWords } from '../facts/splitWords.ts';
import { nameOf } from '../graph/pathTable.ts';
import type { SuggestQuestion } from '../suggestQuestion.ts';
import type { Signals } from './signals.ts';
import { wordsOfIdentifiers } from './wordsOfIdentifiers.ts';

type TaskSignals = Pick<Signals, 'named' | 'symbols' | 'words' | 'pathWords'>;

/** What the words of the task say: files and symbols that it names, words in texts and in paths. */
export function measureTask(corpus: Corpus, { task, symbols = [] }: SuggestQuestion): TaskSignals {
  const words = taskWords(task);
  return {
    named: measureNamed(corpus, task),
    symbols: measureSymbols(corpus, [...symbolsOf(task), ...symbols]),
    words: measureWords(corpus, words),
    pathWords: measurePaths(corpus, words),
  };
}

/** Parts of a task that are written as names are in code: `readFile`, `read_file`, `Reader`, `reader.read()`. */
export function symbolsOf(task: string): string[] {
  return [...new Set(task.match(/[\p{L}_$][\p{L}\p{N}_$]{2,}/gu) ?? [])].filter((word) =>
    /[\p{Ll}\p{N}]\p{Lu}|_|\$|^\p{Lu}/u.test(word),
  );
}

/** File names with an extension and paths that stand in the task; a long stem counts half. */
function measureNamed({ files }: Corpus, task: string): Float32Array {
  const parts = new Set(task.toLowerCase().match(/[\p{L}\p{N}_.$/-]{3,}/gu) ?? []);
  return Float32Array.from(files, ({ path }) => {
    const lower = path.toLowerCase();
    const name = nameOf(lower);
    if (parts.has(lower) || (parts.has(name) && name.includes('.'))) return 1;
    const stem = name.replace(/\..*$/, '');
    return stem.length > 4 && parts.has(stem) ? 0.5 : 0;
  });
}

/** Files that declare a symbol of the task; one that many declare says less. */
function measureSymbols(
  { files, identifiers, declaredIn }: Corpus,
  symbols: readonly string[],
): Float32Array {
  const found = new Float32Array(files.length);
  for (const symbol of symbols) {
    const holders = declaredIn.get(identifiers.numberOf(symbol) ?? -1) ?? [];
    for (const file of holders) found[file]! += 1 / Math.sqrt(holders.length);
  }
  return found.map((value) => value / (value + 0.5));
}

/** BM25's usual constants: how soon a repeated word stops to count, and how much the length of a file matters. */
const K1 = 1.2;
const B = 0.6;

/** BM25 over the words of identifiers, as a share of what a file with every word could have. */
function measureWords(corpus: Corpus, words: readonly string[]): Float32Array {
  const { files, averageLength } = corpus;
  const wordsOf = wordsOfIdentifiers(corpus.identifiers, words);
  const frequencies = words.map(() => new Float32Array(files.length));
  for (const [index, { identifiers, counts, isBulk }] of files.entries()) {
    for (let at = 0; at < identifiers.length; at += 1) {
      const found = wordsOf.get(identifiers[at]!);
      if (found !== undefined)
        for (const word of found) frequencies[word]![index]! += isBulk ? 1 : counts[at]!;
    }
  }
  const scores = new Float32Array(files.length);
  let most = 0;
  for (const frequency of frequencies) {
    const holders = frequency.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
    if (holders === 0) continue;
    const rarity = Math.log(1 + (files.length - holders + 0.5) / (holders + 0.5));
    most += rarity * (K1 + 1);
    for (const [index, value] of frequency.entries()) {
      if (value === 0) continue;
      const norm = K1 * (1 - B + (B * (files[index]?.length ?? 0)) / averageLength);
      scores[index]! += (rarity * value * (K1 + 1)) / (value + norm);
    }
  }
  return most === 0 ? scores : scores.map((score) => score / most);
}

/** The share of the task's words, rare ones first, that stand in a path. A name counts in full, a folder half. */
function measurePaths({ places }: Corpus, words: readonly string[]): Float32Array {
  const scores = new Float32Array(places.length);
  let most = 0;
  for (const word of words) {
    const holders = places.filter((place) => place.words.has(word)).length;
    if (holders === 0) continue;
    const rarity = Math.log(1 + places.length / holders);
    most += rarity;
    for (const [index, place] of places.entries()) {
      if (place.words.has(word)) scores[index]! += place.nameWords.has(word) ? rarity : rarity / 2;
    }
  }
  return most === 0 ? scores : scores.map((score) => score / most);
}
