import { usageCostUsd } from '../cost/usageCostUsd.ts';
import type { PriceFinder } from '../models/prices/priceFinder.ts';
import type { UsageRecord } from './usageRecord.ts';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FIELDS = [
  'source',
  'sessionId',
  'project',
  'model',
  'inputTokens',
  'cacheReadTokens',
  'cacheWrite5mTokens',
  'cacheWrite1hTokens',
  'outputTokens',
  'reasoningTokens',
  'estimatedOutputTokens',
  'requests',
  'costReportedUsd',
  'quality',
] as const satisfies readonly (keyof UsageRecord)[];

/** The head of an export: everything before its first record. */
export function exportHead(format: ExportFormat): string {
  return format === 'csv' ? `${['time', ...FIELDS, 'costUsd'].join(',')}\r\n` : '[';
}

/** One record of an export; `index` counts from 0. Unknown is an empty cell, and absent in JSON. */
export function exportRecord(
  record: UsageRecord,
  index: number,
  format: ExportFormat,
  priceOf?: PriceFinder,
): string {
  const time = new Date(record.timestampMs).toISOString();
  const costUsd = usageCostUsd(record, priceOf);
  if (format === 'csv') {
    return `${[time, ...FIELDS.map((field) => record[field]), costUsd].map(toCell).join(',')}\r\n`;
  }
  const fields = Object.fromEntries(FIELDS.map((field) => [field, record[field]]));
  return `${index === 0 ? '' : ','}\n${JSON.stringify({ time, ...fields, costUsd })}`;
}

export function exportTail(format: ExportFormat): string {
  return format === 'csv' ? '' : '\n]\n';
}

/** A cell that no spreadsheet takes for a formula: OWASP's rule is a quote before whatever could begin one. */
function toCell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n\t;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
