import { type Disposable, l10n, window } from 'vscode';
import type { MeasuredScope } from '../core/context/measuredScope.ts';
import { checkFit, type FitFault } from '../core/cost/checkFit.ts';
import { formatInteger, formatPlural, formatTokensInWords, formatUsd } from '../core/format.ts';
import type { ModelInfo } from '../core/models/modelInfo.ts';
import { setChosenModel } from './config.ts';
import { DisposableStore } from './disposableStore.ts';
import { type Log, runReported } from './log.ts';
import type { Meter } from './meter.ts';
import { escapeLinks } from './plainText.ts';
import type { ScopeStore } from './scopeStore.ts';

/** Warns once for each scope and model when the scope does not fit or gets dear; an emptied scope starts anew. */
export class FitWarning implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly meter: Meter;
  private readonly store: ScopeStore;
  private readonly log: Log;
  private readonly told = new Set<string>();
  private checked: { measured: MeasuredScope | undefined; model: ModelInfo } | undefined;

  constructor(meter: Meter, store: ScopeStore, log: Log) {
    this.meter = meter;
    this.store = store;
    this.log = log;
    this.ds.add(meter.onDidChange(() => this.check()));
    this.check();
  }

  dispose(): void {
    this.ds.dispose();
  }

  /** The meter changes with every key: a scope that is still the same was checked. */
  private check(): void {
    const { model } = this.meter;
    const { active } = this.store.library;
    const measured = this.store.isMeasured ? this.store.measured : undefined;
    if (this.checked?.measured === measured && this.checked?.model === model) return;
    this.checked = { measured, model };
    if (this.store.scope.length === 0) this.forget(active);
    const fault = measured && checkFit(measured.total, model, this.meter.offer);
    if (fault === undefined) return;
    const key = JSON.stringify([active, model.id, fault.kind]);
    if (this.told.has(key)) return;
    this.told.add(key);
    void runReported(this.log, () => warn(fault, model));
  }

  private forget(scope: string): void {
    for (const key of this.told) if ((JSON.parse(key) as string[])[0] === scope) this.told.delete(key);
  }
}

async function warn(fault: FitFault, model: ModelInfo): Promise<void> {
  const { other } = fault;
  const message = `Token Meter: ${escapeLinks(`${describeFault(fault, model)} ${describeWayOut(fault)}`)}`;
  const use = other === undefined ? [] : [l10n.t('Use {0}', other.model.label)];
  const choice = await window.showWarningMessage(message, ...use);
  if (choice !== undefined && other !== undefined) await setChosenModel(other.model.id);
}

/** `The scope has 300,000 tokens, Claude Haiku 4.5 takes 200,000.` */
export function describeFault({ kind, count, lineTokens, extraUsd }: FitFault, model: ModelInfo): string {
  const tokens = formatTokensInWords(count);
  if (kind === 'window') {
    return l10n.t('The scope has {0}, {1} takes {2}.', tokens, model.label, formatInteger(lineTokens));
  }
  return l10n.t(
    'The scope has {0}; above {1} {2} asks a higher price for all of it, here {3} more.',
    tokens,
    formatInteger(lineTokens),
    model.label,
    formatUsd(extraUsd),
  );
}

function describeWayOut({ overTokens, other }: FitFault): string {
  const cut = formatPlural(overTokens, 'token');
  if (other === undefined) return l10n.t('Leave out {0}.', cut);
  return l10n.t('{0} takes it for {1}; or leave out {2}.', other.model.label, formatUsd(other.costUsd), cut);
}
