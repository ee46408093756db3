import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Counts, oneFailed, onePassed } from './counts.ts';
import { runHostTests } from './hostTests.ts';
import { cacheDir, projectRoot } from './paths.ts';
import { runNpm } from './processes.ts';

export interface Stage {
  name: string;
  title: string;
  /** The filters are names of test files, or parts of them. */
  run(filters: readonly string[]): Promise<Counts>;
}

/** In the order in which they run: what fails fastest comes first. */
export const stages: readonly Stage[] = [
  { name: 'types', title: 'Types', run: () => runCheck('types') },
  { name: 'lint', title: 'Lint', run: () => runCheck('lint') },
  { name: 'unit', title: 'Unit tests', run: (filters) => runVitest('unit', filters) },
  { name: 'host', title: 'Tests inside VS Code', run: runHostTests },
  { name: 'e2e', title: 'Browser tests', run: (filters) => runVitest('e2e', filters) },
];

/** A script that passes or fails as a whole counts as one. */
async function runCheck(script: string): Promise<Counts> {
  const code = await runNpm(['run', '-s', script], projectRoot);
  return code === 0 ? onePassed : oneFailed;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

async function runVitest(script: string, filters: readonly string[]): Promise<Counts> {
  const file = join(cacheDir, 'results', `${script}.json`);
  mkdirSync(join(cacheDir, 'results'), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runNpm(['run', '-s', script, '--', ...reporters, ...filters], projectRoot);
  if (!existsSync(file)) return oneFailed;
  const report: VitestReport = JSON.parse(readFileSync(file, 'utf8'));
  const failed = report.numFailedTests + report.testResults.filter(failedOutsideTests).length;
  return {
    passed: report.numPassedTests,
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Such as a file that could not be loaded, or a hook that threw. */
function failedOutsideTests({ status, assertionResults }: VitestReport['testResults'][number]): boolean {
  return status === 'failed' && assertionResults.every((result) => result.status !== 'failed');
}
