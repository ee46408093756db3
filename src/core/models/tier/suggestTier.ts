import type { Tier } from '../modelInfo.ts';
import { adviseWork } from './adviseWork.ts';
import { decideTier } from './decideTier.ts';
import { findStages } from './findStages.ts';
import type { FoundSign } from './foundSign.ts';
import { readTask } from './readTask.ts';
import type { TaskContext, TierSuggestion } from './tierSuggestion.ts';
import { weighSigns } from './weighSigns.ts';

/**
 * The cheapest tier that can do a task, told by its words and by what is known of its scope. Deterministic, without a model, and in
 * about a millisecond for a text of any length. Where nothing speaks for a tier it is `execute`, with little confidence: a check that
 * fails is cheaper than a big model for everything.
 */
export function suggestTier(task: string, context: TaskContext = {}): TierSuggestion {
  const read = readTask(task);
  const signs = weighSigns(read, context);
  const { tier, confidence } = decideTier(signs);
  const stages = findStages(read, signs, tier);
  const reasons = reasonsFor(tier, signs);
  return { tier, confidence, ...adviseWork({ tier, confidence, read, stages }), reasons, stages };
}

function reasonsFor(tier: Tier, signs: readonly FoundSign[]): string[] {
  const own = signs.filter((sign) => sign.tier === tier).toSorted((a, b) => b.weight - a.weight);
  const reasons = [...new Set(own.map(({ reason }) => reason))].slice(0, MOST_REASONS);
  return reasons.length > 0 ? reasons : [NO_REASON];
}

const MOST_REASONS = 4;
export const NO_REASON = 'nothing in the words speaks for another tier: try this one first';
