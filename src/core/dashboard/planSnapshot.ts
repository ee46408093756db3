import { formatTokensInWords } from '../format.ts';
import { countForModel } from '../tokens/tokenCount.ts';
import { translate } from '../translate.ts';
import { buildSection } from './plan/buildSection.ts';
import type { PlanContext } from './plan/planContext.ts';
import type { PlanInputs } from './plan/planFieldIds.ts';
import type { PlanSection } from './plan/planSection.ts';
import { draftBatch } from './plan/sections/batchSection.ts';
import { draftCaching } from './plan/sections/cachingSection.ts';
import { draftComparison } from './plan/sections/comparisonSection.ts';
import { draftError } from './plan/sections/errorSection.ts';
import { draftFineTuning } from './plan/sections/fineTuningSection.ts';
import { draftIterations } from './plan/sections/iterationsSection.ts';
import { draftOutput } from './plan/sections/outputSection.ts';
import { draftPrompt } from './plan/sections/promptSection.ts';
import { draftVolume } from './plan/sections/volumeSection.ts';

/** The planner: what the work would cost, from the scope as it stands and what the user has typed. */
export type PlanSnapshot = {
  /** Where the numbers come from that nobody has typed. */
  origin: string;
  /** The user has typed something. */
  isTyped: boolean;
  sections: readonly PlanSection[];
};

export function buildPlanSnapshot(context: PlanContext, inputs: PlanInputs): PlanSnapshot {
  return {
    origin: describeOrigin(context),
    isTyped: Object.keys(inputs).length > 0,
    sections: [
      buildSection('iterations', draftIterations(context), inputs),
      buildSection('comparison', draftComparison(context), inputs),
      buildSection('caching', draftCaching(context), inputs),
      buildSection('output', draftOutput(context, inputs), inputs),
      buildSection('volume', draftVolume(context), inputs),
      buildSection('batch', draftBatch(context), inputs),
      buildSection('fineTuning', draftFineTuning(context), inputs),
      buildSection('error', draftError(), inputs),
      buildSection('prompt', draftPrompt(context), inputs),
    ],
  };
}

function describeOrigin({ model, scope }: PlanContext): string {
  if (scope === undefined)
    return translate('No scope yet: it starts from round numbers, priced on {0}.', model.label);
  const count = formatTokensInWords(countForModel(scope, model.tokenizer));
  return translate('It starts from the scope as it stands: {0}, priced on {1}.', count, model.label);
}
