import { inputCostUsd } from '../../cost/inputCostUsd.ts';
import { requestCostUsd } from '../../cost/requestCost.ts';
import { message } from '../../message.ts';
import type { ModelInfo } from '../../models/modelInfo.ts';
import { type ModelOffer, PLAIN_OFFER } from '../../models/modelOffer.ts';
import { countForModel } from '../../tokens/tokenCount.ts';
import type { Advice } from '../advice.ts';
import type { AdvisedScope, Check } from '../check.ts';
import { findWarmCopy, LEAST_PREFIX_TOKENS, WARM_MS, type WarmCopy } from '../lastCopy.ts';

const LIMITS = {
  warmMs: {
    value: WARM_MS,
    reason: 'A prompt cache lives for five minutes unless it is asked to live longer.',
  },
  leastTokens: {
    value: LEAST_PREFIX_TOKENS,
    reason: 'The least of a prefix that OpenAI and Anthropic keep.',
  },
  leastKept: {
    value: 0.5,
    reason: 'With less than half of the documents of the last copy it is about something else.',
  },
};

/** One saving undoes another: a start that has changed, or a change of model, throws away what the cache still holds. */
export const coldCache: Check = {
  id: 'coldCache',
  thresholds: LIMITS,
  find(input) {
    const { scope, model, offer = PLAIN_OFFER } = input;
    const last = findWarmCopy(input);
    if (scope === undefined || model === undefined || last === undefined) return [];
    if (last.modelLabel !== model.label) return adviseModel(scope, model, last, offer);
    const isServed = last.stableHash === scope.stableHash || scope.startHashes.includes(last.stableHash);
    return isServed || !goesOn(last, scope) ? [] : [advisePrefix(last)];
  },
};

/** Another scope is another talk: it never had that cache. */
function goesOn({ items }: WarmCopy, { parts }: AdvisedScope): boolean {
  const labels = new Set(parts.map(({ label }) => label));
  const kept = items.filter((label) => labels.has(label)).length;
  return kept > 0 && kept >= LIMITS.leastKept.value * items.length;
}

function advisePrefix({ stableTokens }: WarmCopy): Advice {
  return {
    check: 'coldCache',
    title: message(
      'What stands first has changed since the last copy: the cache still holds the old start, and the new one is paid in full.',
    ),
    places: [],
    tokens: {
      tokens: stableTokens,
      kind: 'estimated',
      formula: message('tokens of the stable part of the last copy, if it was sent'),
    },
    action: { do: 'undoScopeChange' },
  };
}

/** Only where the other model, with its cache, is the cheaper one. */
function adviseModel(
  scope: AdvisedScope,
  model: ModelInfo,
  last: WarmCopy,
  { models }: ModelOffer,
): Advice[] {
  const before = models.find(({ label }) => label === last.modelLabel);
  if (before === undefined || last.stableHash !== scope.stableHash) return [];
  const total = countForModel(scope.total, before.tokenizer).tokens;
  const cacheReadTokens = Math.min(
    total,
    countForModel({ ...scope.total, tokens: scope.stableTokens }, before.tokenizer).tokens,
  );
  const warmUsd = requestCostUsd({ cacheReadTokens, inputTokens: total - cacheReadTokens }, before.price);
  const coldUsd = inputCostUsd(countForModel(scope.total, model.tokenizer).tokens, model.price);
  if (warmUsd === undefined || coldUsd === undefined || warmUsd >= coldUsd) return [];
  return [
    {
      check: 'coldCache',
      title: message(
        '{0} still has the start of this in its cache and would cost less than {1} from nothing.',
        before.label,
        model.label,
      ),
      places: [],
      tokens: {
        tokens: cacheReadTokens,
        kind: 'estimated',
        formula: message(
          'tokens of the stable part, at the price of a cache read, if the last copy was sent',
        ),
      },
      action: { do: 'useModel', modelId: before.id, modelLabel: before.label },
    },
  ];
}
