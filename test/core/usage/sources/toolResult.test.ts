import { describe, expect, it } from 'vitest';
import { toolResult } from '../../../../src/core/usage/sources/toolResult.ts';

describe("a tool's result", () => {
  it('is the same whatever times it names', () => {
    const [a, b] = ['ok in 1.2s at 2026-07-01 12:00:00', 'ok in 3.44s at 2026-07-02 09:30:11'].map((text) =>
      toolResult('c', text),
    );
    expect(a?.hash).toBe(b?.hash);
    expect(toolResult('c', '2 failed').hash).not.toBe(toolResult('c', '3 failed').hash);
  });

  it('says what the log reducer would leave of a large one', () => {
    const log = Array.from({ length: 500 }, (_, at) => `2026-07-01T12:00:00Z INFO step ${at} done`).join(
      '\n',
    );
    const { chars, reducedChars } = toolResult('c', log);
    expect(chars).toBe(log.length);
    expect(reducedChars).toBeLessThan(log.length / 4);
    expect(toolResult('c', 'short')).not.toHaveProperty('reducedChars');
  });
});
