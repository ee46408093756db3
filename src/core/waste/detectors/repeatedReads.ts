import { message } from '../../message.ts';
import { parseLineParts } from '../../usage/sources/lineParts.ts';
import { addCarried, carryResult } from '../carry.ts';
import { itemOf, nameFile, sums } from '../describe.ts';
import { perThread } from '../detector.ts';
import type { Draft } from '../draft.ts';
import type { Thread, ToolUse } from '../thread.ts';

const LIMITS = {
  /** Less is a reminder that a file has not changed, or a glance at a line. */
  leastTokensPerRead: 200,
  /** Of one file in one conversation: less is not worth a thought. */
  leastTokens: 1500,
  /** An agent that reads on begins some lines before where it stopped. */
  leastShare: 0.5,
};

/** The same lines of a file read again while they were still in the context, unchanged. */
export const REPEATED_READS = perThread('Files read again', (thread) =>
  [...findRepeats(thread)].flatMap(([path, repeats]) => toDraft(thread, path, repeats)),
);

type Repeat = { use: ToolUse; share: number; first: ToolUse };

function findRepeats({ uses }: Thread): Map<string, Repeat[]> {
  const seen = new Map<string, ToolUse[]>();
  const repeats = new Map<string, Repeat[]>();
  for (const use of uses) {
    const { path, action } = use;
    if (path === undefined) continue;
    // Who has changed a file may want to see it.
    if (action === 'edit' || action === 'write') seen.delete(path);
    if (action !== 'read' || use.isError || use.tokens === 0) continue;
    const before = (seen.get(path) ?? []).filter(({ seenTo }) => seenTo > use.madeBy);
    const repeat = repeatOf(use, before);
    if (repeat !== undefined) repeats.set(path, [...(repeats.get(path) ?? []), repeat]);
    seen.set(path, [...before, use]);
  }
  return repeats;
}

function repeatOf(use: ToolUse, before: readonly ToolUse[]): Repeat | undefined {
  const [first] = before.filter(({ madeBy }) => madeBy < use.madeBy);
  if (first === undefined || use.tokens < LIMITS.leastTokensPerRead) return undefined;
  const share = sharedText(use, before);
  return share < LIMITS.leastShare ? undefined : { use, share, first };
}

/** Which share of a result earlier ones had, by its lines and not by their numbers: a file may have been changed by a command. */
function sharedText(use: ToolUse, before: readonly ToolUse[]): number {
  if (before.some(({ hash }) => hash !== undefined && hash === use.hash)) return 1;
  const known = new Set(before.flatMap(({ lineParts }) => parseLineParts(lineParts).map(({ hash }) => hash)));
  const parts = parseLineParts(use.lineParts);
  const sum = (list: typeof parts) => list.reduce((chars, part) => chars + part.chars, 0);
  return parts.length === 0 ? 0 : sum(parts.filter(({ hash }) => known.has(hash))) / sum(parts);
}

function toDraft(thread: Thread, path: string, repeats: readonly Repeat[]): Draft[] {
  const again = Math.round(repeats.reduce((sum, { use, share }) => sum + use.tokens * share, 0));
  if (again < LIMITS.leastTokens) return [];
  const carried = addCarried(repeats.map(({ use, share }) => carryResult(thread, use, use.tokens * share)));
  const uses = [repeats[0]?.first, ...repeats.map(({ use }) => use)].filter((use) => use !== undefined);
  return [
    {
      title:
        repeats.length === 1
          ? message('{0} was read again, unchanged', nameFile(path))
          : message('{0} was read again {1} times, unchanged', nameFile(path), repeats.length),
      subject: path,
      threads: [thread],
      kind: 'estimated',
      formula: message(
        '{0} tokens read again (by their size) × the calls that had them in their context, at what each call paid for a token of its input',
        again,
      ),
      ...sums(
        carried,
        uses.map(({ timestampMs }) => timestampMs),
      ),
      confidence: repeats.every(({ share }) => share === 1) ? 0.95 : 0.85,
      items: uses.map((use, index) => itemOf(use, index === 0 ? message('first read') : message('again'))),
      action: {
        kind: 'addToScope',
        text: message('Put the lines that matter into the scope, so that they need not be looked for'),
        path,
      },
    },
  ];
}
