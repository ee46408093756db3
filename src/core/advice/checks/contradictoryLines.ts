import { sharedShare } from '../../context/suggest/fit/sharedShare.ts';
import { message } from '../../message.ts';
import type { Check } from '../check.ts';
import { type InstructionRule, instructionRules } from '../text/instructionRules.ts';
import { ALTERNATIVES } from '../text/ruleWords.ts';

const LIMITS = {
  leastShared: { value: 0.8, reason: 'Two choices must be for the same thing: four of five words.' },
};

/** What one line forbids another demands, or two of several things of which a project uses one. */
export const contradictoryLines: Check = {
  id: 'contradictoryLines',
  thresholds: LIMITS,
  find({ text }) {
    const rules = instructionRules(text, MOST_LINES);
    const told = new Set<number>();
    return rules.flatMap((rule, index) => {
      const other = rules.slice(0, index).find((before) => contradict(before, rule));
      if (other === undefined || told.has(rule.line.line)) return [];
      told.add(rule.line.line);
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

/** Each rule is compared with those before it. */
const MOST_LINES = 1_000;

function contradict(a: InstructionRule, b: InstructionRule): boolean {
  if (a.line.line === b.line.line) return false;
  if (a.isForbidden && b.isForbidden) return false;
  if (a.isForbidden) return forbids(a, b);
  return b.isForbidden ? forbids(b, a) : choosesOther(a, b);
}

/** All of what is forbidden is demanded. The other way round what is forbidden is an exception to what is demanded. */
function forbids(forbidden: InstructionRule, demanded: InstructionRule): boolean {
  const demands = new Set(demanded.about);
  return (
    forbidden.verb === demanded.verb &&
    forbidden.about.every((stem) => demands.has(stem)) &&
    // "Unless it is needed" leaves room for what is demanded in some cases.
    (forbidden.exceptions.length === 0 || demanded.isAlways) &&
    !forbidden.exceptions.some((stem) => demands.has(stem)) &&
    !demanded.exceptions.some((stem) => forbidden.about.includes(stem))
  );
}

function choosesOther(a: InstructionRule, b: InstructionRule): boolean {
  return [...a.choices].some(([group, choice]) => {
    const other = b.choices.get(group);
    return other !== undefined && other !== choice && isForSame(group, a, b);
  });
}

/** Beside the choice itself, and what all choices of its kind are about. */
function isForSame(group: number, a: InstructionRule, b: InstructionRule): boolean {
  const [ofA, ofB] = [a, b].map((rule) => restOf(group, rule));
  if (ofA === undefined || ofB === undefined) return false;
  if (ofA.length === 0 || ofB.length === 0) return ofA.length === ofB.length;
  const { value } = LIMITS.leastShared;
  return sharedShare(ofA, ofB, value) >= value;
}

function restOf(group: number, { about }: InstructionRule): string[] {
  const alternatives = ALTERNATIVES[group];
  return about.filter((stem) => alternatives?.topic.has(stem) !== true);
}
