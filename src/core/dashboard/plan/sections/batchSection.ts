import { BATCH_HOURS, planBatch } from '../../../cost/plan/planBatch.ts';
import { EXPECTED_OUTPUT } from '../../../cost/plan/planOutput.ts';
import { formatShare, formatUsd } from '../../../format.ts';
import { translate } from '../../../translate.ts';
import { contextTokensOf, type PlanContext } from '../planContext.ts';
import type { SectionDraft } from '../planSection.ts';

/** Whether requests can go as a batch, and what that saves. */
export function draftBatch(context: PlanContext): SectionDraft<'batch'> {
  return {
    title: translate('Batch'),
    fields: {
      requests: { label: translate('Requests'), initial: 1_000 },
      inputTokens: { label: translate('Input tokens of each'), initial: contextTokensOf(context) },
      outputTokens: {
        label: translate('Output tokens of each'),
        initial: EXPECTED_OUTPUT[context.outputKind].limitedTokens,
      },
      waitHours: { label: translate('Hours that the answers may take'), initial: BATCH_HOURS },
    },
    plan: ({ number }) => {
      const plan = planBatch(
        {
          requests: number('requests'),
          inputTokens: number('inputTokens'),
          outputTokens: number('outputTokens'),
          waitHours: number('waitHours'),
        },
        context.model.price,
      );
      const { isEligible, reason, directUsd, batchUsd, savedShare } = plan;
      return {
        results: [
          { label: translate('One by one'), value: formatUsd(directUsd) },
          {
            label: translate('As a batch'),
            value: isEligible
              ? translate('{0}, {1} less', formatUsd(batchUsd), formatShare(savedShare))
              : translate('not possible'),
          },
        ],
        notes: [
          isEligible ? translate('It can be a batch: {0}.', reason) : translate('No batch: {0}.', reason),
        ],
      };
    },
  };
}
