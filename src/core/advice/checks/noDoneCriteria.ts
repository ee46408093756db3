import type { Check } from '../check.ts';
import { message } from '../message.ts';
import { locateText } from '../text/locateText.ts';
import { findRequests } from '../text/requests.ts';

const LIMITS = {
  mostUnits: {
    value: 6_000,
    reason: 'The rules read the first 6,000 characters; a longer brief says somewhere when it is done.',
  },
};

/** A change is asked for, and nothing tells when it is made: each guess about that is another round. */
export const noDoneCriteria: Check = {
  id: 'noDoneCriteria',
  thresholds: LIMITS,
  find({ text, task }, read) {
    if (
      task !== undefined
        ? task.doneCriteria.trim() !== '' || task.goal.trim() === ''
        : read.prose.length > LIMITS.mostUnits.value
    )
      return [];
    const open = findRequests(read).find(({ kind, words }) => kind === 'change' && !SELF_EVIDENT.test(words));
    if (open === undefined || CRITERIA.test(text) || read.task.isCommand) return [];
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

/** Changes that tell by themselves whether they are made. */
const SELF_EVIDENT =
  /^(?:(?:please |just |now )?(?:rename|bump|upgrade|downgrade|install|uninstall|format|sort|reorder|revert|undo|commit|push|pin|translate|delete|continue|do the same|try again|run|call|use|keep|let|include|return|ensure|test|cover|mock|print|log|mark|do not|don't|return)\b|(?:fix|correct) (?:the |a |all |any )?(?:typos?|spelling|grammar|indentation|whitespace|lint\w*)|(?:remove|drop|clean up|tidy up|delete) (?:the |all |any )?(?:unused|dead|commented|trailing|duplicate|obsolete|deprecated)|(?:remove|move|delete|inline|extract|copy) .*§|(?:add|write|create|extend|generate|implement) .{0,40}\b(?:tests?|specs?|comments?|docstrings?|jsdoc|types?|type annotations?)\b|(?:change|set|update|increase|decrease|raise|lower|replace|convert|switch|turn|make|move) .{1,80} (?:to|with|into|by|from) (?:\S+|.{0,20}(?:§|\d))$|(?:update|write|edit|extend) (?:the |our )?(?:§|readme|changelog|docs?|documentation|comments?)|benenn|umbenenn|lösch|sortier|formatier|installier|übersetz|aktualisier\w* (?:die |das |den )?(?:§|readme|doku)|(?:schreib|ergänz|füg)\w* .{0,40}\b(?:tests?|kommentar)|(?:ändere?|setze?|stelle?|ersetze?) .{1,80} (?:auf|in|durch|von) )|重命名|改成|改为|删除|排序|格式化|翻译|(?:写|添加|增加|编写).{0,12}(?:测试|注释)|替换/u;

/** Words by which a reader would know whether it is done. */
const CRITERIA =
  /(?<![\p{L}])(?:done when|e\.g|for example|then \d|\d+ (?:tries|attempts|retries|seconds|minutes|hours|days|items|rows|times|per)|fertig,? wenn|acceptance|definition of done|success criteria|expected?|actual|should|must|so that|until|verify that|ensure that|ensure|make sure|without (?:changing|breaking)|tests? (?:that|for|which)|tests? (?:\S+ ){0,3}(?:pass|passes|are green|is green|stays? green|succeeds?)|(?:stays?|is|are|be|remain) green|passes|compiles|exit code|status (?:code )?\d{3}|status \d{3}|instead of|at most|at least|less than|no more than|returns? (?:§|`|undefined|null|true|false|an?|the|\d)|returning|prints? [`"{[]|covers|that (?:checks|returns|prints|accepts|rejects|takes|reads|writes)|when .{1,60} (?:returns?|shows?|throws?|is shown)|erwartet|soll|sollte|muss|müssen|damit|so dass|sodass|bis|stelle sicher|grün|liefert|ohne .{1,40} zu (?:ändern|brechen))(?![\p{L}])|->|→|=>|[<>≤≥] ?\d|必须|应该|应当|通过|直到|确保|完成标准|预期|期望|返回|不超过|至少/iu;
