import { commands, type Disposable, EventEmitter } from 'vscode';
import type { Advice, AdviceAction } from '../core/advice/advice.ts';
import { applyToScope } from '../core/advice/applyToScope.ts';
import { findExceeded } from '../core/advice/exceededBudget.ts';
import type { Budget } from '../core/budget/budget.ts';
import type { CopyRecord } from '../core/context/copyRecord.ts';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import { renderTask, type Task } from '../core/context/task.ts';
import { type AdviceSnapshot, adviceId, buildAdviceSnapshot } from '../core/dashboard/adviceSnapshot.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { measureContentMix } from '../core/tokens/contentMix.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import type { BudgetStore } from './budgetStore.ts';
import { COMMANDS } from './commandIds.ts';
import { onDidChangeHabitSettings, retryCap, setChosenModel } from './config.ts';
import type { CopyHistory } from './copyHistory.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import type { ScopeStore } from './scopeStore.ts';
import { settleDelayMs } from './settleDelay.ts';

/** What advice is about; the same parts make the same advice. */
type Subject = {
  task: Task;
  measured: MeasuredScope | undefined;
  model: ModelInfo;
  copies: readonly CopyRecord[];
  retryCap: number;
  budgets: readonly Budget[];
};

/** What to change before sending, kept up to date while somebody looks at it. Reading and counting are the worker's. */
export class SendAdvice implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<void>());
  private readonly store: ScopeStore;
  private readonly meter: Meter;
  private readonly budgets: BudgetStore;
  private readonly history: CopyHistory;
  private readonly worker: CountingWorker;
  private readonly log: Log;
  private isLookedAt = false;
  private advice: readonly Advice[] | undefined;
  private subject: Subject | undefined;
  private asking: AbortController | undefined;
  private settle: NodeJS.Timeout | undefined;
  private changedMs: number | undefined;
  readonly onDidChange = this.changed.event;

  constructor(
    store: ScopeStore,
    meter: Meter,
    budgets: BudgetStore,
    history: CopyHistory,
    worker: CountingWorker,
    log: Log,
  ) {
    this.store = store;
    this.meter = meter;
    this.budgets = budgets;
    this.history = history;
    this.worker = worker;
    this.log = log;
    for (const { onDidChange } of [store, meter, budgets, history]) {
      this.ds.add(onDidChange(() => this.adviseSoon()));
    }
    this.ds.add(onDidChangeHabitSettings(() => this.adviseSoon()));
    this.ds.add({ dispose: () => this.stop() });
  }

  /** Nothing is read while nobody looks. */
  setLookedAt(isLookedAt: boolean): void {
    this.isLookedAt = isLookedAt;
    if (isLookedAt) this.adviseSoon();
    else this.stop();
  }

  /** Absent until it is known; what stands there while a change settles is about the scope before it. */
  get current(): AdviceSnapshot | undefined {
    if (this.advice === undefined) return undefined;
    const { task, measured } = this.store;
    const mix = measured?.total.mix ?? measureContentMix(renderTask(task) ?? '');
    return buildAdviceSnapshot(this.advice, mix, this.meter.model);
  }

  /** Carries out the action of an advice that is still there. */
  async take(id: string): Promise<void> {
    const advice = this.advice?.find((each) => adviceId(each) === id);
    if (advice !== undefined) await this.carryOut(advice.action);
  }

  dispose(): void {
    this.ds.dispose();
  }

  private async carryOut(action: AdviceAction): Promise<void> {
    switch (action.do) {
      case 'setDetail':
      case 'leaveOut':
        return this.store.replace(applyToScope(this.store.scope, action));
      case 'useModel':
        return setChosenModel(action.modelId);
      case 'copyReferences':
        return commands.executeCommand(COMMANDS.copyReferences);
      case 'undoScopeChange':
        return commands.executeCommand(COMMANDS.undoScopeChange);
      case 'openTerminal':
        return commands.executeCommand('workbench.action.terminal.focus');
      case 'openSettings':
        return commands.executeCommand(action.of === 'model' ? COMMANDS.chooseModel : COMMANDS.setBudgets);
      case 'editTask': // The page itself leads to the field, and to the tab.
      case 'openPlanner':
      case 'editText':
      case 'rewrite':
        return;
      default:
        action satisfies never;
    }
  }

  private adviseSoon(): void {
    if (!this.isLookedAt || this.isAbout(this.findSubject())) return;
    this.changedMs ??= performance.now();
    clearTimeout(this.settle);
    this.settle = setTimeout(() => void this.advise(), settleDelayMs(this.changedMs));
  }

  private async advise(): Promise<void> {
    this.changedMs = undefined;
    const subject = this.findSubject();
    // Its measure tells when it is ready.
    if (subject === undefined || this.isAbout(subject)) return;
    this.asking?.abort();
    const controller = new AbortController();
    this.asking = controller;
    this.subject = subject;
    try {
      const request = await this.store.buildRequest();
      const { model, copies, retryCap } = subject;
      const budgets = findExceeded(this.budgets.uses);
      const facts = { model, offer: this.meter.offer, copies, budgets, retryCap, nowMs: Date.now() };
      const advice = await this.worker.ask({ ask: 'advise', request, facts }, controller.signal);
      this.advice = advice;
      this.changed.fire();
    } catch (error) {
      if (!controller.signal.aborted)
        this.log.error('What to change before sending could not be found out.', error);
    }
  }

  /** Absent while the scope is being measured. */
  private findSubject(): Subject | undefined {
    const { store, meter, history, budgets } = this;
    if (store.scope.length > 0 && !store.isMeasured) return undefined;
    const measured = store.isMeasured ? store.measured : undefined;
    const { task } = store;
    return {
      task,
      measured,
      model: meter.model,
      copies: history.records,
      retryCap: retryCap(),
      budgets: budgets.budgets,
    };
  }

  private isAbout(subject: Subject | undefined): boolean {
    const { subject: before } = this;
    if (subject === undefined || before === undefined) return false;
    return (Object.keys(subject) as (keyof Subject)[]).every((key) => subject[key] === before[key]);
  }

  private stop(): void {
    clearTimeout(this.settle);
    this.changedMs = undefined;
    this.asking?.abort();
    this.asking = undefined;
    this.subject = undefined;
  }
}
