import { type Disposable, EventEmitter, window } from 'vscode';
import type { CostSnapshot } from '../core/dashboard/cost/costSnapshot.ts';
import { type CostChange, changeView, FIRST_VIEW } from '../core/dashboard/cost/costView.ts';
import type { DashboardTab } from '../core/dashboard/dashboardTabs.ts';
import type { DataSnapshot } from '../core/dashboard/data/dataSnapshot.ts';
import {
  buildFindingsSnapshot,
  type FindingsSnapshot,
  type FoundWaste,
} from '../core/dashboard/findings/findingsSnapshot.ts';
import type { TargetPeriod, TargetsSnapshot } from '../core/dashboard/targets/targetsSnapshot.ts';
import type { FindingsChange } from '../protocol/findingsSchema.ts';
import { actOnFinding } from './actOnFinding.ts';
import { VIEWS } from './commandIds.ts';
import { DisposableStore } from './disposableStore.ts';
import type { FindingChoiceStore } from './findingChoiceStore.ts';
import { LatestAnswer } from './latestAnswer.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { UsageStore } from './usageStore.ts';

/** So much is read without being asked for, in about a second. */
const QUIET_BYTES = 256 * 1024 * 1024;
/** So often at most, while an agent works. */
const QUIET_EVERY_MS = 60_000;
/** So long after an answer, so that nothing that is looked at waits for it. */
const QUIET_AFTER_MS = 500;

const LOG_TABS = ['cost', 'findings', 'targets', 'data'] as const satisfies readonly DashboardTab[];

/** What the views over the logs ask of the ledger; each is asked for only while it is looked at. */
export class UsageViews implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly usage: UsageStore;
  private readonly choices: FindingChoiceStore;
  private readonly answers: {
    readonly cost: LatestAnswer<CostSnapshot>;
    readonly findings: LatestAnswer<FoundWaste>;
    readonly targets: LatestAnswer<TargetsSnapshot>;
    readonly data: LatestAnswer<DataSnapshot>;
  };
  private readonly fresh = new Set<DashboardTab>();
  private lookedAt: ReadonlySet<DashboardTab> = new Set();
  private version = -1;
  private readSessionsAtMs = 0;
  private quiet: NodeJS.Timeout | undefined;
  private isReading = false;
  private costView = FIRST_VIEW;
  private targetPeriod: TargetPeriod = '30days';
  readonly onDidChange = this.changed.event;

  constructor(usage: UsageStore, choices: FindingChoiceStore) {
    this.usage = usage;
    this.choices = choices;
    const onAnswer = () => this.changed.fire();
    const onFirstAnswer = () => {
      this.changed.fire();
      this.readSessionsSoon();
    };
    const onFailure = (error: unknown) => usage.reportFailure(error);
    this.answers = {
      cost: new LatestAnswer(() => usage.ask({ ask: 'cost', view: this.costView }), onFirstAnswer, onFailure),
      findings: new LatestAnswer(
        () => usage.ask({ ask: 'findings', choices: choices.current }),
        onAnswer,
        onFailure,
      ),
      targets: new LatestAnswer(
        () => usage.ask({ ask: 'targets', period: this.targetPeriod }),
        onFirstAnswer,
        onFailure,
      ),
      data: new LatestAnswer(() => usage.ask({ ask: 'data' }), onAnswer, onFailure),
    };
    this.ds.add(usage.onDidChange(() => this.follow()));
    // What is muted is gone at once; what it shared with others counts for them when it was asked again.
    this.ds.add(
      choices.onDidChange(() => {
        this.changed.fire();
        this.answers.findings.refresh();
      }),
    );
    this.ds.add({ dispose: () => clearTimeout(this.quiet) });
  }

  get cost(): CostSnapshot | undefined {
    return this.answers.cost.value;
  }

  get findings(): FindingsSnapshot | undefined {
    const { value } = this.answers.findings;
    return value === undefined ? undefined : buildFindingsSnapshot(value, this.choices.current);
  }

  get targets(): TargetsSnapshot | undefined {
    return this.answers.targets.value;
  }

  get data(): DataSnapshot | undefined {
    return this.answers.data.value;
  }

  /** Prompts and calls of tools are being read. */
  get isReadingSessions(): boolean {
    return this.isReading;
  }

  /** Logs are read only while a tab is looked at that shows them. */
  setLookedAt(tabs: ReadonlySet<DashboardTab>): void {
    this.lookedAt = tabs;
    this.usage.setLookedAt(
      this,
      LOG_TABS.some((tab) => tabs.has(tab)),
    );
    this.refreshStale();
  }

  changeCostView(change: CostChange): void {
    this.costView = changeView(this.costView, change);
    this.answers.cost.refresh();
  }

  /** Reads the logs for prompts and calls of tools, however many there are. */
  async readToolCalls(): Promise<void> {
    await window.withProgress({ location: { viewId: VIEWS.dashboard } }, () => this.readSessions());
  }

  /** Does what a finding that is known proposes, from when on it is measured again, or keeps what was said of it. */
  async changeFindings(change: FindingsChange, store: ScopeStore): Promise<void> {
    const finding =
      'id' in change ? this.answers.findings.value?.findings.find(({ id }) => id === change.id) : undefined;
    if (change.kind !== 'act') return this.choices.change(change, finding);
    if (finding === undefined || !(await actOnFinding(finding, { store, usage: this.usage }))) return;
    await this.choices.change({ kind: 'take', id: change.id }, finding);
  }

  setTargetPeriod(period: TargetPeriod): void {
    this.targetPeriod = period;
    this.answers.targets.refresh();
  }

  dispose(): void {
    this.ds.dispose();
  }

  /** The same by itself where it takes no while. */
  private readSessionsSoon(): void {
    clearTimeout(this.quiet);
    if (Date.now() - this.readSessionsAtMs < QUIET_EVERY_MS) return;
    this.quiet = setTimeout(() => {
      // The first read of many logs goes before.
      if (this.usage.logs?.progress === undefined) void this.readSessions(QUIET_BYTES);
    }, QUIET_AFTER_MS);
  }

  private async readSessions(mostBytes?: number): Promise<void> {
    this.readSessionsAtMs = Date.now();
    this.isReading = true;
    this.changed.fire();
    try {
      await this.usage.ask({ ask: 'readEvents', ...(mostBytes !== undefined && { mostBytes }) });
    } catch (error) {
      this.usage.reportFailure(error);
    } finally {
      this.isReading = false;
    }
    // Costs and targets know more now.
    this.fresh.delete('cost');
    this.fresh.delete('targets');
    this.refreshStale();
    this.changed.fire();
  }

  private follow(): void {
    if (this.usage.version !== this.version) {
      // The first read of many logs changes the ledger all the time: what is shown is shown until it has ended.
      const isReading = this.usage.logs?.progress !== undefined;
      if (!isReading || this.version === -1 || this.usage.version === -1) {
        this.version = this.usage.version;
        this.fresh.clear();
        this.refreshStale();
      }
    }
    this.changed.fire();
  }

  private refreshStale(): void {
    if (this.version === -1) return;
    for (const tab of LOG_TABS) {
      if (!this.lookedAt.has(tab) || this.fresh.has(tab)) continue;
      this.fresh.add(tab);
      this.answers[tab].refresh();
    }
  }
}
