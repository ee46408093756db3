import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOf, compareVariants } from '../../../src/core/context/compareVariants.ts';
import { fileItem } from '../../../src/core/context/scopeItem.ts';
import { parseVariants, type ScopeVariant, setQuality } from '../../../src/core/context/scopeVariant.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { buildVariantsSnapshot } from '../../../src/core/dashboard/variantsSnapshot.ts';
import { findModel } from '../../../src/core/models/catalogue.ts';
import { PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';

const GPT = findModel('gpt-5.4')!;
const variant = (tokens: number, more: Partial<ScopeVariant> = {}): ScopeVariant => ({
  scope: [fileItem('/w/a.ts')],
  task: { ...EMPTY_TASK, goal: 'Fix it' },
  keptMs: 5,
  fileCount: 1,
  counts: {
    o200k_base: { tokens, mix: CODE_ONLY },
    cl100k_base: { tokens: tokens + 1, mix: CODE_ONLY },
  },
  ...more,
});

describe('compareVariants', () => {
  it('counts and prices both on a model, and says what B changes', () => {
    expect(compareVariants(variant(200_000), variant(50_000), GPT)).toEqual({
      model: GPT,
      a: { count: { tokens: 200_000, accuracy: 'exact', bandPercent: 0 }, costUsd: 0.5 },
      b: { count: { tokens: 50_000, accuracy: 'exact', bandPercent: 0 }, costUsd: 0.125 },
      tokensChange: -0.75,
      costChange: -0.75,
    });
  });

  it('counts each model in its own vocabulary', () => {
    expect(compareVariants(variant(10), variant(20), findModel('gpt-4')!).a.count.tokens).toBe(11);
  });

  it('has no change of nothing, and none of what is unpriced', () => {
    const { price: _price, ...unpriced } = GPT;
    expect(compareVariants(variant(0), variant(5), unpriced)).not.toHaveProperty('tokensChange');
    expect(compareVariants(variant(1), variant(5), unpriced)).not.toHaveProperty('costChange');
  });

  it('changes back by what it has changed', () => {
    const some = fc.double({ min: 1, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(some, some, (from, to) => {
        expect((1 + changeOf(from, to)!) * (1 + changeOf(to, from)!)).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('variants', () => {
  it('are read back as they were stored, and nothing else is', () => {
    const variants = setQuality({ A: variant(1), B: variant(2) }, 'A', 7);
    expect(parseVariants(JSON.parse(JSON.stringify(variants)))).toEqual(variants);
    expect(parseVariants({ A: { ...variant(1), quality: 11 }, B: { keptMs: 1 }, C: variant(1) })).toEqual({});
    expect(parseVariants('A')).toEqual({});
  });

  it('get a score, and lose it', () => {
    const scored = setQuality({ A: variant(1) }, 'A', 7);
    expect(scored.A?.quality).toBe(7);
    expect(setQuality(scored, 'A', undefined)).toEqual({ A: variant(1) });
    expect(setQuality(scored, 'B', 5)).toEqual(scored);
  });
});

describe('buildVariantsSnapshot', () => {
  it('has nothing to compare before both are kept', () => {
    expect(buildVariantsSnapshot({}, GPT, PLAIN_OFFER)).toEqual({ cards: [], rows: [] });
    const one = buildVariantsSnapshot({ B: variant(1) }, GPT, PLAIN_OFFER);
    expect(one.cards).toEqual([{ name: 'B', goal: 'Fix it', fileCount: 1, keptMs: 5 }]);
    expect(one.rows).toEqual([]);
  });

  it('has the chosen model first and once, and others of each tier', () => {
    const { rows, qualityChange } = buildVariantsSnapshot(
      { A: variant(100, { quality: 8 }), B: variant(50, { quality: 6 }) },
      GPT,
      PLAIN_OFFER,
    );
    expect(rows[0]).toMatchObject({ id: 'gpt-5.4', isChosen: true, costChange: -0.5 });
    expect(rows.filter(({ isChosen }) => isChosen).length).toBe(1);
    expect(rows.length).toBeGreaterThan(6);
    expect(qualityChange).toBe(-0.25);
  });
});
