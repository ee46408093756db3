import { comparePlans } from '../core/cost/plan/comparePlans.ts';
import { comparePrompt, PROMPT_PARTS, type PromptPart } from '../core/cost/plan/composition.ts';
import { compoundError } from '../core/cost/plan/compoundError.ts';
import { explainSide } from '../core/cost/plan/explainSide.ts';
import { HISTORIES } from '../core/cost/plan/historyGrowth.ts';
import { BATCH_HOURS, planBatch } from '../core/cost/plan/planBatch.ts';
import { CACHE_LIFETIMES, planCaching } from '../core/cost/plan/planCaching.ts';
import { planFineTuning } from '../core/cost/plan/planFineTuning.ts';
import { planIterations } from '../core/cost/plan/planIterations.ts';
import { EXPECTED_OUTPUT, OUTPUT_KINDS, planOutput } from '../core/cost/plan/planOutput.ts';
import { planVolume } from '../core/cost/plan/planVolume.ts';
import type { ModelPrice } from '../core/models/prices/modelPrice.ts';
import type { PlanOptions } from './planOptions.ts';
import { UsageError } from './usageError.ts';

/** One kind of plan: its options, those in brackets with a default, and how its result is made. */
export type PlanKind = {
  usage: string;
  run: (options: PlanOptions, price: ModelPrice | undefined) => object;
};

export const PLAN_KINDS: Readonly<Record<string, PlanKind>> = {
  iterations: {
    usage:
      '--context-tokens N --iterations N [--output-tokens N] [--retries N] [--history none|full|window|windowAndSummary] [--turn-tokens N] [--window-turns N] [--summary-tokens N]',
    run: ({ number, choice }, price) =>
      planIterations(
        {
          contextTokens: number('contextTokens'),
          iterations: number('iterations'),
          outputTokens: number('outputTokens', 0),
          retries: number('retries', 0),
          history: choice('history', HISTORIES, 'none'),
          turnTokens: number('turnTokens', 500),
          windowTurns: number('windowTurns', 4),
          summaryTokens: number('summaryTokens', 200),
        },
        price,
      ),
  },
  caching: {
    usage: '--prefix-tokens N --calls-per-day N [--writes-per-day N] [--lifetime 5m|1h]',
    run: ({ number, choice }, price) => {
      const input = {
        prefixTokens: number('prefixTokens'),
        callsPerDay: number('callsPerDay'),
        writesPerDay: number('writesPerDay', 1),
        lifetime: choice('lifetime', CACHE_LIFETIMES, '5m'),
      };
      const plan = planCaching(input, price);
      if (plan === undefined)
        throw new UsageError('No price for such a cache is known: name another --model or --lifetime.');
      return plan;
    },
  },
  output: {
    usage: `--kind ${OUTPUT_KINDS.join('|')} | --expected-tokens N --max-tokens N; [--requests-per-month N]`,
    run: ({ number, choice }, price) => {
      const { freeTokens, limitedTokens } = EXPECTED_OUTPUT[choice('kind', OUTPUT_KINDS, 'summary')];
      const expectedTokens = number('expectedTokens', freeTokens);
      const maxTokens = number('maxTokens', limitedTokens);
      return planOutput(
        { expectedTokens, maxTokens, requestsPerMonth: number('requestsPerMonth', 1) },
        price,
      );
    },
  },
  batch: {
    usage: '--requests N --input-tokens N [--output-tokens N] [--wait-hours N]',
    run: ({ number }, price) =>
      planBatch(
        {
          requests: number('requests'),
          inputTokens: number('inputTokens'),
          outputTokens: number('outputTokens', 0),
          waitHours: number('waitHours', BATCH_HOURS),
        },
        price,
      ),
  },
  'fine-tuning': {
    usage:
      '--requests-per-day N --few-shot-input-tokens N --tuned-input-tokens N --output-tokens N --training-usd N --tuned-input-price USD --tuned-output-price USD',
    run: ({ number }, price) => {
      if (price === undefined) throw new UsageError('The model is unpriced: name another --model.');
      const tuned = { input: number('tunedInputPrice'), output: number('tunedOutputPrice') };
      return planFineTuning(
        {
          requestsPerDay: number('requestsPerDay'),
          fewShotInputTokens: number('fewShotInputTokens'),
          tunedInputTokens: number('tunedInputTokens'),
          outputTokens: number('outputTokens'),
          trainingUsd: number('trainingUsd'),
        },
        price,
        tuned,
      );
    },
  },
  volume: {
    usage: '--requests-per-month N --input-tokens N [--output-tokens N]',
    run: ({ number }, price) =>
      planVolume(
        {
          requestsPerMonth: number('requestsPerMonth'),
          inputTokens: number('inputTokens'),
          outputTokens: number('outputTokens', 0),
        },
        price,
      ),
  },
  compare: {
    usage:
      '--before-context-tokens N --after-context-tokens N [--before-iterations N] [--after-iterations N] [--output-tokens N] [--after-model ID]',
    run: (options, price) => {
      const plan = (side: 'before' | 'after', sidePrice: ModelPrice | undefined) =>
        explainSide(side, ['outputTokens'], () =>
          planIterations(
            {
              ...NO_HISTORY,
              contextTokens: options.number(`${side}ContextTokens`),
              iterations: options.number(`${side}Iterations`, 1),
              outputTokens: options.number('outputTokens', 0),
            },
            sidePrice,
          ),
        );
      return comparePlans(plan('before', price), plan('after', options.price('afterModel') ?? price));
    },
  },
  error: {
    usage: '--step-accuracy P --steps N',
    run: ({ number }) => compoundError(number('stepAccuracy'), number('steps')),
  },
  prompt: {
    usage: PROMPT_PARTS.map((part) => `[--${part} N]`).join(' '),
    run: ({ number }) => {
      const tokens = Object.fromEntries(PROMPT_PARTS.map((part) => [part, number(part, 0)]));
      return { parts: comparePrompt(tokens as Record<PromptPart, number>) };
    },
  },
};

const NO_HISTORY = { retries: 0, history: 'none', turnTokens: 0, windowTurns: 0, summaryTokens: 0 } as const;
