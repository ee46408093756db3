import { commands, type Disposable, l10n, window } from 'vscode';
import { amountOf, keyOf } from '../core/budget/budget.ts';
import { type Alert, type AlertLog, dueAlerts } from '../core/budget/budgetAlerts.ts';
import { nameBudget } from '../core/budget/nameBudget.ts';
import { formatShare, formatUsd } from '../core/format.ts';
import type { BudgetStore } from './budgetStore.ts';
import { COMMANDS } from './commandIds.ts';
import { DisposableStore } from './disposableStore.ts';
import { type Log, runReported } from './log.ts';
import { escapeLinks } from './plainText.ts';

/** Tells when a budget of a period is nearly or wholly spent: once in a period, in one of all windows. */
export class BudgetAlerts implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly budgets: BudgetStore;
  private readonly log: Log;
  private told: AlertLog = {};

  constructor(budgets: BudgetStore, log: Log) {
    this.budgets = budgets;
    this.log = log;
    this.ds.add(budgets.onDidChange(() => this.tellDue()));
  }

  dispose(): void {
    this.ds.dispose();
  }

  private tellDue(): void {
    const { alerts, log } = dueAlerts(this.budgets.periods, this.told, this.budgets.isMuted);
    this.told = log;
    for (const alert of alerts) {
      const { budget, span } = alert.state;
      if (!this.budgets.claim(`${keyOf(budget)} ${span.since} ${alert.level}`)) continue;
      void runReported(this.log, () => tell(alert, this.budgets));
    }
  }
}

async function tell({ state, level }: Alert, budgets: BudgetStore): Promise<void> {
  const { budget, spentUsd, share } = state;
  const name = escapeLinks(nameBudget(budget));
  const [spent, amount] = [formatUsd(spentUsd), formatUsd(amountOf(budget))];
  const message =
    level === 'over'
      ? l10n.t(
          'Token Meter: the budget “{0}” is exceeded: {1} of {2}. What other tools send cannot be stopped from here.',
          name,
          spent,
          amount,
        )
      : l10n.t(
          'Token Meter: {0} of the budget “{1}” is spent: {2} of {3}.',
          formatShare(share),
          name,
          spent,
          amount,
        );
  const [show, mute] = [l10n.t('Show Costs'), l10n.t('Never for This Budget')];
  const choice = await window.showWarningMessage(message, show, mute);
  if (choice === show) await commands.executeCommand(COMMANDS.openDashboard, 'cost');
  if (choice === mute) budgets.mute(keyOf(budget), true);
}
