import { describe, expect, it } from 'vitest';
import {
  formatAccuracy,
  formatBytes,
  formatName,
  formatPlural,
  formatPricesAge,
  formatShare,
  formatTokens,
  formatTokensBare,
  formatTokensInWords,
  formatUsd,
  markEstimate,
  speakTokens,
} from '../../src/core/format.ts';

describe('format', () => {
  it('marks every number that is not exact', () => {
    expect(formatTokens({ tokens: 1234, accuracy: 'exact', bandPercent: 0 })).toBe('1,234');
    expect(formatTokens({ tokens: 1234, accuracy: 'calibrated', bandPercent: 8 })).toBe('≈1,234 ±8 %');
    expect(formatTokensBare({ tokens: 120, accuracy: 'rough', bandPercent: 25 })).toBe('≈120');
    expect(formatAccuracy({ tokens: 1, accuracy: 'calibrated', bandPercent: 8 })).toBe('calibrated ±8 %');
    expect(formatAccuracy({ tokens: 1, accuracy: 'exact', bandPercent: 0 })).toBe('exact');
  });

  it('marks what follows from such a number, but no words', () => {
    const estimate = { tokens: 1, accuracy: 'rough', bandPercent: 25 } as const;
    const texts = ['$0.0012', '0.3 %', '<0.1 %', 'unpriced'];
    expect(texts.map((text) => markEstimate(text, estimate))).toEqual([
      '≈$0.0012',
      '≈0.3 %',
      '<0.1 %',
      'unpriced',
    ]);
    expect(texts.map((text) => markEstimate(text, { ...estimate, accuracy: 'exact' }))).toEqual(texts);
  });

  it('says tokens in words', () => {
    const exact = { tokens: 1, accuracy: 'exact', bandPercent: 0 } as const;
    const estimate = { tokens: 1234, accuracy: 'calibrated', bandPercent: 8 } as const;
    expect([exact, estimate].map(formatTokensInWords)).toEqual(['1 token', '≈1,234 tokens ±8 %']);
    expect([exact, estimate].map(speakTokens)).toEqual([
      '1 token',
      'about 1,234 tokens, give or take 8 percent',
    ]);
  });

  it('makes visible what would hide or reorder the characters of a name', () => {
    expect(
      ['src/a.ts', 'two\nlines', 'rtl\u202egnp.exe', 'zero\u200bwidth', 'می\u200cخواهم'].map(formatName),
    ).toEqual(['src/a.ts', 'two�lines', 'rtl�gnp.exe', 'zero�width', 'می\u200cخواهم']);
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
    expect([undefined, 0, 0.0001, 0.004, 0.126, 0.9968, 0.99999, 1, 1.5].map(formatShare)).toEqual([
      'unknown',
      '0 %',
      '<0.1 %',
      '0.4 %',
      '13 %',
      '99.6 %',
      '99.9 %',
      '100 %',
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

  it('tells the age of prices, and what to do about old ones', () => {
    expect(formatPricesAge('2026-11-22', 1)).toBe('prices of 2026-11-22, 1 day old');
    expect(formatPricesAge('2026-11-22', 90)).toBe('prices of 2026-11-22, 90 days old');
    expect(formatPricesAge('2026-11-22', 91)).toContain('91 days old: update Token Meter');
  });
});
