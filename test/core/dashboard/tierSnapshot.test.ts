import { describe, expect, it } from 'vitest';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { buildTierSnapshot } from '../../../src/core/dashboard/tierSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';

const gpt = findModel('gpt-5.4');
if (gpt === undefined) throw new Error('no model');
const scope = { tokens: 10_000, mix: CODE_ONLY };
const build = (goal: string, counted = scope, chosen = gpt) =>
  buildTierSnapshot({ ...EMPTY_TASK, goal }, { scopeTokens: counted.tokens }, counted, chosen);

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
});
