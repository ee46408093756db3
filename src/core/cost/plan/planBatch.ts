import type { ModelPrice } from '../../models/prices/modelPrice.ts';
import { translate } from '../../translate.ts';
import { toUsd } from '../picoUsd.ts';
import { requestCostPicoUsd } from '../requestCost.ts';
import { checkFields, REQUESTS, TOKENS } from './planFields.ts';

/** A batch is answered within a day. */
export const BATCH_HOURS = 24;

export type BatchInput = {
  requests: number;
  inputTokens: number;
  outputTokens: number;
  /** How long the answers may take. */
  waitHours: number;
};

export type BatchPlan = {
  isEligible: boolean;
  reason: string;
  /** Absent for an unpriced model. */
  directUsd?: number;
  /** Absent when it cannot be a batch. */
  batchUsd?: number;
  savedShare?: number;
};

/** Whether requests can go as a batch, and what that saves. Throws a `PlanFieldError`. */
export function planBatch(input: BatchInput, price?: ModelPrice): BatchPlan {
  const { requests, inputTokens, outputTokens, waitHours } = input;
  checkFields({
    requests: [requests, REQUESTS],
    inputTokens: [inputTokens, TOKENS],
    outputTokens: [outputTokens, TOKENS],
    waitHours: [waitHours, { min: 0, max: 8_760 }],
  });
  const reason = refusalOf(waitHours, price);
  const each = requestCostPicoUsd({ inputTokens, outputTokens }, price);
  const inBatch = requestCostPicoUsd({ inputTokens, outputTokens }, price, { isBatch: true });
  const isEligible = reason === undefined;
  return {
    isEligible,
    reason: reason ?? translate('nobody waits for it, and the provider has a price for it'),
    ...(each !== undefined && { directUsd: toUsd(each * BigInt(requests)) }),
    ...(isEligible && inBatch !== undefined && { batchUsd: toUsd(inBatch * BigInt(requests)) }),
    ...(isEligible && price?.batchFactor !== undefined && { savedShare: 1 - price.batchFactor }),
  };
}

function refusalOf(waitHours: number, price: ModelPrice | undefined): string | undefined {
  if (waitHours < BATCH_HOURS) return translate('a batch may take {0} hours', BATCH_HOURS);
  if (price === undefined) return translate('the model is unpriced');
  return price.batchFactor === undefined ? translate('no batch price of this provider is known') : undefined;
}
