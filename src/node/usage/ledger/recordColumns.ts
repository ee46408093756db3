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
  inferenceGeo: 'inference_geo',
  costReportedUsd: 'cost_reported_usd',
  quality: 'quality',
  layer: 'layer',
  revision: 'revision',
  isReplay: 'is_replay',
  isFinal: 'is_final',
} as const satisfies Record<keyof UsageRecord, string>;

const FIELDS = Object.keys(RECORD_COLUMNS) as (keyof UsageRecord)[];
const FLAGS: ReadonlySet<keyof UsageRecord> = new Set(['isReplay', 'isFinal']);

export type Value = string | number | null;
/** An object in the order of its columns or, where Node can do it, an array. */
export type Row = Readonly<Record<string, unknown>> | readonly unknown[];

/** The columns in the order of `toValues`. */
export const COLUMN_LIST = Object.values(RECORD_COLUMNS).join(', ');
export const PLACEHOLDERS = FIELDS.map(() => '?').join(', ');

export function toValues(record: UsageRecord): Value[] {
  const values: Value[] = [];
  for (const field of FIELDS) {
    const value = record[field];
    values.push(value === true ? 1 : (value ?? null));
  }
  return values;
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
    const values = Array.isArray(row) ? row : Object.values(row);
    const record: Record<string, unknown> = {};
    let index = 0;
    for (const field of FIELDS) {
      const value: unknown = values[index++];
      if (value === null) continue;
      if (FLAGS.has(field)) record[field] = true;
      else record[field] = typeof value === 'string' && field !== 'key' ? once(value) : value;
    }
    // The columns hold what `toValues` gave.
    return record as UsageRecord;
  };
}
