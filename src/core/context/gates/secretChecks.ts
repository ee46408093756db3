import { decodeBase64 } from './decodeBase64.ts';
import { isPlaceholder, looksLikeWords } from './placeholders.ts';
import { countDistinct, shannonEntropy } from './variety.ts';

/** What a match must be beyond its pattern. Each looks at the first few hundred units at most, so that none is slow. */
export const SECRET_CHECKS = {
  /** No name or phrase with the same prefix: `sk-no-account-needed`. */
  isNoPhrase: (secret: string) => !looksLikeWords(secret),
  /** Moreover no constant: those are in capitals. */
  isMixed: (secret: string) => /[a-z]/.test(secret) && !looksLikeWords(secret),
  looksRandom: (secret: string) =>
    /\d/.test(secret) && !looksLikeWords(secret) && !isPlaceholder(secret) && shannonEntropy(secret) >= 3,
  isNoPlaceholder: (secret: string) => !isPlaceholder(secret),
  isBasicCredentials,
} as const satisfies Record<string, (secret: string) => boolean>;
export type SecretCheck = keyof typeof SECRET_CHECKS;

const TAIL = 32;
const FEWEST_DISTINCT = 8;
const DUMMY =
  /placeholder|x{6}|X{6}|(?<![A-Za-z0-9])(?:(?:your|my|insert|replace)[-_][a-z]{3}|YOUR[-_][A-Z]{3})/;

/**
 * False for what vendors and people write in place of a key: `ghp_xxxxxxxx`, `AKIA…EXAMPLE`, `sk-your-key-here`. Keys that vendors print
 * in their documentation end in EXAMPLE or EXAMPLEKEY; they open nothing, stand in countless files, and a gate that cries over them is
 * soon clicked away. A real key cannot end so but by a chance of one in 10^10.
 */
export function hasVariety(secret: string): boolean {
  if (countDistinct(secret.slice(-TAIL)) < FEWEST_DISTINCT) return false;
  return !/EXAMPLE(?:_?KEY|TOKEN)?$/.test(secret.slice(-TAIL)) && !DUMMY.test(secret.slice(0, 100));
}

function isBasicCredentials(secret: string): boolean {
  const decoded = String.fromCharCode(...decodeBase64(secret.slice(0, 400)));
  const colon = decoded.indexOf(':');
  if (colon < 1 || !/^[\x20-\x7e]+$/.test(decoded)) return false;
  const password = decoded.slice(colon + 1);
  return password.length > 2 && !isPlaceholder(password) && password !== decoded.slice(0, colon);
}
