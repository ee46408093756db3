import { type Disposable, EventEmitter, type Memento } from 'vscode';
import type { ChecklistFacts, UsageFacts } from '../core/checklist/checklistFacts.ts';
import type { ChecklistId, ChecklistItemId } from '../core/checklist/checklistItems.ts';
import { type CheckedItem, evaluateChecklist } from '../core/checklist/evaluateChecklist.ts';
import {
  clearTicks,
  parseTicks,
  setTick,
  type TickKeys,
  type Ticks,
  taskKey,
  tickKeys,
} from '../core/checklist/ticks.ts';
import { sumUsageFacts } from '../core/checklist/usageFacts.ts';
import { sumCopies } from '../core/context/copyRepeats.ts';
import { isManyFiles } from '../core/context/scopeItem.ts';
import { countForModel, type TextCount } from '../core/tokens/tokenCount.ts';
import { createDayOf } from '../node/usage/localDay.ts';
import type { BaselineStore } from './baselineStore.ts';
import type { BudgetStore } from './budgetStore.ts';
import { onDidChangeHabitSettings, retryCap } from './config.ts';
import type { CopyHistory } from './copyHistory.ts';
import { DisposableStore } from './disposableStore.ts';
import { InstructionFiles } from './instructionFiles.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import { workspaceRoots } from './scopeRequest.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { TierAdvice } from './tierAdvice.ts';
import type { UsageStore } from './usageStore.ts';
import type { VariantStore } from './variantStore.ts';

const STORAGE_KEY = 'checklistTicks';
const DAY_MS = 24 * 60 * 60 * 1000;
/** The setup list goes by so many days, and by as many before them. */
const USAGE_DAYS = 30;

export type ChecklistSources = {
  storage: Memento;
  store: ScopeStore;
  meter: Meter;
  advice: TierAdvice;
  baselines: BaselineStore;
  history: CopyHistory;
  usage: UsageStore;
  budgets: BudgetStore;
  variants: VariantStore;
  log: Log;
};

/** Gathers what the checklists are judged by, and keeps what was ticked by hand in this workspace. */
export class ChecklistStore implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly instructions = this.ds.add(new InstructionFiles());
  private readonly sources: ChecklistSources;
  private readonly dayOf = createDayOf();
  private ticks: Ticks;
  private usageFacts: UsageFacts | undefined;
  private readVersion: number | undefined;
  private isLookedAt = false;
  readonly onDidChange = this.changed.event;

  constructor(sources: ChecklistSources) {
    this.sources = sources;
    this.ticks = parseTicks(sources.storage.get(STORAGE_KEY));
    const tell = () => this.changed.fire();
    this.ds.add(this.instructions.onDidChange(tell));
    this.ds.add(onDidChangeHabitSettings(tell));
    this.ds.add(sources.usage.onDidChange(() => void this.readUsage()));
  }

  /** From now on what needs work to know is known: instructions, and what the ledger holds. */
  look(): void {
    this.instructions.follow();
    if (this.isLookedAt) return;
    this.isLookedAt = true;
    void this.readUsage();
  }

  /** By what is known now; `usage` and `month` are for another time than the last 30 days. */
  evaluate(list: ChecklistId, { usage, month }: { usage?: UsageFacts; month?: string } = {}): CheckedItem[] {
    const facts = this.gatherFacts();
    return evaluateChecklist(
      list,
      usage === undefined ? facts : { ...facts, usage },
      this.ticks,
      this.keys(month),
    );
  }

  /** Tells the task of the active scope from others. */
  get taskHash(): string {
    const { store } = this.sources;
    return taskKey(store.library.active, store.task);
  }

  async tick(id: ChecklistItemId, isTicked: boolean): Promise<void> {
    await this.keep(setTick(this.ticks, id, isTicked, this.keys()));
  }

  async reset(list: ChecklistId): Promise<void> {
    await this.keep(clearTicks(this.ticks, list));
  }

  dispose(): void {
    this.ds.dispose();
  }

  private keys(month = this.dayOf(Date.now()).slice(0, 7)): TickKeys {
    const { store } = this.sources;
    return tickKeys(store.library.active, store.task, month);
  }

  private async keep(ticks: Ticks): Promise<void> {
    this.ticks = ticks;
    this.changed.fire();
    await this.sources.storage.update(STORAGE_KEY, ticks);
  }

  private gatherFacts(): ChecklistFacts {
    const { store, meter, advice, baselines, history, budgets, variants } = this.sources;
    const tokensOf = (count: TextCount) => countForModel(count, meter.model.tokenizer).tokens;
    const { measured } = store;
    const roots = new Set(workspaceRoots().map(({ path }) => path));
    const isWhole = (item: (typeof store.scope)[number]) =>
      item.kind === 'folder' && item.checked && item.excluded.length === 0 && roots.has(item.path);
    return {
      task: store.task,
      stageCount: advice.current?.stages?.entries.length ?? 0,
      itemCount: store.scope.filter(({ checked }) => checked).length,
      ...(store.isMeasured &&
        measured !== undefined && {
          scope: { tokens: tokensOf(measured.total), leftOut: countLeftOut(store) },
        }),
      ...(baselines.current !== undefined && { workspaceTokens: tokensOf(baselines.current.count) }),
      hasWholeFolder: store.scope.some((item) => isWhole(item) && item.detail === 'full'),
      copies: sumCopies(history.records, this.taskHash),
      retryCap: retryCap(),
      ...(this.instructions.current !== undefined && { instructions: this.instructions.current }),
      ...(this.usageFacts !== undefined && { usage: this.usageFacts }),
      budgetCount: budgets.budgets.length,
      hasScoredVariants: variants.areScored,
    };
  }

  private async readUsage(): Promise<void> {
    const { usage, log } = this.sources;
    if (!this.isLookedAt || usage.version === this.readVersion) return;
    this.readVersion = usage.version;
    const day = (before: number) => this.dayOf(Date.now() - before * DAY_MS);
    try {
      const [models, before] = await Promise.all([
        usage.ask({ ask: 'rows', by: 'model', filter: { since: day(USAGE_DAYS - 1) } }),
        usage.ask({
          ask: 'rows',
          by: 'model',
          filter: { since: day(2 * USAGE_DAYS - 1), until: day(USAGE_DAYS) },
        }),
      ]);
      this.usageFacts = sumUsageFacts(models, before);
      this.changed.fire();
    } catch (error) {
      log.error('The usage ledger could not be read for the checklist.', error);
    }
  }
}

/** Items that are unchecked, and files that were unchecked below others. */
function countLeftOut({ scope }: ScopeStore): number {
  return scope.reduce(
    (sum, item) => sum + (item.checked ? (isManyFiles(item) ? item.excluded.length : 0) : 1),
    0,
  );
}
