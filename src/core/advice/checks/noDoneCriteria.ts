import { message } from '../../message.ts';
import { suggestTier } from '../../models/tier/suggestTier.ts';
import type { Check } from '../check.ts';
import { countWords } from '../text/countWords.ts';
import { locateText } from '../text/locateText.ts';
import { findRequests, isAnswer, type PromptRequest } from '../text/requests.ts';
import { tellsWhatHappens } from '../text/tellsWhatHappens.ts';
import { isRebuilt } from '../text/wideChange.ts';

const LIMITS = {
  mostWords: {
    value: 20,
    reason: 'Whoever writes more has said what is wanted, in words that no table holds.',
  },
};

/** A change is asked for, and nothing tells when it is made: each guess about that is another round. */
export const noDoneCriteria: Check = {
  id: 'noDoneCriteria',
  thresholds: LIMITS,
  find({ text, task }, read) {
    if (task !== undefined && (task.doneCriteria.trim() !== '' || task.goal.trim() === '')) return [];
    if (task === undefined && countWords(read.prose) > LIMITS.mostWords.value) return [];
    const requests = findRequests(read);
    const wide = requests.find(isRebuilt);
    const open = wide ?? requests.find((request) => isOpen(request) && !isTold(request, read.prose));
    if (open === undefined || read.task.isCommand || read.task.hasTrace || isAnswer(text)) return [];
    // The titles of a task's fields tell nothing.
    const said = task === undefined ? text : `${task.goal}\n${task.constraints}`;
    if (CRITERIA.test(said) || TRACKED.test(said)) return [];
    if (wide === undefined && isOtherWork(said)) return [];
    return [
      {
        check: 'noDoneCriteria',
        title: message('Nothing says when it is done: name a test, a command or an output that tells.'),
        places: task === undefined ? locateText(text, open.text) : [{ in: 'task', field: 'doneCriteria' }],
        action: { do: 'editTask', field: 'doneCriteria' },
      },
    ];
  },
};

function isOpen({ kind, words }: PromptRequest): boolean {
  return kind === 'change' && OPEN.test(words) && !SELF_EVIDENT.test(words) && !BACK.test(words);
}

/** What goes wrong was said, and is over when it is mended. */
function isTold({ words }: PromptRequest, prose: string): boolean {
  return MENDS.test(words) && tellsWhatHappens(prose, countWords(words));
}

const MENDS = /^(?:fix|solve|resolve|repair|debug|behebe?|fixe?|repariere?)(?!\p{L})/u;

/** What is done piece by piece, or by a tool, shows in its result; what is to be found out or designed is done when it is understood. */
function isOtherWork(text: string): boolean {
  const { tier, confidence } = suggestTier(text);
  return tier === 'bulk' || tier === 'none' || (tier === 'think' && confidence >= SURE);
}

const SURE = 0.75;

/** An issue says what is expected. */
const TRACKED =
  /\/(?:issues|pull|merge_requests|browse)\/[\w-]{1,40}|(?<!\w)#\d{2,6}\b|\b[A-Z]{2,10}-\d{1,6}\b/;

/** Work of which nobody can see by its words alone when it is finished. */
const OPEN =
  /^(?:now |just )?(?:add|implement|build|create|fix|solve|resolve|repair|debug|improve|optimi[sz]e|enhance|refactor|rework|redesign|restructure|handle|deal|support|integrate|introduce|migrate|speed|clean|tidy|polish|harden|secure|extend|develop|modularize|moderni[sz]e|work on|make (?:.{1,60} )?(?:better|nicer|faster|cleaner|robust|work|production|perfect|\w{2,20}[ai]ble)|füg|implementier|bau|behebe?|fix|repariere?|verbesser|optimier|überarbeit|refaktorier|räum|bereinig|erstell|erweiter|mach)|实现|修复|优化|改进|完善|美化|改善|提升|整理|重构|处理|添加|增加|支持|集成/;

/** What is pointed back to was said, with what tells when it is done. */
const BACK =
  /^(?:(?:add|implement|create|build|do|write|apply|integrate|support) (?:it|that|this|them|both|all|everything|these|those)|fix (?:all|both|everything|them|these|those))(?![\p{L}])(?! (?:of )?(?:the|my|our|bugs?|issues?|errors?|problems?))/u;

