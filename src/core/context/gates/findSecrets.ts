import { createBase64View } from './base64View.ts';
import type { FoundSecret } from './foundSecret.ts';
import { mergeHits } from './mergeHits.ts';
import { findPlaceholders } from './redactSecrets.ts';
import { scanAssignments } from './scanAssignments.ts';
import { scanDiscord } from './scanDiscord.ts';
import { scanPrivateKeys } from './scanPrivateKeys.ts';
import { scanTokens } from './scanTokens.ts';
import { scanUrlCredentials } from './scanUrlCredentials.ts';
import type { SecretEncoding, SecretHit } from './secretHit.ts';
import { SECRET_LABELS } from './secretRules.ts';
import { createRootView, type Span, type TextView, toOriginal } from './textView.ts';
import { createUnescapedView } from './unescapeView.ts';

/** Finds secrets in plain text; offsets are of that text. It must be linear in its length, whatever the text. */
export type SecretScanner = (text: string) => readonly FoundSecret[];

export const SECRET_SCANNERS: readonly SecretScanner[] = [
  scanTokens,
  scanPrivateKeys,
  scanUrlCredentials,
  scanDiscord,
  scanAssignments,
];

/** Base64 of escaped base64 and the like; deeper than that nothing is hidden by accident. */
const DEEPEST = 3;
/** What one secret covers can hide the edge of the next. */
const ROUNDS = 8;

/**
 * Finds the secrets in a text that is about to leave, in order and disjoint, in UTF-16 offsets of that very text. Invisible characters,
 * full-width letters, UTF-16 read as bytes, escapes and base64 do not hide one; comments such as `gitleaks:allow` have no effect. A hit
 * says where and what kind, never the secret itself. Linear in the text's length.
 *
 * `scanners` see the text without disguise; pass `[...SECRET_SCANNERS, another]` to look for more.
 */
export function findSecrets(text: string, scanners: readonly SecretScanner[] = SECRET_SCANNERS): SecretHit[] {
  const redacted = findPlaceholders(text);
  let hits: SecretHit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const found = scanView(createRootView(text, mergeSpans([...redacted, ...hits])), 'plain', scanners, 0);
    if (found.length === 0) break;
    hits = mergeHits([...hits, ...found]);
  }
  return hits;
}

function scanView(
  view: TextView,
  encoding: SecretEncoding,
  scanners: readonly SecretScanner[],
  depth: number,
): SecretHit[] {
  const hits = scanners
    .flatMap((scan) => scan(view.text))
    .filter(({ start, end }) => end > start)
    .map(
      ({ start, end, kind }): SecretHit => ({
        ...toOriginal(view, start, end),
        kind,
        label: SECRET_LABELS.get(kind) ?? kind,
        encoding,
      }),
    );
  if (depth === DEEPEST) return hits;
  const unescaped = createUnescapedView(view);
  const decoded = createBase64View(view);
  return [
    ...hits,
    ...(unescaped
      ? scanView(unescaped, encoding === 'base64' ? encoding : 'escaped', scanners, depth + 1)
      : []),
    ...(decoded ? scanView(decoded, 'base64', scanners, depth + 1) : []),
  ];
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
