import type { Place } from '../../core/usage/sources/logSource.ts';
import { type FoundLog, findLogs, lookAgain } from './findLogs.ts';
import { LogWatcher } from './watchLogs.ts';

/** Lines come in bursts. */
const SETTLE_MS = 50;
/** For what no watcher tells: disks of a network, of Windows seen from Linux. */
const POLL_MS = 2000;
const HOT_MS = 60 * 60 * 1000;
const MOST_HOT = 64;
/** A full look takes at most this share of the time. */
const LOOK_SHARE = 1 / 4000;
const LOOK_AGAIN_MS = 60_000;

export type LogFollowerEvents = {
  /** Logs that may have changed: some, or all there are. Awaited before the next time. */
  onChange: (logs: readonly FoundLog[], isAll: boolean) => Promise<void>;
};

/** Follows the logs of places: at once where the system tells of a change, soon where it does not. */
export class LogFollower {
  private readonly places: readonly Place[];
  private readonly events: LogFollowerEvents;
  private readonly watcher = new LogWatcher((path) => this.note(path));
  private logs = new Map<string, FoundLog>();
  private changed = new Set<string>();
  private settling: NodeJS.Timeout | undefined;
  private polling: NodeJS.Timeout | undefined;
  private looking: NodeJS.Timeout | undefined;
  private working = Promise.resolve();
  private isDisposed = false;

  constructor(places: readonly Place[], events: LogFollowerEvents) {
    this.places = places;
    this.events = events;
    this.polling = setInterval(() => this.poll(), POLL_MS);
    void this.look();
  }

  /** Looks for logs everywhere. */
  look(): Promise<void> {
    clearTimeout(this.looking);
    return this.enqueue(async () => {
      const startMs = performance.now();
      const logs = findLogs(this.places);
      this.logs = new Map(logs.map((log) => [log.path, log]));
      this.watcher.follow(this.places, logs);
      const tookMs = performance.now() - startMs;
      await this.events.onChange(logs, true);
      if (!this.isDisposed) {
        this.looking = setTimeout(() => void this.look(), Math.max(LOOK_AGAIN_MS, tookMs / LOOK_SHARE));
      }
    });
  }

  dispose(): void {
    this.isDisposed = true;
    this.watcher.dispose();
    clearInterval(this.polling);
    clearTimeout(this.looking);
    clearTimeout(this.settling);
  }

  private note(path: string): void {
    if (this.isDisposed) return;
    this.changed.add(path.replace(/-wal$/, ''));
    this.settling ??= setTimeout(() => this.settle(), SETTLE_MS);
  }

  private settle(): void {
    this.settling = undefined;
    const paths = [...this.changed];
    this.changed.clear();
    // A path that is no known log may be a new one, or the folder of one.
    if (paths.some((path) => !this.logs.has(path))) return void this.look();
    void this.readAgain(paths.flatMap((path) => this.logs.get(path) ?? []));
  }

  private poll(): void {
    const nowMs = Date.now();
    const hot = [...this.logs.values()].filter(({ mtimeMs }) => nowMs - mtimeMs < HOT_MS);
    void this.readAgain(hot.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(0, MOST_HOT));
  }

  private readAgain(logs: readonly FoundLog[]): Promise<void> {
    return this.enqueue(async () => {
      const current = logs.map(lookAgain).filter((log) => log !== undefined);
      for (const log of current) this.logs.set(log.path, log);
      await this.events.onChange(current, false);
    });
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    this.working = this.working.then(() => (this.isDisposed ? undefined : work())).catch(() => undefined);
    return this.working;
  }
}
