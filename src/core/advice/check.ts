import type { CopyRecord } from '../context/copyRecord.ts';
import type { GatedText } from '../context/gates/applyGates.ts';
import type { Task } from '../context/task.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import type { ModelOffer } from '../models/modelOffer.ts';
import type { TextCount } from '../tokens/tokenCount.ts';
import type { Advice, AdvisedDocument } from './advice.ts';
import type { CheckId } from './checkIds.ts';
import type { ExceededBudget } from './exceededBudget.ts';
import type { ReadPrompt } from './text/readPrompt.ts';

/** One document of the scope as it would be sent. */
export type AdvisedPart = AdvisedDocument & {
  text: string;
  /** Count of `text`. */
  tokens: number;
  /** All of a file, or a text as it was pasted: neither lines nor another detail. */
  isWhole: boolean;
  /** Stands in the part that a provider's prompt cache can reuse. */
  isStable: boolean;
};

export type AdvisedScope = {
  parts: readonly AdvisedPart[];
  /** Of the whole text that would be sent. */
  total: TextCount;
  /** Tokens of the part that a provider's prompt cache can reuse. */
  stableTokens: number;
  /** Tells the stable part from another one; empty where there is none. */
  stableHash: string;
  /** The same for every part that it begins with: a cache of one of them still serves. */
  startHashes: readonly string[];
  /** Tells the whole text, as it is before the gates, from another one. */
  contextHash: string;
  /** The document whose line, from 0, of the rendered text it is. */
  documentOfLine(line: number): AdvisedDocument | undefined;
};

/** A file with standing instructions, such as `CLAUDE.md`. */
export type InstructionText = { path: string; text: string };

/** What is known of a request before it is sent; a check whose facts are absent finds nothing. */
export type AdviceInput = {
  /** The prompt: a file, a selection, or the task rendered. */
  text: string;
  /** Where the prompt is the task of the dashboard. */
  task?: Task;
  scope?: AdvisedScope;
  /** What the gates found in the text that would be sent: the prompt's where there is no scope. */
  gated?: Pick<GatedText, 'secrets' | 'invisible'>;
  instructions?: readonly InstructionText[];
  /** Whether a path that the prompt names, relative to its own folder or to the root, is there. */
  pathExists?(path: string): boolean;
  model?: ModelInfo;
  /** The models to advise. */
  offer?: ModelOffer;
  /** Those that the request goes over. */
  budgets?: readonly ExceededBudget[];
  /** So often the same text may go out again within a day; 0 is as often as one likes. */
  retryCap?: number;
  /** Newest first. */
  copies?: readonly CopyRecord[];
  nowMs?: number;
  /** Exact, in the encoding that all counts here are in. */
  countTokens(text: string): number;
};

/** A number that decides, and why it is this one. */
export type Threshold = { value: number; reason: string };

/** One thing to look for before sending. */
export type Check = {
  id: CheckId;
  thresholds: Readonly<Record<string, Threshold>>;
  find(input: AdviceInput, read: ReadPrompt): Advice[];
};
