import { existsSync, globSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { addCounts, type Counts, oneFailed } from './counts.ts';
import { chooseEditor, desktopArguments } from './desktop.ts';
import { cacheDir, copyFixture, makeScratch, projectRoot } from './paths.ts';
import { openWorkbench } from './workbench.ts';

interface TestResult {
  state: 'passed' | 'failed' | 'skipped' | 'ended';
  title?: string;
  error?: string;
}

const bundleDir = join(cacheDir, 'host-tests');
const limitMs = 600_000;

/** Runs `test/host` inside the extension host of a real VS Code: one with windows, or one that is a server. */
export async function runHostTests(filters: readonly string[]): Promise<Counts> {
  await bundleTests(filters);
  const { executable, why } = await chooseEditor();
  console.log(`Editor: ${why}.`);
  const scratch = makeScratch();
  const resultsFile = join(scratch.path, 'results.jsonl');
  const folder = await copyFixture('sample', scratch.path);
  try {
    if (executable) await runInDesktop(executable, folder, scratch.path, resultsFile);
    else await runInServer(folder, resultsFile);
    return printResults(readResults(resultsFile));
  } finally {
    await scratch.remove();
  }
}

async function bundleTests(filters: readonly string[]): Promise<void> {
  const tests = globSync('test/host/**/*.test.ts', { cwd: projectRoot });
  const chosen = tests.filter((path) => filters.length === 0 || filters.some((part) => path.includes(part)));
  await rm(bundleDir, { recursive: true, force: true });
  await build({
    absWorkingDir: projectRoot,
    entryPoints: ['test/host/index.ts', ...chosen],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    external: ['vscode', 'mocha', 'tiktoken'],
    outdir: bundleDir,
    outExtension: { '.js': '.cjs' },
  });
}

async function runInDesktop(executable: string, folder: string, dataDir: string, resultsFile: string) {
  const ended = runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: join(bundleDir, 'index.cjs'),
    extensionTestsEnv: { TOKEN_METER_RESULTS_FILE: resultsFile },
    launchArgs: [folder, ...desktopArguments(dataDir)],
  });
  // A failed test also makes the run fail; the results say which.
  await ended.catch((error: Error) => console.log(error.message));
}

async function runInServer(folder: string, resultsFile: string): Promise<void> {
  const { promise: ended, resolve: onTestsEnd } = Promise.withResolvers<unknown>();
  const workbench = await openWorkbench({
    folder,
    testsPath: join(bundleDir, 'index.cjs'),
    onTestsEnd,
    env: { TOKEN_METER_RESULTS_FILE: resultsFile },
  });
  const limit = setTimeout(onTestsEnd, limitMs);
  await ended;
  clearTimeout(limit);
  await workbench.close();
  if (readResults(resultsFile).some(({ state }) => state === 'ended')) return;
  console.log([...workbench.record.errors, ...workbench.record.workbenchErrors].join('\n'));
}

function readResults(file: string): TestResult[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function printResults(results: readonly TestResult[]): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { state, title, error } of results) {
    if (state === 'ended') return counts;
    counts[state] += 1;
    console.log(`  ${{ passed: '✓', failed: '✗', skipped: '↓' }[state]} ${title}`);
    if (error) console.log(error.replaceAll(/^/gm, '      '));
  }
  console.log('  ✗ the extension host ended, or took too long, before all tests had run');
  return addCounts([counts, oneFailed]);
}
