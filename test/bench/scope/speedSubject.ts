/** One process measures one workspace: `node speedSubject.cjs <folder> <cache folder> <folder of the bundles>`. Prints a `Speed` as JSON. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { CountingWorker } from '../../../src/node/counting/countingWorker.ts';
import { walkFolder } from '../../../src/node/files/walkFolder.ts';

/** Milliseconds; memory is what the process grew by, in MB, with the worker's code and vocabulary. */
export interface Speed {
  readonly files: number;
  readonly coldMs: number;
  readonly firstMs: number;
  readonly suggestMs: number;
  readonly slowestMs: number;
  readonly updateMs: number;
  readonly peakMb: number;
  readonly restMb: number;
}

const [folder, cacheFolder, bundles] = process.argv.slice(2) as [string, string, string];
const TASKS = [
  'Fix the date format in the settings dialog',
  'Add a retry with backoff to the http client',
  'Why does the login fail when the session has expired?',
  'Refactor the configuration loader into smaller functions',
  'Speed up rendering of long lists',
];
const MB = 1024 * 1024;
/** After so long the worker has warmed up, and memory is what it is. */
const REST_MS = 1000;

void measure().then((speed) => {
  console.log(JSON.stringify(speed));
  process.exit();
});

async function measure(): Promise<Speed> {
  const paths: string[] = [];
  for await (const { path, skip } of walkFolder(folder, [folder])) if (skip === undefined) paths.push(path);
  const sources = paths.filter((path) => /\.(ts|tsx|js|py|go|java|rs|cs)$/.test(path));
  const startBytes = process.memoryUsage().rss;
  let peakBytes = startBytes;
  const watching = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage().rss);
  }, 10);
  const worker = new CountingWorker(join(bundles, 'worker.cjs'), {}, { cacheFolder });
  const workspace = {
    roots: [{ path: folder, name: 'w' }],
    encoding: 'o200k_base',
    mayRunGit: true,
  } as const;
  const suggest = (task: string, nth: number) => {
    const path = sources[Math.floor((nth * sources.length) / TASKS.length)] ?? '';
    const filesAtHand = [{ path, kind: 'open' as const }];
    const request = { task, filesAtHand, budget: 16_000, format: 'markdown' as const };
    return worker.ask({ ask: 'suggest', workspace, request });
  };
  const coldMs = await timeMs(() => worker.ask({ ask: 'index', workspace }));
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const firstMs = await timeMs(() => suggest(TASKS[0] as string, 0));
  const times: number[] = [];
  for (const [nth, task] of TASKS.entries()) times.push(await timeMs(() => suggest(task, nth)));
  const updates: number[] = [];
  for (const path of sources.slice(0, 20)) {
    appendFileSync(path, '\n');
    updates.push(await timeMs(() => worker.ask({ ask: 'index', workspace, changed: [path] })));
  }
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  clearInterval(watching);
  const sorted = (values: number[]) => values.toSorted((a, b) => a - b);
  return {
    files: paths.length,
    coldMs,
    firstMs,
    suggestMs: sorted(times)[Math.floor(times.length / 2)] as number,
    slowestMs: sorted(times).at(-1) as number,
    updateMs: sorted(updates).at(-1) ?? 0,
    peakMb: (peakBytes - startBytes) / MB,
    restMb: (process.memoryUsage().rss - startBytes) / MB,
  };
}

async function timeMs(act: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await act();
  return performance.now() - startMs;
}
