import type { UsageRecord } from '../../../core/usage/usageRecord.ts';

/** A record's fields and their columns; the key comes first. */
export const RECORD_COLUMNS = {
  key: 'key',
  source: 'source',
  sessionId: 'session_id',
  parentSessionId: 'parent_session_id',
  agentId: 'agent_id',
  project: 'project',
  timestampMs: 'timestamp_ms',
  sessionStartMs: 'session_start_ms',
  model: 'model',
  provider: 'provider',
  inputTokens: 'input_tokens',
  cacheReadTokens: 'cache_read_tokens',
  cacheWrite5mTokens: 'cache_write_5m_tokens',
  cacheWrite1hTokens: 'cache_write_1h_tokens',
  outputTokens: 'output_tokens',
  reasoningTokens: 'reasoning_tokens',
  estimatedOutputTokens: 'estimated_output_tokens',
  requests: 'requests',
  contextTokens: 'context_tokens',
  webSearches: 'web_searches',
  speed: 'speed',
  costReportedUsd: 'cost_reported_usd',
  quality: 'quality',
  layer: 'layer',
  revision: 'revision',
  isReplay: 'is_replay',
  isFinal: 'is_final',
} as const satisfies Record<keyof UsageRecord, string>;

const COLUMNS = Object.entries(RECORD_COLUMNS) as [keyof UsageRecord, string][];
const FLAGS: ReadonlySet<keyof UsageRecord> = new Set(['isReplay', 'isFinal']);

export type Value = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** The columns in the order of `toValues`. */
export const COLUMN_LIST = Object.values(RECORD_COLUMNS).join(', ');
export const PLACEHOLDERS = COLUMNS.map(() => '?').join(', ');

export function toValues(record: UsageRecord): Value[] {
  return COLUMNS.map(([field]) => {
    const value = record[field];
    return value === true ? 1 : (value ?? null);
  });
}

/** Makes what `toValues` got of rows of `COLUMN_LIST`. Sessions, folders and models repeat with every record; they are kept once. */
export function createRowReader(): (row: Row) => UsageRecord {
  const texts = new Map<unknown, unknown>();
  const once = (value: unknown) => {
    const known = texts.get(value);
    if (known === undefined) texts.set(value, value);
    return known ?? value;
  };
  return (row) => {
    const record: Record<string, unknown> = { key: row['key'] };
    for (const [field, column] of COLUMNS) {
      const value = row[column];
      if (value === null || field === 'key') continue;
      if (FLAGS.has(field)) record[field] = true;
      else record[field] = typeof value === 'string' ? once(value) : value;
    }
    // The columns hold what `toValues` gave.
    return record as UsageRecord;
  };
}
