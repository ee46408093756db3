import { PROMPT_CHECK_IDS, type PromptCheckId } from '../../../src/core/advice/checkIds.ts';
import type { TokenCounter } from '../../../src/core/tokens/tokenCounter.ts';
import type { LabelledPrompt } from './labelledPrompt.ts';
import { promptFires } from './promptFires.ts';

/** How often a check was right to fire, fired wrongly, and missed; `wrong` and `missed` hold the prompts. */
export type Judged = { check: PromptCheckId; right: number; wrong: string[]; missed: string[] };

export function judgePrompts(prompts: readonly LabelledPrompt[], counter: TokenCounter): Judged[] {
  const fired = prompts.map(({ text }) => new Set(promptFires(text, counter)));
  return PROMPT_CHECK_IDS.map((check) => {
    const judged: Judged = { check, right: 0, wrong: [], missed: [] };
    for (const [index, { text, fires, may = [] }] of prompts.entries()) {
      if (may.includes(check)) continue;
      const isFired = fired[index]?.has(check) === true;
      if (isFired && fires.includes(check)) judged.right += 1;
      else if (isFired) judged.wrong.push(text);
      else if (fires.includes(check)) judged.missed.push(text);
    }
    return judged;
  });
}

export function precisionOf(judged: readonly Judged[]): number {
  const right = sum(judged, ({ right }) => right);
  return right / Math.max(1, right + sum(judged, ({ wrong }) => wrong.length));
}

export function recallOf(judged: readonly Judged[]): number {
  const right = sum(judged, ({ right }) => right);
  return right / Math.max(1, right + sum(judged, ({ missed }) => missed.length));
}

function sum(judged: readonly Judged[], read: (one: Judged) => number): number {
  return judged.reduce((total, one) => total + read(one), 0);
}
