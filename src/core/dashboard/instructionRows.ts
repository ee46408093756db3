import type { Advice } from '../advice/advice.ts';
import { createLinePositions } from '../advice/text/linePositions.ts';
import { sayMessage } from '../message.ts';
import type { ModelInfo } from '../models/modelInfo.ts';
import { countForModel, type TextCount, type TokenCount } from '../tokens/tokenCount.ts';
import { translate } from '../translate.ts';

/** A file with standing instructions that was checked. `path` is as the user knows it. */
export type CheckedInstructions = {
  path: string;
  text: string;
  count: TextCount;
  advice: readonly Advice[];
  /** Advice beyond that. */
  leftOut: number;
};

/** What a file with instructions costs, and what to change in it, in the user's language. */
export type InstructionRow = {
  path: string;
  /** In each call of an agent that reads it. */
  count: TokenCount;
  /** The calls of agents in its project in 30 days, and its tokens in as many; absent until the ledger was read. */
  month?: { calls: number; tokens: number };
  notes: readonly string[];
  /** Beyond those that are listed. */
  more: number;
};

/** More stand in the editor, where they are mended. */
const MAX_NOTES = 5;
const MAX_TEXT = 300;

export function buildInstructionRow(
  { path, text, count, advice, leftOut }: CheckedInstructions,
  calls: number | undefined,
  { tokenizer }: ModelInfo,
): InstructionRow {
  const own = countForModel(count, tokenizer);
  const positionOf = createLinePositions(text);
  const notes = advice.map(({ places, title }) => {
    const [start] = places.flatMap((place) => (place.in === 'text' ? place.start : []));
    const said = sayMessage(title);
    return start === undefined ? said : translate('Line {0}: {1}', String(positionOf(start).line), said);
  });
  return {
    path,
    count: own,
    ...(calls !== undefined && { month: { calls, tokens: calls * own.tokens } }),
    notes: notes.slice(0, MAX_NOTES).map((note) => note.slice(0, MAX_TEXT)),
    more: leftOut + Math.max(0, notes.length - MAX_NOTES),
  };
}
