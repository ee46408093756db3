import type { Message } from '../message.ts';
import type { SourceId } from '../usage/usageRecord.ts';
import type { DetectorId } from './detectorId.ts';

/**
 * `measured`: every number comes from a record of the log. `estimated`: it follows from sizes of texts or from what would have been
 * otherwise. The two are never added.
 */
export const FINDING_KINDS = ['measured', 'estimated'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** By its share of what was spent on all. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What the product can do about it. */
export const ACTION_KINDS = [
  'addToScope',
  'suggestScope',
  'split',
  'reduce',
  'writeInstructions',
  'changeModel',
  'openPlanner',
  'openAgentSettings',
  'openTerminal',
] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** One instance of waste, with what shows it. */
export type Finding = {
  /** The same waste has the same id whenever it is looked for. */
  id: string;
  detector: DetectorId;
  title: Message;
  kind: FindingKind;
  /** How `tokens` and `costUsd` come about, in words. */
  formula: Message;
  /** Tokens that were billed for it: what is carried through five calls counts five times. */
  tokens: number;
  /** At list prices of the day; `undefined` where a model has none. */
  costUsd: number | undefined;
  /** Of `tokens` and `costUsd`: what no finding before it has counted already. Only these may be summed. */
  countedTokens: number;
  countedCostUsd: number | undefined;
  severity: Severity;
  /** 0 to 1: how sure it is that this was avoidable. */
  confidence: number;
  evidence: Evidence;
  action: Action;
};

export type Evidence = {
  source: SourceId;
  /** Absent where it is about several sessions. */
  sessionId?: string;
  agentId?: string;
  project?: string;
  sessions: number;
  /** Model calls that paid for it. */
  calls: number;
  firstMs: number;
  lastMs: number;
  /** The most expensive ones. */
  items: EvidenceItem[];
  moreItems: number;
};

/** A file with its lines (1-based), a command, a model, a list of definitions: what was read, run or used, when, and how large it was. */
export type EvidenceItem = {
  name: string;
  firstLine?: number;
  lastLine?: number;
  timesMs: number[];
  tokens?: number;
  note?: Message;
};

export type Action = {
  kind: ActionKind;
  text: Message;
  path?: string;
  modelId?: string;
  proposal?: Proposal;
};

/**
 * What may be written for agents to read, in English as all that models read: a part of the project's instructions, or a skill of this
 * name. `paragraphs` are hashes of what was typed again and again: what it says stands only in the log.
 */
export type Proposal = { text: string; skill?: string; paragraphs?: readonly string[] };
