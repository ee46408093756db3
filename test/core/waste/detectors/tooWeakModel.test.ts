import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

function escalate(failures: number, next = 'claude-opus-4-6') {
  const session = goldenSession({ model: 'claude-haiku-4-5' }).prompt().call();
  for (let run = 0; run < failures; run++) session.use(50, {}, { isError: true }).call();
  return session.call({ model: next });
}

describe('too weak a model', () => {
  it('is found where it fails until a stronger one takes over', () => {
    // From the first failure on: four calls of 10,100 tokens.
    expect(detect('tooWeakModel', escalate(3))).toMatchObject([
      {
        tokens: 40_400,
        kind: 'measured',
        title: 'Claude Haiku 4.5 failed 3 times before Claude Opus 4.6 took over',
      },
    ]);
  });

  it('is none after fewer failures, and when the model stays or becomes cheaper', () => {
    expect(detect('tooWeakModel', escalate(2))).toEqual([]);
    expect(detect('tooWeakModel', escalate(3, 'claude-haiku-4-5'))).toEqual([]);
  });
});
