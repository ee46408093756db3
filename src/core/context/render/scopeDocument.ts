import type { Detail } from '../detail.ts';
import type { LineRange } from '../scopeItem.ts';

/** A file, some lines of it, or less than its full text, as it goes into the copied text. */
export type ScopeDocument = {
  /** Path as shown to the model: relative to the workspace folder, with `/`. */
  path: string;
  lines?: LineRange;
  /** Absent for the full text. */
  detail?: Exclude<Detail, 'full'>;
  text: string;
};

/** What the model is asked to do. */
export type TaskPart = { task: string };

/** A prompt is a list of these; there is at most one task. */
export type PromptPart = ScopeDocument | TaskPart;

export function isTaskPart(part: PromptPart): part is TaskPart {
  return 'task' in part;
}
