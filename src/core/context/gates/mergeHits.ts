import type { SecretHit } from './secretHit.ts';
import { GUESSED_KINDS } from './secretRules.ts';

/**
 * Hits in order and disjoint: those that overlap become one that covers them all, named after the most telling of them. Hits that
 * only touch stay apart. Use it to add what another scanner found.
 */
export function mergeHits(hits: readonly SecretHit[]): SecretHit[] {
  const merged: SecretHit[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last === undefined || hit.start >= last.end) {
      merged.push(hit);
      continue;
    }
    const best = rankOf(hit) > rankOf(last) ? hit : last;
    merged[merged.length - 1] = { ...best, start: last.start, end: Math.max(last.end, hit.end) };
  }
  return merged;
}

function rankOf({ kind, encoding }: SecretHit): number {
  return (GUESSED_KINDS.has(kind) ? 0 : 2) + (encoding === 'plain' ? 1 : 0);
}
