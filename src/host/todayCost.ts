import { type Disposable, EventEmitter } from 'vscode';
import { FIRST_VIEW } from '../core/dashboard/cost/costView.ts';
import type { UsageEntry } from '../core/dashboard/usageEntry.ts';
import { isTodayCostShown, onDidChangeTodayCostShown } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import { LatestAnswer } from './latestAnswer.ts';
import type { UsageStore } from './usageStore.ts';

/** Often enough to notice that another day has begun. */
const DAY_CHECK_MS = 60_000;
const TODAY = { ...FIRST_VIEW, period: 'today' } as const;

/** What agents have used today, for the status bar. Logs are read for it only while the user wants to see it. */
export class TodayCost implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly usage: UsageStore;
  private readonly answer: LatestAnswer<UsageEntry>;
  private timer: NodeJS.Timeout | undefined;
  private day = '';
  readonly onDidChange = this.changed.event;

  constructor(usage: UsageStore) {
    this.usage = usage;
    this.answer = new LatestAnswer(
      async () => (await usage.ask({ ask: 'cost', view: TODAY })).total,
      () => this.changed.fire(),
      (error) => usage.reportFailure(error),
    );
    this.ds.add(usage.onDidChange(() => this.refresh()));
    this.ds.add(onDidChangeTodayCostShown(() => this.follow()));
    this.ds.add({ dispose: () => clearInterval(this.timer) });
    this.follow();
  }

  /** Absent while it is not to be shown, and until it is known. */
  get current(): UsageEntry | undefined {
    return this.timer === undefined ? undefined : this.answer.value;
  }

  dispose(): void {
    this.ds.dispose();
  }

  private follow(): void {
    const isShown = isTodayCostShown();
    clearInterval(this.timer);
    this.timer = isShown ? setInterval(() => this.checkDay(), DAY_CHECK_MS) : undefined;
    this.usage.setLookedAt(this, isShown);
    this.refresh();
    this.changed.fire();
  }

  private refresh(): void {
    if (this.timer === undefined || this.usage.version === -1) return;
    this.day = new Date().toDateString();
    this.answer.refresh();
  }

  private checkDay(): void {
    if (this.day !== new Date().toDateString()) this.refresh();
  }
}
