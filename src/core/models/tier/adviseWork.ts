import type { Tier } from '../modelInfo.ts';
import type { ReadTask } from './readTask.ts';
import type { Effort, Mode, Stage, TierSuggestion } from './tierSuggestion.ts';

type Decided = { tier: Tier; confidence: number; read: ReadTask; stages: readonly Stage[] };

/** How to work on a task once its tier is decided. */
export function adviseWork(decided: Decided): Pick<TierSuggestion, 'mode' | 'effort' | 'escalate'> {
  const escalate = escalationFor(decided);
  return {
    mode: modeFor(decided),
    effort: effortFor(decided),
    ...(escalate !== undefined && { escalate }),
  };
}

/** To think in code mode is to pay for the loop while nothing is decided; a question changes no file. */
function modeFor({ tier, read }: Decided): Mode {
  if (tier === 'think') return 'chat';
  return tier === 'execute' && read.clauses.every(({ words }) => QUESTION.test(words)) ? 'chat' : 'code';
}

const QUESTION =
  /^(?:explain|what|how|when|where|which|who|is|are|does|do|can|describe|summari[sz]e|translate|suggest|paraphrase|tell me|rewrite this (?:text|paragraph)|was|wie|comment|cómo|come|что|как)(?!\p{L})/u;

function effortFor({ tier, confidence }: Decided): Effort {
  if (tier === 'none') return 'none';
  if (tier === 'bulk') return 'low';
  if (tier === 'think') return confidence >= 0.6 ? 'high' : 'medium';
  return confidence >= 0.7 ? 'low' : 'medium';
}

function escalationFor({ tier, confidence }: Decided): string | undefined {
  switch (tier) {
    case 'think':
      return undefined;
    case 'execute':
      return confidence < 0.55 ? ESCALATIONS.doubtful : ESCALATIONS.execute;
    case 'bulk':
      return ESCALATIONS.bulk;
    case 'none':
      return ESCALATIONS.none;
    default:
      return tier satisfies never;
  }
}

/** When to go to a stronger tier. */
export const ESCALATIONS = {
  doubtful:
    'Execute first; escalate to think when the check fails once, or when it is not clear what the check is.',
  execute: 'Escalate to think when the same check fails twice.',
  bulk: 'Try it on 20 pieces first; escalate to execute when more than one is wrong.',
  none: 'Escalate to execute when the result needs to be read or put right.',
} as const;
