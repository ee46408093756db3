import { describe, expect, it } from 'vitest';
import { resolveModel } from '../../../src/core/models/resolveModel.ts';

describe('resolveModel', () => {
  it.each([
    ['anthropic/claude-opus-4.6', 'claude-opus-4-6'],
    ['us.anthropic.claude-haiku-4-5-20251001-v1:0', 'claude-haiku-4-5'],
    ['copilot/gpt-5.5', 'gpt-5.5'],
    ['claude-opus-4-6[1m]', 'claude-opus-4-6'],
    ['openrouter/z-ai/glm-4.5:free', 'glm-4.5'],
    ['models/gemini-3.1-pro', 'gemini-3.1-pro-preview'],
    ['gpt-5.4-2026-03-05', 'gpt-5.4'],
    ['vertex_ai/claude-haiku-4-5@20251001', 'claude-haiku-4-5'],
    ['meta-llama/llama-3.1-70b', 'llama-3.1-70b-instruct'],
  ])('knows %s as %s', (id, expected) => {
    expect(resolveModel(id).id).toBe(expected);
  });

  it('has a price, but no window, for a model of the list that the catalogue lacks', () => {
    const { price, contextWindow } = resolveModel('gpt-4.1');
    expect(price).toEqual({ input: 2, output: 8, cacheRead: 0.5, batchFactor: 0.5 });
    expect(contextWindow).toBeUndefined();
  });

  it('knows no price of a model that nobody knows', () => {
    for (const id of ['brand-new', 'gpt-5.3-codex-spark', '__proto__', '']) {
      expect(resolveModel(id).price, id).toBeUndefined();
    }
  });

  it('lets the user’s word win, field by field, under any name of the model', () => {
    const own = [{ id: 'anthropic/claude-opus-5', price: { input: 1, output: 2 } }];
    expect(resolveModel('claude-opus-5', own)).toMatchObject({
      label: 'Claude Opus 5',
      contextWindow: 1_000_000,
      price: { input: 1, output: 2 },
    });
    expect(resolveModel('claude-opus-5', own).price).toEqual({ input: 1, output: 2 });
    expect(resolveModel('mine', [{ id: 'mine', tier: 'bulk' }])).toMatchObject({ id: 'mine', tier: 'bulk' });
  });
});
