import { describe, expect, it } from 'vitest';
import { PROMPT_CHECK_IDS } from '../../../src/core/advice/checkIds.ts';
import { testCounter } from '../tokens/testCounter.ts';
import { judgePrompts, precisionOf, recallOf } from './judgePrompts.ts';
import { PROMPTS_AFTER } from './promptsAfter.ts';
import { PROMPTS_BEFORE } from './promptsBefore.ts';
import { PROMPTS_LATER } from './promptsLater.ts';

describe('the checks over the labelled prompts', () => {
  const prompts = [...PROMPTS_BEFORE, ...PROMPTS_AFTER, ...PROMPTS_LATER];
  const judged = judgePrompts(prompts, testCounter('o200k_base'));

  it('are at least 200, sixty of them older than the rules', () => {
    expect(PROMPTS_BEFORE.length).toBeGreaterThanOrEqual(60);
    expect(prompts.length).toBeGreaterThanOrEqual(200);
  });

  it('are right nine times of ten, each of them', () => {
    for (const one of judged.filter(({ right, wrong }) => right + wrong.length > 0)) {
      expect([one.check, precisionOf([one]) >= 0.9]).toEqual([one.check, true]);
    }
    expect(precisionOf(judged)).toBeGreaterThanOrEqual(0.9);
    expect(recallOf(judged)).toBeGreaterThanOrEqual(0.9);
  });

  it('have prompts on which to fire', () => {
    const fired = judged.filter(({ right }) => right > 0).map(({ check }) => check);
    expect(fired).toEqual(PROMPT_CHECK_IDS.filter((id) => id !== 'repeatedInstructions'));
  });
});
