import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { buildBundles, bundleForNode } from '../buildBundles.ts';
import { atLeast, atMost, median, printGoals } from '../goal.ts';
import { printTable } from '../printTable.ts';
import { BENCH_FOLDER } from '../subjects.ts';
import { makePackFolder } from './makePackFolder.ts';
import type { Changes, Counted, Measure, Reading } from './packSubject.ts';
import { REPOMIX_VERSION, runRepomix, runRepomixAgain } from './runRepomix.ts';

const SUBJECT_BUNDLE = join(BENCH_FOLDER, 'packSubject.cjs');
const ROUNDS = 3;
const AGAIN_PASSES = 4;

type Result = { files: number; tokens: number };
type Runs = { coldMs: number[]; warmMs: number[]; result: Result };

/**
 * Counts and packs a folder of 5,000 files beside repomix. Each run is a process, timed from its start to its end; cold is without
 * any counts on disk, warm with those of the run before. The disk itself is warm for all.
 */
export async function benchPack(): Promise<void> {
  buildBundles();
  bundleForNode('test/bench/pack/packSubject.ts', SUBJECT_BUNDLE);
  const folder = makePackFolder();
  try {
    benchFolder(folder);
  } finally {
    rmSync(dirname(folder), { recursive: true, force: true });
  }
}

function benchFolder(folder: string): void {
  const besides = (name: string) => join(dirname(folder), name);
  const measureOwn = <T>(measure: Measure, cache: string): T => {
    const args = [measure, folder, cache, BENCH_FOLDER, besides('own.md')];
    return JSON.parse(execFileSync(process.execPath, [SUBJECT_BUNDLE, ...args], { encoding: 'utf8' })) as T;
  };
  const pack = (cache: string, isChecked: boolean) =>
    runRepomix(folder, besides('repomix.md'), join(cache, 'counts.json'), isChecked);
  const runs = measureInRounds(besides('cache'), {
    baseline: (cache) => measureOwn<Counted>('baseline', cache),
    ownPack: (cache) => measureOwn<Counted>('pack', cache),
    checked: (cache) => pack(cache, true),
    unchecked: (cache) => pack(cache, false),
  });
  const { sizeBytes } = measureOwn<Counted>('baseline', besides('cache'));
  const reading = measureOwn<Reading>('reading', besides('cache'));
  const again = {
    own: median(measureOwn<number[]>('again', besides('cache')).slice(1)),
    repomix: median(
      runRepomixAgain(folder, besides('repomix.md'), besides('cache/counts.json'), AGAIN_PASSES).slice(1),
    ),
  };
  const changes = measureOwn<Changes>('changes', besides('cache'));
  printRuns(runs, sizeBytes);
  printOwn(reading, changes);
  console.log(
    `Asked again in a running process, nothing changed: ${again.own.toFixed(0)} ms; repomix without its check ` +
      `${again.repomix.toFixed(0)} ms.`,
  );
  printGoals('Goals', [
    atLeast('baseline, cold, ÷ repomix cold', 5, ratio(runs, 'coldMs', 'baseline')),
    atLeast(
      'baseline asked again ÷ repomix asked again, each in a running process',
      20,
      again.repomix / again.own,
    ),
    atLeast('baseline, warm, from process start to end, ÷ repomix', 20, ratio(runs, 'warmMs', 'baseline')),
    atMost('baseline, warm, from process start to end, ms', 300, median(runs.baseline.warmMs)),
    atMost('one changed file, worst of 39, ms', 50, changes.mostMs),
  ]);
}

const TITLES = {
  baseline: 'token-meter: baseline',
  ownPack: 'token-meter: pack with gates, generated files named only',
  checked: 'repomix: pack with its security check',
  unchecked: 'repomix: pack without',
};
type Subject = keyof typeof TITLES;

/** All subjects once, then all again: what disturbs the machine for a while disturbs them all. */
function measureInRounds(
  cache: string,
  subjects: Record<Subject, (cache: string) => Result>,
): Record<Subject, Runs> {
  const newRuns = (): Runs => ({ coldMs: [], warmMs: [], result: { files: 0, tokens: 0 } });
  const runs = { baseline: newRuns(), ownPack: newRuns(), checked: newRuns(), unchecked: newRuns() };
  for (let round = 0; round < ROUNDS; round++) {
    for (const subject of Object.keys(TITLES) as Subject[]) {
      rmSync(cache, { recursive: true, force: true });
      for (const times of [runs[subject].coldMs, runs[subject].warmMs]) {
        const startMs = performance.now();
        runs[subject].result = subjects[subject](cache);
        times.push(performance.now() - startMs);
      }
    }
  }
  return runs;
}

/** How many times as fast as repomix, with its security check or without it, whichever was faster. */
function ratio(runs: Record<Subject, Runs>, times: 'coldMs' | 'warmMs', subject: Subject): number {
  const peer = Math.min(median(runs.checked[times]), median(runs.unchecked[times]));
  return peer / median(runs[subject][times]);
}

function printRuns(runs: Record<Subject, Runs>, sizeBytes: number): void {
  const { files } = runs.baseline.result;
  printTable(
    `${files} files, ${(sizeBytes / 1e6).toFixed(1)} MB, o200k_base; ${ROUNDS} rounds, medians; repomix ${REPOMIX_VERSION}, ` +
      `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}`,
    ['', 'cold, ms', 'MB/s', 'warm, ms', 'files', 'tokens'],
    Object.entries(runs).map(([subject, { coldMs, warmMs, result }]) => [
      TITLES[subject as Subject],
      median(coldMs).toFixed(0),
      (sizeBytes / 1e3 / median(coldMs)).toFixed(1),
      median(warmMs).toFixed(0),
      result.files.toLocaleString('en'),
      result.tokens.toLocaleString('en'),
    ]),
  );
  const subjects = ['baseline', 'ownPack'] as const;
  printTable(
    'times as fast as repomix, the faster of the two',
    ['', 'cold', 'warm'],
    subjects.map((subject) => [
      TITLES[subject],
      ratio(runs, 'coldMs', subject).toFixed(1),
      ratio(runs, 'warmMs', subject).toFixed(1),
    ]),
  );
}

function printOwn({ readMs, readAndCountMs }: Reading, { firstMs, medianMs, mostMs }: Changes): void {
  const share = ((100 * readMs) / readAndCountMs).toFixed(0);
  console.log(
    `\nA thread spends ${share} % of its time on reading: ${readMs.toFixed(0)} of ${readAndCountMs.toFixed(0)} ms.`,
  );
  console.log(
    `A change to one file: ${medianMs.toFixed(1)} ms, worst of 39 ${mostMs.toFixed(1)} ms; ` +
      `the first one, which loads the vocabulary, ${firstMs.toFixed(1)} ms.`,
  );
}
