import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Disposable, EventEmitter, env } from 'vscode';
import { sumUsageRows, toUsageEntry, type UsageSnapshot } from '../core/dashboard/usageSnapshot.ts';
import type { UsageRow } from '../core/usage/aggregateUsage.ts';
import type { ExportFormat } from '../core/usage/exportUsage.ts';
import { LOG_SKIPS, type LogSkip } from '../core/usage/sources/logSource.ts';
import { createDayOf } from '../node/usage/localDay.ts';
import { UsageClient } from '../node/usage/usageClient.ts';
import type { UsageStatus } from '../node/usage/usageMessages.ts';
import { ownPlace, placesOfHome } from '../node/usage/usagePlaces.ts';
import { onDidChangeUsageSettings, usageRetentionDays, usageRoots, userModels } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_LISTED = 30;
/** After so long without anybody looking, the logs are followed no more. */
const LINGER_MS = 5000;

/** What the logs of coding agents tell, while somebody looks. All reading is done in a thread of its own. */
export class UsageStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly workerPath: string;
  private readonly folder: string;
  private readonly log: Log;
  private readonly dayOf = createDayOf();
  private client: UsageClient | undefined;
  private following: Disposable | undefined;
  private lingering: NodeJS.Timeout | undefined;
  private current: UsageSnapshot | undefined;
  private readVersion = -1;
  private reading = false;
  private latest: UsageStatus | undefined;
  readonly onDidChange = this.changed.event;

  /** `folder` is where the ledger is kept, in the extension's own storage. */
  constructor(workerPath: string, folder: string, log: Log) {
    this.workerPath = workerPath;
    this.folder = folder;
    this.log = log;
    this.ds.add(onDidChangeUsageSettings(() => this.restart()));
    this.ds.add({ dispose: () => this.stop() });
  }

  /** Absent until the ledger was read once. */
  get snapshot(): UsageSnapshot | undefined {
    return this.current;
  }

  /** Logs are followed while somebody looks, and a moment longer. */
  setLookedAt(isLookedAt: boolean): void {
    clearTimeout(this.lingering);
    if (isLookedAt) this.follow();
    else this.lingering = setTimeout(() => this.unfollow(), LINGER_MS);
  }

  async rebuild(): Promise<void> {
    await this.take(await this.connect().ask({ ask: 'rebuild' }));
  }

  async deleteAll(): Promise<void> {
    await this.connect().ask({ ask: 'deleteAll' });
    await this.take(await this.connect().ask({ ask: 'status' }));
  }

  /** Writes all records to a file; answers how many. */
  exportTo(path: string, format: ExportFormat): Promise<number> {
    return this.connect().ask({ ask: 'export', format, path });
  }

  dispose(): void {
    this.ds.dispose();
  }

  private follow(): void {
    this.following ??= this.connect().follow((status) => void this.take(status));
    if (this.current === undefined) void this.takeFirst();
  }

  private unfollow(): void {
    this.following?.dispose();
    this.following = undefined;
  }

  private connect(): UsageClient {
    this.client ??= new UsageClient({
      workerPath: this.workerPath,
      folder: this.folder,
      // `<User>/globalStorage/<extension>/usage`: the editor's own folder, also of one that is carried around.
      places: [
        { ...ownPlace(), userFolder: join(this.folder, '../../..') },
        ...usageRoots().flatMap(placesOfHome),
      ],
      retentionDays: usageRetentionDays(),
      userModels: userModels().models,
    });
    return this.client;
  }

  private restart(): void {
    const wasFollowing = this.following !== undefined;
    this.stop();
    this.readVersion = -1;
    if (wasFollowing) this.follow();
  }

  private stop(): void {
    clearTimeout(this.lingering);
    this.unfollow();
    this.client?.dispose();
    this.client = undefined;
  }

  private async takeFirst(): Promise<void> {
    try {
      await this.take(await this.connect().ask({ ask: 'status' }));
    } catch (error) {
      this.log.error('The usage ledger could not be read.', error);
    }
  }

  /** Reads the sums anew when the ledger has changed; of several changes at once only the last. */
  private async take(status: UsageStatus): Promise<void> {
    this.latest = status;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.latest !== undefined) {
        const next = this.latest;
        this.latest = undefined;
        await this.read(next);
      }
    } catch (error) {
      this.log.error('The usage ledger could not be read.', error);
    } finally {
      this.reading = false;
    }
  }

  private async read(status: UsageStatus): Promise<void> {
    const sums =
      this.current !== undefined && status.version === this.readVersion
        ? this.current
        : await this.readSums();
    this.readVersion = status.version;
    const { progress: _before, ...rest } = sums;
    this.current = {
      ...rest,
      files: status.files,
      qualities: status.qualities,
      skips: Object.entries(status.skips).map(([reason, count]) => ({
        reason: LOG_SKIPS[reason as LogSkip],
        count,
      })),
      ...(status.progress !== undefined && { progress: status.progress }),
      notices: [...(status.notice === undefined ? [] : [status.notice]), ...describePlace(status)],
    };
    this.changed.fire();
  }

  private async readSums(): Promise<UsageSnapshot> {
    const today = this.dayOf(Date.now());
    const week = this.dayOf(Date.now() - 6 * DAY_MS);
    const since = this.dayOf(Date.now() - (DAYS_LISTED - 1) * DAY_MS);
    const client = this.connect();
    const [days, models, sources, months] = await Promise.all([
      client.ask({ ask: 'rows', by: 'day', filter: { since } }),
      client.ask({ ask: 'rows', by: 'model', filter: {} }),
      client.ask({ ask: 'rows', by: 'source', filter: {} }),
      client.ask({ ask: 'rows', by: 'month', filter: {} }),
    ]);
    const from = (day: string) => days.filter(({ key = '' }: UsageRow) => key >= day);
    return {
      periods: [
        { title: 'Today', total: sumUsageRows('Today', from(today)) },
        { title: '7 days', total: sumUsageRows('7 days', from(week)) },
        { title: `${DAYS_LISTED} days`, total: sumUsageRows(`${DAYS_LISTED} days`, days) },
        { title: 'All', total: sumUsageRows('All', months) },
      ],
      days: days.map(toUsageEntry).reverse(),
      months: months.map(toUsageEntry).reverse(),
      models: models.map(toUsageEntry),
      sources: sources.map(toUsageEntry),
      files: 0,
      qualities: {},
      skips: [],
      notices: [],
    };
  }
}

/** Whose logs these are, and where we looked when there are none. */
function describePlace({ files }: UsageStatus): string[] {
  const remote =
    env.remoteName === undefined ? [] : [`Logs of the remote machine (${env.remoteName}), not of this one.`];
  if (files > 0) return remote;
  return [
    ...remote,
    `No logs of coding agents found below ${homedir()}. If they are elsewhere, add the folder to the setting tokenMeter.usage.roots.`,
  ];
}
