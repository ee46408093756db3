import { formatName } from '../format.ts';
import { type Message, message } from '../message.ts';
import { addCarried, type Carried, carryResult } from './carry.ts';
import type { EvidenceItem } from './finding.ts';
import type { Thread, ToolUse } from './thread.ts';

/** How the tokens of what was carried come about. */
export const CARRIED_FORMULA = message(
  'tokens of the result (by its size) × the calls that had it in their context, at what each call paid for a token of its input',
);

/** What a tool was used on, in few words. */
export function nameUse(use: ToolUse): string {
  return formatName(use.target ?? use.tool);
}

export function nameFile(path: string): string {
  return formatName(path.split('/').at(-1) ?? path);
}

/** What a use read or ran, with its lines. */
export function itemOf(use: ToolUse, note?: Message): EvidenceItem {
  const { firstLine, lineCount } = use;
  return {
    name: use.path ?? nameUse(use),
    ...(firstLine !== undefined && { firstLine }),
    ...(firstLine !== undefined &&
      lineCount !== undefined && { lastLine: firstLine + Math.max(lineCount - 1, 0) }),
    timesMs: [use.timestampMs],
    tokens: use.tokens,
    ...(note !== undefined && { note }),
  };
}

/** The fields of a draft that follow from what was carried and when it happened. */
export function sums(carried: Carried, timesMs: readonly number[]) {
  return {
    tokens: Math.round(carried.tokens),
    costUsd: carried.costUsd,
    charges: carried.charges,
    firstMs: Math.min(...timesMs),
    lastMs: Math.max(...timesMs),
  };
}

/** The same of the results of tools, each for as long as it was in the context. */
export function sumsOfResults(thread: Thread, uses: readonly ToolUse[]) {
  return sums(
    addCarried(uses.map((use) => carryResult(thread, use))),
    uses.map(({ timestampMs }) => timestampMs),
  );
}

/** The calls of a thread as numbers from 0. */
export function callNumbers({ calls }: Thread): number[] {
  return calls.map((_, index) => index);
}
