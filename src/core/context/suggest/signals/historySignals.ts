import type { Corpus } from '../corpus.ts';
import { taskWords } from '../facts/splitWords.ts';
import type { PlacedHistory } from '../history/history.ts';
import type { PlacedSeed } from './placedSeed.ts';
import type { Signals } from './signals.ts';

type HistorySignals = Pick<Signals, 'together' | 'togetherOf' | 'subjects' | 'recent' | 'often'>;

/** What past commits say: which files changed with those at hand, which ones under words like these, which ones lately. */
export function measureHistory(
  { history, files }: Corpus,
  seeds: readonly PlacedSeed[],
  task: string,
): HistorySignals {
  const empty = () => new Float32Array(files.length);
  const signals = { together: empty(), togetherOf: empty() };
  for (const seed of seeds) addTogether(signals, history, seed);
  return {
    ...signals,
    subjects: measureSubjects(history, empty(), taskWords(task)),
    ...measureTimes(history, empty(), empty()),
  };
}

/** Commits of one file that are looked at; the newest ones. */
const MOST_COMMITS_OF_FILE = 300;

function addTogether(
  { together, togetherOf }: Pick<HistorySignals, 'together' | 'togetherOf'>,
  history: PlacedHistory,
  seed: PlacedSeed,
): void {
  const shared = sharedWeights(history, seed.file);
  const all = weightOf(history, seed.file);
  for (const [file, weight] of shared) {
    if (file === seed.file) continue;
    together[file] = Math.max(together[file]!, (seed.weight * weight) / (all + 0.5));
    togetherOf[file] = Math.max(togetherOf[file]!, (seed.weight * weight) / (weightOf(history, file) + 0.5));
  }
}

function sharedWeights({ commits, byFile }: PlacedHistory, file: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const index of (byFile[file] ?? []).slice(0, MOST_COMMITS_OF_FILE)) {
    const commit = commits[index]!;
    for (const other of commit.files) shared.set(other, (shared.get(other) ?? 0) + commit.weight);
  }
  return shared;
}

function weightOf({ commits, byFile }: PlacedHistory, file: number): number {
  return (byFile[file] ?? [])
    .slice(0, MOST_COMMITS_OF_FILE)
    .reduce((sum, index) => sum + commits[index]!.weight, 0);
}

/** Files of the commits whose first lines have the task's words, the rare ones above all. */
function measureSubjects(
  { commits, wordCounts }: PlacedHistory,
  found: Float32Array,
  words: readonly string[],
): Float32Array {
  const rarities = new Map(
    words.flatMap((word) => {
      const count = wordCounts.get(word);
      return count === undefined ? [] : [[word, Math.log(1 + commits.length / count)] as const];
    }),
  );
  const most = [...rarities.values()].reduce((sum, value) => sum + value, 0);
  if (most === 0) return found;
  for (const commit of commits) {
    let likeness = 0;
    for (const [word, rarity] of rarities) if (commit.words.has(word)) likeness += rarity;
    if (likeness === 0) continue;
    for (const file of commit.files) found[file]! += commit.weight * (likeness / most) ** 2;
  }
  return found.map((value) => value / (value + 0.5));
}

/** After so many commits a change counts half, for what is being worked on and for what always changes. */
const RECENT_COMMITS = 15;
const OFTEN_COMMITS = 400;

function measureTimes(
  { commits }: PlacedHistory,
  recent: Float32Array,
  often: Float32Array,
): Pick<Signals, 'recent' | 'often'> {
  for (const [index, { files }] of commits.entries()) {
    const share = Math.min(1, 5 / files.length);
    const [now, always] = [share * 2 ** (-index / RECENT_COMMITS), share * 2 ** (-index / OFTEN_COMMITS)];
    for (const file of files) {
      recent[file]! += now;
      often[file]! += always;
    }
  }
  return {
    recent: recent.map((value) => value / (value + 0.5)),
    often: often.map((value) => value / (value + 5)),
  };
}
