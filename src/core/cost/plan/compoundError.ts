import { checkFields, SHARE, STEPS } from './planFields.ts';

export type CompoundError = {
  /** The chance that every step was right. */
  successShare: number;
  /** The chance after each step, the first at 0, for a picture. */
  curve: readonly number[];
  /** The last step at which it is still likelier that all is right; absent when that is so at any number of steps. */
  likelySteps?: number;
};

/** How the chance of a fully right result falls with each step, at so much accuracy a step. Throws a `PlanFieldError`. */
export function compoundError(stepAccuracy: number, steps: number): CompoundError {
  checkFields({ stepAccuracy: [stepAccuracy, SHARE], steps: [steps, STEPS] });
  const curve = Array.from({ length: steps }, (_, index) => stepAccuracy ** (index + 1));
  return {
    successShare: stepAccuracy ** steps,
    curve,
    ...(stepAccuracy < 1 && { likelySteps: likelyStepsAt(stepAccuracy) }),
  };
}

function likelyStepsAt(stepAccuracy: number): number {
  return stepAccuracy < 0.5 ? 0 : Math.floor(Math.log(0.5) / Math.log(stepAccuracy) + 1e-9);
}
