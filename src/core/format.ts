import type { TokenCount } from './tokens/tokenCount.ts';
import { currentLanguage, translate } from './translate.ts';

// All in the user's language; the examples are English.

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
  if (count.accuracy === 'exact') return words;
  return translate('about {0}, give or take {1} percent', words, count.bandPercent);
}

/** `≈` before a number that follows from tokens that are not exact; words such as "unpriced" stay as they are. */
export function markEstimate(text: string, { accuracy }: TokenCount): string {
  return accuracy === 'exact' || !/^\$?\p{Nd}/u.test(text) ? text : `≈${text}`;
}

/** `±8 %`, nothing for an exact number. */
export function formatBand({ accuracy, bandPercent }: TokenCount): string {
  return accuracy === 'exact' ? '' : `±${bandPercent} %`;
}

function withBand(text: string, count: TokenCount): string {
  return `${text} ${formatBand(count)}`.trimEnd();
}

export function formatInteger(value: number): string {
  return formatNumber(value, { maximumFractionDigits: 0 });
}

/** An average of whole things: `3.5`, `42`. */
export function formatAverage(value: number): string {
  return formatNumber(value, { maximumFractionDigits: value < 10 ? 1 : 0 });
}

/** `exact`, `calibrated ±8 %` or `rough ±25 %`. */
export function formatAccuracy({ accuracy, bandPercent }: TokenCount): string {
  if (accuracy === 'exact') return translate('exact');
  return `${translate(accuracy)} ±${bandPercent} %`;
}

/** Dollars to two digits, small amounts to two significant digits: `$12.35`, `$0.09`, `$0.00042`. */
export function formatUsd(usd: number | undefined): string {
  if (usd === undefined) return translate('unpriced');
  if (usd === 0 || Math.abs(usd) >= 0.1) {
    return formatDollars(usd, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
  if (Math.abs(usd) < 0.000001) return `<${formatDollars(0.000001, { maximumFractionDigits: 6 })}`;
  return formatDollars(usd, { maximumSignificantDigits: 2, maximumFractionDigits: 20 });
}

/** A share of 0 to 1 as `12 %`, `0.4 %`, `<0.1 %`. */
export function formatShare(share: number | undefined): string {
  if (share === undefined) return translate('unknown');
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return `<${formatNumber(0.1)} %`;
  // Nearly all is not all.
  if (percent > 99 && percent < 100)
    return `${formatNumber(Math.min(Math.floor(percent * 10) / 10, 99.9))} %`;
  return `${formatNumber(percent, { maximumFractionDigits: percent < 10 ? 1 : 0 })} %`;
}

/** `1 file`, `2 files`. The noun is English, with a plural in `s`; both forms are messages of the bundle. */
export function formatPlural(value: number, noun: string): string {
  return translate(value === 1 ? `{0} ${noun}` : `{0} ${noun}s`, formatInteger(value));
}

/** From here on prices are likely to have changed. */
const OLD_PRICES_DAYS = 90;

/** `prices of 2026-11-22, 3 days old`, and how to get newer ones where they may have changed. */
export function formatPricesAge(date: string, ageDays: number): string {
  const age = formatPlural(ageDays, 'day');
  return ageDays > OLD_PRICES_DAYS
    ? translate('prices of {0}, {1} old: update Token Meter, or set your own in tokenMeter.models', date, age)
    : translate('prices of {0}, {1} old', date, age);
}

/** A point in time for a list: the day and the minute. */
export function formatTime(timestampMs: number): string {
  return new Date(timestampMs).toLocaleString(currentLanguage(), { dateStyle: 'short', timeStyle: 'short' });
}

/** The time of day, `3:00 PM`; with its zone, `2:00 AM GMT+1`, where clocks show it twice. */
export function formatHour(timestampMs: number, withZone = false): string {
  return new Date(timestampMs).toLocaleTimeString(currentLanguage(), {
    hour: 'numeric',
    minute: '2-digit',
    ...(withZone && { timeZoneName: 'short' }),
  });
}

/** A day such as `2026-11-22` as `Nov 22, 2026`. */
export function formatDay(day: string): string {
  return formatDate(day, { dateStyle: 'medium' });
}

/** The month of a day as `November 2026`. */
export function formatMonth(day: string): string {
  return formatDate(day, { year: 'numeric', month: 'long' });
}

/** How much more or less a number is than another: `+12 %`, `−5 %`; nothing to compare with is unknown. */
export function formatChange(now: number | undefined, before: number | undefined): string {
  if (now === undefined || before === undefined || before === 0) return translate('unknown');
  const percent = (now / before - 1) * 100;
  const digits = Math.abs(percent) < 10 ? 1 : 0;
  return `${formatNumber(percent, { maximumFractionDigits: digits, signDisplay: 'exceptZero' })} %`;
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
  return `${formatNumber(value, { maximumFractionDigits: value < 10 ? 1 : 0 })} ${units[unit]}`;
}

function formatDate(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(currentLanguage(), { ...options, timeZone: 'UTC' });
}

function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return value.toLocaleString(currentLanguage(), options);
}

function formatDollars(usd: number, options: Intl.NumberFormatOptions): string {
  return formatNumber(usd, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    ...options,
  });
}
