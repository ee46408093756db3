import { checkFields } from '../../../cost/plan/planFields.ts';
import { planFineTuning } from '../../../cost/plan/planFineTuning.ts';
import { EXPECTED_OUTPUT } from '../../../cost/plan/planOutput.ts';
import { formatInteger, formatShare, formatUsd } from '../../../format.ts';
import { translate } from '../../../translate.ts';
import { contextTokensOf, type PlanContext } from '../planContext.ts';
import type { SectionDraft } from '../planSection.ts';

/** A tuned model is mostly half as dear again as its base. */
const TUNED_FACTOR = 1.5;
const PRICE = { min: 0, max: 1_000_000 } as const;

/** Whether a model that has learnt the examples is cheaper than examples in each prompt. */
export function draftFineTuning(context: PlanContext): SectionDraft<'fineTuning'> {
  const { price } = context.model;
  const contextTokens = contextTokensOf(context);
  const tunedPrice = (perMillion = 0) => Number((perMillion * TUNED_FACTOR).toPrecision(6));
  return {
    title: translate('Fine-tuning'),
    fields: {
      requestsPerDay: { label: translate('Requests per day'), initial: 1_000 },
      fewShotInputTokens: { label: translate('Input tokens with examples'), initial: contextTokens },
      tunedInputTokens: {
        label: translate('Input tokens without them'),
        initial: Math.ceil(contextTokens / 5),
      },
      outputTokens: {
        label: translate('Output tokens'),
        initial: EXPECTED_OUTPUT[context.outputKind].limitedTokens,
      },
      trainingUsd: { label: translate('Training, in US dollars'), initial: 25 },
      tunedInputPrice: {
        label: translate('Tuned model, dollars per million in'),
        initial: tunedPrice(price?.input),
      },
      tunedOutputPrice: {
        label: translate('Tuned model, dollars per million out'),
        initial: tunedPrice(price?.output),
      },
    },
    plan: ({ number }) => {
      const tuned = { input: number('tunedInputPrice'), output: number('tunedOutputPrice') };
      checkFields({ tunedInputPrice: [tuned.input, PRICE], tunedOutputPrice: [tuned.output, PRICE] });
      const input = {
        requestsPerDay: number('requestsPerDay'),
        fewShotInputTokens: number('fewShotInputTokens'),
        tunedInputTokens: number('tunedInputTokens'),
        outputTokens: number('outputTokens'),
        trainingUsd: number('trainingUsd'),
      };
      const plan = planFineTuning(input, price ?? tuned, tuned);
      if (price === undefined) return { notes: [translate('{0} is unpriced.', context.model.label)] };
      return {
        results: [
          { label: translate('With examples, per day'), value: formatUsd(plan.fewShotUsdPerDay) },
          { label: translate('Tuned, per day'), value: formatUsd(plan.tunedUsdPerDay) },
          { label: translate('Saved per month'), value: describeSaved(plan) },
          { label: translate('Pays back after'), value: describePayback(plan.paybackDays) },
          { label: translate('Return in a year'), value: describeReturn(plan.yearlyReturn) },
        ],
        notes: [translate('Training and hosting cost what your provider says: set its prices here.')],
      };
    },
  };
}

function describeSaved({ savedUsdPerMonth, savedShare }: ReturnType<typeof planFineTuning>): string {
  const saved = formatUsd(savedUsdPerMonth);
  return savedShare > 0 ? `${saved} (${formatShare(savedShare)})` : saved;
}

function describePayback(days: number | undefined): string {
  if (days === undefined) return translate('never');
  return days < 1 ? translate('less than a day') : translate('{0} days', formatInteger(Math.ceil(days)));
}

function describeReturn(yearlyReturn: number | undefined): string {
  if (yearlyReturn === undefined) return translate('unknown');
  return translate('{0} for each dollar', formatUsd(yearlyReturn));
}
