import {
  comparePrompt,
  type PartShare,
  PROMPT_PARTS,
  type PromptPart,
} from '../../../cost/plan/composition.ts';
import { EXPECTED_OUTPUT } from '../../../cost/plan/planOutput.ts';
import { formatInteger, formatShare } from '../../../format.ts';
import { countForModel } from '../../../tokens/tokenCount.ts';
import { translate } from '../../../translate.ts';
import { contextTokensOf, type PlanContext } from '../planContext.ts';
import type { SectionDraft } from '../planSection.ts';

/** The parts of a request beside the shares that they should have. */
export function draftPrompt(context: PlanContext): SectionDraft<'prompt'> {
  const { model, scope, stableTokens = 0 } = context;
  const system =
    scope === undefined ? 0 : countForModel({ ...scope, tokens: stableTokens }, model.tokenizer).tokens;
  const tokens: Record<PromptPart, number> = {
    system,
    context: Math.max(0, contextTokensOf(context) - system),
    retrieved: 0,
    history: 0,
    output: EXPECTED_OUTPUT[context.outputKind].freeTokens,
  };
  const field = (part: PromptPart) => ({ label: namePart(part), initial: tokens[part] });
  return {
    title: translate('Parts of the prompt'),
    fields: {
      system: field('system'),
      context: field('context'),
      retrieved: field('retrieved'),
      history: field('history'),
      output: field('output'),
    },
    plan: ({ number }) => {
      const typed = PROMPT_PARTS.map((part) => [part, number(part)] as const);
      const parts = comparePrompt(Object.fromEntries(typed) as Record<PromptPart, number>);
      return {
        tables: [
          {
            caption: translate('Beside the target bands'),
            columns: [
              translate('Part'),
              translate('Tokens'),
              translate('Share and band'),
              translate('Verdict'),
            ],
            rows: parts.map(describePart),
          },
        ],
        bands: parts.map(({ part, share, fromShare, toShare }) => ({
          label: namePart(part),
          share,
          fromShare,
          toShare,
        })),
      };
    },
  };
}

function describePart({ part, tokens, share, fromShare, toShare, verdict }: PartShare): string[] {
  const shares = [share, fromShare, toShare].map(formatShare);
  return [
    namePart(part),
    formatInteger(tokens),
    translate('{0} ({1} to {2})', ...shares),
    nameVerdict(verdict),
  ];
}

function nameVerdict(verdict: PartShare['verdict']): string {
  switch (verdict) {
    case 'below':
      return translate('below');
    case 'within':
      return translate('within');
    case 'above':
      return translate('above');
    default:
      return verdict satisfies never;
  }
}

function namePart(part: PromptPart): string {
  switch (part) {
    case 'system':
      return translate('System and instructions');
    case 'context':
      return translate('Context');
    case 'retrieved':
      return translate('Retrieved');
    case 'history':
      return translate('History');
    case 'output':
      return translate('Output');
    default:
      return part satisfies never;
  }
}
