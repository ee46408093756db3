import type { MeasuredScope } from '../../core/context/measuredScope.ts';
import type { EncodingName } from '../../core/tokens/encoding.ts';
import type { ScopeRequest } from '../scope/measureScope.ts';
import type { TextChange } from './liveText.ts';

/** UTF-16 offsets, the end not included. */
export type OffsetRange = { start: number; end: number };

/** What is known of a live document at one of its versions. `selectedTokens` is absent where nothing is selected. */
export type LiveDocumentCount = { id: string; version: number; tokens: number; selectedTokens?: number };

/** A question with one answer; `ScopeText` is the rendered scope and the count of that very text. */
export type Question =
  | { ask: 'scope'; request: ScopeRequest; withText: boolean }
  | { ask: 'text'; encoding: EncodingName; text: string }
  | { ask: 'file'; encoding: EncodingName; path: string };

export type Answers = {
  scope: { measured: MeasuredScope; text?: string };
  text: number;
  file: number;
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
  /** The worker's copy does not fit the change it was sent: it wants the whole text again. */
  | { type: 'lost'; id: string }
  | { type: 'progress'; questionId: number; share: number }
  | { type: 'answer'; questionId: number; answer: Answers[Question['ask']] }
  | { type: 'failure'; questionId: number; message: string };
