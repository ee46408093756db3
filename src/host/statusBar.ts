import {
  type Disposable,
  l10n,
  MarkdownString,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode';
import type { DashboardRow, MeterSnapshot } from '../core/dashboard/dashboardSnapshot.ts';
import type { TierSnapshot } from '../core/dashboard/tierSnapshot.ts';
import type { UsageEntry } from '../core/dashboard/usageEntry.ts';
import {
  formatAccuracy,
  formatBytes,
  formatInteger,
  formatPricesAge,
  formatShare,
  formatTokens,
  formatTokensBare,
  formatUsd,
  markEstimate,
  speakTokens,
} from '../core/format.ts';
import type { BudgetStore } from './budgetStore.ts';
import { COMMANDS } from './commandIds.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Meter } from './meter.ts';
import { escapeCell } from './plainText.ts';
import type { TierAdvice } from './tierAdvice.ts';
import { describeTier } from './tierWords.ts';
import type { TodayCost } from './todayCost.ts';

/** The only two that VS Code allows there. */
const BREACH_COLORS = {
  soft: new ThemeColor('statusBarItem.warningBackground'),
  hard: new ThemeColor('statusBarItem.errorBackground'),
};
const ICON = '$(symbol-numeric)';
/** They keep the columns apart: a hover has no padding of its own. */
const SPACES = '&nbsp;&nbsp;';
const SUBJECT_TITLES = {
  file: () => l10n.t('File'),
  selection: () => l10n.t('Selection'),
  scope: () => l10n.t('Scope'),
} as const;

/** The one status bar item: tokens of what is open, or of what is selected in it, and what the day has cost where the user wants it. */
export class StatusBar implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly item: StatusBarItem;
  private readonly meter: Meter;
  private readonly advice: TierAdvice;
  private readonly budgets: BudgetStore;
  private readonly today: TodayCost;

  constructor(meter: Meter, advice: TierAdvice, budgets: BudgetStore, today: TodayCost) {
    this.meter = meter;
    this.advice = advice;
    this.budgets = budgets;
    this.today = today;
    this.item = this.ds.add(window.createStatusBarItem('tokenMeter.count', StatusBarAlignment.Right, 100));
    this.item.name = 'Token Meter';
    this.item.command = COMMANDS.showMeter;
    this.ds.add(meter.onDidChange(() => this.draw()));
    this.ds.add(budgets.onDidChange(() => this.draw()));
    this.ds.add(today.onDidChange(() => this.draw()));
    this.draw();
  }

  dispose(): void {
    this.ds.dispose();
  }

  private draw(): void {
    const { target } = this.meter.liveState;
    const today = describeToday(this.today.current);
    if (target === undefined) return today === undefined ? this.item.hide() : this.drawToday(today);
    const snapshot = this.meter.buildSnapshot();
    if (target.kind === 'tooLarge' && rowOf(snapshot, 'file')?.count === undefined)
      this.drawText(l10n.t('too large'), l10n.t('{0} is too large to count live', target.name), today);
    else this.drawText(shortText(snapshot), spokenText(snapshot), today);
    const sizeBytes = target.kind === 'tooLarge' ? target.sizeBytes : undefined;
    this.item.tooltip = buildTooltip(snapshot, this.advice.current, sizeBytes);
    if (today !== undefined) this.item.tooltip.appendText(`\n\n${today.sentence}`);
    this.item.show();
  }

  private drawText(text: string, spoken: string, today: Today | undefined): void {
    const { breach } = this.budgets;
    const label =
      breach === undefined
        ? `Token Meter: ${spoken}`
        : l10n.t('Token Meter: {0}, a budget is exceeded', spoken);
    this.item.text = [`${ICON} ${text}`, ...(today === undefined ? [] : [today.cost])].join(' · ');
    this.item.backgroundColor = breach && BREACH_COLORS[breach];
    this.item.accessibilityInformation = {
      label: today === undefined ? label : `${label}. ${today.sentence}`,
      role: 'button',
    };
  }

  private drawToday({ cost, sentence }: Today): void {
    this.drawText(cost, sentence, undefined);
    this.item.tooltip = sentence;
    this.item.show();
  }
}

type Today = { cost: string; sentence: string };

