import { checkFields, USD } from './planFields.ts';

export type CostComparison = {
  savedUsd: number;
  /** Of what it was before; negative when it has become dearer, absent where it was free. */
  savedShare?: number;
};

/** Before and after. Throws a `PlanFieldError`. */
export function compareCosts(beforeUsd: number, afterUsd: number): CostComparison {
  checkFields({ beforeUsd: [beforeUsd, USD], afterUsd: [afterUsd, USD] });
  const savedUsd = beforeUsd - afterUsd;
  return { savedUsd, ...(beforeUsd > 0 && { savedShare: savedUsd / beforeUsd }) };
}
