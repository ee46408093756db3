import type { Detail } from '../context/detail.ts';
import type { TaskField } from '../context/task.ts';
import type { DocumentRef } from '../context/withoutDocuments.ts';
import type { Message } from '../message.ts';
import type { CheckId } from './checkIds.ts';
import type { TextEdit, TextRange } from './text/textEdit.ts';

/** Tokens that are at stake, and how they are known: counted in the very text, or worked out by `formula`. */
export type AdviceTokens = { tokens: number; kind: 'measured' | 'estimated'; formula: Message };

/** A document of the scope, with its path as the model sees it. */
export type AdvisedDocument = DocumentRef & { label: string };

/** Where it is: a range of the prompt in UTF-16 units, a field of the task, documents of the scope. */
export type AdvicePlace =
  | ({ in: 'text' } & TextRange)
  | { in: 'task'; field: TaskField }
  | { in: 'scope'; documents: readonly AdvisedDocument[] };

/** The one thing that helps. Ids are those of scope items and models; `edits` are of the prompt. */
export type AdviceAction =
  | { do: 'editTask'; field: TaskField }
  | { do: 'editText'; edits: readonly TextEdit[] }
  | { do: 'setDetail'; documents: readonly DocumentRef[]; detail: Detail }
  | { do: 'leaveOut'; documents: readonly DocumentRef[] }
  | { do: 'useModel'; modelId: string; modelLabel: string }
  | { do: 'copyReferences' }
  | { do: 'undoScopeChange' }
  | { do: 'openTerminal' }
  | { do: 'openPlanner' }
  | { do: 'openSettings'; of: 'model' | 'budgets' }
  /** In the file itself, by whoever knows what is meant. */
  | { do: 'rewrite' };

/** One thing to change before sending. `title` is a whole sentence, shown in the user's language. */
export type Advice = {
  check: CheckId;
  title: Message;
  places: readonly AdvicePlace[];
  /** Absent where nothing of it can be counted. */
  tokens?: AdviceTokens;
  action: AdviceAction;
  /** A file with instructions that it is about, relative to the project. */
  instructionsPath?: string;
};
