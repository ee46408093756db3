import { buildCostSnapshot } from '../../core/dashboard/cost/buildCostSnapshot.ts';
import { buildToolTable } from '../../core/dashboard/cost/buildToolTable.ts';
import type { CostSnapshot } from '../../core/dashboard/cost/costSnapshot.ts';
import type { CostView } from '../../core/dashboard/cost/costView.ts';
import { buildSessionTimeline, type SessionTimeline } from '../../core/dashboard/cost/sessionTimeline.ts';
import { buildDataSnapshot } from '../../core/dashboard/data/buildDataSnapshot.ts';
import type { DataSnapshot } from '../../core/dashboard/data/dataSnapshot.ts';
import type { FoundWaste } from '../../core/dashboard/findings/findingsSnapshot.ts';
import { buildTargetsSnapshot } from '../../core/dashboard/targets/buildTargetsSnapshot.ts';
import { countEvents } from '../../core/dashboard/targets/countEvents.ts';
import type { TargetPeriod, TargetsSnapshot } from '../../core/dashboard/targets/targetsSnapshot.ts';
import { createPriceFinder, type PriceFinder } from '../../core/models/prices/priceFinder.ts';
import { aggregateUsage, isDayWithin } from '../../core/usage/aggregateUsage.ts';
import type { KeptUsage } from '../../core/usage/describeKept.ts';
import type { SessionEvent } from '../../core/usage/sessionEvent.ts';
import { sumDaySpend } from '../../core/usage/table/sumDaySpend.ts';
import { createUsageTable, type UsageTable } from '../../core/usage/table/usageTable.ts';
import type { UsageRecord } from '../../core/usage/usageRecord.ts';
import { findWaste } from '../../core/waste/findWaste.ts';
import { measureEffects, type TakenAction } from '../../core/waste/measureEffects.ts';
import { countGoneLogs } from './countGoneLogs.ts';
import { type FoundLog, findLogs, findRoots } from './findLogs.ts';
import type { Ledger } from './ledger/ledger.ts';
import { openLedger } from './ledger/openLedger.ts';
import { createDayOf } from './localDay.ts';
import { LogFollower } from './logFollower.ts';
import { refreshEvents } from './refreshEvents.ts';
import { refreshLedger } from './refreshLedger.ts';
import type { UsageAnswers, UsageQuestion, UsageServiceStart, UsageStatus } from './usageMessages.ts';
import { writeExport } from './writeExport.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** The one that reads says so at every poll; when it dies, another takes over after this. */
const LEASE_MS = 10_000;
const OTHERS_POLL_MS = 400;
const PROGRESS_MS = 400;

/** The ledger, kept up to date while it is followed, and questions to it. Lives in a thread of its own. */
export class UsageService {
  private readonly start: UsageServiceStart;
  private readonly owner: string;
  private readonly tell: (status: UsageStatus) => void;
  private readonly ledger: Ledger;
  private readonly dayOf = createDayOf();
  private readonly priceOf: PriceFinder;
  private readonly notice: string | undefined;
  /** Holds the lease. */
  private isReader = false;
  private failure: string | undefined;
  private progress: UsageStatus['progress'];
  private found: readonly FoundLog[] = [];
  private readMs: number | undefined;
  private goneLogs = 0;
  private told = '';
  private cache: { version: number; records: UsageRecord[] } = { version: -1, records: [] };
  private events: { version: number; all: SessionEvent[] } = { version: -1, all: [] };
  private table: { of: readonly UsageRecord[]; table: UsageTable } | undefined;
  private follower: LogFollower | undefined;
  private watchingOthers: NodeJS.Timeout | undefined;
  private prunedOn: string | undefined;

  /** Opens the ledger; `owner` is different in every window, `tell` is called when the status has changed. */
  static async open(
    start: UsageServiceStart,
    owner: string,
    tell: (status: UsageStatus) => void,
  ): Promise<UsageService> {
    const { ledger, notice } = await openLedger(start.folder, Date.now());
    return new UsageService(start, owner, tell, ledger, notice);
  }

