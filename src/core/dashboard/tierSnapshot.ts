import { renderTask, type Task } from '../context/task.ts';
import { inputCostUsd } from '../cost/inputCostUsd.ts';
import type { ModelInfo, Tier } from '../models/modelInfo.ts';
import { modelsForTier } from '../models/modelsForTier.ts';
import { suggestTier } from '../models/tier/suggestTier.ts';
import type { TaskContext, TierSuggestion } from '../models/tier/tierSuggestion.ts';
import { countForModel, type TextCount, type TokenCount } from '../tokens/tokenCount.ts';

/** A model to choose, with the scope in its own tokens; `count` is absent while the scope is not counted. */
export type TierModel = {
  id: string;
  label: string;
  isChosen: boolean;
  count?: TokenCount;
  costUsd?: number;
};

/** The cheapest tier that can do the task, why, and models of it. */
export type TierSnapshot = Pick<TierSuggestion, 'tier' | 'confidence' | 'effort' | 'mode'> & {
  reasons: readonly string[];
  escalate?: string;
  stages: readonly { tier: Tier; text: string }[];
  models: readonly TierModel[];
};

const MAX_TEXT = 300;
const MAX_STAGES = 10;

/** `undefined` where the task has no words. `scope` is counted in the encoding of the chosen model, which the others are estimated from. */
export function buildTierSnapshot(
  task: Task,
  context: TaskContext,
  scope: TextCount | undefined,
  chosen: ModelInfo,
): TierSnapshot | undefined {
  const text = renderTask(task);
  if (text === undefined) return undefined;
  const { tier, confidence, effort, mode, reasons, escalate, stages } = suggestTier(text, context);
  return {
    tier,
    confidence,
    effort,
    mode,
    reasons: reasons.map(shorten),
    ...(escalate !== undefined && { escalate: shorten(escalate) }),
    stages: stages.slice(0, MAX_STAGES).map((stage) => ({ tier: stage.tier, text: shorten(stage.text) })),
    models: modelsForTier(tier).map((model) => priceModel(model, scope, chosen)),
  };
}

function priceModel(model: ModelInfo, scope: TextCount | undefined, chosen: ModelInfo): TierModel {
  const { id, label, tokenizer, price } = model;
  const named = { id, label, isChosen: id === chosen.id };
  // Two encodings count alike, not the same: a count in the other one would pass for exact.
  if (scope === undefined || tokenizer.encoding !== chosen.tokenizer.encoding) return named;
  const count = countForModel(scope, tokenizer);
  const costUsd = inputCostUsd(count.tokens, price);
  return { ...named, count, ...(costUsd !== undefined && { costUsd }) };
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1)}…` : text;
}
