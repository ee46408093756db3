import { execFileSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findLogs } from '../../../src/node/usage/findLogs.ts';
import { placesOfHome } from '../../../src/node/usage/usagePlaces.ts';
import { buildWhenChanged } from '../../rig/build.ts';
import { atMost, type Goal, median, printGoals } from '../goal.ts';
import { printTable } from '../printTable.ts';
import { compareWithCcusage } from './compareWithCcusage.ts';
import { makeLargeFiles, makeManyFiles, repeatHome } from './makeHomes.ts';
import { measureAppend } from './measureAppend.ts';

const ROOT = join(import.meta.dirname, '../../..');
const CLI = join(ROOT, 'dist/cli.js');
const WORKER = join(ROOT, 'dist/usageWorker.cjs');
const FOLDER = join(ROOT, '.cache/bench/usage');
const LEDGER = join(FOLDER, 'ledger');
const ROUNDS = 5;

/** Writes the most memory that a process has held, in KB, behind what it has printed. */
const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS))",
)}`;

/**
 * Reading the logs of `home` into a ledger, beside ccusage where the path of its native binary is given: they take turns, so that what
 * disturbs one disturbs the other.
 */
export async function benchUsage(home: string | undefined, ccusage: string | undefined): Promise<void> {
  if (home === undefined) throw new Error('npm run bench -- usage <home folder with logs> [native ccusage]');
  await buildWhenChanged();
  rmSync(FOLDER, { recursive: true, force: true });
  const goals = [
    ...benchCold('the logs given', resolve(home), ccusage),
    ...benchCold(
      '1 GB of them under new ids',
      repeatHome(resolve(home), join(FOLDER, 'repeated'), 1e9),
      ccusage,
      3,
    ),
    ...benchUnchanged(resolve(home), 50),
    ...benchUnchanged(makeManyFiles(join(FOLDER, 'many'), 10_000), 200),
    ...benchLarge(),
    ...benchIdle(resolve(home)),
    atMost('an appended line to a new status, ms', 500, await measureAppend(WORKER)),
  ];
  printGoals('goals', goals);
  if (ccusage !== undefined) await compareWithCcusage(resolve(home), ccusage);
  rmSync(FOLDER, { recursive: true });
}

function benchCold(name: string, home: string, ccusage: string | undefined, rounds = ROUNDS): Goal[] {
  const megabytes = sizeOf(home) / 1e6;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(timeUsage(home));
    if (ccusage !== undefined) theirs.push(runCcusage(home, ccusage));
  }
  const ms = median(ours);
  const theirMs = theirs.length === 0 ? undefined : median(theirs);
  const row = (subject: string, time: number) => [
    subject,
    time.toFixed(0),
    ((megabytes / time) * 1000).toFixed(0),
  ];
  printTable(
    `${name}, ${megabytes.toFixed(0)} MB, from nothing, start of the process included`,
    ['', 'ms', 'MB/s'],
    [row('token-meter, ledger written', ms), ...(theirMs === undefined ? [] : [row('ccusage', theirMs)])],
  );
  const memory = atMost(`${name}: memory, MB`, 150, measureMemory(home));
  return theirMs === undefined ? [memory] : [atMost(`${name}: time ÷ ccusage`, 1, ms / theirMs), memory];
}

function benchUnchanged(home: string, wantedMs: number): Goal[] {
  timeUsage(home);
  const script = join(import.meta.dirname, 'measureRefresh.ts');
  const output = execFileSync(process.execPath, [script, home, LEDGER], { encoding: 'utf8' });
  const { files, ms } = JSON.parse(output) as { files: number; ms: number };
  return [atMost(`${files} files, nothing changed, ms`, wantedMs, ms)];
}

function benchLarge(): Goal[] {
  return makeLargeFiles(join(FOLDER, 'large')).flatMap(({ name, home, wantedMs }) => {
    const memory = atMost(`${name}: memory, MB`, 150, measureMemory(home));
    const time = wantedMs === undefined ? [] : [atMost(`${name}: ms`, wantedMs, timeUsage(home))];
    rmSync(home, { recursive: true });
    return [...time, memory];
  });
}

function benchIdle(home: string): Goal[] {
  const script = join(import.meta.dirname, 'measureIdle.ts');
  const output = execFileSync(process.execPath, [script, home, WORKER], {
    encoding: 'utf8',
  });
  const { lookedAt, notLookedAt } = JSON.parse(output) as { lookedAt: number; notLookedAt: number };
  return [
    atMost('nothing happens, a window looks: CPU, %', 0.1, lookedAt),
    atMost('nothing happens, none looks: CPU, %', 0.1, notLookedAt),
  ];
}

/** Milliseconds for a read from nothing, the ledger written. */
function timeUsage(home: string): number {
  rmSync(LEDGER, { recursive: true, force: true });
  const start = performance.now();
  execFileSync(process.execPath, [CLI, ...argumentsFor(home)], { stdio: 'ignore' });
  return performance.now() - start;
}

/** The same once more: what reports the memory takes time. In a shell, as a process begins with the most that the one that starts it has held. */
function measureMemory(home: string): number {
  rmSync(LEDGER, { recursive: true, force: true });
  const args = [process.execPath, '--import', REPORT_MEMORY, CLI, ...argumentsFor(home)];
  const command = args.map((arg) => `'${arg.replaceAll("'", "'\\''")}'`).join(' ');
  // Both streams together: the memory stands last.
  const output = execFileSync('sh', ['-c', `${command} 2>&1 >/dev/null`], { encoding: 'utf8' });
  return Number(output.slice(output.lastIndexOf('\n') + 1)) / 1024;
}

function argumentsFor(home: string): string[] {
  return ['usage', '--home', home, '--ledger', LEDGER, '--json'];
}

function runCcusage(home: string, ccusage: string): number {
  const env = { ...process.env, HOME: home, CLAUDE_CONFIG_DIR: join(home, '.claude') };
  const start = performance.now();
  execFileSync(ccusage, ['daily', '--json', '--offline'], { env, stdio: 'ignore' });
  return performance.now() - start;
}

function sizeOf(home: string): number {
  return findLogs(placesOfHome(home)).reduce((sum, { path }) => sum + statSync(path).size, 0);
}