/** Changes that tell by themselves whether they are made. */
const SELF_EVIDENT =
  /^(?:(?:please |just |now )?(?:.* (?:according to|as (?:in|on|for)|like (?:the|in)|the same way|the way|to use|for each|for every|by (?:\w+ing)|per )|(?:add|write|create) .{0,30}(?:index|indexes|translations?|story|stories|aria|null check|tab|spans?)|(?:rewrite|improve|polish|fix|extend|update) .{0,30}(?:paragraph|sentence|wording|text|docs?|documentation|readme|prompt|email|mail|message|description)\b|rename|bump|upgrade|downgrade|install|uninstall|format|sort|reorder|revert|undo|commit|push|pin|translate|delete|continue|do the same|try again|run|call|use|keep|let|include|return|ensure|test|cover|mock|print|log|mark|do not|don't|return)\b|(?:fix|correct) (?:the |a |all |any )?(?:typos?|spelling|grammar|indentation|whitespace|formatting|imports?|n\+1|css|syntax|warnings?|type errors?|assertions?|lint\w*|es ?lint\w*)|fix (?:what|the bug (?:where|that|when)) |build again|(?:refactor|turn|split|merge|extract) .{1,80} into (?:an?|the|one|two|§)|make .{1,80} (?:while|when|before|after|unless) |add .{1,40} (?:while|when|before|after) |improve .{0,20}nam(?:es|ing)|(?:remove|drop|clean up|tidy up|delete) (?:the |all |any )?(?:unused|dead|commented|trailing|duplicate|obsolete|deprecated)|(?:remove|move|delete|inline|extract|copy) .*§|(?:add|write|create|extend|generate|implement) .{0,40}\b(?:tests?|specs?|comments?|docstrings?|jsdoc|types?|type annotations?|releases?|labels?|columns?|fields?|imports|links?|icons?|attributes?|propert(?:y|ies)|parameters?|annotations?|guard clauses?|entr(?:y|ies)|lines?|words?|names?|logging|logs?|issues?|tickets?|pr|pull request|branch|files?|folders?|scripts?|paraphrases|examples)\b|(?:create|open|make|write) (?:a |the )?(?:pr|pull request|issue|branch|commit)\b|(?:change|set|update|increase|decrease|raise|lower|replace|convert|switch|turn|make|move) .{1,80} (?:to|with|into|by|from) (?:\S+|.{0,20}(?:§|\d))$|(?:update|write|edit|extend) (?:the |our )?(?:§|readme|changelog|docs?|documentation|comments?)|benenn|umbenenn|lösch|sortier|formatier|installier|übersetz|aktualisier\w* (?:die |das |den )?(?:§|readme|doku)|(?:schreib|ergänz|füg)\w* .{0,40}\b(?:tests?|kommentar)|(?:ändere?|setze?|stelle?|ersetze?) .{1,80} (?:auf|in|durch|von) )|重命名|改成|改为|删除|排序|格式化|翻译|(?:写|添加|增加|编写).{0,12}(?:测试|注释)|替换/u;

/** Words by which a reader would know whether it is done. */
const CRITERIA =
  /Traceback|\w(?:Error|Exception): |(?<![\p{L}])(?:(?:its|the|a|unit|new) tests?|as in|spec(?:ification)?)(?![\p{L}])|\S[:：] ?\S+ \S+ \S+|(?<![\p{L}])(?:as described|already (?:used|there|in)|like we|so (?:the|it|that)|that (?:reports|shows|says|lists|fails?|break)|what (?:breaks|fails)|(?:step|plan) \d|accessible)(?![\p{L}])|, (?:use|keep|fall back|join|limit|do not|don't|we) |(?<![\p{L}])(?:done when|e\.g|for example|then \d|\d+ (?:tries|attempts|retries|seconds|minutes|hours|days|items|rows|times|per)|fertig,? wenn|acceptance|verification|verify|test plan|how to test|testing|definition of done|success criteria|expected?|actual|should|must|so that|until|verify that|ensure that|ensure|make sure|without (?:changing|breaking)|tests? (?:that|for|which)|tests? (?:\S+ ){0,3}(?:pass|passes|are green|is green|stays? green|succeeds?)|(?:stays?|is|are|be|remain) green|passes|compiles|exit code|status (?:code )?\d{3}|status \d{3}|instead of|at most|at least|less than|no more than|returns? (?:§|`|undefined|null|true|false|an?|the|\d)|returning|prints? [`"{[]|covers|that (?:checks|returns|prints|accepts|rejects|takes|reads|writes)|when .{1,60} (?:returns?|shows?|throws?|is shown)|erwartet|soll|sollte|muss|müssen|damit|so dass|sodass|bis|stelle sicher|grün|liefert|ohne .{1,40} zu (?:ändern|brechen))(?![\p{L}])|->|→|=>|[<>≤≥] ?\d|必须|应该|应当|通过|直到|确保|完成标准|预期|期望|返回|不超过|至少/iu;
