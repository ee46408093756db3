import type { Corpus } from '../corpus.ts';
import { SEED_WEIGHTS, type SuggestQuestion } from '../suggestQuestion.ts';

/** A file at hand by its number, with its weight. */
export type PlacedSeed = { file: number; weight: number };

/** After so many files at hand the next one says nothing new, and each costs a look at every file. */
const MOST_SEEDS = 20;

/** The seeds that the index knows, each once, the weightiest first; names that differ only in case are different files. */
export function placeSeeds(corpus: Corpus, { seeds }: SuggestQuestion): PlacedSeed[] {
  const weights = new Map<number, number>();
  for (const { path, kind } of seeds) {
    const file = corpus.table.numberOf(path);
    if (file !== undefined) weights.set(file, Math.max(weights.get(file) ?? 0, SEED_WEIGHTS[kind]));
  }
  return Array.from(weights, ([file, weight]) => ({ file, weight }))
    .sort((a, b) => b.weight - a.weight || a.file - b.file)
    .slice(0, MOST_SEEDS);
}
