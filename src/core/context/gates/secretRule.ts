import type { SecretCheck } from './secretChecks.ts';

/**
 * A format that is known by itself, wherever it stands. `pattern` is sticky and is tried only where one of `anchors` (plain text, found
 * first) stands, `reach` units before it; so its cost is the number of anchors times its longest match, and every repeat in it is bounded.
 * A group named `lead` is what stands before the secret and stays; one named `before`, in a lookbehind, is what of the secret stands before
 * the anchor.
 */
export type TokenRule = {
  id: string;
  /** What the user reads, also in the place of the secret; no `]`. */
  label: string;
  anchors: readonly string[];
  reach?: number;
  pattern: RegExp;
  /** Besides the check for variety that every match must pass. */
  check?: SecretCheck;
  /** A secret without a form of its own that stands near this one, such as the other half of a key pair. */
  companion?: { pattern: RegExp; within: number };
  /** Where the format is documented. */
  source: string;
};

/** A format that only its name gives away: `name = value`. Both patterns must fit; `value` the whole value. */
export type NamedRule = { id: string; label: string; name: RegExp; value: RegExp; source: string };
