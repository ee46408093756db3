import type { MeasuredFile, MeasuredScope } from '../context/measuredScope.ts';
import { planStages } from '../cost/plan/planStages.ts';
import { priceOn } from '../cost/priceOn.ts';
import type { ModelInfo, Tier } from '../models/modelInfo.ts';
import type { ModelOffer } from '../models/modelOffer.ts';
import { modelsForTier } from '../models/modelsForTier.ts';
import type { Stage } from '../models/tier/tierSuggestion.ts';
import { sumTextCounts, type TextCount, type TokenCount } from '../tokens/tokenCount.ts';
import { shorten } from './shorten.ts';
import { findTierCost } from './tierCosts.ts';

/** One part of mixed work: on which model, with which part of the scope, and what that costs as the input of one request. */
export type StageEntry = {
  tier: Tier;
  text: string;
  /** Files of the scope that the words of the part name; empty for the whole scope. */
  files: readonly string[];
  /** Absent where no model is needed, or none is known. */
  modelLabel?: string;
  count?: TokenCount;
  costUsd?: number;
};

/** Mixed work in its parts, beside all of it on the tier for thinking; the sums are absent where a part's cost is unknown. */
export type StageSnapshot = {
  entries: readonly StageEntry[];
  costUsd?: number;
  allThinkUsd?: number;
};

const MAX_STAGES = 10;
const MAX_FILES = 5;

/** `measured` is in the encoding of `chosen`, and absent while the scope is not counted. */
export function buildStageSnapshot(
  stages: readonly Stage[],
  measured: MeasuredScope | undefined,
  chosen: ModelInfo,
  offer: ModelOffer,
): StageSnapshot {
  const parts = stages.slice(0, MAX_STAGES).map((stage) => ({ ...stage, ...findPart(stage.text, measured) }));
  const modelOf = (tier: Tier) => {
    const priced = measured && findTierCost(tier, measured.total, chosen, offer);
    return priced?.model ?? modelsForTier(tier, offer)[0];
  };
  const plan = planStages(
    parts.map(({ tier, counted }) => ({
      tier,
      tokensOn: (model) => {
        const { count } = priceOn(model, counted, chosen);
        return count && { inputTokens: count.tokens };
      },
    })),
    modelOf,
  );
  const { costUsd, allThinkUsd } = plan;
  return {
    entries: parts.map(({ text, tier, files, counted }, index) => {
      const { model, costUsd: stageUsd } = plan.stages[index] ?? {};
      const { count } = model === undefined ? {} : priceOn(model, counted, chosen);
      return {
        tier,
        text: shorten(text),
        files,
        ...(model !== undefined && { modelLabel: model.label }),
        ...(count !== undefined && { count }),
        ...(stageUsd !== undefined && { costUsd: stageUsd }),
      };
    }),
    ...(costUsd !== undefined && { costUsd }),
    ...(allThinkUsd !== undefined && { allThinkUsd }),
  };
}

/** The files of the scope that a part names, or else all of it. */
function findPart(
  text: string,
  measured: MeasuredScope | undefined,
): { files: readonly string[]; counted: TextCount | undefined } {
  const named = measured === undefined ? [] : listFiles(measured).filter(({ label }) => names(text, label));
  if (named.length === 0) return { files: [], counted: measured?.total };
  return {
    files: named.slice(0, MAX_FILES).map(({ label }) => shorten(label)),
    counted: sumTextCounts(named.map(({ count }) => count)),
  };
}

type CountedFile = MeasuredFile & { count: TextCount };

function listFiles({ items }: MeasuredScope): CountedFile[] {
  return items
    .flatMap(({ files }) => files)
    .filter((file): file is CountedFile => file.count !== undefined && file.excluded === undefined);
}

/** Whether a text names a file, with or without its folders. */
function names(text: string, label: string): boolean {
  const name = label.slice(label.lastIndexOf('/') + 1);
  if (name === '') return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + name.length]];
    if (!/[\p{L}\p{N}_.-]/u.test(before) && !/[\p{L}\p{N}_-]/u.test(after)) return true;
  }
  return false;
}
