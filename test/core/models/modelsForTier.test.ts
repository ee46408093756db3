import { describe, expect, it } from 'vitest';
import { modelsForTier } from '../../../src/core/models/modelsForTier.ts';

const idsOf = (...args: Parameters<typeof modelsForTier>) => modelsForTier(...args).map(({ id }) => id);

describe('modelsForTier', () => {
  it('names the best known model of up to three vendors', () => {
    expect(idsOf('think')).toEqual(['gpt-5.5', 'claude-opus-5', 'gemini-3.1-pro-preview']);
    expect(idsOf('none')).toEqual([]);
  });

  it('puts the user’s vendors first, in the user’s order', () => {
    expect(idsOf('think', ['xai', 'Anthropic'])).toEqual(['grok-4', 'claude-opus-5', 'gpt-5.5']);
  });
});
