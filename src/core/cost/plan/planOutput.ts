import type { ModelPrice } from '../../models/prices/modelPrice.ts';
import { toUsd } from '../picoUsd.ts';
import { requestCostPicoUsd } from '../requestCost.ts';
import { checkFields, REQUESTS, SOME_TOKENS } from './planFields.ts';

/**
 * What an answer to a kind of task takes without a limit, and what it needs with one, in tokens. Estimates: summary and structured answers from
 * the playbook's examples (2,000 against 200; prose of 200 to 500 against JSON of 50 to 100), the others of ours.
 */
export const EXPECTED_OUTPUT = {
  classification: { freeTokens: 100, limitedTokens: 10 },
  extraction: { freeTokens: 350, limitedTokens: 75 },
  summary: { freeTokens: 2_000, limitedTokens: 200 },
  question: { freeTokens: 600, limitedTokens: 300 },
  edit: { freeTokens: 1_500, limitedTokens: 800 },
  newCode: { freeTokens: 3_000, limitedTokens: 2_000 },
  plan: { freeTokens: 2_500, limitedTokens: 1_200 },
} as const satisfies Record<string, { freeTokens: number; limitedTokens: number }>;

export type OutputKind = keyof typeof EXPECTED_OUTPUT;
export const OUTPUT_KINDS = Object.keys(EXPECTED_OUTPUT) as OutputKind[];

export type OutputInput = { expectedTokens: number; maxTokens: number; requestsPerMonth: number };

export type OutputPlan = {
  savedTokensPerRequest: number;
  /** Of the output tokens. */
  savedShare: number;
  /** Absent for an unpriced model. */
  savedUsdPerMonth?: number;
};

/** What a limit of the answer saves; a limit above what is expected saves nothing. Throws a `PlanFieldError`. */
export function planOutput(input: OutputInput, price?: ModelPrice): OutputPlan {
  const { expectedTokens, maxTokens, requestsPerMonth } = input;
  checkFields({
    expectedTokens: [expectedTokens, SOME_TOKENS],
    maxTokens: [maxTokens, SOME_TOKENS],
    requestsPerMonth: [requestsPerMonth, REQUESTS],
  });
  const savedTokensPerRequest = Math.max(0, expectedTokens - maxTokens);
  const saved = requestCostPicoUsd({ outputTokens: savedTokensPerRequest }, price);
  return {
    savedTokensPerRequest,
    savedShare: savedTokensPerRequest / expectedTokens,
    ...(saved !== undefined && { savedUsdPerMonth: toUsd(saved * BigInt(requestsPerMonth)) }),
  };
}
