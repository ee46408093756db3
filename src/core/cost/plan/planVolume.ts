import type { ModelPrice } from '../../models/prices/modelPrice.ts';
import { toUsd } from '../picoUsd.ts';
import { requestCostPicoUsd } from '../requestCost.ts';
import { checkFields, REQUESTS, TOKENS } from './planFields.ts';

/** A month of the planner. */
export const DAYS_PER_MONTH = 30;

export type VolumeInput = { requestsPerMonth: number; inputTokens: number; outputTokens: number };

export type VolumePlan = {
  tokensPerMonth: number;
  /** Absent for an unpriced model, like the others. */
  usdPerRequest?: number;
  usdPerDay?: number;
  usdPerMonth?: number;
};

/** What so many requests of this size make in a month of thirty days. Throws a `PlanFieldError`. */
export function planVolume(input: VolumeInput, price?: ModelPrice): VolumePlan {
  const { requestsPerMonth, inputTokens, outputTokens } = input;
  checkFields({
    requestsPerMonth: [requestsPerMonth, { ...REQUESTS, max: REQUESTS.max * DAYS_PER_MONTH }],
    inputTokens: [inputTokens, TOKENS],
    outputTokens: [outputTokens, TOKENS],
  });
  const tokensPerMonth = requestsPerMonth * (inputTokens + outputTokens);
  const each = requestCostPicoUsd({ inputTokens, outputTokens }, price);
  if (each === undefined) return { tokensPerMonth };
  const usdPerMonth = toUsd(each * BigInt(requestsPerMonth));
  return {
    tokensPerMonth,
    usdPerRequest: toUsd(each),
    usdPerDay: usdPerMonth / DAYS_PER_MONTH,
    usdPerMonth,
  };
}
