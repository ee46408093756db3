import { describe, expect, it } from 'vitest';
import { comparePrompt } from '../../../../src/core/cost/plan/composition.ts';

describe('comparePrompt', () => {
  it('holds each part against its band', () => {
    const tokens = { system: 200, context: 350, retrieved: 100, history: 200, output: 150 };
    expect(comparePrompt(tokens).map(({ part, share, verdict }) => [part, share, verdict])).toEqual([
      ['system', 0.2, 'within'],
      ['context', 0.35, 'within'],
      ['retrieved', 0.1, 'below'],
      ['history', 0.2, 'within'],
      ['output', 0.15, 'within'],
    ]);
    expect(comparePrompt({ ...tokens, history: 5_000 }).find(({ part }) => part === 'history')?.verdict).toBe(
      'above',
    );
  });
});
