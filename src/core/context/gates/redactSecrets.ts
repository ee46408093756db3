import { mergeHits } from './mergeHits.ts';
import type { SecretHit } from './secretHit.ts';
import { SECRET_LABELS } from './secretRules.ts';
import type { Span } from './textView.ts';

const PLACEHOLDER = new RegExp(
  `\\[redacted: (?:${[...new Set(SECRET_LABELS.values())].map(quote).join('|')})\\]`,
  'g',
);

/** Writes `[redacted: <label>]` over each hit; all else stays as it is, unit for unit. What `findSecrets` found is then found no more. */
export function redactSecrets(text: string, hits: readonly SecretHit[]): string {
  let redacted = '';
  let at = 0;
  for (const { start, end, label } of mergeHits(hits)) {
    redacted += `${text.slice(at, start)}[redacted: ${label}]`;
    at = end;
  }
  return redacted + text.slice(at);
}

/** Where a secret stood before it was redacted. */
export function findPlaceholders(text: string): Span[] {
  return [...text.matchAll(PLACEHOLDER)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function quote(label: string): string {
  return label.replace(/[().]/g, '\\$&');
}
