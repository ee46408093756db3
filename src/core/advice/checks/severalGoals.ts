import { splitWords } from '../../context/suggest/facts/splitWords.ts';
import { message } from '../../message.ts';
import type { Advice } from '../advice.ts';
import type { Check } from '../check.ts';
import { locateText } from '../text/locateText.ts';
import type { ReadPrompt } from '../text/readPrompt.ts';
import { findRequests, type PromptRequest } from '../text/requests.ts';

const LIMITS = {
  mostUnits: {
    value: 3_000,
    reason: 'What is longer is a document or a plan, whose parts are many by nature.',
  },
  documentHeadings: {
    value: 2,
    reason: 'Who writes headings has put parts in order: a plan or a brief, not a list of wishes.',
  },
  listUnits: {
    value: 700,
    reason: 'Who explains at length uses many words for one goal; asides are told by "also" at any length.',
  },
  leastGoals: {
    value: 3,
    reason:
      'Two things in a row are mostly one and its other half; three that share no word are a list of wishes.',
  },
};

/** Things that do not serve each other are asked for at once: each round carries the context of all of them. */
export const severalGoals: Check = {
  id: 'severalGoals',
  thresholds: LIMITS,
  find({ text }, read) {
    if (read.prose.length > LIMITS.mostUnits.value || countHeadings(text) >= LIMITS.documentHeadings.value)
      return [];
    const asides = findAsides(read);
    const goals = read.prose.length > LIMITS.listUnits.value ? [] : independentGoals(findRequests(read));
    const listed = VERB_LIST.exec(read.prose);
    if (asides.length === 0 && goals.length < LIMITS.leastGoals.value && listed === null) return [];
    const places =
      asides.length > 0
        ? asides
        : goals.length >= LIMITS.leastGoals.value
          ? goals.flatMap((goal) => locateText(text, goal.text))
          : [];
    const isList = places.length === 0 && listed !== null;
    return [
      {
        check: 'severalGoals',
        title: message(
          'Several goals in one prompt: ask for each by itself, with only the context that it needs.',
        ),
        places: isList ? [{ in: 'text', start: listed.index, end: listed.index + listed[0].length }] : places,
        action: { do: 'editTask', field: 'goal' },
      } satisfies Advice,
    ];
  },
};

function countHeadings(text: string): number {
  return text.match(/^#{1,6} /gm)?.length ?? 0;
}

/** Requests that share no word with one before them and do not point back to it. */
function independentGoals(requests: readonly PromptRequest[]): PromptRequest[] {
  const known = new Set<string>();
  return requests.filter((request) => {
    const stems = contentStems(request.text);
    const isNew =
      stems.length > 0 && !FOLLOW_UP.test(request.words) && !stems.some((stem) => known.has(stem));
    for (const stem of stems) known.add(stem);
    return isNew;
  });
}

/** What comes with "also", "while you are at it", and is about something else. */
function findAsides({ text, prose, language, task }: ReadPrompt): Advice['places'][number][] {
  const pattern = ASIDES[language];
  if (pattern === undefined || task.isCommand) return [];
  return [...prose.matchAll(pattern)].flatMap(({ 0: found, index, groups }) => {
    const asked = groups?.['asked'] ?? '';
    if (FOLLOW_UP.test(asked.toLowerCase()) || found.length === 0) return [];
    const at = index + found.length - asked.length;
    const own = contentStems(text.slice(at, at + asked.length));
    const before = new Set(contentStems(text.slice(Math.max(0, index - BEFORE_UNITS), index)));
    if (own.length === 0 || before.size === 0 || own.some((stem) => before.has(stem))) return [];
    return [{ in: 'text', start: at, end: at + asked.length } as const];
  });
}

/** So much before an aside is what it could be about. */
const BEFORE_UNITS = 2_000;

const CHANGE =
  '(?:add|implement|fix|refactor|update|upgrade|remove|migrate|convert|create|build|replace|rewrite|integrate|introduce|write|design|explain|translate|optimi[sz]e|improve|set up|tidy|clean up|redesign|draft|plan|suggest)';
const ASIDES: Partial<Record<ReadPrompt['language'], RegExp>> = {
  en: new RegExp(
    `(?:(?:^|[.!?;\\n,] {0,3}|\\b(?:and|oh) )(?:also|additionally|in addition|besides that|on top of that|oh,? and|furthermore|separately|another thing:?|one more thing:?|plus)\\b[ ,]{0,3}(?:while you(?:'re| are) (?:at it|there),? )?|\\bwhile you(?:'re| are) (?:at it|there),? )(?:also |please |could you |can you |i need you to )?(?<asked>${CHANGE}\\b[^.!?\\n]{1,160})`,
    'gim',
  ),
  de: /(?:außerdem|zusätzlich|nebenbei|bei der gelegenheit|ach ja,?|und noch etwas:?|darüber hinaus)[ ,]{1,3}(?<asked>(?:füg|bau|schreib|aktualisier|migrier|erstell|implementier|behebe?|übersetz|entwirf|optimier|verbesser|ersetz|räum)[^.!?\n]{1,160})/gi,
  zh: /(?:另外|此外|顺便|还有|同时再)[，,]?(?:请|帮我|再|也)?(?<asked>(?:把|添加|增加|实现|修复|更新|升级|写|设计|翻译|优化|重构|迁移)[^。！？\n]{1,80})/g,
};

/** "Analyze, explain, optimize, and suggest improvements". */
const VERB_LIST =
  /\b(?:analy[sz]e|explain|optimi[sz]e|refactor|review|document|test|fix|improve|describe|summari[sz]e|debug|evaluate|rewrite|suggest|compare|critique)(?:, (?:and )?(?:analy[sz]e|explain|optimi[sz]e|refactor|review|document|test|fix|improve|describe|summari[sz]e|debug|evaluate|rewrite|suggest|compare|critique)){2,}\b|\b(?:analysier|erklär|optimier|refaktorier|dokumentier|teste?|verbesser|beschreib|prüf)\w*(?:, (?:\w+ )?(?:analysier|erklär|optimier|refaktorier|dokumentier|test|verbesser|beschreib|prüf)\w*)+ und (?:analysier|erklär|optimier|refaktorier|dokumentier|test|verbesser|beschreib|prüf|schlag)\w*|(?:分析|解释|优化|重构|测试|改进|总结)(?:、(?:分析|解释|优化|重构|测试|改进|总结)){2,}/i;

/** The other half of what was asked before: it, its tests, its words, a rule about it. */
const FOLLOW_UP =
  /(?<![\p{L}])(?:it|its|them|they|their|this|that|these|those|same|each|both|tests?|spec|specs|changelog|types?|imports?|callers?|accordingly|result|results|output|sure|docs?|documentation|comments?|if|when|until|only|not|don't|never|always|dazu|dafür|daran|ihn|test|keine?|nicht)(?![\p{L}])|它|其|测试|不要|注释/iu;

const EMPTY_STEMS = new Set(
  splitWords(
    `add implement fix refactor rename update upgrade remove delete drop migrate convert change create build make move replace rewrite extract set write
    explain describe show list find check the a an to in of for and with from by on at is are be we our my you your all any please also so that
    der die das den dem ein eine einen einer in im aus von zu mit und für auf bei nach füge hinzu behebe aktualisiere baue ein erstelle schreibe
    src lib test tests ts js tsx py go file files code project app`,
  ),
);

function contentStems(text: string): string[] {
  return splitWords(text).filter((stem) => stem.length > 1 && !EMPTY_STEMS.has(stem) && !/^\d+$/.test(stem));
}
