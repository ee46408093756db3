import { type Message, message } from '../../core/message.ts';
import type { DayOf } from '../../core/usage/aggregateUsage.ts';
import type { KeptUsage } from '../../core/usage/describeKept.ts';
import { countGoneLogs } from './countGoneLogs.ts';
import { type FoundLog, findLogs } from './findLogs.ts';
import type { EventStore } from './ledger/eventStore.ts';
import type { Ledger } from './ledger/ledger.ts';
import { LogFollower } from './logFollower.ts';
import { refreshEvents } from './refreshEvents.ts';
import { refreshLedger } from './refreshLedger.ts';
import type { UsageServiceStart, UsageStatus } from './usageMessages.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The one that reads says so at every poll; when it dies, another takes over after this. */
const LEASE_MS = 10_000;
const OTHERS_POLL_MS = 400;
const PROGRESS_MS = 400;

export type KeeperOptions = UsageServiceStart & {
  /** Different in every window. */
  owner: string;
  dayOf: DayOf;
  /** Where events are kept. */
  events: EventStore;
  /** What became of the ledger when it was opened. */
  notice?: Message;
  /** Called when the status has changed. */
  tell: (status: UsageStatus) => void;
};

/** Keeps the ledger up to date: whenever it is asked to, and by itself while it is followed, one of several windows for all. */
export class LedgerKeeper {
  private readonly ledger: Ledger;
  private readonly options: KeeperOptions;
  /** Holds the lease. */
  private isReader = false;
  private failure: Message | undefined;
  private progress: UsageStatus['progress'];
  private goneLogs = 0;
  private told = '';
  private follower: LogFollower | undefined;
  private watchingOthers: NodeJS.Timeout | undefined;
  private prunedOn: string | undefined;
  private foundLogs: readonly FoundLog[] = [];
  private lastReadMs: number | undefined;

  constructor(ledger: Ledger, options: KeeperOptions) {
    this.ledger = ledger;
    this.options = options;
  }

  /** All logs that there were at the last full look. */
  get found(): readonly FoundLog[] {
    return this.foundLogs;
  }

  /** When this window has read logs last. */
  get readMs(): number | undefined {
    return this.lastReadMs;
  }

  /** Nothing is watched or polled while nobody follows. */
  follow(isFollowed: boolean): void {
    if (!isFollowed) return this.unfollow();
    if (this.follower !== undefined) return;
    this.follower = new LogFollower(this.options.places, {
      onChange: (logs, isAll) => this.refreshIfMine(logs, isAll),
    });
    this.watchOthers();
  }

  /** Reads what is new now, whoever else reads. */
  async refreshAll(): Promise<UsageStatus> {
    const logs = findLogs(this.options.places);
    this.noteLogs(logs);
    await this.refresh(logs);
    return this.status();
  }

  rebuild(): Promise<UsageStatus> {
    this.ledger.clear('checkpoints');
    return this.refreshAll();
  }

  deleteAll(): void {
    this.ledger.clear('records');
    this.tellIfChanged();
  }

  /** False where more than `mostBytes` of logs are new: then nothing is read. */
  readEvents(mostBytes?: number): Promise<boolean> {
    const { places, workerPath, events } = this.options;
    return refreshEvents(events, findLogs(places), workerPath, mostBytes);
  }

  status(): UsageStatus {
    const { ledger, found, progress } = this;
    const notice = this.failure ?? this.options.notice;
    const kept = this.kept();
    return {
      version: ledger.version(),
      store: ledger.kind,
      files: found.length,
      skips: ledger.skips(),
      qualities: ledger.qualities(),
      ...(progress && { progress }),
      ...(kept && { kept }),
      ...(notice && { notice }),
    };
  }

  dispose(): void {
    this.unfollow();
  }

  private unfollow(): void {
    this.follower?.dispose();
    this.follower = undefined;
    this.isReader = false;
    this.watchOthers();
    try {
      this.ledger.releaseLease(this.options.owner);
    } catch {
      // Where it cannot be written, the lease ends by itself.
    }
  }

  private noteLogs(logs: readonly FoundLog[]): void {
    this.foundLogs = logs;
    this.goneLogs = countGoneLogs('claudeCode', this.options.places, logs, this.ledger.paths());
  }

  private async refreshIfMine(logs: readonly FoundLog[], isAll: boolean): Promise<void> {
    try {
      if (isAll) this.noteLogs(logs);
      const wasReader = this.isReader;
      this.isReader = this.ledger.takeLease(this.options.owner, Date.now(), LEASE_MS);
      this.watchOthers();
      if (this.isReader) {
        // Nobody knows what the one before has read.
        await this.refresh(wasReader || isAll ? logs : findLogs(this.options.places));
        if (isAll) this.pruneDaily();
      }
      this.failure = undefined;
    } catch (error) {
      // A full disk or a locked ledger: nothing is lost, it is tried again with the next change.
      this.failure = describeFailure(error);
    }
    this.tellIfChanged();
  }

  private async refresh(logs: readonly FoundLog[]): Promise<void> {
    let tellAtMs = 0;
    const onProgress = (done: number, of: number) => {
      this.progress = done < of ? { done, of } : undefined;
      // A status takes a look at the whole ledger.
      if (performance.now() < tellAtMs) return;
      tellAtMs = performance.now() + PROGRESS_MS;
      this.tellIfChanged();
    };
    try {
      await refreshLedger(this.ledger, logs, { workerPath: this.options.workerPath, onProgress });
      this.lastReadMs = Date.now();
    } finally {
      this.progress = undefined;
    }
    this.tellIfChanged();
  }

  private pruneDaily(): void {
    const { dayOf, retentionDays } = this.options;
    const today = dayOf(Date.now());
    if (this.prunedOn === today) return;
    this.prunedOn = today;
    this.ledger.prune(Date.now() - retentionDays * DAY_MS, dayOf);
  }

  private kept(): KeptUsage | undefined {
    const kept = this.ledger.kept('claudeCode');
    return kept && { calls: kept.calls, sinceDay: this.options.dayOf(kept.sinceMs), goneLogs: this.goneLogs };
  }

  /** Looks often at what another window reads for this one. Who reads knows what is new. */
  private watchOthers(): void {
    const isWanted = this.follower !== undefined && !this.isReader;
    if (isWanted === (this.watchingOthers !== undefined)) return;
    clearInterval(this.watchingOthers);
    this.watchingOthers = isWanted ? setInterval(() => this.tellIfChanged(), OTHERS_POLL_MS) : undefined;
  }

  private tellIfChanged(): void {
    const { failure, progress, found } = this;
    const state = JSON.stringify([this.ledger.version(), found.length, failure, progress]);
    if (state === this.told) return;
    this.told = state;
    this.options.tell(this.status());
  }
}

function describeFailure(error: unknown): Message {
  return message(
    'Usage could not be saved ({0}). It is tried again by itself; if this stays, look whether the disk is full or read-only.',
    error instanceof Error ? error.message : String(error),
  );
}
