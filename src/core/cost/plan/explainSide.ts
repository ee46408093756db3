import { PlanFieldError } from './planFields.ts';

/** Runs a plan for one of two settings; a wrong number is told by the name that it has there: `contextTokens` as `beforeContextTokens`. */
export function explainSide<T>(side: 'before' | 'after', shared: readonly string[], run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof PlanFieldError)) throw error;
    const [first, ...others] = error.faults.map(({ field, rule }) => ({
      field: shared.includes(field) ? field : `${side}${field.charAt(0).toUpperCase()}${field.slice(1)}`,
      rule,
    }));
    throw first === undefined ? error : new PlanFieldError(first, ...others);
  }
}
