import * as v from 'valibot';
import { DETAILS } from './detail.ts';
import { type Scope, withoutRepeats } from './scope.ts';
import { DETAILS_OF, TEXT_SOURCES } from './scopeItem.ts';

/** A scope as it was stored; what is not an item is left out, and what comes twice comes once. */
export function parseScope(stored: unknown): Scope {
  if (!Array.isArray(stored)) return [];
  const items = stored.flatMap((each) => {
    const parsed = v.safeParse(SCOPE_ITEM, each);
    return parsed.success ? [parsed.output] : [];
  });
  return withoutRepeats(items);
}

const BASE = {
  id: v.string(),
  checked: v.boolean(),
  // Scopes of version 0.1 had no details.
  detail: v.optional(v.picklist(DETAILS), 'full'),
  stable: v.exactOptional(v.literal(true)),
};
const LINE = v.pipe(v.number(), v.integer(), v.minValue(1));
const LINES = v.pipe(
  v.object({ startLine: LINE, endLine: LINE }),
  v.check(({ startLine, endLine }) => startLine <= endLine, 'The last line comes before the first.'),
);
const MANY = { ...BASE, path: v.string(), excluded: v.array(v.string()) };
/** Longer ones are no work of hand, and the matcher refuses them or takes for ever. */
const PATTERN = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000));
const TARGET = v.variant('to', [
  v.object({ to: v.literal('workingTree') }),
  v.object({ to: v.literal('staged') }),
  v.object({ to: v.literal('branch'), branch: v.string() }),
]);

/** One stored item; a detail that its kind does not have is refused. */
export const SCOPE_ITEM = v.pipe(
  v.variant('kind', [
    v.object({ ...BASE, kind: v.literal('file'), path: v.string() }),
    v.object({ ...MANY, kind: v.literal('folder') }),
    v.object({ ...MANY, kind: v.literal('glob'), pattern: PATTERN }),
    v.object({ ...MANY, kind: v.literal('gitDiff'), target: TARGET }),
    v.object({ ...BASE, kind: v.literal('lines'), path: v.string(), lines: LINES }),
    v.object({ ...BASE, kind: v.literal('symbol'), path: v.string(), symbol: v.string(), lines: LINES }),
    v.object({ ...BASE, kind: v.literal('problems'), path: v.string() }),
    v.object({ ...BASE, kind: v.literal('text'), source: v.picklist(TEXT_SOURCES), text: v.string() }),
  ]),
  v.check(({ kind, detail }) => DETAILS_OF[kind].includes(detail), 'This kind of item has no such detail.'),
);
