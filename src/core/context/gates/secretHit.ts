import type { SecretKind } from './secretRules.ts';

/** How a secret stood in the text: as it is, behind escapes such as `\u0041` or `%41`, or in base64. */
export const SECRET_ENCODINGS = ['plain', 'escaped', 'base64'] as const;
export type SecretEncoding = (typeof SECRET_ENCODINGS)[number];

/** A place with a secret, in UTF-16 offsets of the text that was searched. It never holds the secret. */
export type SecretHit = {
  start: number;
  end: number;
  kind: SecretKind;
  /** Words for the user: "GitHub token". */
  label: string;
  encoding: SecretEncoding;
};

/** What a list of hits may show of a secret: its length, and the first characters where that is a small part of it. */
export function maskSecret(secret: string): string {
  const shown = secret.length >= 24 && /^[\x20-\x7e]{4}/.test(secret) ? secret.slice(0, 4) : '';
  return `${shown}… (${secret.length} characters)`;
}
