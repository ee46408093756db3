import { message } from '../../message.ts';
import { suggestTier } from '../../models/tier/suggestTier.ts';
import type { Check } from '../check.ts';
import { countWords } from '../text/countWords.ts';
import { locateText } from '../text/locateText.ts';
import { MASK } from '../text/maskNames.ts';
import { findRequests, isAnswer } from '../text/requests.ts';

const LIMITS = {
  mostWords: { value: 14, reason: 'Whoever writes more says where somewhere, in words that no table holds.' },
};

/** A change is asked for without a place: an agent reads the whole workspace to find it. */
export const noScope: Check = {
  id: 'noScope',
  thresholds: LIMITS,
  find({ text, task, scope }, read) {
    if (isManyPieces(text) || isAnswer(text)) return [];
    const isPlaced = read.payloads.length > 0 || (scope?.parts.length ?? 0) > 0 || namesPlace(read.prose);
    if (isPlaced || (task !== undefined && task.filesToTouch.trim() !== '') || read.task.hasTrace) return [];
    const change = findRequests(read).find(
      ({ kind, words }) =>
        kind === 'change' &&
        IN_CODE.test(words) &&
        !BACK.test(words) &&
        !POINTS_SOMEWHERE.test(words.replace(EVERYWHERE, '')),
    );
    if (
      change === undefined ||
      read.task.isCommand ||
      countWords(read.prose) > LIMITS.mostWords.value ||
      isAboutBefore(change.words, read.prose)
    )
      return [];
    return [
      {
        check: 'noScope',
        title: message(
          'No file, symbol or place is named: whoever works on it reads the whole workspace to find one.',
        ),
        places: task === undefined ? locateText(text, change.text) : [{ in: 'task', field: 'filesToTouch' }],
        action: { do: 'editTask', field: 'filesToTouch' },
      },
    ];
  },
};

/** Data, or what a tool finds by itself. */
function isManyPieces(text: string): boolean {
  const { tier } = suggestTier(text);
  return tier === 'bulk' || tier === 'none';
}

/** Names that stand in the text as they are: `camelCase`, `snake_case`, `name()`, and things that a program has one of by that name. */
const NAMED = new RegExp(
  `${MASK}|\\b[a-z\\d]{1,60}[A-Z][A-Za-z\\d]{0,60}\\b|\\b[A-Z][a-z\\d]{1,60}[A-Z]\\w{0,60}\\b|\\b\\w{1,60}_\\w{1,60}\\b|\\b\\w{1,60}\\(\\)|\\b[A-Z]\\w{0,10}\\d\\w{0,10}\\b|#\\d|@\\w|^[a-z]{2,10}\\([\\w./-]{1,40}\\)!?:`,
  'u',
);
const PLACES =
  /(?<![\p{L}])(?:this|that|these|the (?:selected|following|above|attached|open|current|same)) (?:function|method|class|file|files|code|snippet|component|query|test|script|module|selection|diff|table|text|document|page|email|commit|branch|pr|pull request|(?:error |log )?messages?|warnings?|labels?|strings?|\w+ below)(?![\p{L}])|(?<![\p{L}])(?!(?:the|my|our|your|a|an|all|some|den|der|die|das|dem) )[\p{L}\d-]{2,40} (?:pages?|components?|modules?|endpoints?|functions?|methods?|classes|class|tables?|forms?|screens?|buttons?|commands?|scripts?|workflows?|dialogs?|views?|headers?|footers?|sidebar|navbar|menus?|services?|controllers?|routes?|quer(?:y|ies)|schemas?|packages?|plugins?|jobs?|hooks?|middleware|migrations?|pipelines?|tests?|box|field|column|tab|panel|api|client|server|library|sdk|model|parser|worker|logic|provider|toolbar|picker|dashboard|layout|logger|cache|database|db|segment|report|config|settings?|code|package|template|theme|prompt|readme)(?![\p{L}])|(?<![\p{L}])(?:readme|dockerfile|makefile|changelog|tsconfig|eslint|ci|navbar|sidebar|login|header|footer|repo(?:sitory)?)(?![\p{L}])|(?:seite|formular|funktion|klasse|tabelle|komponente|modul|dialog|menü|skript|maske|diese[rsmn]? (?:datei|methode|code|abfrage))(?![\p{L}])|(?:页面|函数|组件|模块|接口|表单|按钮|脚本|文件|这段代码|这个类|方法)/iu;

/** Work on code that somebody has to find first. */
const IN_CODE =
  /^(?:now |just )?(?:add|implement|introduce|integrate|refactor|rework|improve|optimi[sz]e|enhance|clean|tidy|polish|fix|handle|migrate|make (?:.{1,60} )?(?:better|nicer|faster|cleaner|production\S*)|füg|implementier|bau|behebe?|verbesser|optimier|überarbeit|refaktorier|räum|mach)|实现|修复|优化|改进|完善|美化|改善|提升|重构|添加|增加/;
/** "In the editor", "to the list": a place, though none that a table knows. */
const POINTS_SOMEWHERE =
  /(?<![\p{L}])(?:(?:in|at|to|on|from|with|for|into|inside|behind|under|by|using|when|after|before) (?!best practices|follow)|(?:binary|algorithms?|lint|typos?|newlines?|im|in der|zum|zur|beim)(?![\p{L}]))/u;
const EVERYWHERE =
  /(?:in|across|of|throughout|for) (?:(?:the|my|our|this|whole|entire|all) ?)+(?:app|application|project|code ?base|code|site|website|product|system|repo|repository)|to follow best practices/g;
/** What was said before it says where. */
const BACK =
  /^(?:add|implement|create|build) (?:it|that|this)(?!\p{L})|^fix (?:all|everything)$|^\S+ (?:.{0,40} )?(?:both|them|these|those|same|ones|the ones|all of|each|the (?:following|plan|above|remaining|other|next))(?![\p{L}])/u;

/** "Fix it" behind a sentence that says what. */
function isAboutBefore(words: string, prose: string): boolean {
  return (
    /^\S+ (?:it|this|that|the \S+ that \S+)[.!]*$/.test(words) && countWords(prose) > countWords(words) + 2
  );
}

function namesPlace(prose: string): boolean {
  return NAMED.test(prose) || PLACES.test(prose);
}
