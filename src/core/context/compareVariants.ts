import { inputCostUsd } from '../cost/inputCostUsd.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import { countForModel, type TokenCount } from '../tokens/tokenCount.ts';
import type { ScopeVariant } from './scopeVariant.ts';

/** What a variant comes to on a model; `costUsd` is absent for an unpriced one. */
export type VariantCost = { count: TokenCount; costUsd?: number };

/** Two variants on a model. Changes are shares of A: -0.25 where B has a quarter less; absent where A has nothing to compare with. */
export type ComparedVariants = {
  model: ModelInfo;
  a: VariantCost;
  b: VariantCost;
  tokensChange?: number;
  costChange?: number;
};

export function compareVariants(a: ScopeVariant, b: ScopeVariant, model: ModelInfo): ComparedVariants {
  const [ofA, ofB] = [costOf(a, model), costOf(b, model)];
  return {
    model,
    a: ofA,
    b: ofB,
    ...named('tokensChange', changeOf(ofA.count.tokens, ofB.count.tokens)),
    ...named('costChange', changeOf(ofA.costUsd, ofB.costUsd)),
  };
}

/** How much more or less the second is, as a share of the first. */
export function changeOf(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined || from === 0 ? undefined : (to - from) / from;
}

function costOf({ counts }: ScopeVariant, { tokenizer, price }: ModelInfo): VariantCost {
  const count = countForModel(counts[tokenizer.encoding], tokenizer);
  const costUsd = inputCostUsd(count.tokens, price);
  return { count, ...(costUsd !== undefined && { costUsd }) };
}

function named<K extends string>(name: K, value: number | undefined): Partial<Record<K, number>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, number>);
}
