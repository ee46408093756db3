import { TIERS, type Tier } from '../modelInfo.ts';
import type { FoundSign } from './foundSign.ts';

/** What the signs come to. A `think` task on a cheap model is the dear mistake, so doubt goes upwards. */
export function decideTier(signs: readonly FoundSign[]): { tier: Tier; confidence: number } {
  const score = scoreTiers(signs);
  const tier = pickTier(score, signs);
  const rival = Math.max(...TIERS.filter((other) => other !== tier).map((other) => score[other]));
  const certainty = score[tier] / (score[tier] + 0.6 * rival + 1);
  return { tier, confidence: Math.round(Math.min(0.97, 0.25 + 0.8 * certainty) * 100) / 100 };
}

type Scores = Record<Tier, number>;

function pickTier(score: Scores, signs: readonly FoundSign[]): Tier {
  const lead = (tier: Tier) =>
    Math.max(
      0,
      ...signs.filter(({ tier: own, clause }) => own === tier && clause).map(({ weight }) => weight),
    );
  const isCheapWork = lead('bulk') >= 2.5 || lead('none') >= 2.5;
  if (score.think >= (isCheapWork && lead('think') === 0 ? 3 : THINK_FROM)) return 'think';
  if (score.bulk >= 2.5 && lead('execute') < 2) return 'bulk';
  if (score.none >= 2 && lead('execute') < 2) return 'none';
  return 'execute';
}

const THINK_FROM = 2.5;

/** The strongest beginning of a clause, and with it what stands anywhere. A task that says how needs less thought. */
function scoreTiers(signs: readonly FoundSign[]): Scores {
  const scores = { think: 0, execute: 0, bulk: 0, none: 0 };
  for (const tier of TIERS) {
    const own = signs.filter((sign) => sign.tier === tier);
    const leads = own.filter(({ clause }) => clause !== undefined).map(({ weight }) => weight);
    const others = own.filter(({ clause }) => clause === undefined).map(({ weight }) => weight);
    scores[tier] = Math.max(0, ...leads) + others.reduce((sum, weight) => sum + weight, 0);
  }
  const told = signs.filter(({ tier, clause }) => tier === 'execute' && clause === undefined);
  if (!signs.some(({ tier, weight, clause }) => tier === 'think' && clause && weight >= 3)) {
    scores.think -= 0.75 * told.reduce((sum, { weight }) => sum + weight, 0);
  }
  return scores;
}
