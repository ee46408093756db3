import type { Tier } from '../models/modelInfo.ts';
import type { SourceId } from './usageRecord.ts';

/** What a tool does to what it is called on. */
export const TOOL_ACTIONS = ['read', 'edit', 'write', 'search', 'run', 'delegate', 'other'] as const;
export type ToolAction = (typeof TOOL_ACTIONS)[number];

/** What a command is about, where that matters: all of a workflow, a part of it, all files at once. */
export const COMMAND_SCOPES = ['wholeWorkflow', 'partOfWorkflow', 'wholeRepository', 'wait'] as const;
export type CommandScope = (typeof COMMAND_SCOPES)[number];

/** What is sent with every call before anybody has asked anything. */
export const DEFINITION_KINDS = ['skills', 'agents', 'tools', 'mcpServer', 'instructions'] as const;
export type DefinitionKind = (typeof DEFINITION_KINDS)[number];

/** Something in a session that tells where its tokens went. It never holds what a person or a model wrote. */
export type SessionEvent = {
  source: SourceId;
  sessionId: string;
  agentId?: string;
  project?: string;
  timestampMs: number;
} & SessionEventBody;

export type SessionEventBody =
  /**
   * `target` is a path, a host, or the first words of a command; lines are 1-based. `inputHash` is the same for the same arguments, and
   * `inputChars` is how much of them the model wrote.
   */
  | {
      kind: 'toolCall';
      callId: string;
      tool: string;
      action: ToolAction;
      target?: string;
      firstLine?: number;
      lineCount?: number;
      inputHash: string;
      inputChars: number;
      commandScope?: CommandScope;
    }
  /**
   * `chars` is the size of what the model got to see; `tokens` where the log itself counts them; lines of a file where the log tells.
   * `hash` is the same for the same text, whatever times and durations it names, `lineParts` for the same lines; `reducedChars` is what the
   * log reducer would have left of it, `changedChars` what a file that was written as a whole got of new lines.
   */
  | {
      kind: 'toolResult';
      callId: string;
      chars: number;
      tokens?: number;
      images?: number;
      isError: boolean;
      hash?: string;
      firstLine?: number;
      lineCount?: number;
      totalLines?: number;
      reducedChars?: number;
      lineParts?: string;
      changedChars?: number;
    }
  /**
   * `tier` is what the words ask for, with its confidence from 0 to 1; `isFollowUp` when they speak of what went before. `paragraphs` are the
   * long ones; `pasted` are logs, JSON and tables in it, with what the reducer would have left of them.
   */
  | {
      kind: 'prompt';
      hash: string;
      chars: number;
      tier?: Tier;
      confidence?: number;
      isFollowUp?: true;
      paragraphs?: readonly TextPart[];
      pasted?: { chars: number; reducedChars: number };
    }
  /** A sub-agent has ended; `tokens` is the size of its context then, as its agent says. Its calls may stand in no log. */
  | { kind: 'subAgent'; callId: string; tokens: number }
  /** What the model wrote for a person to read. */
  | { kind: 'answer'; chars: number }
  | { kind: 'definitions'; what: DefinitionKind; names: readonly string[]; chars: number }
  | { kind: 'compaction'; trigger?: string; beforeTokens?: number; afterTokens?: number }
  | { kind: 'error'; reason: string }
  | { kind: 'retry'; attempt?: number }
  | { kind: 'mode'; mode: string }
  | { kind: 'model'; model: string };

/** A text known again without being kept. */
export type TextPart = { hash: string; chars: number };
