import { splitWords } from '../facts/splitWords.ts';
import type { PathTable } from '../graph/pathTable.ts';

/** A commit: when it was made, its first line, and the files it touched under their present paths. */
export type Commit = { timeS: number; subject: string; paths: readonly string[] };

/** Commits from the newest to the oldest; empty where there is no Git. */
export type History = readonly Commit[];

/** A commit with the files that are still there, by number. `weight` falls with age and with the number of files. */
export type PlacedCommit = { files: readonly number[]; weight: number; words: ReadonlySet<string> };

export type PlacedHistory = {
  commits: readonly PlacedCommit[];
  /** Commits of each file, the newest first. */
  byFile: readonly (readonly number[])[];
  /** In how many subjects a word stands. */
  wordCounts: ReadonlyMap<string, number>;
};

/** A commit of more files (a rename, a new licence line) says nothing about what belongs together. */
const MOST_FILES_OF_COMMIT = 50;
/** So long after it a commit says half as much. */
const HALF_LIFE_S = 400 * 24 * 3600;

export function placeHistory(history: History, table: PathTable): PlacedHistory {
  const newest = history[0]?.timeS ?? 0;
  const commits: PlacedCommit[] = [];
  const byFile: number[][] = table.paths.map(() => []);
  const wordCounts = new Map<string, number>();
  for (const { timeS, subject, paths } of history) {
    if (paths.length === 0 || paths.length > MOST_FILES_OF_COMMIT) continue;
    const files = [...new Set(paths.flatMap((path) => table.numberOf(path) ?? []))];
    if (files.length === 0) continue;
    const words = new Set(splitWords(subject));
    for (const word of words) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
    const age = 2 ** (-Math.max(0, newest - timeS) / HALF_LIFE_S);
    const index = commits.push({ files, weight: age * Math.min(1, 3 / paths.length), words }) - 1;
    for (const file of files) byFile[file]?.push(index);
  }
  return { commits, byFile, wordCounts };
}
