import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Disposable, EventEmitter, env, l10n } from 'vscode';
import type { LogsSnapshot } from '../core/dashboard/logsSnapshot.ts';
import { sayMessage } from '../core/message.ts';
import { translate } from '../core/translate.ts';
import { describeKept } from '../core/usage/describeKept.ts';
import type { ExportFormat } from '../core/usage/exportUsage.ts';
import { NEWER_LEDGER } from '../core/usage/newerLedger.ts';
import { LOG_SKIPS, type LogSkip } from '../core/usage/sources/logSource.ts';
import { UsageClient } from '../node/usage/usageClient.ts';
import type { UsageAnswers, UsageQuestion, UsageStatus } from '../node/usage/usageMessages.ts';
import { ownPlaces, placesOfHome } from '../node/usage/usagePlaces.ts';
import {
  offeredModels,
  onDidChangeUsageSettings,
  usageRetentionDays,
  usageRoots,
  userModels,
} from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';

/** After so long without anybody looking, the logs are followed no more. */
const LINGER_MS = 5000;

/** What the logs of coding agents tell, while somebody looks. All reading is done in a thread of its own. */
export class UsageStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly workerPath: string;
  private readonly folder: string;
  private readonly log: Log;
  private client: UsageClient | undefined;
  private following: Disposable | undefined;
  private readonly lookers = new Set<object>();
  private lingering: NodeJS.Timeout | undefined;
  private latest: UsageStatus | undefined;
  private failure: string | undefined;
  readonly onDidChange = this.changed.event;

  /** `folder` is where the ledger is kept, in the extension's own storage. */
  constructor(workerPath: string, folder: string, log: Log) {
    this.workerPath = workerPath;
    this.folder = folder;
    this.log = log;
    this.ds.add(onDidChangeUsageSettings(() => this.restart()));
    this.ds.add({ dispose: () => this.stop() });
  }

  /** Absent until the ledger was opened once. */
  get logs(): LogsSnapshot | undefined {
    const { latest, failure } = this;
    if (latest === undefined) return failure === undefined ? undefined : { ...NOTHING, notices: [failure] };
    const { files, qualities, progress, notice, kept } = latest;
    return {
      files,
      qualities,
      skips: Object.entries(latest.skips).map(([reason, count]) => ({
        reason: translate(LOG_SKIPS[reason as LogSkip]),
        count,
      })),
      ...(progress !== undefined && { progress }),
      notices: [failure, notice && sayMessage(notice), ...describePlace(latest)].filter(
        (text) => text !== undefined,
      ),
      ...(kept !== undefined && { kept: describeKept(kept) }),
    };
  }

  /** Grows with every change of the ledger; -1 until it was opened. */
  get version(): number {
    return this.latest?.version ?? -1;
  }

  /** Asks the ledger's thread, which is started where none runs. */
  ask<Q extends UsageQuestion>(question: Q): Promise<UsageAnswers[Q['ask']]> {
    return this.connect().ask(question);
  }

  /** Says in every view over the logs what went wrong, and what to do. */
  reportFailure(error: unknown): void {
    this.log.error('The usage ledger could not be read.', error);
    this.failure = describeFailure(error);
    this.changed.fire();
  }

  /** Logs are followed while somebody looks, and a moment longer. */
  setLookedAt(looker: object, isLooking: boolean): void {
    if (this.lookers.has(looker) === isLooking) return;
    if (isLooking) this.lookers.add(looker);
    else this.lookers.delete(looker);
    clearTimeout(this.lingering);
    if (this.lookers.size > 0) this.follow();
    else this.lingering = setTimeout(() => this.unfollow(), LINGER_MS);
  }

  async rebuild(): Promise<void> {
    this.take(await this.ask({ ask: 'rebuild' }));
  }

  async deleteAll(): Promise<void> {
    await this.ask({ ask: 'deleteAll' });
    this.take(await this.ask({ ask: 'status' }));
  }

  /** Writes all records to a file; answers how many. */
  exportTo(path: string, format: ExportFormat): Promise<number> {
    return this.ask({ ask: 'export', format, path });
  }

  dispose(): void {
    this.ds.dispose();
  }

  private follow(): void {
    this.following ??= this.connect().follow((status) => this.take(status));
    if (this.latest === undefined) void this.takeFirst();
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
      places: [...ownPlaces(join(this.folder, '../../..')), ...usageRoots().flatMap(placesOfHome)],
      retentionDays: usageRetentionDays(),
      userModels: userModels().models,
      vendors: offeredModels().vendors,
    });
    return this.client;
  }

  private restart(): void {
    const wasFollowing = this.following !== undefined;
    this.stop();
    // Prices and places may be others now: all answers are stale.
    this.latest = undefined;
    this.changed.fire();
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
      this.take(await this.ask({ ask: 'status' }));
    } catch (error) {
      this.reportFailure(error);
    }
  }

  private take(status: UsageStatus): void {
    // Said once, not with every status.
    const notice = status.notice && sayMessage(status.notice);
    const before = this.latest?.notice;
    if (notice !== undefined && notice !== (before && sayMessage(before))) this.log.warn(notice);
    this.latest = status;
    this.failure = undefined;
    this.changed.fire();
  }
}

function describeFailure(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (reason === NEWER_LEDGER) return translate(NEWER_LEDGER);
  return l10n.t(
    'The usage ledger could not be read: {0}. Reload the window; if that does not help, use Rebuild in the Data tab.',
    reason,
  );
}

const NOTHING: LogsSnapshot = { files: 0, qualities: {}, skips: [], notices: [] };

/** Whose logs these are, and where we looked when there are none. */
function describePlace({ files }: UsageStatus): string[] {
  const remote =
    env.remoteName === undefined
      ? []
      : [l10n.t('Logs of the remote machine ({0}), not of this one.', env.remoteName)];
  if (files > 0) return remote;
  return [
    ...remote,
    l10n.t(
      'No logs of coding agents found below {0}. If they are elsewhere, add the folder to the setting tokenMeter.usage.roots.',
      homedir(),
    ),
  ];
}
