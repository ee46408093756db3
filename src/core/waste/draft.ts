import type { Message } from '../message.ts';
import type { Action, EvidenceItem, FindingKind } from './finding.ts';
import type { Thread } from './thread.ts';

/** Tokens of a thread's calls that a finding claims: so many of each call from one up to but without another. */
export type Charge = {
  thread: Thread;
  part: 'context' | 'output';
  fromCall: number;
  toCall: number;
  tokensPerCall: number;
  /** The call of a tool whose result or arguments these are. Without it they may be any of the call's tokens. */
  callId?: string;
};

/** What a detector has found, before it is weighed against what others have. */
export type Draft = {
  title: Message;
  /** What the finding is about within its detector and session: with these it keeps its id. */
  subject: string;
  /** The threads it is about; the first one gives session and project. */
  threads: readonly Thread[];
  kind: FindingKind;
  formula: Message;
  tokens: number;
  /** NaN without a price. */
  costUsd: number;
  charges: readonly Charge[];
  confidence: number;
  firstMs: number;
  lastMs: number;
  items: readonly EvidenceItem[];
  action: Action;
};
