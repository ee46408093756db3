/** A number that no plan can be made from. `field` is its name as the plan has it. */
export class PlanFieldError extends Error {
  readonly field: string;
  /** What the field must be, to be put behind its name. */
  readonly rule: string;

  constructor(field: string, rule: string) {
    super(`${field} ${rule}.`);
    this.field = field;
    this.rule = rule;
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

/** Throws a `PlanFieldError` for the first field that is no number or out of its limits. */
export function checkFields(
  fields: Readonly<Record<string, readonly [value: number, limits: Limits]>>,
): void {
  for (const [field, [value, limits]] of Object.entries(fields)) checkField(field, value, limits);
}

function checkField(field: string, value: number, { min, max, isWhole }: Limits): void {
  const isRight = value >= min && value <= max && (!isWhole || Number.isInteger(value));
  if (!isRight)
    throw new PlanFieldError(field, `must be a ${isWhole ? 'whole ' : ''}number from ${min} to ${max}`);
}
