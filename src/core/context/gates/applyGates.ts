import { findInvisible, stripInvisible } from './findInvisible.ts';
import { findSecrets, SECRET_SCANNERS, type SecretScanner } from './findSecrets.ts';
import type { InvisibleKind } from './invisibleKinds.ts';
import { redactSecrets } from './redactSecrets.ts';

/** A secret that was found; `line` is that of the text, from 0. It never holds the secret. */
export type SecretPlace = { label: string; line: number };

/** A run of invisible characters; `hiddenText` is what tag characters spell, without secrets. */
export type InvisiblePlace = {
  kind: InvisibleKind;
  line: number;
  count: number;
  names: readonly string[];
  hiddenText?: string;
};

/** A text that may leave, and what was found in it, without the secrets themselves. */
export type GatedText = {
  text: string;
  secrets: SecretPlace[];
  invisible: InvisiblePlace[];
};

/** What the user has chosen to let through, for one copy. */
export type GatePasses = { keepSecrets?: boolean; keepInvisible?: boolean };

/**
 * The gates that every text passes on its way out: invisible characters are stripped, secrets redacted in place. What is found is listed
 * whether or not it is let through. Applying twice is applying once. What leaves goes through `gateText`, which knows all scanners.
 */
export function applyGates(
  text: string,
  { keepSecrets, keepInvisible }: GatePasses = {},
  scanners: readonly SecretScanner[] = SECRET_SCANNERS,
): GatedText {
  const runs = findInvisible(text);
  const invisibleLine = lineFinder(text);
  const visible = runs.length === 0 || keepInvisible ? text : stripInvisible(text);
  const hits = findSecrets(visible, scanners);
  const secretLine = lineFinder(visible);
  return {
    text: hits.length === 0 || keepSecrets ? visible : redactSecrets(visible, hits),
    secrets: hits.map(({ label, start }) => ({ label, line: secretLine(start) })),
    invisible: runs.map(({ start, kind, count, names, hiddenText }) => ({
      kind,
      line: invisibleLine(start),
      count,
      names,
      ...(hiddenText !== undefined && { hiddenText: redactSecrets(hiddenText, findSecrets(hiddenText)) }),
    })),
  };
}

/** Line numbers, from 0, of offsets that are asked for in order. */
function lineFinder(text: string): (offset: number) => number {
  let [line, from] = [0, 0];
  return (offset) => {
    for (let end = text.indexOf('\n', from); end !== -1 && end < offset; end = text.indexOf('\n', from)) {
      line += 1;
      from = end + 1;
    }
    return line;
  };
}
