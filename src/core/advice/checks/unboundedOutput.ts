import { message } from '../../message.ts';
import type { Check } from '../check.ts';

const LIMITS = {
  mostUnits: {
    value: 8_000,
    reason: 'In a long brief a "complete" or "detailed" is about the work more often than about the answer.',
  },
};

/** A long answer is asked for, or one of any length: output is the dearest kind of token. */
export const unboundedOutput: Check = {
  id: 'unboundedOutput',
  thresholds: LIMITS,
  find(_input, { prose }) {
    if (prose.length > LIMITS.mostUnits.value || BOUND.test(prose)) return [];
    const found = UNBOUNDED.map((pattern) => pattern.exec(prose)).find((match) => match !== null);
    if (found === undefined || found === null) return [];
    return [
      {
        check: 'unboundedOutput',
        title: message(
          'The answer has no limit: say how many words, points or lines are enough, or that only what changes is shown.',
        ),
        places: [{ in: 'text', start: found.index, end: found.index + found[0].length }],
        action: { do: 'editTask', field: 'constraints' },
      },
    ];
  },
};

const WRITE = '(?:write|draft|create|produce|prepare|generate|give|provide|compose|make)(?: me| us)?';
const TEXT =
  '(?:documentation|docs|report|essay|article|blog ?post|overview|guide|tutorial|explanation|analysis|description|summary|write-?up|white ?paper|specification|manual|walkthrough|comparison)';
const BIG =
  '(?:detailed|comprehensive|thorough|exhaustive|in-?depth|extensive|complete|full|very long|long|elaborate)';

const UNBOUNDED: readonly RegExp[] = [
  /\b(?:tell|explain|describe|show|teach|write|give|list)(?: to)?(?: me| us)? (?:\w+ ){0,2}(?:everything|all there is)\b/i,
  /\b(?:as much|as many|in as much) (?:\w+ ){0,2}(?:as (?:possible|you can)|detail)/i,
  /\b(?:explain|describe|document|summari[sz]e|list|answer|discuss|cover|write)\b[^.!?\n]{0,80}\b(?:in (?:great|full|much|extreme|complete) detail|in detail|in depth|at length|exhaustively|comprehensively|thoroughly)\b/i,
  new RegExp(
    `\\b${WRITE} (?:an? |the |some )?(?:(?:very|really|highly|extremely) )?${BIG}(?:,? (?:and )?${BIG})* (?:[\\w-]+ ){0,3}${TEXT}\\b`,
    'i',
  ),
  new RegExp(
    `\\b${WRITE} (?:an? |the |some )?(?:[\\w-]+ )?(?:documentation|docs|report|essay|article|blog ?post|tutorial|guide|white ?paper|manual|readme)\\b`,
    'i',
  ),
  /\b(?:summari[sz]e|recap|give (?:me |us )?(?:a |an )?(?:summary|overview) of) (?:it\b|this\b|that\b|(?:the|these|those|my|our|all) (?!(?:\d|each|every))|§)/i,
  /\b(?:print|show|output|return|give(?: me| us)?|write|repeat|include|paste|provide)(?: back)?(?: out)? (?:me |us )?(?:the |your )?(?:whole|full|entire|complete)(?: [\w-]+){0,2} (?:file|files|code|source|class|component|script|module|document|program)\b/i,
  /(?:ausführlich|im detail|so detailliert wie möglich|möglichst detailliert|umfassend|erkläre? (?:mir )?alles|fasse? (?:dieses?|diesen|das|den|die) [\wäöüß]+ zusammen)/i,
  /尽可能详细|尽量详细|详细(?:地)?(?:介绍|说明|解释|描述|总结)|所有内容|全面(?:地)?(?:介绍|分析)|(?:总结|概括)(?:一下)?(?:这|该|本)|完整(?:的)?(?:代码|文件)/,
];

const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|a single|ein\\w*|zwei|drei|vier|fünf|zehn)';
/** Any of these tells how long, or in which closed form, the answer is. */
const BOUND = new RegExp(
  `(?<![\\p{L}])(?:${NUMBER}[ -](?:(?:short|brief|single|concise|simple|bullet|kurze\\w*) )?(?:words?|lines?|sentences?|bullets?|points?|items?|paragraphs?|tokens?|characters?|pages?|tweets?|headings?|stichpunkte?n?|sätzen?|satz|wörtern?|zeilen?|absätzen?|absatz)|at most|no more than|not more than|max(?:imum|imal)?\\.?|up to \\d+|under \\d+|fewer than|less than|höchstens|briefly|short|brief|concise|tl;?dr|kurz|knapp|yes or no|only (?:the )?(?:diff|changed|code|ids?|names?|answer|number|lines)|nothing else|as (?:a |an )?(?:json|csv|yaml|table|list of|diff|patch)|json)(?![\\p{L}])|\\d+ ?(?:个?字|条|句|行|点|段)|简短|简要|一句话|不超过|以内`,
  'iu',
);
