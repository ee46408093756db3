import type { Tier } from '../models/modelInfo.ts';
import type { DefinitionKind, SessionEventBody, TextPart } from '../usage/sessionEvent.ts';
import type { SourceId, UsageRecord } from '../usage/usageRecord.ts';

/** One conversation with a model: a session, or a sub-agent of one. All that is in it is in the order of time. */
export type Thread = {
  /** Different for every thread. */
  key: string;
  source: SourceId;
  sessionId: string;
  agentId?: string;
  project?: string;
  calls: readonly Call[];
  uses: readonly ToolUse[];
  turns: readonly Turn[];
  answers: readonly Answer[];
  compactions: readonly Compaction[];
  definitions: readonly Definitions[];
  /** Sums over `calls[0..i)` of what one token of the context costs; NaN from the first call without a price. */
  carriedUsd: readonly number[];
};

/** A model call of the conversation itself; what a tool asks a small model beside it is none. */
export type Call = {
  record: UsageRecord;
  timestampMs: number;
  model: string;
  /** Of the models we know only. */
  tier?: Tier;
  /** Input with all that came from a cache or went into it. */
  contextTokens: number;
  outputTokens: number;
  /** NaN without a price. */
  inputUsd: number;
  /** Of `inputUsd`: what did not come from a cache. */
  freshUsd: number;
  outputUsd: number;
};

type ToolCall = Extract<SessionEventBody, { kind: 'toolCall' }>;
type ToolResult = Extract<SessionEventBody, { kind: 'toolResult' }>;

/** A tool's call with its result. */
export type ToolUse = Omit<ToolCall, 'kind'> &
  Pick<ToolResult, 'isError' | 'hash' | 'reducedChars' | 'totalLines' | 'lineParts' | 'changedChars'> & {
    timestampMs: number;
    /** As a path that is the same however it is written; only for files and folders. */
    path?: string;
    chars: number;
    /** Of the result, as the log counts them or by its size. */
    tokens: number;
    /** Of a sub-agent: the size of its context when it ended. */
    agentTokens?: number;
    /** The call that asked for it. */
    madeBy: number;
    /** The calls whose context held the result: from, and up to but without. */
    seenFrom: number;
    seenTo: number;
  };

/** A prompt and the calls until the next one: from, and up to but without; up to `seenTo`, but without it, contexts hold the prompt. */
export type Turn = {
  timestampMs: number;
  hash: string;
  chars: number;
  tier?: Tier;
  confidence: number;
  isFollowUp: boolean;
  paragraphs: readonly TextPart[];
  pasted?: { chars: number; reducedChars: number };
  firstCall: number;
  endCall: number;
  /** Up to which call, but without it, the prompt stays in the context. */
  seenTo: number;
};

export type Answer = { timestampMs: number; chars: number; tokens: number; madeBy: number; seenTo: number };

export type Compaction = { timestampMs: number; beforeTokens: number; nextCall: number };

export type Definitions = {
  timestampMs: number;
  what: DefinitionKind;
  names: readonly string[];
  tokens: number;
  seenFrom: number;
  seenTo: number;
};
