import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import { type Skipped, skipReasonOf } from '../files/readTextFile.ts';
import { CountCache } from './countCache.ts';
import type { CounterLoader } from './counterLoader.ts';
import { type CountedFile, countFile } from './countFile.ts';
import { CountingWorker } from './countingWorker.ts';

/** Up to so many files are read and counted here: waking the pool would take longer. */
const FEW_FILES = 8;
/** Few enough to spread evenly and to cancel soon, enough that the messages cost nothing. */
const BATCH = 32;
const SAVE_AFTER_MS = 2000;
/** A cancel is seen after so many look-ups, some milliseconds. */
const LOOK_UPS_AT_ONCE = 512;

export type FileCounterOptions = {
  /** Counts on this thread what is not worth a thread of its own. */
  loadCounter: CounterLoader;
  /** The worker's bundle. */
  workerPath: string;
  /** Where counts are kept between sessions; absent: nowhere. */
  cacheFolder?: string | undefined;
  /** Threads that read and count. By default all cores but one, at least one. */
  threads?: number;
};

/** Counts files on a pool of threads, each of which reads what it counts; what has not changed comes from the cache. */
export class FileCounter {
  private readonly options: FileCounterOptions;
  private readonly pool: CountingWorker[] = [];
  private readonly caches = new Map<EncodingName, CountCache>();
  private saving: NodeJS.Timeout | undefined;

  constructor(options: FileCounterOptions) {
    this.options = options;
  }

  /**
   * Counts each file; the answers stand in the order of `paths`. Rejects with the signal's reason once aborted. `report` gets
   * the number of files done.
   */
  async countFiles(
    paths: readonly string[],
    encoding: EncodingName,
    signal?: AbortSignal,
    report?: (done: number) => void,
  ): Promise<(CountedFile | Skipped)[]> {
    const cache = this.cacheOf(encoding);
    const results = cache === undefined ? paths.map(() => undefined) : await findCached(cache, paths, signal);
    const missing = [...paths.keys()].filter((index) => results[index] === undefined);
    let done = paths.length - missing.length;
    report?.(done);
    const countBatch = async (indexes: readonly number[], worker?: CountingWorker) => {
      const batch = indexes.map((index) => paths[index] as string);
      const counted = await (worker?.ask({ ask: 'files', encoding, paths: batch }, signal) ??
        this.countHere(batch, encoding, signal));
      for (const [nth, index] of indexes.entries()) {
        const result = counted[nth] as CountedFile | Skipped;
        results[index] = result;
        if ('count' in result) cache?.add(paths[index] as string, result);
      }
      done += batch.length;
      report?.(done);
    };
    if (missing.length <= FEW_FILES) await countBatch(missing);
    // Each thread takes the next batch when it is done with one, so that a large file holds up nobody else; and it has one in
    // hand meanwhile, so that it never waits for a message (bench row "5,000 files").
    let next = missing.length <= FEW_FILES ? missing.length : 0;
    const threads = this.startPool(Math.ceil((missing.length - next) / BATCH));
    await Promise.all(
      [...threads, ...threads].map(async (worker) => {
        for (; next < missing.length; ) {
          const batch = missing.slice(next, next + BATCH);
          next += BATCH;
          await countBatch(batch, worker);
        }
      }),
    );
    if (missing.length > 0) this.saveSoon();
    return results as (CountedFile | Skipped)[];
  }

  /** Writes the caches. They are written by themselves soon after a count, too. */
  async save(): Promise<void> {
    clearTimeout(this.saving);
    this.saving = undefined;
    await Promise.all([...this.caches.values()].map((cache) => cache.save()));
  }

  dispose(): void {
    clearTimeout(this.saving);
    for (const worker of this.pool.splice(0)) worker.dispose();
  }

  private async countHere(paths: readonly string[], encoding: EncodingName, signal?: AbortSignal) {
    const counter = await this.options.loadCounter(encoding);
    const counted: (CountedFile | Skipped)[] = [];
    for (const path of paths) {
      signal?.throwIfAborted();
      counted.push(countFile(path, counter));
    }
    return counted;
  }

  private cacheOf(encoding: EncodingName): CountCache | undefined {
    const { cacheFolder } = this.options;
    if (cacheFolder === undefined) return undefined;
    const cache = this.caches.get(encoding) ?? new CountCache(join(cacheFolder, `${encoding}.counts`));
    this.caches.set(encoding, cache);
    return cache;
  }

  private startPool(batches: number): CountingWorker[] {
    const most = this.options.threads ?? Math.max(availableParallelism() - 1, 1);
    while (this.pool.length < Math.min(most, batches)) {
      this.pool.push(new CountingWorker(this.options.workerPath, {}));
    }
    return this.pool.slice(0, batches);
  }

  private saveSoon(): void {
    // A cache that cannot be written, on a full or read-only disk, is a cache that is not there.
    this.saving ??= setTimeout(() => void this.save().catch(() => undefined), SAVE_AFTER_MS).unref();
  }
}

/** What is known of each file without reading it: its count, or why it cannot be counted. */
async function findCached(
  cache: CountCache,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<(CountedFile | Skipped | undefined)[]> {
  await cache.load();
  const found: (CountedFile | Skipped | undefined)[] = [];
  for (const [index, path] of paths.entries()) {
    if (index % LOOK_UPS_AT_ONCE === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    found.push(findOne(cache, path));
  }
  return found;
}

function findOne(cache: CountCache, path: string): CountedFile | Skipped | undefined {
  try {
    const stats = statSync(path);
    return cache.find(path, stats.size, stats.mtimeMs);
  } catch (error) {
    return { skip: skipReasonOf(error) };
  }
}
