import * as v from 'valibot';
import type { Scope } from './scope.ts';

/** A scope as it was stored; empty when what is stored is not one. */
export function parseScope(stored: unknown): Scope {
  const parsed = v.safeParse(SCOPE, stored);
  return parsed.success ? parsed.output : [];
}

const BASE = { id: v.string(), path: v.string(), checked: v.boolean() };
const LINE = v.pipe(v.number(), v.integer(), v.minValue(1));

const SCOPE = v.array(
  v.variant('kind', [
    v.object({ ...BASE, kind: v.literal('file') }),
    v.object({ ...BASE, kind: v.literal('folder'), excluded: v.array(v.string()) }),
    v.object({ ...BASE, kind: v.literal('lines'), lines: v.object({ startLine: LINE, endLine: LINE }) }),
  ]),
);
