import type { ModelInfo, Tier } from '../../models/modelInfo.ts';
import { toUsd } from '../picoUsd.ts';
import { type RequestTokens, requestCostPicoUsd } from '../requestCost.ts';

/** One part of mixed work, its tier and what is sent for it: models count the same text differently. `undefined` where that is unknown. */
export type StageInput = { tier: Tier; tokensOn: (model: ModelInfo) => RequestTokens | undefined };

/** A part without a model needs none, and costs nothing; `costUsd` is absent where it is unknown. */
export type PlannedStage = { tier: Tier; model?: ModelInfo; costUsd?: number };

export type StagePlan = {
  /** In the order of the stages. */
  stages: readonly PlannedStage[];
  /** Absent when the cost of a stage is unknown. */
  costUsd?: number;
  /** The same work with everything on the model for thinking. */
  allThinkUsd?: number;
};

/** What mixed work costs with each part on its own tier, beside all of it on the dearest. `modelOf` names the model for a tier. */
export function planStages(
  stages: readonly StageInput[],
  modelOf: (tier: Tier) => ModelInfo | undefined,
): StagePlan {
  const planned = stages.map((stage) => planStage(stage, modelOf(stage.tier)));
  const costUsd = sumOf(planned.map(({ cost }) => cost));
  const thinking = modelOf('think');
  const allThinkUsd = sumOf(stages.map((stage) => thinking && costOn(thinking, stage)));
  return {
    stages: planned.map(({ cost, ...rest }) => ({
      ...rest,
      ...(cost !== undefined && { costUsd: toUsd(cost) }),
    })),
    ...(costUsd !== undefined && { costUsd }),
    ...(allThinkUsd !== undefined && { allThinkUsd }),
  };
}

function planStage(stage: StageInput, model: ModelInfo | undefined) {
  const { tier } = stage;
  if (tier === 'none') return { tier, cost: 0n };
  return model === undefined ? { tier, cost: undefined } : { tier, model, cost: costOn(model, stage) };
}

function costOn(model: ModelInfo, { tokensOn }: StageInput): bigint | undefined {
  const tokens = tokensOn(model);
  return tokens && requestCostPicoUsd(tokens, model.price);
}

function sumOf(costs: readonly (bigint | undefined)[]): number | undefined {
  let sum = 0n;
  for (const cost of costs) {
    if (cost === undefined) return undefined;
    sum += cost;
  }
  return toUsd(sum);
}
