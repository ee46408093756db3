import { compoundError } from '../../../cost/plan/compoundError.ts';
import { formatInteger, formatShare } from '../../../format.ts';
import { translate } from '../../../translate.ts';
import type { CurvePoint, SectionDraft } from '../planSection.ts';

/** How the chance that all is right falls with each step. */
export function draftError(): SectionDraft<'error'> {
  return {
    title: translate('Compounding error'),
    fields: {
      stepAccuracy: { label: translate('Accuracy of a step, 0 to 1'), initial: 0.99 },
      steps: { label: translate('Steps'), initial: 50 },
    },
    plan: ({ number }) => {
      const { successShare, curve, likelySteps } = compoundError(number('stepAccuracy'), number('steps'));
      return {
        results: [
          { label: translate('All steps right'), value: formatShare(successShare) },
          {
            label: translate('More likely right than wrong up to'),
            value:
              likelySteps === undefined
                ? translate('any number of steps')
                : translate('{0} steps', formatInteger(likelySteps)),
          },
        ],
        curve: sampleCurve(curve),
      };
    },
  };
}

const MOST_POINTS = 60;

/** The start, the end and as many steps between them as a picture shows. */
function sampleCurve(curve: readonly number[]): CurvePoint[] {
  const last = curve.length;
  const points = Math.min(MOST_POINTS, last);
  const steps = Array.from({ length: points }, (_, index) => Math.round(((index + 1) * last) / points));
  return [{ step: 0, share: 1 }, ...steps.map((step) => ({ step, share: curve[step - 1] ?? 0 }))];
}
