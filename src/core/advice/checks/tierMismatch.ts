import { inputCostUsd } from '../../cost/inputCostUsd.ts';
import { requestCostUsd } from '../../cost/requestCost.ts';
import { message } from '../../message.ts';
import type { ModelInfo, Tier } from '../../models/modelInfo.ts';
import { PLAIN_OFFER } from '../../models/modelOffer.ts';
import { modelsForTier } from '../../models/modelsForTier.ts';
import { suggestTier } from '../../models/tier/suggestTier.ts';
import { countForModel } from '../../tokens/tokenCount.ts';
import type { Advice } from '../advice.ts';
import type { AdviceInput, Check } from '../check.ts';
import { findWarmCopy } from '../lastCopy.ts';

const LIMITS = {
  leastConfidence: {
    value: 0.6,
    reason: 'Below, the words speak for two tiers, and a model at hand is as good a guess.',
  },
};

const RANK: Record<Tier, number> = { none: 0, bulk: 1, execute: 2, think: 3 };

/** The chosen model is dearer than the task needs, or too weak for it. */
export const tierMismatch: Check = {
  id: 'tierMismatch',
  thresholds: LIMITS,
  find(input, { text }) {
    const { model, scope, offer = PLAIN_OFFER } = input;
    if (model === undefined || text.trim() === '') return [];
    const context =
      scope === undefined ? {} : { scopeTokens: scope.total.tokens, fileCount: scope.parts.length };
    const { tier, confidence, reasons } = suggestTier(text, context);
    if (confidence < LIMITS.leastConfidence.value || RANK[tier] === RANK[model.tier]) return [];
    const because = reasons[0] ?? '';
    if (tier === 'none') return [adviseTerminal(because)];
    const [other] = modelsForTier(tier, { ...offer, vendors: [model.vendor, ...offer.vendors] });
    if (other === undefined) return [];
    if (RANK[tier] > RANK[model.tier]) return [adviseStronger(model, other, because)];
    return isCheaper(input, other) ? [adviseCheaper(input, model, other, because)] : [];
  },
};

function adviseTerminal(because: string): Advice {
  return {
    check: 'tierMismatch',
    title: message('No model is needed ({0}): run it in a terminal.', because),
    places: [],
    action: { do: 'openTerminal' },
  };
}

function adviseStronger(model: ModelInfo, other: ModelInfo, because: string): Advice {
  return {
    check: 'tierMismatch',
    title: message(
      '{0} may be too weak ({1}): a failed round with its context costs more than {2} once.',
      model.label,
      because,
      other.label,
    ),
    places: [],
    action: { do: 'useModel', modelId: other.id, modelLabel: other.label },
  };
}

function adviseCheaper({ scope }: AdviceInput, model: ModelInfo, other: ModelInfo, because: string): Advice {
  return {
    check: 'tierMismatch',
    title: message('{0} can do this ({1}) at a lower price than {2}.', other.label, because, model.label),
    places: [],
    ...(scope !== undefined && {
      tokens: {
        tokens: scope.total.tokens,
        kind: 'estimated' as const,
        formula: message('tokens of the scope, at the lower price of input'),
      },
    }),
    action: { do: 'useModel', modelId: other.id, modelLabel: other.label },
  };
}

/** At list prices, and beside what the cache of the chosen model may still hold. Unknown prices are no reason to change. */
function isCheaper(input: AdviceInput, other: ModelInfo): boolean {
  const { model, scope } = input;
  if (model?.price === undefined || other.price === undefined) return false;
  if (scope === undefined) return other.price.input < model.price.input;
  const last = findWarmCopy(input);
  const isWarm = last?.modelLabel === model.label && last.stableHash === scope.stableHash;
  const total = countForModel(scope.total, model.tokenizer).tokens;
  const cacheReadTokens = isWarm ? Math.min(total, last.stableTokens) : 0;
  const ownUsd = requestCostUsd({ cacheReadTokens, inputTokens: total - cacheReadTokens }, model.price);
  const otherUsd = inputCostUsd(countForModel(scope.total, other.tokenizer).tokens, other.price);
  return ownUsd !== undefined && otherUsd !== undefined && otherUsd < ownUsd;
}
