import { checkFields, REQUESTS } from '../../../cost/plan/planFields.ts';
import { EXPECTED_OUTPUT } from '../../../cost/plan/planOutput.ts';
import { DAYS_PER_MONTH, planVolume } from '../../../cost/plan/planVolume.ts';
import { formatInteger, formatUsd } from '../../../format.ts';
import { translate } from '../../../translate.ts';
import { contextTokensOf, type PlanContext } from '../planContext.ts';
import type { SectionDraft } from '../planSection.ts';

/** Requests per day to dollars per month. */
export function draftVolume(context: PlanContext): SectionDraft<'volume'> {
  return {
    title: translate('Monthly volume'),
    fields: {
      requestsPerDay: { label: translate('Requests per day'), initial: 100 },
      inputTokens: { label: translate('Input tokens of each'), initial: contextTokensOf(context) },
      outputTokens: {
        label: translate('Output tokens of each'),
        initial: EXPECTED_OUTPUT[context.outputKind].freeTokens,
      },
    },
    plan: ({ number }) => {
      const requestsPerDay = number('requestsPerDay');
      checkFields({ requestsPerDay: [requestsPerDay, REQUESTS] });
      const plan = planVolume(
        {
          requestsPerMonth: requestsPerDay * DAYS_PER_MONTH,
          inputTokens: number('inputTokens'),
          outputTokens: number('outputTokens'),
        },
        context.model.price,
      );
      return {
        results: [
          { label: translate('Tokens per month'), value: formatInteger(plan.tokensPerMonth) },
          { label: translate('Per request'), value: formatUsd(plan.usdPerRequest) },
          { label: translate('Per day'), value: formatUsd(plan.usdPerDay) },
          { label: translate('Per month of 30 days'), value: formatUsd(plan.usdPerMonth) },
        ],
      };
    },
  };
}
