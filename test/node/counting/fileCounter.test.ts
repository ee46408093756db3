import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { FileCounter } from '../../../src/node/counting/fileCounter.ts';
import { makeFolder } from '../temporaryFolder.ts';

const DIST = join(import.meta.dirname, '../../../dist');

function createFileCounter(cacheFolder?: string, threads = 2): FileCounter {
  const counter = new FileCounter({
    loadCounter: createCounterLoader(DIST),
    workerPath: join(DIST, 'worker.cjs'),
    cacheFolder,
    threads,
  });
  onTestFinished(() => counter.dispose());
  return counter;
}

/** Files `0.ts`, `1.ts`, …: the n-th one has n + 1 tokens. */
function makeFiles(count: number): { folder: string; paths: string[] } {
  const names = [...Array(count).keys()].map((index) => `${index}.ts`);
  const folder = makeFolder(Object.fromEntries(names.map((name, index) => [name, ' a'.repeat(index + 1)])));
  return { folder, paths: names.map((name) => join(folder, name)) };
}

const tokensOf = (results: Awaited<ReturnType<FileCounter['countFiles']>>) =>
  results.map((result) => ('count' in result ? result.count.tokens : result.skip));

describe('FileCounter', () => {
  it.each([3, 200])('counts %d files in the order asked for', async (count) => {
    const { paths } = makeFiles(count);
    const done: number[] = [];
    const results = await createFileCounter().countFiles(paths, 'o200k_base', undefined, (each) =>
      done.push(each),
    );
    expect(tokensOf(results)).toEqual([...Array(count).keys()].map((index) => index + 1));
    expect(done.at(-1)).toBe(count);
  });

  it('gives the reason for what cannot be counted and goes on', async () => {
    const { folder, paths } = makeFiles(3);
    writeFileSync(join(folder, 'b.bin'), Buffer.from([0, 1, 2]));
    writeFileSync(join(folder, 'c.txt'), Buffer.from([0xef, 0xbb, 0xbf, 0x61]));
    const all = [...paths, join(folder, 'gone'), folder, join(folder, 'b.bin'), join(folder, 'c.txt')];
    const results = await createFileCounter(makeFolder()).countFiles(all, 'o200k_base');
    expect(tokensOf(results)).toEqual([1, 2, 3, 'missing', 'special', 'binary', 1]);
  });

  it('takes what has not changed from the cache, and counts what has', async () => {
    const { paths } = makeFiles(40);
    const cacheFolder = makeFolder();
    const first = createFileCounter(cacheFolder);
    await first.countFiles(paths, 'o200k_base');
    await first.save();
    // Same size and time, other content: only a cache can give the old count.
    const [unchanged, changed, gone] = [paths[10] as string, paths[20] as string, paths[30] as string];
    const time = new Date(2020, 1, 1);
    utimesSync(unchanged, time, time);
    const second = createFileCounter(cacheFolder);
    await second.countFiles([unchanged], 'o200k_base');
    await second.save();
    writeFileSync(unchanged, 'x'.repeat(22));
    utimesSync(unchanged, time, time);
    writeFileSync(changed, 'other');
    rmSync(gone);
    const results = tokensOf(await createFileCounter(cacheFolder).countFiles(paths, 'o200k_base'));
    expect([results[10], results[20], results[30], results[39]]).toEqual([11, 1, 'missing', 40]);
  });

  it('keeps the counts of each encoding apart', async () => {
    const folder = makeFolder({ 'a.txt': '漢字仮名交じり文' });
    const counter = createFileCounter(makeFolder());
    const paths = [join(folder, 'a.txt')];
    expect(tokensOf(await counter.countFiles(paths, 'o200k_base'))).toEqual([9]);
    expect(tokensOf(await counter.countFiles(paths, 'cl100k_base'))).toEqual([10]);
  });

  it('stops when it is no longer wanted, and can be used again', async () => {
    const { paths } = makeFiles(300);
    const counter = createFileCounter();
    const controller = new AbortController();
    const counting = counter.countFiles(paths, 'o200k_base', controller.signal, () =>
      controller.abort(new Error('enough')),
    );
    await expect(counting).rejects.toThrow('enough');
    expect(tokensOf(await counter.countFiles(paths.slice(0, 100), 'o200k_base'))[99]).toBe(100);
  });
});
