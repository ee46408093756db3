import { buildDataSnapshot } from '../../core/dashboard/data/buildDataSnapshot.ts';
import type { DataSnapshot } from '../../core/dashboard/data/dataSnapshot.ts';
import { answerFromUsage } from './answerFromUsage.ts';
import { findLogs, findRoots } from './findLogs.ts';
import { findParagraphs } from './findParagraphs.ts';
import { KnownUsage } from './knownUsage.ts';
import type { Ledger } from './ledger/ledger.ts';
import { openLedger } from './ledger/openLedger.ts';
import { type KeeperOptions, LedgerKeeper } from './ledgerKeeper.ts';
import type { UsageAnswers, UsageQuestion, UsageServiceStart } from './usageMessages.ts';

/** The ledger, kept up to date while it is followed, and questions to it. Lives in a thread of its own. */
export class UsageService {
  private readonly start: UsageServiceStart;
  private readonly ledger: Ledger;
  private readonly usage: KnownUsage;
  private readonly keeper: LedgerKeeper;

  /** Opens the ledger; `owner` is different in every window, `tell` is called when the status has changed. */
  static async open(
    start: UsageServiceStart,
    owner: string,
    tell: KeeperOptions['tell'],
  ): Promise<UsageService> {
    const { ledger, notice } = await openLedger(start.folder, Date.now());
    const usage = new KnownUsage(ledger, start);
    const { dayOf, eventStore } = usage;
    const options = { ...start, owner, tell, dayOf, events: eventStore, ...(notice && { notice }) };
    return new UsageService(start, ledger, usage, new LedgerKeeper(ledger, options));
  }

  private constructor(start: UsageServiceStart, ledger: Ledger, usage: KnownUsage, keeper: LedgerKeeper) {
    this.start = start;
    this.ledger = ledger;
    this.usage = usage;
    this.keeper = keeper;
  }

  /** Nothing is watched or polled while nobody follows. */
  follow(isFollowed: boolean): void {
    this.keeper.follow(isFollowed);
  }

  async answer(question: UsageQuestion): Promise<UsageAnswers[UsageQuestion['ask']]> {
    const { keeper } = this;
    switch (question.ask) {
      case 'data':
        return this.buildData();
      case 'readEvents':
        return this.readEvents(question.mostBytes);
      case 'status':
        return keeper.status();
      case 'refresh':
        return keeper.refreshAll();
      case 'deleteAll':
        keeper.deleteAll();
        return null;
      case 'rebuild':
        return keeper.rebuild();
      case 'findings':
        await this.readEvents();
        return answerFromUsage(this.usage, question);
      case 'paragraphs':
        return findParagraphs(findLogs(this.start.places), question.source, question.hashes);
      default:
        return answerFromUsage(this.usage, question);
    }
  }

  dispose(): void {
    this.keeper.dispose();
    this.ledger.close();
  }

  private async readEvents(mostBytes?: number): Promise<boolean> {
    const isRead = await this.keeper.readEvents(mostBytes);
    if (isRead) this.usage.loadEvents();
    return isRead;
  }

  private buildData(): DataSnapshot {
    const { folder, retentionDays, places } = this.start;
    const { found, readMs } = this.keeper;
    return buildDataSnapshot(this.usage.table, {
      folder,
      store: this.ledger.kind,
      retentionDays,
      roots: places.flatMap(findRoots),
      found,
      windowsHomes: places.flatMap(({ home, isBesideLinux }) => (isBesideLinux ? [home] : [])),
      ...(readMs !== undefined && { readMs }),
    });
  }
}
