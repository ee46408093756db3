import { comparePlans } from '../../../cost/plan/comparePlans.ts';
import { explainSide } from '../../../cost/plan/explainSide.ts';
import { type IterationPlan, planIterations } from '../../../cost/plan/planIterations.ts';
import { EXPECTED_OUTPUT } from '../../../cost/plan/planOutput.ts';
import { formatInteger, formatShare, formatUsd } from '../../../format.ts';
import { countForModel } from '../../../tokens/tokenCount.ts';
import { translate } from '../../../translate.ts';
import { contextTokensOf, type PlanContext } from '../planContext.ts';
import type { SectionDraft } from '../planSection.ts';

/** Two ways of doing the same work side by side: the workspace before, the scope after. */
export function draftComparison(context: PlanContext): SectionDraft<'comparison'> {
  const { model, offer, workspace } = context;
  const after = contextTokensOf(context);
  const before = workspace === undefined ? after : countForModel(workspace, model.tokenizer).tokens;
  const choices = offer.models.map(({ id, label, vendor }) => ({ value: id, label: `${label} (${vendor})` }));
  const isListed = choices.some(({ value }) => value === model.id);
  return {
    title: translate('Before and after'),
    fields: {
      beforeContextTokens: { label: translate('Context tokens before'), initial: before },
      beforeIterations: { label: translate('Iterations before'), initial: 5 },
      afterContextTokens: { label: translate('Context tokens after'), initial: after },
      afterIterations: { label: translate('Iterations after'), initial: 3 },
      outputTokens: {
        label: translate('Output tokens of each'),
        initial: EXPECTED_OUTPUT[context.outputKind].freeTokens,
      },
      afterModel: {
        label: translate('Model after'),
        initial: model.id,
        choices: isListed ? choices : [{ value: model.id, label: model.label }, ...choices],
      },
    },
    plan: ({ number, choice }) => {
      const id = choice('afterModel', [model.id, ...offer.models.map((each) => each.id)]);
      const afterModel = offer.models.find((each) => each.id === id) ?? model;
      const plan = (side: 'before' | 'after') =>
        explainSide(side, ['outputTokens'], () =>
          planIterations(
            {
              ...NO_HISTORY,
              contextTokens: number(`${side}ContextTokens`),
              iterations: number(`${side}Iterations`),
              outputTokens: number('outputTokens'),
            },
            (side === 'before' ? model : afterModel).price,
          ),
        );
      return describeBoth(plan('before'), plan('after'), model.label, afterModel.label);
    },
  };
}

const NO_HISTORY = { retries: 0, history: 'none', turnTokens: 0, windowTurns: 0, summaryTokens: 0 } as const;

function describeBoth(before: IterationPlan, after: IterationPlan, beforeLabel: string, afterLabel: string) {
  const { savedTokens, savedTokensShare, savedUsd, savedShare } = comparePlans(before, after);
  const savedCost =
    savedUsd === undefined ? translate('unknown') : describeSaved(formatUsd(savedUsd), savedShare);
  const row = (label: string, name: (plan: IterationPlan) => string, saved: string) => [
    label,
    name(before),
    name(after),
    saved,
  ];
  return {
    tables: [
      {
        caption: translate('Side by side'),
        columns: ['', translate('Before'), translate('After'), translate('Saved')],
        rows: [
          [translate('Model'), beforeLabel, afterLabel, ''],
          row(
            translate('All tokens'),
            ({ totalTokens }) => formatInteger(totalTokens),
            describeSaved(formatInteger(savedTokens), savedTokensShare),
          ),
          row(translate('Cost'), ({ costUsd }) => formatUsd(costUsd), savedCost),
        ],
      },
    ],
    notes: [
      translate(
        'The same number of tokens on both models; how models differ in counting stands in Compare Models.',
      ),
    ],
  };
}

/** `1,234 (80 %)`; of what has become more no share is said. */
function describeSaved(saved: string, share: number | undefined): string {
  return share === undefined || share <= 0 ? saved : `${saved} (${formatShare(share)})`;
}
