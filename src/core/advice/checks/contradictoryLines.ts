import { splitWords } from '../../context/suggest/facts/splitWords.ts';
import { sharedShare } from '../../context/suggest/fit/sharedShare.ts';
import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { instructionLines, type SaidLine } from '../text/instructionLines.ts';

const LIMITS = {
  leastShared: { value: 0.8, reason: 'Both must speak of the same thing: four of five words.' },
  leastStems: { value: 2, reason: 'One word is not enough to know what a rule is about.' },
};

/** "Always X" and "never X", or two of several things of which one can be used. */
export const contradictoryLines: Check = {
  id: 'contradictoryLines',
  thresholds: LIMITS,
  find({ text }) {
    const rules = instructionLines(text).slice(0, MOST_LINES).flatMap(readRules);
    return rules.flatMap((rule, index) => {
      const other = rules.slice(0, index).find((before) => contradict(before, rule));
      if (other === undefined || other.line.line === rule.line.line) return [];
      return [
        {
          check: 'contradictoryLines' as const,
          title: message(
            'Line {0} says the opposite: a model follows one of the two, and not always the same.',
            other.line.line + 1,
          ),
          places: [{ in: 'text' as const, start: rule.line.start, end: rule.line.end }],
          action: { do: 'rewrite' as const },
        },
      ];
    });
  },
};

/** Each line is compared with those before it. */
const MOST_LINES = 1_000;

type Rule = { line: SaidLine; isForbidden: boolean; stems: string[]; choices: ReadonlyMap<number, string> };

function readRules(line: SaidLine): Rule[] {
  return line.said.split(/[;,] | but | sondern | aber |[，；。]/).flatMap((clause) => {
    const isForbidden = clause.search(FORBIDS) >= 0;
    if (!isForbidden && clause.search(DEMANDS) < 0 && !ASKS.test(clause)) return [];
    const choices = new Map<number, string>();
    for (const [group, pattern] of ALTERNATIVES.entries()) {
      const found = pattern.exec(clause)?.[0];
      if (found !== undefined) choices.set(group, found);
    }
    const about = clause.replace(FORBIDS, ' ').replace(DEMANDS, ' ');
    const stems = [...new Set(splitWords(about))].filter((stem) => !EMPTY.has(stem));
    return stems.length === 0 ? [] : [{ line, isForbidden, stems, choices }];
  });
}

function contradict(a: Rule, b: Rule): boolean {
  const isAlike = (one: readonly string[], other: readonly string[]) =>
    sharedShare(one, other, LIMITS.leastShared.value) >= LIMITS.leastShared.value;
  if (a.isForbidden !== b.isForbidden)
    return a.stems.length >= LIMITS.leastStems.value && isAlike(a.stems, b.stems);
  if (a.isForbidden) return false;
  return [...a.choices].some(([group, choice]) => {
    const other = b.choices.get(group);
    if (other === undefined || other === choice) return false;
    const own = new Set(splitWords(`${choice} ${other}`));
    const rest = (stems: readonly string[]) => stems.filter((stem) => !own.has(stem));
    return rest(a.stems).length > 0 && isAlike(rest(a.stems), rest(b.stems));
  });
}

const FORBIDS =
  /(?<![\p{L}])(?:never|do not|dont|don't|must not|mustn't|should not|shouldnt|avoid|no|not|nie|niemals|nicht|keine?|keinen|vermeide)(?![\p{L}])|不要|禁止|从不|不得|避免/giu;
const DEMANDS =
  /(?<![\p{L}])(?:always|must|should|shall|prefer|only|need to|requires?|required|ensure|immer|muss|müssen|soll|sollen|bevorzuge)(?![\p{L}])|总是|必须|应该|请/giu;
/** Verbs that begin a rule, and are a part of what it is about. */
const ASKS =
  /^(?:use|write|add|run|put|keep|make|include|commit|create|do|follow|place|store|name|return|throw|import|export|verwende|nutze|benutze|schreibe|setze|lege)(?![\p{L}])|使用/u;

/** Of each group a project uses one. */
const ALTERNATIVES: readonly RegExp[] = [
  /\b(?:tabs?|spaces?)\b/,
  /\b(?:single quotes?|double quotes?)\b/,
  /\b(?:npm|yarn|pnpm|bun)\b/,
  /\b(?:jest|vitest|mocha|jasmine)\b/,
  /\b(?:default exports?|named exports?)\b/,
  /\b(?:rebase|merge commits?|squash)\b/,
  /\b(?:camelcase|snake_case|kebab-case|pascalcase)\b/,
];

const EMPTY = new Set(
  splitWords(
    'the a an in of for to and or all any your our this that it is are be with on at please der die das den ein eine in für zu und alle',
  ),
);
