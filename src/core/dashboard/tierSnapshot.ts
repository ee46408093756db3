import type { MeasuredScope } from '../context/measuredScope.ts';
import { renderTask, type Task } from '../context/task.ts';
import { type PricedText, priceOn } from '../cost/priceOn.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { ModelOffer } from '../models/modelOffer.ts';
import { modelsForTier } from '../models/modelsForTier.ts';
import { suggestTier } from '../models/tier/suggestTier.ts';
import type { TaskContext, TierSuggestion } from '../models/tier/tierSuggestion.ts';
import { translate } from '../translate.ts';
import { shorten } from './shorten.ts';
import { buildStageSnapshot, type StageSnapshot } from './stageSnapshot.ts';

/** A model to choose, with the scope in its own tokens; `count` is absent while the scope is not counted. */
export type TierModel = PricedText & { id: string; label: string; isChosen: boolean };

/** The cheapest tier that can do the task, why, and models of it. */
export type TierSnapshot = Pick<TierSuggestion, 'tier' | 'confidence' | 'effort' | 'mode'> & {
  reasons: readonly string[];
  escalate?: string;
  /** Absent when the task is of one piece. */
  stages?: StageSnapshot;
  models: readonly TierModel[];
};

/** `undefined` where the task has no words. `measured` is in the encoding of the chosen model, which the others are estimated from. */
export function buildTierSnapshot(
  task: Task,
  context: TaskContext,
  measured: MeasuredScope | undefined,
  chosen: ModelInfo,
  offer: ModelOffer,
): TierSnapshot | undefined {
  const text = renderTask(task);
  if (text === undefined) return undefined;
  const { tier, confidence, effort, mode, reasons, escalate, stages } = suggestTier(text, context);
  return {
    tier,
    confidence,
    effort,
    mode,
    reasons: reasons.map((reason) => shorten(translate(reason))),
    ...(escalate !== undefined && { escalate: shorten(translate(escalate)) }),
    ...(stages.length > 0 && { stages: buildStageSnapshot(stages, measured, chosen, offer) }),
    models: modelsForTier(tier, offer).map((model) => ({
      id: model.id,
      label: model.label,
      isChosen: model.id === chosen.id,
      ...priceOn(model, measured?.total, chosen),
    })),
  };
}
