import type { ModelPrice } from '../../models/prices/modelPrice.ts';
import { toUsd } from '../picoUsd.ts';
import { requestCostPicoUsd } from '../requestCost.ts';
import { type HistoryRule, historyTokensBefore } from './historyGrowth.ts';
import { checkFields, SOME_TOKENS, STEPS, TOKENS } from './planFields.ts';

export type IterationInput = HistoryRule & {
  /** What goes with each iteration: the scope and the instructions. */
  contextTokens: number;
  iterations: number;
  /** The answer of each iteration. */
  outputTokens: number;
  /** How often, on average, an iteration is sent again as it is. */
  retries: number;
};

export type IterationPlan = {
  inputTokens: number;
  outputTokens: number;
  totalTokens: number;
  /** Input of the last iteration: what must fit into the window. */
  lastInputTokens: number;
  /** Absent for an unpriced model. */
  costUsd?: number;
};

/**
 * Tokens = context size × iterations, with what the history adds to each and what is sent again. Each request is priced by itself, for some
 * cross the line of long contexts and some do not. Throws a `PlanFieldError`.
 */
export function planIterations(input: IterationInput, price?: ModelPrice): IterationPlan {
  checkInput(input);
  const sends = 1 + input.retries;
  const inputs = Array.from(
    { length: input.iterations },
    (_, index) => input.contextTokens + historyTokensBefore(index + 1, input),
  );
  const inputTokens = inputs.reduce((sum, tokens) => sum + tokens, 0) * sends;
  const outputTokens = input.iterations * input.outputTokens * sends;
  const costUsd = costOf(inputs, input.outputTokens, price);
  return {
    inputTokens,
    outputTokens,
    totalTokens: inputTokens + outputTokens,
    lastInputTokens: inputs.at(-1) ?? 0,
    ...(costUsd !== undefined && { costUsd: costUsd * sends }),
  };
}

function costOf(inputs: readonly number[], outputTokens: number, price: ModelPrice | undefined) {
  const costs = inputs.map((inputTokens) => requestCostPicoUsd({ inputTokens, outputTokens }, price) ?? 0n);
  return price && toUsd(costs.reduce((sum, cost) => sum + cost, 0n));
}

function checkInput(input: IterationInput): void {
  checkFields({
    contextTokens: [input.contextTokens, SOME_TOKENS],
    iterations: [input.iterations, STEPS],
    outputTokens: [input.outputTokens, TOKENS],
    retries: [input.retries, { min: 0, max: 100 }],
    turnTokens: [input.turnTokens, TOKENS],
    windowTurns: [input.windowTurns, { ...STEPS, min: 0 }],
    summaryTokens: [input.summaryTokens, TOKENS],
  });
}
