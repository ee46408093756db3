import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildWhenChanged } from '../../rig/build.ts';
import { bundleForNode } from '../buildBundles.ts';
import { atMost, printGoals } from '../goal.ts';
import { printTable } from '../printTable.ts';
import { BENCH_FOLDER } from '../subjects.ts';
import type { Speed } from './speedSubject.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const SUBJECT_BUNDLE = join(BENCH_FOLDER, 'speedSubject.cjs');

/** How fast the index of each folder is built and a scope is suggested from it, in the worker that the extension uses; in a copy, since files are changed. */
export async function benchSuggest(folders: readonly string[]): Promise<void> {
  await buildWhenChanged();
  bundleForNode('test/bench/scope/speedSubject.ts', SUBJECT_BUNDLE);
  const rows = folders.map((folder) => ({ name: basename(folder), speed: measureFolder(folder) }));
  printTable(
    'Suggesting a scope of 16,000 tokens',
    [
      '',
      'files',
      'index, s',
      'first, ms',
      'median, ms',
      'slowest, ms',
      'update, worst of 20, ms',
      'peak, MB',
      'at rest, MB',
    ],
    rows.map(({ name, speed }) => [
      name,
      speed.files.toLocaleString('en'),
      (speed.coldMs / 1000).toFixed(1),
      ...[speed.firstMs, speed.suggestMs, speed.slowestMs, speed.updateMs].map((ms) => ms.toFixed(0)),
      speed.peakMb.toFixed(0),
      speed.restMb.toFixed(0),
    ]),
  );
  const worst = (read: (speed: Speed) => number) => Math.max(...rows.map(({ speed }) => read(speed)));
  printGoals('Goals, for the worst of them', [
    atMost(
      'index from nothing, s',
      5,
      worst(({ coldMs }) => coldMs / 1000),
    ),
    atMost(
      'a suggestion, slowest of 5, ms',
      200,
      worst(({ slowestMs }) => slowestMs),
    ),
    atMost(
      'the first suggestion, a second after the index, ms',
      200,
      worst(({ firstMs }) => firstMs),
    ),
    atMost(
      'one changed file, worst of 20, ms',
      50,
      worst(({ updateMs }) => updateMs),
    ),
    atMost(
      'memory of the worker, peak, MB',
      300,
      worst(({ peakMb }) => peakMb),
    ),
  ]);
}

function measureFolder(folder: string): Speed {
  const scratch = mkdtempSync(join(tmpdir(), 'token-meter-bench-'));
  try {
    const copy = join(scratch, 'workspace');
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    const args = [SUBJECT_BUNDLE, copy, join(scratch, 'cache'), DIST];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Speed;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
