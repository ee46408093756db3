import type { TokenCount } from './tokens/tokenCount.ts';

const UNKNOWN = 'unknown';

/** `1,234`; a number that is not exact is marked and carries its band: `≈1,234 ±8 %`. */
export function formatTokens(count: TokenCount): string {
  return withBand(formatTokensBare(count), count);
}

/** The same without the band, for where it stands next to it: `≈120` of `≈120 of ≈1,234 ±8 %`. */
export function formatTokensBare(count: TokenCount): string {
  return markEstimate(formatInteger(count.tokens), count);
}

/** `1 token`, `1,234 tokens`, `≈1,234 tokens ±8 %`. */
export function formatTokensInWords(count: TokenCount): string {
  return withBand(markEstimate(formatPlural(count.tokens, 'token'), count), count);
}

/** The same for the ear: `about 1,234 tokens, give or take 8 percent`. */
export function speakTokens(count: TokenCount): string {
  const words = formatPlural(count.tokens, 'token');
  return count.accuracy === 'exact' ? words : `about ${words}, give or take ${count.bandPercent} percent`;
}

/** `≈` before a number that follows from tokens that are not exact; words such as "unpriced" stay as they are. */
export function markEstimate(text: string, { accuracy }: TokenCount): string {
  return accuracy === 'exact' || !/^[$\d]/.test(text) ? text : `≈${text}`;
}

/** `±8 %`, nothing for an exact number. */
export function formatBand({ accuracy, bandPercent }: TokenCount): string {
  return accuracy === 'exact' ? '' : `±${bandPercent} %`;
}

function withBand(text: string, count: TokenCount): string {
  return `${text} ${formatBand(count)}`.trimEnd();
}

export function formatInteger(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** `exact`, `calibrated ±8 %` or `rough ±25 %`. */
export function formatAccuracy({ accuracy, bandPercent }: TokenCount): string {
  return accuracy === 'exact' ? 'exact' : `${accuracy} ±${bandPercent} %`;
}

/** Dollars to two digits, small amounts to two significant digits: `$12.35`, `$0.09`, `$0.00042`. */
export function formatUsd(usd: number | undefined): string {
  if (usd === undefined) return 'unpriced';
  if (usd === 0 || usd >= 0.1) {
    return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  }
  if (usd < 0.000001) return '<$0.000001';
  return `$${usd.toLocaleString('en-US', { maximumSignificantDigits: 2, maximumFractionDigits: 20 })}`;
}

/** A share of 0 to 1 as `12 %`, `0.4 %`, `<0.1 %`. */
export function formatShare(share: number | undefined): string {
  if (share === undefined) return UNKNOWN;
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<0.1 %';
  // Nearly all is not all.
  if (percent > 99 && percent < 100) return `${Math.min(Math.floor(percent * 10) / 10, 99.9)} %`;
  return `${percent.toLocaleString('en-US', { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`;
}

/** `1 file`, `2 files`. */
export function formatPlural(value: number, noun: string): string {
  return `${formatInteger(value)} ${noun}${value === 1 ? '' : 's'}`;
}

/** A file name in one line, with marks that would hide or reorder its characters made visible. */
export function formatName(name: string): string {
  return name.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '�');
}

export function formatBytes(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let value = sizeBytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${value.toLocaleString('en-US', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${units[unit]}`;
}
