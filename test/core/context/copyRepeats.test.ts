import { describe, expect, it } from 'vitest';
import type { CopyRecord } from '../../../src/core/context/copyRecord.ts';
import { countCopies, sumCopies } from '../../../src/core/context/copyRepeats.ts';

const copy = (contextHash?: string, taskHash?: string): CopyRecord => ({
  timestampMs: 0,
  exit: 'Copied',
  fileCount: 1,
  tokens: 1,
  accuracy: 'exact',
  bandPercent: 0,
  modelLabel: 'GPT-5.4',
  redacted: 0,
  items: [],
  ...(contextHash !== undefined && { contextHash }),
  ...(taskHash !== undefined && { taskHash }),
});

describe('repeats of copies', () => {
  it('are those of the same context', () => {
    expect(countCopies([copy('a'), copy('b'), copy('a'), copy()], 'a')).toBe(2);
    expect(countCopies([{ ...copy('a'), timestampMs: 5 }, copy('a')], 'a', 5)).toBe(1);
  });

  it('are summed for a task; old records tell nothing', () => {
    const records = [copy('a', 't'), copy('a', 't'), copy('b', 't'), copy('a', 'u'), copy(), copy()];
    expect(sumCopies(records, 't')).toEqual({ count: 3, mostRepeats: 1 });
    expect(sumCopies(records, 'v')).toEqual({ count: 0, mostRepeats: 0 });
  });
});
