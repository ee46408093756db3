import { describe, expect, it } from 'vitest';
import {
  formatAccuracy,
  formatBytes,
  formatPlural,
  formatShare,
  formatTokens,
  formatUsd,
} from '../../src/core/format.ts';

describe('format', () => {
  it('marks every number that is not exact', () => {
    expect(formatTokens({ tokens: 1234, accuracy: 'exact', bandPercent: 0 })).toBe('1,234');
    expect(formatTokens({ tokens: 1234, accuracy: 'calibrated', bandPercent: 8 })).toBe('≈1,234');
    expect(formatAccuracy({ tokens: 1, accuracy: 'calibrated', bandPercent: 8 })).toBe('calibrated ±8 %');
    expect(formatAccuracy({ tokens: 1, accuracy: 'exact', bandPercent: 0 })).toBe('exact');
  });

  it('shows small amounts of money as they are, and unknown ones as unpriced', () => {
    expect([undefined, 0, 12.345, 0.0912, 0.00042, 0.0000004, 1234.5].map(formatUsd)).toEqual([
      'unpriced',
      '$0.00',
      '$12.35',
      '$0.091',
      '$0.00042',
      '<$0.000001',
      '$1,234.50',
    ]);
  });

  it('shows shares, sizes and plurals', () => {
    expect([undefined, 0, 0.0001, 0.004, 0.126, 1.5].map(formatShare)).toEqual([
      'unknown',
      '0 %',
      '<0.1 %',
      '0.4 %',
      '13 %',
      '150 %',
    ]);
    expect([12, 2048, 5 * 1024 ** 2, 200 * 1024 ** 2].map(formatBytes)).toEqual([
      '12 B',
      '2 KB',
      '5 MB',
      '200 MB',
    ]);
    expect([formatPlural(1, 'file'), formatPlural(1200, 'file')]).toEqual(['1 file', '1,200 files']);
  });
});
