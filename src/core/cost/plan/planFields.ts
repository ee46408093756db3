import { formatInteger } from '../../format.ts';
import { translate } from '../../translate.ts';

/** What is wrong with a field. `rule` says what it must be, in words to be put behind its name. */
export type PlanFault = { field: string; rule: string };

/** Numbers that no plan can be made from. Each `field` is a name as the plan has it. */
export class PlanFieldError extends Error {
  /** Never empty. */
  readonly faults: readonly PlanFault[];

  constructor(...faults: readonly [PlanFault, ...PlanFault[]]) {
    super(faults.map(({ field, rule }) => `${field} ${rule}.`).join(' '));
    this.faults = faults;
  }
}

export type Limits = { min: number; max: number; isWhole?: true };

export const SOME_TOKENS = { min: 1, max: 1_000_000_000, isWhole: true } as const satisfies Limits;
export const TOKENS = { ...SOME_TOKENS, min: 0 } as const satisfies Limits;
/** One step after the other is counted: more of them than this are no plan any more. */
export const STEPS = { min: 1, max: 10_000, isWhole: true } as const satisfies Limits;
export const REQUESTS = { min: 1, max: 1_000_000_000, isWhole: true } as const satisfies Limits;
export const SHARE = { min: 0, max: 1 } as const satisfies Limits;
export const USD = { min: 0, max: 1_000_000_000_000 } as const satisfies Limits;

/** Throws a `PlanFieldError` with each field that is no number or out of its limits. */
export function checkFields(
  fields: Readonly<Record<string, readonly [value: number, limits: Limits]>>,
): void {
  const [first, ...others] = Object.entries(fields)
    .filter(([, [value, limits]]) => !isWithin(value, limits))
    .map(([field, [, limits]]) => ({ field, rule: describeLimits(limits) }));
  if (first !== undefined) throw new PlanFieldError(first, ...others);
}

function isWithin(value: number, { min, max, isWhole }: Limits): boolean {
  return value >= min && value <= max && (!isWhole || Number.isInteger(value));
}

function describeLimits({ min, max, isWhole }: Limits): string {
  const limits = [formatInteger(min), formatInteger(max)] as const;
  return isWhole
    ? translate('must be a whole number from {0} to {1}', ...limits)
    : translate('must be a number from {0} to {1}', ...limits);
}
