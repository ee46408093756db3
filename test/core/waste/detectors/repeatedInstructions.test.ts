import { describe, expect, it } from 'vitest';
import { goldenSession } from '../../../fixtures/waste/goldenSession.ts';
import { detect } from './detect.ts';

const sessions = (count: number, chars = 330) =>
  Array.from({ length: count }, (_, index) =>
    goldenSession({ sessionId: `s${index}`, startMs: index * 100_000, model: 'gpt-5.4' })
      .prompt({
        chars: 700,
        paragraphs: [
          { hash: 'rules', chars },
          { hash: `own${index}`, chars: 330 },
        ],
      })
      .call(),
  );

describe('the same instructions', () => {
  it('are found in several sessions', () => {
    expect(detect('repeatedInstructions', ...sessions(3))).toMatchObject([
      { tokens: 300, kind: 'estimated' },
    ]);
  });

  it('are none in two sessions, when they are short, and when a model has written them', () => {
    expect(detect('repeatedInstructions', ...sessions(2))).toEqual([]);
    expect(detect('repeatedInstructions', ...sessions(3, 165))).toEqual([]);
    const agents = ['a', 'b', 'c'].map((agentId) =>
      goldenSession({ agentId, sessionId: agentId })
        .prompt({ paragraphs: [{ hash: 'rules', chars: 900 }] })
        .call(),
    );
    expect(detect('repeatedInstructions', ...agents)).toEqual([]);
  });
});
