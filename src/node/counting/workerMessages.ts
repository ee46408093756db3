import type { Advice } from '../../core/advice/advice.ts';
import type { AdviceFacts } from '../../core/advice/adviseScope.ts';
import type { ConciseText } from '../../core/advice/countConcise.ts';
import type { BaselineCount } from '../../core/context/baselineCount.ts';
import type { GatedText, GatePasses } from '../../core/context/gates/applyGates.ts';
import type { MeasuredScope, ReadScope } from '../../core/context/measuredScope.ts';
import type { ParsedSource } from '../../core/context/outline/sourceSymbol.ts';
import type { CountedReduction, ReduceRequest } from '../../core/context/reduce/reduceAndCount.ts';
import type { ScopeRequest } from '../../core/context/scopeRequest.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import type { TextChange } from '../../core/tokens/textChange.ts';
import type { TextCount } from '../../core/tokens/tokenCount.ts';
import type { LintReport, LintRequest } from '../advice/lintText.ts';
import type { Skipped } from '../files/readTextFile.ts';
import type { SuggestAnswer } from '../suggest/scopeSuggester.ts';
import type { SuggestRequest } from '../suggest/suggestScope.ts';
import type { SuggestWorkspace } from '../suggest/suggestWorkspace.ts';
import type { CountedFile } from './countFile.ts';

/** UTF-16 offsets, the end not included. */
export type OffsetRange = { start: number; end: number };

/** What is known of a live document at one of its versions. `selected` is absent where nothing is selected. */
export type LiveDocumentCount = { id: string; version: number; count: TextCount; selected?: TextCount };

/** A question with one answer. */
export type Question =
  /** Measures the scope; with its text, the count is that of this very text. */
  | { ask: 'scope'; request: ScopeRequest; withText: boolean }
  | { ask: 'text'; encoding: EncodingName; text: string }
  /** Passes a text through the gates and counts what comes out. */
  | { ask: 'gate'; encoding: EncodingName; text: string; passes: GatePasses }
  /** Reduces a text and counts it before and after. */
  | ({ ask: 'reduce'; encoding: EncodingName } & ReduceRequest)
  /** Checks a prompt or a file with instructions. */
  | { ask: 'lint'; encoding: EncodingName; request: LintRequest }
  /** Takes polite and redundant words out of a text, and counts it before and after. */
  | { ask: 'concise'; encoding: EncodingName; text: string }
  /** What to change before a scope is sent. */
  | { ask: 'advise'; request: ScopeRequest; facts: AdviceFacts }
  /** Outline and symbols of a source; the path tells the language. */
  | { ask: 'source'; path: string; text: string }
  /** Where the tokens of a text end, at most `maxTokens` of them. */
  | { ask: 'offsets'; encoding: EncodingName; text: string; maxTokens: number }
  /** One file of any size, as a stream. */
  | { ask: 'largeFile'; encoding: EncodingName; path: string }
  | { ask: 'files'; encoding: EncodingName; paths: readonly string[] }
  /**
   * All that is below the roots. `changed` is what may have changed since the last answer for these roots and this encoding;
   * absent: anything.
   */
  | {
      ask: 'baseline';
      encoding: EncodingName;
      roots: readonly string[];
      changed?: readonly string[];
    }
  /** Reads what has changed in a workspace since its index was last read; with `changed` only those files, which are absolute paths. */
  | { ask: 'index'; workspace: SuggestWorkspace; changed?: readonly string[] }
  /** Suggests a scope from what the index knows by now. */
  | { ask: 'suggest'; workspace: SuggestWorkspace; request: SuggestRequest };

export type Answers = {
  /** Without `withText` only what was measured. */
  scope: { measured: MeasuredScope } & Partial<ReadScope>;
  text: TextCount;
  /** `invisibleTokens` is what the invisible characters came to. */
  gate: GatedText & { count: TextCount; invisibleTokens: number };
  reduce: CountedReduction;
  lint: LintReport;
  concise: ConciseText;
  advise: Advice[];
  /** Absent for a language without a grammar. */
  source: ParsedSource | undefined;
  offsets: Uint32Array;
  largeFile: TextCount;
  files: (CountedFile | Skipped)[];
  baseline: BaselineCount;
  index: undefined;
  suggest: SuggestAnswer;
};

export type ToWorker =
  | { type: 'open'; id: string; version: number; encoding: EncodingName; text: string }
  | { type: 'change'; id: string; version: number; changes: readonly TextChange[] }
  | { type: 'select'; id: string; ranges: readonly OffsetRange[] }
  | { type: 'close'; id: string }
  | { type: 'question'; questionId: number; question: Question }
  | { type: 'cancel'; questionId: number };

export type FromWorker =
  | { type: 'counted'; count: LiveDocumentCount }
  /** The worker's copy of a document is gone or does not fit: it wants the whole text again. */
  | { type: 'lost'; id: string }
  | { type: 'progress'; questionId: number; share: number }
  | { type: 'answer'; questionId: number; answer: Answers[Question['ask']] }
  | { type: 'failure'; questionId: number; message: string };

/** What a worker thread is started with. */
export type WorkerStart = { cacheFolder?: string };
