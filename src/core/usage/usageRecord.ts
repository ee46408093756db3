/** Where a record was logged. */
export const SOURCE_IDS = [
  'claudeCode',
  'codex',
  'gemini',
  'openCode',
  'copilotCli',
  'copilotChat',
  'cline',
  'rooCode',
  'kiloCode',
] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/** From best to worst: `reported-partial` says that the log holds only a part of what was used. */
export const QUALITIES = ['reported', 'reported-partial', 'estimated'] as const;
export type Quality = (typeof QUALITIES)[number];

/** Tokens by kind. `inputTokens` is without cache; an absent kind is unknown. `reasoningTokens` are a part of `outputTokens`. */
export type UsageTokens = {
  inputTokens?: number;
  cacheReadTokens?: number;
  cacheWrite5mTokens?: number;
  cacheWrite1hTokens?: number;
  outputTokens?: number;
  reasoningTokens?: number;
};

/** What the price of a call depends on. */
export type PricedUsage = UsageTokens & {
  /** As logged; absent where the log does not say. */
  model?: string;
  timestampMs: number;
  requests: number;
  /** Input of one request, cache included, where the record stands for several. */
  contextTokens?: number;
  speed?: 'fast';
  /** Only machines there could answer. */
  inferenceGeo?: 'us';
  webSearches?: number;
};

/** One logged model call, or what a log tells of several only in sum. */
export type UsageRecord = PricedUsage & {
  /** The same call has the same key wherever it is logged. */
  key: string;
  source: SourceId;
  sessionId: string;
  parentSessionId?: string;
  /** The sub-agent of the session that made the call. */
  agentId?: string;
  /** The working folder. */
  project?: string;
  provider?: string;
  /** What the tool itself took it to cost. */
  costReportedUsd?: number;
  quality: Quality;
  /** Output by the visible text, where the reported output is known to be a part. */
  estimatedOutputTokens?: number;
  /** A replay of another conversation's messages, as side questions make them. */
  isReplay?: true;
  /** When the log that tells of it began: of two copies the older log is the original. */
  sessionStartMs?: number;
  /** Of several lines about one call in one log, the higher one is valid. */
  revision?: number;
  /** The call was complete when this was logged. */
  isFinal?: true;
  /** Where a session is logged in several ways: which of them this is. `calls` where absent. */
  layer?: Layer;
};

/** From best to worst: each call; each call that was exported; what was used up to a time; only a part of each call. */
export const LAYERS = ['calls', 'spans', 'sums', 'parts'] as const;
export type Layer = (typeof LAYERS)[number];

/** Input of one request with all that came from a cache: what long-context prices go by. */
export function contextTokensOf(usage: PricedUsage): number {
  return usage.contextTokens ?? inputWithCache(usage);
}

export function inputWithCache(tokens: UsageTokens): number {
  const { inputTokens = 0, cacheReadTokens = 0, cacheWrite5mTokens = 0, cacheWrite1hTokens = 0 } = tokens;
  return inputTokens + cacheReadTokens + cacheWrite5mTokens + cacheWrite1hTokens;
}
