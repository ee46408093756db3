import { describe, expect, it } from 'vitest';
import { countForModel, sumTextCounts } from '../../../src/core/tokens/tokenCount.ts';
import { CLAUDE_3, CLAUDE_5, CLAUDE_47, GROK, O200K } from '../../../src/core/tokens/tokenizerModels.ts';

const PROSE = { prose: 1, code: 0, nonLatin: 0 };
const CODE = { prose: 0, code: 1, nonLatin: 0 };
const CHINESE = { prose: 0, code: 0, nonLatin: 1 };

describe('countForModel', () => {
  it('leaves an exact count as it is', () => {
    const exact = { tokens: 1234, accuracy: 'exact', bandPercent: 0 };
    expect(countForModel({ tokens: 1234, mix: CHINESE }, O200K)).toEqual(exact);
  });

  it('takes the factor of the generation and the kind of content, with its band', () => {
    const tokens = 1000;
    const calibrated = (counted: number, bandPercent: number) => ({
      tokens: counted,
      accuracy: 'calibrated',
      bandPercent,
    });
    expect(countForModel({ tokens, mix: CODE }, CLAUDE_3)).toEqual(calibrated(1130, 8));
    expect(countForModel({ tokens, mix: PROSE }, CLAUDE_47)).toEqual(calibrated(1590, 8));
    expect(countForModel({ tokens, mix: PROSE }, CLAUDE_5)).toEqual(calibrated(1520, 8));
    expect(countForModel({ tokens, mix: CODE }, CLAUDE_5)).toEqual(calibrated(1570, 8));
    expect(countForModel({ tokens, mix: CHINESE }, CLAUDE_5)).toEqual(calibrated(1130, 20));
    expect(countForModel({ tokens, mix: PROSE }, GROK)).toMatchObject({ accuracy: 'rough', bandPercent: 25 });
  });

  it('mixes factors, and widens the band only for what is really there', () => {
    const half = { prose: 0, code: 0.5, nonLatin: 0.5 };
    expect(countForModel({ tokens: 1000, mix: half }, CLAUDE_5)).toMatchObject({
      tokens: 1350,
      bandPercent: 20,
    });
    const trace = { prose: 0, code: 0.98, nonLatin: 0.02 };
    expect(countForModel({ tokens: 1000, mix: trace }, CLAUDE_5)).toMatchObject({ bandPercent: 8 });
  });
});

describe('sumTextCounts', () => {
  it('adds tokens and weighs the mix by them', () => {
    const sum = sumTextCounts([
      { tokens: 300, mix: CODE },
      { tokens: 100, mix: CHINESE },
    ]);
    expect(sum).toEqual({ tokens: 400, mix: { prose: 0, code: 0.75, nonLatin: 0.25 } });
    expect(sumTextCounts([])).toEqual({ tokens: 0, mix: CODE });
  });
});
