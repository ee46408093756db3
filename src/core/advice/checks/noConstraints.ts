import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { countWords } from '../text/countWords.ts';
import { locateText } from '../text/locateText.ts';
import { findRequests } from '../text/requests.ts';
import { isNewWhole, isRebuilt } from '../text/wideChange.ts';

const LIMITS = {
  mostWords: {
    value: 60,
    reason: 'Whoever writes more has drawn a line somewhere, in words that no table holds.',
  },
};

/** Much is to be built or rebuilt, and no line is drawn: what is changed beyond it shows in a review, and is paid for twice. */
export const noConstraints: Check = {
  id: 'noConstraints',
  thresholds: LIMITS,
  find({ text, task }, read) {
    if (task !== undefined && (task.constraints.trim() !== '' || task.goal.trim() === '')) return [];
    if (read.payloads.length > 0 || read.task.hasTrace || read.task.isCommand) return [];
    const said = task?.goal ?? text;
    if (countWords(read.prose) > LIMITS.mostWords.value || LINE.test(said)) return [];
    const wide = findRequests(read).find(
      (request) => isRebuilt(request) || (isNewWhole(request) && !MADE_OF.test(request.text)),
    );
    if (wide === undefined) return [];
    return [
      {
        check: 'noConstraints',
        title: message(
          'Much is to change, and nothing draws a line: name what must stay as it is, or what may not be used.',
        ),
        places: task === undefined ? locateText(text, wide.text) : [{ in: 'task', field: 'constraints' }],
        action: { do: 'editTask', field: 'constraints' },
      },
    ];
  },
};

/** With what it is to be made is a line of its own. */
const MADE_OF =
  /(?<![\p{L}])(?:using|with|in|on|based on) (?:plain |vanilla |pure )?(?:[\p{Lu}`]|react|vue|svelte|angular|next|node|python|flask|django|rails|typescript|javascript|html|css|go|rust|java|php|sqlite|postgres)/u;

/** Says what stays, is not to be used, or how far it goes. */
const LINE =
  /(?<![\p{L}])(?:constraints?|non-?goals?|out of scope|without|must|may not|cannot|can't|never|only|just|keep|keeping|stays?|remains?|unchanged|untouched|preserv\w+|retain\w*|leave|leaving|do not|don't|does not|doesn't|should not|shouldn't|no (?:new|other|more|further|breaking|behaviou?r\w*|changes?|regressions?|downtime|dependenc\w+|extra)|not (?:change|break|touch|use|add|need)|nothing (?:may|must|else|breaks)|backwards?|compatib\w+|public api|existing|except|avoid|instead of|same|as (?:it is|they are|is|before)|still|at most|no more than|less than|limit\w*|budget|bleib\w*|nicht|ohne|keine?n?|dürfen|darf|muss|müssen|nur|behalt\w*|unverändert)(?![\p{L}])|不|保持|保留|仅|只|除了|必须|兼容/iu;
