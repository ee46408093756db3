import { describe, expect, it } from 'vitest';
import { planStages } from '../../../../src/core/cost/plan/planStages.ts';
import { findModel } from '../../../../src/core/models/catalogue.ts';
import type { ModelInfo, Tier } from '../../../../src/core/models/modelInfo.ts';

const MODELS: Partial<Record<Tier, string>> = {
  think: 'claude-opus-5',
  execute: 'claude-haiku-4-5',
  bulk: 'gpt-oss-120b',
};
const modelOf = (tier: Tier) => findModel(MODELS[tier] ?? '');
const stage = (tier: Tier) => ({ tier, tokensOn: () => ({ inputTokens: 1_000_000 }) });

describe('planStages', () => {
  it('prices each part on its tier, beside everything on the first', () => {
    expect(planStages([stage('think'), stage('execute'), stage('none')], modelOf)).toEqual({
      stages: [
        { tier: 'think', model: findModel('claude-opus-5'), costUsd: 5 },
        { tier: 'execute', model: findModel('claude-haiku-4-5'), costUsd: 1 },
        { tier: 'none', costUsd: 0 },
      ],
      costUsd: 6,
      allThinkUsd: 15,
    });
  });

  it('knows no sum when one part is unpriced', () => {
    const plan = planStages([stage('think'), stage('bulk')], modelOf);
    expect(plan.stages[1]).toEqual({ tier: 'bulk', model: findModel('gpt-oss-120b') });
    expect(plan).not.toHaveProperty('costUsd');
    expect(plan.allThinkUsd).toBe(10);
  });

  it('counts each part in the tokens of its own model, and knows no cost of what is not counted', () => {
    const tokensOn = ({ vendor }: ModelInfo) =>
      vendor === 'Anthropic' ? { inputTokens: 2_000_000 } : undefined;
    const plan = planStages(
      [
        { tier: 'think', tokensOn },
        { tier: 'bulk', tokensOn },
      ],
      modelOf,
    );
    expect(plan.stages.map(({ costUsd }) => costUsd)).toEqual([10, undefined]);
    expect(plan.allThinkUsd).toBe(20);
  });
});
