import type { SourceId } from './usageRecord.ts';

/** What a tool does to what it is called on. */
export const TOOL_ACTIONS = ['read', 'edit', 'write', 'search', 'run', 'delegate', 'other'] as const;
export type ToolAction = (typeof TOOL_ACTIONS)[number];

/** Something in a session that tells where its tokens went. It never holds what a person or a model wrote. */
export type SessionEvent = {
  source: SourceId;
  sessionId: string;
  agentId?: string;
  project?: string;
  timestampMs: number;
} & SessionEventBody;

export type SessionEventBody =
  /** `target` is a path, a pattern or a command; lines are 1-based. `inputHash` is the same for the same arguments. */
  | {
      kind: 'toolCall';
      callId: string;
      tool: string;
      action: ToolAction;
      target?: string;
      firstLine?: number;
      lineCount?: number;
      inputHash: string;
    }
  /** `chars` is the size of what the model got to see; `tokens` where the log itself counts them. */
  | { kind: 'toolResult'; callId: string; chars: number; tokens?: number; images?: number; isError: boolean }
  | { kind: 'prompt'; hash: string; chars: number }
  | { kind: 'compaction'; trigger?: string; beforeTokens?: number; afterTokens?: number }
  | { kind: 'error'; reason: string }
  | { kind: 'retry'; attempt?: number }
  | { kind: 'mode'; mode: string }
  | { kind: 'model'; model: string };
