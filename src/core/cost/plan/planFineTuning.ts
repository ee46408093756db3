import type { TokenPrices } from '../../models/prices/modelPrice.ts';
import { toUsd } from '../picoUsd.ts';
import { requestCostPicoUsd } from '../requestCost.ts';
import { checkFields, REQUESTS, TOKENS, USD } from './planFields.ts';
import { DAYS_PER_MONTH } from './planVolume.ts';

export type FineTuningInput = {
  requestsPerDay: number;
  /** A prompt with its examples, and the same without them for the tuned model. */
  fewShotInputTokens: number;
  tunedInputTokens: number;
  outputTokens: number;
  trainingUsd: number;
};

export type FineTuningPlan = {
  fewShotUsdPerDay: number;
  tunedUsdPerDay: number;
  savedUsdPerMonth: number;
  savedShare: number;
  /** Absent when it never pays. */
  paybackDays?: number;
  /** What a year saves for each dollar of training, beyond that dollar; absent where training is free. */
  yearlyReturn?: number;
};

const DAYS_PER_YEAR = 365;

/** Examples in each prompt against a model that has learnt them, at the prices of both. Throws a `PlanFieldError`. */
export function planFineTuning(
  input: FineTuningInput,
  base: TokenPrices,
  tuned: TokenPrices,
): FineTuningPlan {
  checkInput(input);
  const { requestsPerDay, outputTokens, trainingUsd } = input;
  const perDay = (inputTokens: number, price: TokenPrices) =>
    toUsd((requestCostPicoUsd({ inputTokens, outputTokens }, price) ?? 0n) * BigInt(requestsPerDay));
  const fewShotUsdPerDay = perDay(input.fewShotInputTokens, base);
  const tunedUsdPerDay = perDay(input.tunedInputTokens, tuned);
  const savedUsdPerDay = fewShotUsdPerDay - tunedUsdPerDay;
  return {
    fewShotUsdPerDay,
    tunedUsdPerDay,
    savedUsdPerMonth: savedUsdPerDay * DAYS_PER_MONTH,
    savedShare: fewShotUsdPerDay === 0 ? 0 : savedUsdPerDay / fewShotUsdPerDay,
    ...(savedUsdPerDay > 0 && { paybackDays: trainingUsd / savedUsdPerDay }),
    ...(trainingUsd > 0 && { yearlyReturn: (savedUsdPerDay * DAYS_PER_YEAR - trainingUsd) / trainingUsd }),
  };
}

function checkInput(input: FineTuningInput): void {
  checkFields({
    requestsPerDay: [input.requestsPerDay, REQUESTS],
    fewShotInputTokens: [input.fewShotInputTokens, TOKENS],
    tunedInputTokens: [input.tunedInputTokens, TOKENS],
    outputTokens: [input.outputTokens, TOKENS],
    trainingUsd: [input.trainingUsd, USD],
  });
}
