import { message } from '../../message.ts';
import type { Advice } from '../advice.ts';
import type { Check } from '../check.ts';
import { countWords } from '../text/countWords.ts';
import { locateText } from '../text/locateText.ts';
import { tellsWhatHappens } from '../text/tellsWhatHappens.ts';

/** What is to be done is said by a verb that fits anything, of something that is everything. */
export const vagueVerbs: Check = {
  id: 'vagueVerbs',
  thresholds: {},
  find({ text }, read) {
    if (MEASURE.test(read.prose)) return [];
    const isExplained = read.payloads.length > 0 || read.task.hasTrace;
    const { clauses } = read.task;
    return clauses.flatMap(({ words: clause, text: written }, index): Advice[] => {
      const isBare = !isExplained && !tellsWhatHappens(read.task.words, countWords(clause));
      // "Clean up and sort the names": what is to be cleaned up comes next.
      if (ONLY_VERB.test(clause) && index < clauses.length - 1) return [];
      const isVague = VAGUE.some((pattern) => pattern.test(clause)) && (isBare || !POINTS_BACK.test(clause));
      if (!isVague && !(isBare && POINTING.test(clause))) return [];
      return [
        {
          check: 'vagueVerbs',
          title: message(
            '“{0}” fits anything: say what is wrong or which measure should change.',
            shorten(written),
          ),
          places: locateText(text, written),
          action: { do: 'editTask', field: 'goal' },
        },
      ];
    });
  },
};

const ANYTHING =
  '(?:(?:all|all of|the|my|our|this|that|these|whole|entire|existing|overall|current|general|of) )*(?:it|this|that|them|everything|things|stuff|all|code ?base|code|app|apps|application|project|program|site|website|web ?site|ui|ux|user (?:interface|experience)|design|look|layout|performance|quality|code quality|structure|architecture|system|product|implementation|logic|error handling|repo|repository|software|errors?|edge cases?|exceptions?|details|the rest)';
const TAIL =
  '(?: (?:to (?:follow|use|match) (?:(?:all|the|modern|industry) )*(?:best practices|standards|conventions)|following best practices|a (?:bit|little|lot)|as (?:well|needed|appropriate)|properly|correctly|appropriately|better|up|further|more|please|for me|where (?:needed|possible|necessary)|somehow|nicely|well|(?:of|in|across|for|throughout|on) (?:(?:the|my|our|this|whole|entire|all) ?)*(?:app|application|project|code ?base|code|site|website|product|system|repo|repository|program)))*[ .!]*$';

const ONLY_VERB = /^(?:improve|optimi[sz]e|enhance|refactor|clean|clean up|polish)[ .!]*$/;
const VAGUE: readonly RegExp[] = [
  new RegExp(
    `^(?:improve|optimi[sz]e|enhance|clean|clean up|tidy|tidy up|polish|refactor|rework|revise|tweak|moderni[sz]e|upgrade|handle|deal with|take care of|work on|beautify|perfect|streamline|fix up|sort out|do something (?:about|with)) ${ANYTHING}${TAIL}`,
  ),
  new RegExp(`^clean ${ANYTHING} up${TAIL}`),
  new RegExp(
    `^make ${ANYTHING} (?:\\w+ )?(?:better|nicer|good|great|perfect|cleaner|faster|prettier|pretty|work|professional|modern|robust|more \\w+|state of the art|production[- ]ready|look (?:good|better|nice|nicer|great))${TAIL}`,
  ),
  ONLY_VERB,
  /^(?:verbesser|optimier|überarbeite|bereinig|modernisier|refaktorier|räum)\w* (?:(?:bitte|mal|den|die|das|mein\w*|unser\w*|diese\w*|ganzen?|gesamten?|alles|es|ihn|sie) ?)*(?:code|quellcode|app|anwendung|projekt|seite|website|programm|ui|oberfläche|design|layout|performance|leistung|qualität|struktur|system|alles|es|ihn)?(?: (?:auf|etwas|ein bisschen|ein wenig|bitte))*[ .!]*$/,
  /^mach\w* (?:(?:bitte|mal|den|die|das|alles|es|ihn|sie|mein\w*|code|app|seite|projekt|ganze\w*) ?){1,6}(?:besser|schöner|schneller|sauberer|ordentlich|moderner|hübscher)[ .!]*$/,
  /^(?:请|帮我|麻烦)?(?:优化|改进|完善|美化|改善|提升|整理|重构|处理)(?:一下|下)?(?:这个|这段|整个|我的|我们的|全部|所有)?(?:的)?(?:代码|项目|程序|界面|应用|系统|性能|体验|用户体验|质量|页面|问题|错误)?(?:的(?:质量|性能|体验|结构))?[。！!.\s]*$/,
];

/** What it is was said before. */
const POINTS_BACK =
  /^\S+(?: (?:up|on|with|of|about|care of|at))* (?:it|this|that|them|these|those)(?![\p{L}])/u;

/** These point to something: it must have been said. */
const POINTING =
  /^(?:fix|solve|resolve|repair)[ .!]*$|^(?:fix|solve|resolve|debug|repair|check|do|handle|change|update) (?:it|this|that|them|(?:the|this|that|all|any|these|my|our) (?:(?:remaining|other) )?(?:bugs?|issues?|problems?|errors?|thing|failures?))[ .!]*$|^(?:behebe?|fixe?|repariere?|löse?) (?:(?:bitte|mal|das|den|die|es|alle) ?)*(?:fehler|probleme?|bugs?)?[ .!]*$|^(?:修复|解决|修改|处理)(?:一下|下)?(?:这个|这些|所有)?(?:问题|错误|bug)?[。！!.\s]*$/;

/** A number with a unit, or a reason, tells what "better" means. */
const MEASURE =
  /\d\s?(?:ms|s|sec|seconds?|%|kb|mb|gb|x|times|fps|rps|points?|lines?|tokens?)(?![\p{L}])|(?<![\p{L}])(?:from \d|to \d|below \d|under \d|less than|at most|at least|so that|for (?:readability|performance|speed|accessibility|testability|memory)|because|damit|sodass|weil)(?![\p{L}])|因为|以便/iu;

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
