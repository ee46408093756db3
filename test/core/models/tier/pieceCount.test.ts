import { describe, expect, it } from 'vitest';
import { readPieceCount } from '../../../../src/core/models/tier/pieceCount.ts';

describe('readPieceCount', () => {
  it('reads numbers of pieces as people write them', () => {
    expect(readPieceCount('filter 50,000 contracts')).toBe(50_000);
    expect(readPieceCount('klassifiziere 8.000 kundenmails')).toBe(8_000);
    expect(readPieceCount('this list of 20k questions')).toBe(20_000);
    expect(readPieceCount('each of the 15,000 pages, then 40 more pages')).toBe(15_000);
    expect(readPieceCount('thousands of comments')).toBe(1_000);
  });

  it('takes no size, time, rate or piece of code for pieces', () => {
    for (const words of [
      'a file of 500 mb',
      'in 300 ms',
      '400,000 lines of code',
      '200 people',
      'http 429',
      'line 88: skip',
      'three files',
    ]) {
      expect(readPieceCount(words), words).toBeUndefined();
    }
  });
});