function describeToday(used: UsageEntry | undefined): Today | undefined {
  if (used === undefined) return undefined;
  const cost = used.requests === 0 && used.unpricedRequests === 0 ? formatUsd(0) : formatUsd(used.costUsd);
  return { cost, sentence: l10n.t('Coding agents today: {0} (API-equivalent, from their logs)', cost) };
}

function rowOf(snapshot: MeterSnapshot, subject: DashboardRow['subject']): DashboardRow | undefined {
  return snapshot.rows.find((row) => row.subject === subject);
}

function shortText(snapshot: MeterSnapshot): string {
  const file = rowOf(snapshot, 'file')?.count;
  const selection = rowOf(snapshot, 'selection')?.count;
  if (file === undefined) return '…';
  return selection === undefined
    ? formatTokens(file)
    : l10n.t('{0} of {1}', formatTokensBare(selection), formatTokens(file));
}

function spokenText(snapshot: MeterSnapshot): string {
  const file = rowOf(snapshot, 'file');
  const selection = rowOf(snapshot, 'selection')?.count;
  if (file?.count === undefined) return l10n.t('counting tokens');
  const whole = l10n.t('{0} in {1}', speakTokens(file.count), file.name);
  return selection === undefined ? whole : l10n.t('{0} selected of {1}', speakTokens(selection), whole);
}

function buildTooltip(
  snapshot: MeterSnapshot,
  tier: TierSnapshot | undefined,
  tooLargeBytes: number | undefined,
): MarkdownString {
  const { model, encoding, pricesDate, pricesAgeDays, rows } = snapshot;
  // Without icons: in the name of a file, `$(name)` would become one.
  const tooltip = new MarkdownString();
  const headings = [l10n.t('Tokens'), SPACES + l10n.t('Of window'), SPACES + l10n.t('Input cost')];
  tooltip.appendMarkdown(`| | ${headings.join(' | ')} |\n| :-- | --: | --: | --: |\n`);
  for (const row of rows) tooltip.appendMarkdown(`${tooltipRow(row)}\n`);
  if (tooLargeBytes !== undefined) {
    const size = formatBytes(tooLargeBytes);
    const said =
      rowOf(snapshot, 'file')?.count === undefined
        ? l10n.t('The file has {0}, too large to count live. Click to count it from disk.', size)
        : l10n.t('The file has {0}, too large to count live. Counted from disk.', size);
    tooltip.appendMarkdown(`\n${said}\n`);
  }
  const accuracy = rows.find((row) => row.count !== undefined)?.count;
  tooltip.appendMarkdown(`\n${model.label} · ${encoding}`);
  if (accuracy !== undefined) tooltip.appendMarkdown(` · ${formatAccuracy(accuracy)}`);
  tooltip.appendMarkdown(`\n\n${describeWindow(model)} · ${describePrice(model)}`);
  tooltip.appendMarkdown(`\n\n${formatPricesAge(pricesDate, pricesAgeDays)}`);
  if (tier !== undefined) tooltip.appendMarkdown(`\n\n${escapeCell(describeTier(tier))}`);
  return tooltip;
}

function describeWindow({ contextWindow }: MeterSnapshot['model']): string {
  return contextWindow === undefined
    ? l10n.t('Context window: unknown')
    : l10n.t('Context window: {0} tokens', formatInteger(contextWindow));
}

function describePrice({ inputPricePerMillion, outputPricePerMillion }: MeterSnapshot['model']): string {
  if (inputPricePerMillion === undefined) return l10n.t('unpriced');
  return l10n.t(
    '{0} per million tokens in, {1} out',
    formatUsd(inputPricePerMillion),
    formatUsd(outputPricePerMillion),
  );
}

function tooltipRow({ subject, name, count, costUsd, windowShare }: DashboardRow): string {
  const title = `${SUBJECT_TITLES[subject]()} ${subject === 'selection' ? '' : escapeCell(name)}${SPACES}`;
  if (count === undefined) return `| ${title} | … | | |`;
  const [share, cost] = [formatShare(windowShare), formatUsd(costUsd)].map((text) =>
    markEstimate(text, count),
  );
  return `| ${title} | ${formatTokens(count)} | ${share} | ${cost} |`;
}
