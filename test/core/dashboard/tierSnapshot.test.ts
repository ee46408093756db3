import { describe, expect, it } from 'vitest';
import type { MeasuredScope } from '../../../src/core/context/measuredScope.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { buildTierSnapshot } from '../../../src/core/dashboard/tierSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';

const gpt = findModel('gpt-5.4');
if (gpt === undefined) throw new Error('no model');
const count = (tokens: number) => ({ tokens, mix: CODE_ONLY });
const scope: MeasuredScope = {
  items: [
    {
      id: 'a',
      total: count(9_000),
      files: [
        { path: '/w/src/ledger.ts', label: 'src/ledger.ts', count: count(4_000) },
        { path: '/w/src/totals.ts', label: 'src/totals.ts', count: count(5_000) },
        { path: '/w/src/off.ts', label: 'src/off.ts', count: count(1_000), excluded: true },
      ],
    },
  ],
  documentCount: 2,
  total: count(10_000),
  stableTokens: 0,
  stableHash: '',
};
const build = (goal: string, measured: MeasuredScope | undefined = scope, chosen = gpt) =>
  buildTierSnapshot({ ...EMPTY_TASK, goal }, {}, measured, chosen, PLAIN_OFFER);

describe('buildTierSnapshot', () => {
  it('says nothing where the task has no words', () => {
    expect(build('  ')).toBeUndefined();
  });

  it('names the tier with reasons and prices the scope for its models', () => {
    const tier = build('Find out why the totals are wrong after a restart, and redesign how they are kept');
    expect(tier?.tier).toBe('think');
    expect(tier?.reasons.length).toBeGreaterThan(0);
    const own = tier?.models.find(({ isChosen }) => isChosen) ?? tier?.models[0];
    expect(own?.count?.tokens).toBeGreaterThan(0);
    expect(own?.costUsd).toBeGreaterThan(0);
  });

  it('shows no number that would come from another encoding', () => {
    const other = findModel('gpt-4');
    if (other === undefined) throw new Error('no model');
    const tier = build('Redesign the architecture of the ledger', scope, other);
    expect(tier?.models.every(({ count, costUsd }) => count === undefined && costUsd === undefined)).toBe(
      true,
    );
  });

  it('needs no model where a command does it', () => {
    const tier = build('Run the tests');
    expect(tier).toMatchObject({ tier: 'none', models: [] });
  });

  it('prices the stages of mixed work, each with its scope, beside everything on tier think', () => {
    const stages = build(
      'Design the schema of subscriptions, then write the migration in ledger.ts and run the tests',
    )?.stages;
    expect(stages?.entries).toEqual([
      expect.objectContaining({
        tier: 'think',
        files: [],
        modelLabel: 'GPT-5.5',
        count: { tokens: 10_000, accuracy: 'exact', bandPercent: 0 },
        costUsd: 0.05,
      }),
      expect.objectContaining({
        tier: 'execute',
        files: ['src/ledger.ts'],
        modelLabel: 'GPT-5.4 mini',
        count: { tokens: 4_000, accuracy: 'exact', bandPercent: 0 },
        costUsd: 0.003,
      }),
      { tier: 'none', text: 'run the tests', files: [], costUsd: 0 },
    ]);
    expect(stages?.costUsd).toBeCloseTo(0.053, 9);
    expect(stages?.allThinkUsd).toBeCloseTo(0.05 + 0.02 + 0.05, 9);
  });

  it('knows no cost of stages while the scope is not counted', () => {
    const goal = 'Design the schema of subscriptions, then write the migration';
    const tier = buildTierSnapshot({ ...EMPTY_TASK, goal }, {}, undefined, gpt, PLAIN_OFFER);
    expect(tier?.stages?.entries.map(({ costUsd, count: tokens }) => [costUsd, tokens])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(tier?.stages).not.toHaveProperty('costUsd');
  });

  it('is led by no part of a word when it looks for files', () => {
    const stages = build('Design the off.ts.bak layout, then rewrite my-ledger.ts')?.stages;
    expect(stages?.entries.map(({ files }) => files)).toEqual([[], []]);
  });
});