  private constructor(
    start: UsageServiceStart,
    owner: string,
    tell: (status: UsageStatus) => void,
    ledger: Ledger,
    notice: string | undefined,
  ) {
    this.start = start;
    this.owner = owner;
    this.tell = tell;
    this.ledger = ledger;
    this.priceOf = createPriceFinder(start.userModels);
    this.notice = notice;
  }

  /** Nothing is watched or polled while nobody follows. */
  follow(isFollowed: boolean): void {
    if (!isFollowed) return this.unfollow();
    if (this.follower !== undefined) return;
    this.follower = new LogFollower(this.start.places, {
      onChange: (logs, isAll) => this.refreshIfMine(logs, isAll),
    });
    this.watchingOthers = setInterval(() => this.tellOfOthers(), OTHERS_POLL_MS);
  }

  async answer(question: UsageQuestion): Promise<UsageAnswers[UsageQuestion['ask']]> {
    switch (question.ask) {
      case 'rows':
        return aggregateUsage(this.records(), question.by, this.dayOf, question.filter, this.priceOf);
      case 'records':
        return this.records().filter(({ timestampMs }) =>
          isDayWithin(this.dayOf(timestampMs), question.filter),
        );
      case 'cost':
        return this.buildCost(question.view);
      case 'targets':
        return this.buildTargets(question.period);
      case 'spend':
        return sumDaySpend(this.usageTable(), question.since);
      case 'data':
        return this.buildData();
      case 'readEvents':
        await this.readEvents();
        return null;
      case 'status':
        return this.status();
      case 'refresh':
        return this.refreshAll();
      case 'export':
        return writeExport(this.records(), question.format, question.path, this.priceOf);
      case 'deleteAll':
        this.ledger.clear('records');
        this.tellIfChanged();
        return null;
      case 'rebuild':
        this.ledger.clear('checkpoints');
        return this.refreshAll();
      case 'findings':
        return this.findWaste(question.taken);
      default:
        return question satisfies never;
    }
  }

  dispose(): void {
    this.unfollow();
    this.ledger.close();
  }

  private unfollow(): void {
    this.follower?.dispose();
    this.follower = undefined;
    clearInterval(this.watchingOthers);
    this.isReader = false;
    try {
      this.ledger.releaseLease(this.owner);
    } catch {
      // Where it cannot be written, the lease ends by itself.
    }
  }

  private async findWaste(taken: readonly TakenAction[]): Promise<FoundWaste> {
    await this.readEvents();
    const [records, events] = [this.records(), this.knownEvents()];
    const { findings, spentUsd } = findWaste(records, events);
    return { findings, spentUsd, effects: measureEffects(records, events, taken) };
  }

  private readEvents(): Promise<void> {
    return refreshEvents(this.ledger.events, findLogs(this.start.places), this.start.workerPath);
  }

  /** Those that were read so far: nothing is read for them here. */
  private knownEvents(): readonly SessionEvent[] {
    const version = this.ledger.events.version();
    if (this.events.version !== version) this.events = { version, all: this.ledger.events.all() };
    return this.events.all;
  }

  private async refreshAll(): Promise<UsageStatus> {
    const logs = findLogs(this.start.places);
    this.noteLogs(logs);
    await this.refresh(logs);
    return this.status();
  }

  /** Takes note of all logs that there are. */
  private noteLogs(logs: readonly FoundLog[]): void {
    this.found = logs;
    this.goneLogs = countGoneLogs('claudeCode', this.start.places, logs, this.ledger.paths());
  }

