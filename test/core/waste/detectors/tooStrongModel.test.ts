import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const light = { tier: 'execute', confidence: 0.8 } as const;

function turns(model: string, prompt: object = light, failed = false) {
  const session = goldenSession({ model });
  for (let turn = 0; turn < 2; turn++) {
    session.prompt(prompt).call().edit(`/p/${turn}.ts`);
    if (failed) session.use(10, {}, { isError: true });
    session.call();
  }
  return session;
}

describe('too strong a model', () => {
  it('is found where small changes went to a model for thinking', () => {
    const [found] = detect('tooStrongModel', turns('claude-opus-4-6'));
    // Four calls of 10,100 tokens.
    expect(found).toMatchObject({
      tokens: 40_400,
      kind: 'estimated',
      action: { kind: 'changeModel', modelId: 'claude-sonnet-5-5' },
    });
    expect(found?.costUsd).toBeGreaterThan(0);
  });

  it('is none for a cheaper model, for hard or unclear prompts, and after a failure', () => {
    expect(detect('tooStrongModel', turns('claude-sonnet-5'))).toEqual([]);
    expect(detect('tooStrongModel', turns('claude-opus-4-6', { tier: 'think', confidence: 0.9 }))).toEqual(
      [],
    );
    expect(detect('tooStrongModel', turns('claude-opus-4-6', { ...light, confidence: 0.5 }))).toEqual([]);
    expect(detect('tooStrongModel', turns('claude-opus-4-6', light, true))).toEqual([]);
  });
});
