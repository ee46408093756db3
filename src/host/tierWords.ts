import { l10n } from 'vscode';
import { findTierCost, listTierCosts } from '../core/dashboard/tierCosts.ts';
import type { TierSnapshot } from '../core/dashboard/tierSnapshot.ts';
import { formatShare, formatUsd, markEstimate } from '../core/format.ts';
import type { Tier } from '../core/models/modelInfo.ts';
import type { TextCount } from '../core/tokens/tokenCount.ts';
import type { Meter } from './meter.ts';

/** `Suggested tier: execute (82 % sure), GPT-5.4 mini, $0.01`. */
export function describeTier({ tier, confidence, models }: TierSnapshot): string {
  const sure = formatShare(confidence);
  const first = models.find(({ costUsd }) => costUsd !== undefined);
  if (first?.count === undefined) return l10n.t('Suggested tier: {0} ({1} sure)', nameTier(tier), sure);
  const cost = markEstimate(formatUsd(first.costUsd), first.count);
  return l10n.t('Suggested tier: {0} ({1} sure), {2} {3}', nameTier(tier), sure, first.label, cost);
}

/** What a text costs on each tier: `Think GPT-5.5 $0.05, execute GPT-5.4 mini $0.01, …`. Empty where nothing is priced. */
export function describeTierCosts(counted: TextCount, { model, offer }: Meter): string {
  const costs = listTierCosts(counted, model, offer).map(
    (row) => `${nameTier(row.tier)} ${row.model.label} ${markEstimate(formatUsd(row.costUsd), row.count)}`,
  );
  return costs.length === 0 ? '' : l10n.t('Cost by tier: {0}.', costs.join(', '));
}

/** After a copy: where the same would have been enough for less; nothing where it would not. */
export function describeCheaperTier(
  { tier }: TierSnapshot,
  counted: TextCount,
  costUsd: number | undefined,
  { model, offer }: Meter,
): string[] {
  if (tier === 'none') return [l10n.t('no model needed: a command does this')];
  const found = findTierCost(tier, counted, model, offer);
  if (found === undefined || model.tier === tier || costUsd === undefined || found.costUsd >= costUsd)
    return [];
  const cost = markEstimate(formatUsd(found.costUsd), found.count);
  return [l10n.t('tier {0} would do: {1} {2}', nameTier(tier), found.model.label, cost)];
}

function nameTier(tier: Tier): string {
  switch (tier) {
    case 'think':
      return l10n.t('think');
    case 'execute':
      return l10n.t('execute');
    case 'bulk':
      return l10n.t('bulk');
    case 'none':
      return l10n.t('none');
    default:
      return tier satisfies never;
  }
}
