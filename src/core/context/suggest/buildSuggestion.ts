import { type Message, message } from '../../message.ts';
import type { Corpus } from './corpus.ts';
import { createExplainer } from './createExplainer.ts';
import { findCopies } from './fit/findCopies.ts';
import { type FitTools, fitScope } from './fit/fitScope.ts';
import type { Piece } from './fit/pieces.ts';
import type { RankedFile } from './rankFiles.ts';
import type { SuggestedItem, Suggestion } from './suggestion.ts';
import type { SuggestQuestion } from './suggestQuestion.ts';

/** So many of the files that did not fit are listed. */
const MOST_LEFT_OUT = 50;

/** Fits what was ranked into the budget, and says why each file is in: what comes first goes in first, as far as the budget goes. */
export function buildSuggestion(
  corpus: Corpus,
  question: SuggestQuestion,
  ranked: readonly RankedFile[],
  budget: number,
  tools: FitTools,
): Suggestion {
  const copies = findCopies(ranked);
  const candidates = ranked.filter(({ file }) => !copies.has(file));
  const fitted = fitScope(
    candidates.map(({ file, isSeed }) => ({ ...file, isSeed })),
    budget,
    tools,
  );
  const explain = createExplainer(corpus, question);
  const pieceOf = new Map(fitted.pieces.map((piece) => [piece.path, piece]));
  const items = ranked.flatMap((each) => {
    const piece = pieceOf.get(each.file.path);
    return piece === undefined ? [] : itemOf(piece, explain(each));
  });
  const leftOut = ranked
    .filter(({ file }) => !pieceOf.has(file.path))
    .slice(0, MOST_LEFT_OUT)
    .map((each) => {
      const original = copies.get(each.file);
      const reasons =
        original === undefined ? explain(each) : [message('nearly the same as {0}', original.path)];
      return { path: each.file.path, tokens: each.file.tokens, reasons };
    });
  const baselineTokens = corpus.files.reduce((sum, { tokens }) => sum + tokens, 0);
  return { items, leftOut, totalTokens: fitted.totalTokens, budget, baselineTokens, ...fitted.gated };
}

/** A line of names is the shortest outline there is. */
function itemOf(piece: Piece, reasons: readonly Message[]): SuggestedItem {
  const { path, tokens } = piece;
  if (piece.detail === 'names') return { path, detail: 'outline', tokens, reasons, isNamesOnly: true };
  const { lines } = piece.document;
  return { path, detail: piece.detail, tokens, reasons, ...(lines !== undefined && { lines }) };
}
