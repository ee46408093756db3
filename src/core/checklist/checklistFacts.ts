import type { Task } from '../context/task.ts';

/** What is known when a checklist is evaluated. What is absent is unknown. */
export type ChecklistFacts = {
  task: Task;
  /** Parts that the task falls into by its words; 0 where it is of one piece. */
  stageCount: number;
  /** Checked items of the scope. */
  itemCount: number;
  /** The scope as it was measured; `leftOut` are files of it that were unchecked. */
  scope?: { tokens: number; leftOut: number };
  /** The whole workspace, in the same tokens. */
  workspaceTokens?: number;
  /** A folder of the workspace is in the scope as it is, with all that is in it. */
  hasWholeFolder: boolean;
  /** Copies for this task, and how often one context of them went out again. */
  copies: { count: number; mostRepeats: number };
  /** So often one context may go out again; 0 where there is no cap. */
  retryCap: number;
  /** What agents read by themselves. */
  instructions?: { files: readonly string[]; skillCount: number };
  /** Of the last 30 days, or of a month. */
  usage?: UsageFacts;
  budgetCount: number;
  /** Both variants are kept and have a quality score. */
  hasScoredVariants: boolean;
};

/** How models were used in a period; shares are from 0 to 1. */
export type UsageFacts = {
  requests: number;
  /** Requests to models of the tier `think`, of those whose model is known. */
  thinkShare?: number;
  /** Input that came from a cache. */
  cacheHitRate?: number;
  /** Input of a request, cache included, now and in the period before. */
  inputPerRequest?: number;
  inputPerRequestBefore?: number;
};