  /** Of several windows one reads for all. */
  private async refreshIfMine(logs: readonly FoundLog[], isAll: boolean): Promise<void> {
    try {
      if (isAll) this.noteLogs(logs);
      this.isReader = this.ledger.takeLease(this.owner, Date.now(), LEASE_MS);
      if (this.isReader) {
        await this.refresh(logs);
        if (isAll) this.pruneDaily();
      }
      this.failure = undefined;
    } catch (error) {
      // A full disk or a locked ledger: nothing is lost, it is tried again with the next change.
      this.failure = `Usage could not be saved: ${error instanceof Error ? error.message : String(error)}`;
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
      await refreshLedger(this.ledger, logs, this.start.workerPath, onProgress);
      this.readMs = Date.now();
    } finally {
      this.progress = undefined;
    }
    this.tellIfChanged();
  }

  private pruneDaily(): void {
    const today = this.dayOf(Date.now());
    if (this.prunedOn === today) return;
    this.prunedOn = today;
    this.ledger.prune(Date.now() - this.start.retentionDays * DAY_MS, this.dayOf);
  }

  private records(): UsageRecord[] {
    const version = this.ledger.version();
    if (this.cache.version !== version) this.cache = { version, records: [...this.ledger.records()] };
    return this.cache.records;
  }

  /** Kept between questions: pricing all records takes longer than any answer may. */
  private usageTable(): UsageTable {
    const of = this.records();
    if (this.table?.of !== of)
      this.table = { of, table: createUsageTable(of, this.dayOf, this.start.userModels) };
    return this.table.table;
  }

  private buildCost(view: CostView): CostSnapshot {
    const snapshot = buildCostSnapshot(this.usageTable(), view, this.dayOf(Date.now()));
    const events = this.knownEvents();
    const tools = buildToolTable(events, snapshot.range, view.filters, this.dayOf);
    const timeline = view.session === undefined ? undefined : this.buildTimeline(view.session, events);
    return { ...snapshot, ...(tools && { tools }), ...(timeline && { timeline }) };
  }

  private buildTimeline(session: string, events: readonly SessionEvent[]): SessionTimeline | undefined {
    const isOfSession = ({ sessionId, agentId }: SessionEvent) =>
      sessionId === session && agentId === undefined;
    const compactionsMs = events.flatMap((event) =>
      event.kind === 'compaction' && isOfSession(event) ? [event.timestampMs] : [],
    );
    const records = this.records().filter(({ sessionId }) => sessionId === session);
    return buildSessionTimeline(records, compactionsMs, this.priceOf);
  }

  private buildTargets(period: TargetPeriod): TargetsSnapshot {
    const events = countEvents(this.knownEvents(), this.dayOf);
    return buildTargetsSnapshot(this.usageTable(), period, this.dayOf(Date.now()), events);
  }

  private buildData(): DataSnapshot {
    const { start, ledger, found, readMs } = this;
    return buildDataSnapshot(this.usageTable(), {
      folder: start.folder,
      store: ledger.kind,
      retentionDays: start.retentionDays,
      roots: start.places.flatMap(findRoots),
      found,
      windowsHomes: start.places.flatMap(({ home, isBesideLinux }) => (isBesideLinux ? [home] : [])),
      ...(readMs !== undefined && { readMs }),
    });
  }

  private status(): UsageStatus {
    const { found, progress, ledger } = this;
    const notice = this.failure ?? this.notice;
    const kept = this.kept();
    const status: UsageStatus = {
      version: ledger.version(),
      store: ledger.kind,
      files: found.length,
      skips: ledger.skips(),
      qualities: ledger.qualities(),
    };
    return {
      ...status,
      ...(progress && { progress }),
      ...(kept && { kept }),
      ...(notice !== undefined && { notice }),
    };
  }

  private kept(): KeptUsage | undefined {
    const kept = this.ledger.kept('claudeCode');
    return kept && { calls: kept.calls, sinceDay: this.dayOf(kept.sinceMs), goneLogs: this.goneLogs };
  }

  /** Who reads knows what is new. */
  private tellOfOthers(): void {
    if (!this.isReader) this.tellIfChanged();
  }

  private tellIfChanged(): void {
    const { failure, progress } = this;
    const state = JSON.stringify([this.ledger.version(), failure, progress]);
    if (state === this.told) return;
    this.told = state;
    this.tell(this.status());
  }
}
