import { type Disposable, EventEmitter } from 'vscode';
import type { Budget, PeriodBudget } from '../core/budget/budget.ts';
import { keyOf } from '../core/budget/budget.ts';
import { evaluateUse, type UseState } from '../core/budget/currentUse.ts';
import type { DaySpend } from '../core/budget/daySpend.ts';
import { evaluatePeriod, HISTORY_DAYS, type PeriodState } from '../core/budget/periodState.ts';
import type { TokenCount } from '../core/tokens/tokenCount.ts';
import { addDays } from '../core/usage/days.ts';
import { type AlertMarks, createAlertMarks } from '../node/usage/alertMarks.ts';
import { createDayOf } from '../node/usage/localDay.ts';
import { chosenBudgets, onDidChangeBudgets } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import { localNow } from './localNow.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { TierAdvice } from './tierAdvice.ts';
import type { UsageStore } from './usageStore.ts';

/** Days end without anybody spending anything. */
const TICK_MS = 10 * 60 * 1000;
/** A month and the week that it began in. */
const LONGEST_PERIOD_DAYS = 38;

export type BudgetSources = {
  usage: UsageStore;
  meter: Meter;
  advice: TierAdvice;
  store: ScopeStore;
  log: Log;
  /** Where it is kept what was told and what is muted. */
  folder: string;
};

/** Where the budgets stand. Logs are followed for them only while a budget of a period is set. */
export class BudgetStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly sources: BudgetSources;
  private readonly dayOf = createDayOf();
  private keptMarks: AlertMarks | undefined;
  private chosen: readonly Budget[] = chosenBudgets().budgets;
  private known: readonly DaySpend[] | undefined;
  private evaluated: readonly PeriodState[] | undefined;
  private readonly muted = new Map<string, boolean>();
  private readVersion = -1;
  private isReading = false;
  private isStale = false;
  private tick: NodeJS.Timeout | undefined;
  readonly onDidChange = this.changed.event;

  constructor(sources: BudgetSources) {
    this.sources = sources;
    this.ds.add(onDidChangeBudgets(() => this.choose()));
    this.ds.add(sources.usage.onDidChange(() => void this.read()));
    this.ds.add({ dispose: () => clearInterval(this.tick) });
    this.follow();
  }

  get budgets(): readonly Budget[] {
    return this.chosen;
  }

  /** What each project cost on each day, back to what a projection goes by; absent until the ledger was read. */
  get spends(): readonly DaySpend[] | undefined {
    return this.known;
  }

  /** Budgets of periods; none until the ledger was read. */
  get periods(): readonly PeriodState[] {
    this.evaluated ??= this.evaluatePeriods();
    return this.evaluated;
  }

  /** Whether budgets of periods are set whose costs are not known yet. */
  get isPending(): boolean {
    return this.known === undefined && this.periodBudgets.length > 0;
  }

  /** Budgets that the scope and the task at hand fall under. */
  get uses(): readonly UseState[] {
    if (!this.hasUses) return [];
    const rows = this.sources.meter.buildSnapshot().rows;
    return this.usesOf(rows.find(({ subject }) => subject === 'scope')?.count);
  }

  /** Whether there is a budget of a scope or an operation at all. */
  get hasUses(): boolean {
    return this.chosen.length > this.periodBudgets.length;
  }

  /** The same for another count of the scope. */
  usesOf(count: TokenCount | undefined): readonly UseState[] {
    const { meter, advice, store } = this.sources;
    return evaluateUse(this.chosen, {
      scopeName: store.library.active,
      ...(count !== undefined && { count }),
      model: meter.model,
      stages: advice.current?.stages?.entries ?? [],
    });
  }

  /** Of what is exceeded and not muted, the worst: `hard` where a budget has a hard threshold. */
  get breach(): 'hard' | 'soft' | undefined {
    const over = [...this.periods, ...this.uses].filter(({ level }) => level === 'over');
    const heard = over.filter(({ budget }) => !this.isMuted(keyOf(budget)));
    if (heard.length === 0) return undefined;
    return heard.some(({ budget }) => budget.hard !== undefined) ? 'hard' : 'soft';
  }

  /** Kept for a while: it is asked for on every key. */
  isMuted = (key: string): boolean => {
    const isMuted = this.muted.get(key) ?? this.marks.isMuted(key);
    this.muted.set(key, isMuted);
    return isMuted;
  };

  /** Alerts of a budget are off until they are turned on again. */
  mute(key: string, isMuted: boolean): void {
    if (!this.chosen.some((budget) => keyOf(budget) === key)) return;
    this.marks.mute(key, isMuted);
    this.tell();
  }

  /** True in the one window that may tell it. */
  claim(what: string): boolean {
    return this.marks.claim(what);
  }

  dispose(): void {
    this.ds.dispose();
  }

  private get periodBudgets(): PeriodBudget[] {
    return this.chosen.filter((budget) => budget.kind === 'period');
  }

  private get marks(): AlertMarks {
    this.keptMarks ??= createAlertMarks(this.sources.folder, Date.now());
    return this.keptMarks;
  }

  private evaluatePeriods(): PeriodState[] {
    const { known } = this;
    if (known === undefined) return [];
    const now = localNow(this.dayOf);
    return this.periodBudgets.map((budget) => evaluatePeriod(budget, known, now));
  }

  private tell(): void {
    this.evaluated = undefined;
    this.muted.clear();
    this.changed.fire();
  }

  private choose(): void {
    this.chosen = chosenBudgets().budgets;
    this.follow();
    this.tell();
  }

  private follow(): void {
    const isNeeded = this.periodBudgets.length > 0;
    this.sources.usage.setLookedAt(this, isNeeded);
    clearInterval(this.tick);
    if (!isNeeded) return;
    this.tick = setInterval(() => this.tell(), TICK_MS);
    void this.read();
  }

  /** Of several changes at once only the last is read. */
  private async read(): Promise<void> {
    const { version } = this.sources.usage;
    if (version === -1) this.readVersion = -1;
    if (this.periodBudgets.length === 0 || version === this.readVersion) return;
    this.readVersion = version;
    this.isStale = true;
    if (this.isReading) return;
    this.isReading = true;
    const { usage, log } = this.sources;
    try {
      while (this.isStale) {
        this.isStale = false;
        const since = addDays(this.dayOf(Date.now()), -LONGEST_PERIOD_DAYS - HISTORY_DAYS);
        this.known = await usage.ask({ ask: 'spend', since });
        this.tell();
      }
    } catch (error) {
      this.readVersion = -1;
      log.error('What was spent could not be read for the budgets.', error);
    } finally {
      this.isReading = false;
    }
  }
}
