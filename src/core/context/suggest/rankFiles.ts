import type { Corpus } from './corpus.ts';
import type { IndexedFile } from './facts/indexedFile.ts';
import { measureSignals } from './signals/measureSignals.ts';
import { placeSeeds } from './signals/placedSeed.ts';
import { SIGNALS, type SignalName, type Signals } from './signals/signals.ts';
import { SIGNAL_WEIGHTS } from './signals/signalWeights.ts';
import type { SuggestQuestion } from './suggestQuestion.ts';

/** A file with what speaks for it, the strongest first. */
export type RankedFile = {
  /** Its place in the corpus. */
  index: number;
  file: IndexedFile;
  score: number;
  isSeed: boolean;
  signals: readonly SignalName[];
};

/** How much each signal counts; one that is absent counts nothing. */
export type Weights = Readonly<Partial<Record<SignalName, number>>>;

/** The files that something speaks for, the most likely to be needed first: those at hand, then the others by score, equal ones by path. */
export function rankFiles(corpus: Corpus, question: SuggestQuestion): RankedFile[] {
  return rankBySignals(corpus, question, measureSignals(corpus, question), SIGNAL_WEIGHTS);
}

export function rankBySignals(
  corpus: Corpus,
  question: SuggestQuestion,
  signals: Signals,
  weights: Weights,
): RankedFile[] {
  const seeds = new Map(placeSeeds(corpus, question).map(({ file, weight }) => [file, weight]));
  const ranked = corpus.files.map((file, index) => {
    const parts = SIGNALS.map((name) => ({
      name,
      value: (weights[name] ?? 0) * (signals[name][index] ?? 0),
    }));
    const score = parts.reduce((sum, { value }) => sum + value, 0);
    const strong = parts.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
    return { index, file, score, isSeed: seeds.has(index), signals: strong.map(({ name }) => name) };
  });
  const best = ranked.reduce((most, { score, isSeed }) => (isSeed ? most : Math.max(most, score)), 0);
  const least = Math.min(LEAST_SCORE, best * LEAST_OF_BEST);
  const seedWeight = ({ index }: RankedFile) => seeds.get(index) ?? 0;
  const spoken = ranked
    .filter(({ score, isSeed }) => isSeed || (score > 0 && score >= least))
    .sort((a, b) => seedWeight(b) - seedWeight(a) || b.score - a.score || a.index - b.index);
  const isVague = spoken.every(({ signals }) => signals.every((name) => OF_ANY_TASK.has(name)));
  return isVague ? spoken.slice(0, MOST_OF_ANY_TASK) : spoken;
}

/** What is true of a file whatever the task is. Where nothing else is known, a few that change often are a start; more would be a guess. */
const OF_ANY_TASK: ReadonlySet<SignalName> = new Set(['recent', 'often', 'bulk']);
const MOST_OF_ANY_TASK = 20;

/**
 * Below this nothing in particular speaks for a file. Of what commits touched on the bench two in a hundred lie there, among thousands of others;
 * where little is known, without a history or a task, the best has little more, and a share of it decides.
 */
const LEAST_SCORE = 1;
const LEAST_OF_BEST = 1 / 6;
