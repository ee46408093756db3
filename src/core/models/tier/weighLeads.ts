import type { Tier } from '../modelInfo.ts';
import { CONTENT_WORDS, REPEATED } from './anywhereSigns.ts';
import { type FoundSign, MANY_SMALL } from './foundSign.ts';
import { LEAD_SIGNS } from './leadSigns.ts';
import type { ReadTask } from './readTask.ts';
import { anywhere } from './sign.ts';

/** What each clause begins with, in English; small work on many pieces is bulk, and a plain verb may hide a hard question. */
export function weighLeads({ clauses, words }: ReadTask, isMany: boolean): FoundSign[] {
  const isRepeated = REPEATED.test(words);
  const isManyContents = isMany && CONTENT_WORDS.test(words);
  return clauses.flatMap((clause) => {
    const sign = LEAD_SIGNS.find(({ pattern }) => pattern.test(clause.words));
    if (!isMany && !isRepeated && isThought(clause.words, sign?.tier)) return [{ ...THOUGHT, clause }];
    if (sign === undefined) return [];
    const { tier, weight, reason, perPiece } = sign;
    if (tier === 'think' && isMany && isRepeated && DECIDES.test(clause.words))
      return [{ ...MANY_SMALL, clause }];
    if ((tier === 'bulk' || tier === 'none') && WITHIN_PROGRAM.test(clause.words)) {
      return [{ ...PROGRAMMED, clause }];
    }
    if (
      tier === 'execute' &&
      ((isManyContents && TREATS.test(clause.words)) || (perPiece && (isMany || (isRepeated && weight < 2))))
    ) {
      return [{ ...MANY_SMALL, clause }];
    }
    return [{ tier, weight, reason, clause }];
  });
}

/** However plain the verb is: to "list the trade-offs" is to weigh them, to "search for the cause" is not to grep. */
export const NEEDS_THOUGHT = anywhere(
  'why|(?:root )?causes?|caused|trade-?offs?|flaws?|abstractions?|attackers?|risks?|risky|failure (?:scenarios|modes|cases)|outage|weakness(?:es)?|weak(?:est)? (?:points?|spots?|links?)|riskiest|worst|bottlenecks?|vulnerabilit(?:y|ies)|' +
    '(?:what|where|how|who) (?:\\S+ )?(?:breaks?|could|can|might|would|should|went|goes)|should (?:we|i|they|you|our|this|that|these|one)|whether (?:we|i|to|our|it|this)|(?:what|which|how|where|when|who) (?:\\S+ ){0,3}should|overkill|(?:technical|tech) debt|propose|recommend|better|worse|diverged?|implications|consequences|' +
    'compensations|conventions?|decide|assumptions|alternatives|options|pros and cons|nobody (?:knows|understands)|race conditions?|leaks?|edge cases',
);
/** What is told or asked, beside what a cheap tier does with it. */
const TOLD =
  /^(?:tell|say|show|find|identify|list|name|give|look|see|read|is|are|should|does|do|would|can|could|will)(?![a-z])/;

function isThought(words: string, tier: Tier | undefined): boolean {
  const isCheap = tier === 'bulk' || tier === 'none';
  return (isCheap || (tier !== 'think' && TOLD.test(words))) && NEEDS_THOUGHT.test(words);
}

const THOUGHT = {
  tier: 'think',
  weight: 2.5,
  reason: 'it needs judgement, however plain the verb is',
} as const;

/** A verb that a person could do, asked of the program: "sort the users in the response". */
const WITHIN_PROGRAM = new RegExp(
  '^(?:sort|count|format|filter|show|list|display|start|stop|delete|remove|check(?! (?:if|whether))|classify|label|tag|group|print|open|close|play|flag|rank|score)\\b(?!.*\\b(?:imports?|lines?|keys|variables?|comments|whitespace|todos?|usages?|references|files?|logs?|tests?|branch(?:es)?|commits?)\\b)' +
    '.*\\b(?:(?:in|on|to|from|of|into|inside|within) (?:the |our |this |my |a |an )?(?:[\\w§-]+ ){0,2}(?:component|response|header|dropdown|dashboard|page|badge|handler|form|view|nav\\w*|menu|sidebar|endpoint|modal|dialog|widget|card|screen|tooltip|cart|toolbar|footer|table|grid|ui|banner)\\b|(?:when|whenever|after|before|if|unless) (?:the|a|an|it|we|they|no|there|someone)\\b|newest first|oldest first|with \\w+ decimals)',
);
const PROGRAMMED = { tier: 'execute', weight: 2, reason: 'the program is to do it' } as const;

/** One small decision for each of many pieces is no strategy. */
const DECIDES = /^(?:decide|choose|judge|select|evaluate|assess|determine|estimate|compare)\b/;

/** Verbs of change that are done to contents too. */
const TREATS =
  /^(?:split|convert|turn|move|merge|update|replace|correct|fix|rename|improve|complete|annotate|combine|mark|process)\b/;
