import type { ModelInfo, Tier } from '../../models/modelInfo.ts';
import { toUsd } from '../picoUsd.ts';
import { type RequestTokens, requestCostPicoUsd } from '../requestCost.ts';

/** One part of mixed work, its tier and what is sent for it. */
export type StageInput = RequestTokens & { tier: Tier };

export type StagePlan = {
  /** In the order of the stages; a stage that needs no model costs nothing and has none. */
  stages: readonly { tier: Tier; modelId?: string; costUsd?: number }[];
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
  const costs = stages.map((stage) => costOf(stage, modelOf(stage.tier)));
  const costUsd = sumOf(costs);
  const allThinkUsd = sumOf(stages.map((stage) => requestCostPicoUsd(stage, modelOf('think')?.price)));
  return {
    stages: stages.map(({ tier }, index) => {
      const model = tier === 'none' ? undefined : modelOf(tier);
      const cost = costs[index];
      return {
        tier,
        ...(model !== undefined && { modelId: model.id }),
        ...(cost !== undefined && { costUsd: toUsd(cost) }),
      };
    }),
    ...(costUsd !== undefined && { costUsd }),
    ...(allThinkUsd !== undefined && { allThinkUsd }),
  };
}

function costOf(stage: StageInput, model: ModelInfo | undefined): bigint | undefined {
  return stage.tier === 'none' ? 0n : requestCostPicoUsd(stage, model?.price);
}

function sumOf(costs: readonly (bigint | undefined)[]): number | undefined {
  let sum = 0n;
  for (const cost of costs) {
    if (cost === undefined) return undefined;
    sum += cost;
  }
  return toUsd(sum);
}
