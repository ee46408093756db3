import { translate } from '../../translate.ts';
import { checkFields, PlanFieldError, TOKENS } from './planFields.ts';

/** The parts of a request, and the share of its tokens that the playbook finds each to have. */
export const TARGET_BANDS = {
  system: { fromShare: 0.15, toShare: 0.25 },
  context: { fromShare: 0.3, toShare: 0.5 },
  retrieved: { fromShare: 0.2, toShare: 0.4 },
  history: { fromShare: 0.1, toShare: 0.3 },
  output: { fromShare: 0.1, toShare: 0.2 },
} as const satisfies Record<string, { fromShare: number; toShare: number }>;

export type PromptPart = keyof typeof TARGET_BANDS;
export const PROMPT_PARTS = Object.keys(TARGET_BANDS) as PromptPart[];

export type PartShare = {
  part: PromptPart;
  tokens: number;
  share: number;
  fromShare: number;
  toShare: number;
  verdict: 'below' | 'within' | 'above';
};

/** Each part's share beside its band. Throws a `PlanFieldError`, for a request without tokens too. */
export function comparePrompt(tokens: Readonly<Record<PromptPart, number>>): PartShare[] {
  checkFields(Object.fromEntries(PROMPT_PARTS.map((part) => [part, [tokens[part], TOKENS] as const])));
  const total = PROMPT_PARTS.reduce((sum, part) => sum + tokens[part], 0);
  if (total === 0) {
    throw new PlanFieldError({ field: 'context', rule: translate('must be above 0, or another part') });
  }
  return PROMPT_PARTS.map((part) => {
    const { fromShare, toShare } = TARGET_BANDS[part];
    const share = tokens[part] / total;
    const verdict = share < fromShare ? 'below' : share > toShare ? 'above' : 'within';
    return { part, tokens: tokens[part], share, fromShare, toShare, verdict };
  });
}
