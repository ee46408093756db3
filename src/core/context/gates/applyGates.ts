import { stripInvisible } from './findInvisible.ts';
import { findSecrets } from './findSecrets.ts';
import { redactSecrets } from './redactSecrets.ts';

/** A text that may leave, and what was taken out of it, without the secrets themselves. */
export type GatedText = {
  text: string;
  /** The kinds of the secrets that were redacted, one entry each. */
  redacted: string[];
  /** UTF-16 units of invisible characters that were taken out. */
  strippedUnits: number;
};

/** The gates that every text passes on its way out: invisible characters are stripped, secrets redacted in place. Applying twice is applying once. */
export function applyGates(text: string): GatedText {
  const visible = stripInvisible(text);
  const hits = findSecrets(visible);
  return {
    text: hits.length === 0 ? visible : redactSecrets(visible, hits),
    redacted: hits.map(({ label }) => label),
    strippedUnits: text.length - visible.length,
  };
}
