import { describe, expect, it } from 'vitest';
import { selectLayers } from '../../../src/core/usage/selectLayers.ts';
import type { UsageRecord } from '../../../src/core/usage/usageRecord.ts';
import { usageRecord } from './usageRecord.ts';

const cli = (fields: Partial<UsageRecord>) => usageRecord({ source: 'copilotCli', ...fields });

describe('selectLayers', () => {
  it('takes the best account of each session alone', () => {
    const call = cli({ key: 'call', sessionId: 'a' });
    const part = cli({ key: 'part', sessionId: 'b', layer: 'parts' });
    const records = [
      cli({ sessionId: 'a', layer: 'parts' }),
      call,
      cli({ sessionId: 'a', layer: 'sums' }),
      part,
    ];
    expect(selectLayers(records)).toEqual([call, part]);
  });

  it('counts what came after the last sum', () => {
    const [early, sum, late] = [
      cli({ key: '1', timestampMs: 1000, layer: 'parts' }),
      cli({ key: '2', timestampMs: 2000, layer: 'sums' }),
      cli({ key: '3', timestampMs: 3000, layer: 'parts' }),
    ];
    expect(selectLayers([late, sum, early])).toEqual([late, sum]);
  });

  it('takes exported spans before sums, and their folder from the sums', () => {
    const span = cli({ key: '1', layer: 'spans' });
    const sums = ['/b', '/a'].map((project, index) => cli({ key: `s${index}`, layer: 'sums', project }));
    for (const records of [
      [span, ...sums],
      [...sums.toReversed(), span],
    ])
      expect(selectLayers(records)).toEqual([{ ...span, project: '/a' }]);
    const call = cli({ key: '2' });
    expect(selectLayers([span, call])).toEqual([call]);
  });

  it('lets calls that do not name their session stand for the time that they cover', () => {
    const chat = (fields: Partial<UsageRecord>) => usageRecord({ source: 'copilotChat', ...fields });
    const calls = [
      chat({ sessionId: 'trace', timestampMs: 1000 }),
      chat({ sessionId: 'trace', timestampMs: 9000 }),
    ];
    const inside = chat({ sessionId: 'chat', timestampMs: 5000, layer: 'parts' });
    const after = chat({ sessionId: 'chat', timestampMs: 9001, layer: 'parts' });
    expect(selectLayers([...calls, inside, after])).toEqual([...calls, after]);
  });
});
