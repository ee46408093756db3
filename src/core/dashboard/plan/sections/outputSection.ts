import { EXPECTED_OUTPUT, OUTPUT_KINDS, type OutputKind, planOutput } from '../../../cost/plan/planOutput.ts';
import { formatInteger, formatShare, formatUsd } from '../../../format.ts';
import { translate } from '../../../translate.ts';
import type { PlanContext } from '../planContext.ts';
import type { PlanInputs } from '../planFieldIds.ts';
import type { SectionDraft } from '../planSection.ts';

/** What a limit of the answer saves; the kind of task says what is expected and what would do. */
export function draftOutput(context: PlanContext, inputs: PlanInputs): SectionDraft<'output'> {
  const kind = OUTPUT_KINDS.find((each) => each === inputs['output.kind']) ?? context.outputKind;
  const { freeTokens, limitedTokens } = EXPECTED_OUTPUT[kind];
  const { maxOutputTokens, label } = context.model;
  return {
    title: translate('Output limit'),
    fields: {
      kind: {
        label: translate('Kind of task'),
        initial: kind,
        choices: OUTPUT_KINDS.map((value) => ({ value, label: nameKind(value) })),
      },
      expectedTokens: { label: translate('Output tokens without a limit'), initial: freeTokens },
      maxTokens: { label: translate('Limit (max_tokens)'), initial: limitedTokens },
      requestsPerMonth: { label: translate('Requests per month'), initial: 1_000 },
    },
    plan: ({ number }) => {
      const maxTokens = number('maxTokens');
      const plan = planOutput(
        {
          expectedTokens: number('expectedTokens'),
          maxTokens,
          requestsPerMonth: number('requestsPerMonth'),
        },
        context.model.price,
      );
      const isTooMuch = maxOutputTokens !== undefined && maxTokens > maxOutputTokens;
      return {
        results: [
          { label: translate('Saved tokens per request'), value: formatInteger(plan.savedTokensPerRequest) },
          { label: translate('Of the output'), value: formatShare(plan.savedShare) },
          { label: translate('Saved per month'), value: formatUsd(plan.savedUsdPerMonth) },
        ],
        notes: [
          translate(
            'What is expected of a kind of task is an estimate; a structured answer needs the least.',
          ),
          ...(isTooMuch
            ? [translate('{0} writes at most {1} tokens.', label, formatInteger(maxOutputTokens))]
            : []),
        ],
      };
    },
  };
}

function nameKind(kind: OutputKind): string {
  switch (kind) {
    case 'classification':
      return translate('classification');
    case 'extraction':
      return translate('extraction as JSON');
    case 'summary':
      return translate('summary');
    case 'question':
      return translate('question');
    case 'edit':
      return translate('edit of code');
    case 'newCode':
      return translate('new code');
    case 'plan':
      return translate('plan or design');
    default:
      return kind satisfies never;
  }
}
