import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFit } from '../../../src/core/cost/checkFit.ts';
import { findModel, MODELS } from '../../../src/core/models/catalogue.ts';
import { type ModelInfo, TIERS } from '../../../src/core/models/modelInfo.ts';
import { PLAIN_OFFER } from '../../../src/core/models/modelOffer.ts';
import { CODE_ONLY } from '../../../src/core/tokens/contentMix.ts';
import { countForModel } from '../../../src/core/tokens/tokenCount.ts';

const model = (id: string): ModelInfo => findModel(id) ?? expect.fail(`no model ${id}`);
const text = (tokens: number) => ({ tokens, mix: CODE_ONLY });
const check = (tokens: number, id: string) => checkFit(text(tokens), model(id), PLAIN_OFFER);

describe('checkFit', () => {
  it('finds nothing wrong up to the line, and says by how much it is crossed', () => {
    expect(check(128_000, 'gpt-4o-mini')).toBeUndefined();
    expect(check(128_001, 'gpt-4o-mini')).toMatchObject({
      kind: 'window',
      lineTokens: 128_000,
      overTokens: 1,
    });
    expect(check(272_000, 'gpt-5.4')).toBeUndefined();
    expect(check(272_001, 'gpt-5.4')).toMatchObject({ kind: 'longContext', overTokens: 1 });
  });

  it('says what the line of long contexts costs: 300,000 tokens at $5 and not at $2.50', () => {
    expect(check(300_000, 'gpt-5.4')?.extraUsd).toBeCloseTo(0.75, 9);
  });

  it('names the cheapest model that takes it and is as strong', () => {
    expect(check(200_000, 'gpt-4o-mini')?.other).toMatchObject({ model: { id: 'nemotron-3-nano-30b-a3b' } });
    // 300,000 tokens of it are 339,000 of the other, at $3: less than $1.50.
    expect(check(300_000, 'gpt-5.4')?.other).toMatchObject({ model: { id: 'claude-sonnet-4-6' } });
    expect(check(300_000, 'gpt-5.5')?.other?.costUsd).toBeLessThan(3);
    expect(check(9_000_000, 'gpt-5.5')).not.toHaveProperty('other');
  });

  it('offers only what fits, is as strong, and is cheaper where the chosen one takes it too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.constantFrom(...MODELS), (tokens, chosen) => {
        const fault = checkFit(text(tokens), chosen, PLAIN_OFFER);
        if (fault?.other === undefined) return;
        const { model: other, costUsd } = fault.other;
        const { tokens: needed } = countForModel(text(tokens), other.tokenizer);
        expect(needed).toBeLessThanOrEqual(other.contextWindow ?? 0);
        expect(TIERS.indexOf(other.tier)).toBeLessThanOrEqual(TIERS.indexOf(chosen.tier));
        expect(other.tokenizer.encoding).toBe(chosen.tokenizer.encoding);
        if (fault.kind === 'window') return;
        const rate = chosen.price?.longContext?.input ?? 0;
        expect(costUsd).toBeLessThan((fault.count.tokens * rate) / 1_000_000);
      }),
    );
  });

  it('knows no fault of a model whose window and price are unknown', () => {
    const { contextWindow: _window, price: _price, ...unknown } = model('gpt-5.4');
    expect(checkFit(text(1e9), unknown, PLAIN_OFFER)).toBeUndefined();
  });
});
