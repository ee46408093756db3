import type { OutputKind } from '../../cost/plan/planOutput.ts';
import type { ModelInfo } from '../../models/modelInfo.ts';
import type { ModelOffer } from '../../models/modelOffer.ts';
import { CODE_ONLY } from '../../tokens/contentMix.ts';
import { countForModel, type TextCount } from '../../tokens/tokenCount.ts';

/** What the planner starts from: the scope as it stands. Texts are counted in the encoding of the model. */
export type PlanContext = {
  model: ModelInfo;
  offer: ModelOffer;
  /** Absent without a scope, and while it is not counted. */
  scope?: TextCount;
  /** How many of its tokens stand before the first part that changes often. */
  stableTokens?: number;
  workspace?: TextCount;
  outputKind: OutputKind;
};

/** Where there is no scope to start from. */
const ROUND_CONTEXT = 10_000;

/** The scope in the model's own tokens. */
export function contextTokensOf({ model, scope }: PlanContext): number {
  return scope === undefined ? ROUND_CONTEXT : countForModel(scope, model.tokenizer).tokens;
}

/** The part of the scope that a cache can reuse; all of it where no part is known. */
export function prefixTokensOf(context: PlanContext): number {
  const { model, scope, stableTokens = 0 } = context;
  if (scope === undefined || stableTokens === 0) return contextTokensOf(context);
  return countForModel({ ...scope, tokens: stableTokens }, model.tokenizer).tokens;
}

/** So many tokens of the chosen model as another one counts the same text. `undefined` where that is unknown. */
export function convertTokens(
  tokens: number,
  other: ModelInfo,
  { model, scope }: PlanContext,
): number | undefined {
  if (other.tokenizer.encoding !== model.tokenizer.encoding) return undefined;
  const text = { tokens: MANY, mix: scope?.mix ?? CODE_ONLY };
  const factor = countForModel(text, other.tokenizer).tokens / countForModel(text, model.tokenizer).tokens;
  return Math.round(tokens * factor);
}

/** So many that rounding does not show. */
const MANY = 1_000_000;
