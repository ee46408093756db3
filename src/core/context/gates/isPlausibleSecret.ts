import { isDisguisedDummy, isPlaceholder, looksLikeWords } from './placeholders.ts';
import type { NameClass } from './secretNames.ts';
import { shannonEntropy } from './variety.ts';

/** How the value stands there: `"quoted"`; `NAME=variable` on a line of its own; bare at the end of a line or field; bare in what may be code. */
export type ValueStyle = 'quoted' | 'variable' | 'field' | 'code';

/**
 * Whether a value could be what its name promises. Strict in code, where names like `token` mostly hold something else; lenient in the
 * lines of an environment file, which hold nothing but values.
 */
export function isPlausibleSecret(value: string, nameClass: NameClass, style: ValueStyle): boolean {
  if (style !== 'variable' && style !== 'quoted' && EXPRESSION.test(value)) return false;
  // The cheap questions first: a hostile text asks a hundred thousand times.
  const isPlausible =
    nameClass === 'password' ? isPlausiblePassword(value, style) : isPlausibleToken(value, style);
  return isPlausible && /^[\x21-\x7e]+$/.test(value) && !isPlaceholder(value);
}

/** `user.password2`, `!this.result?.pass`. */
const EXPRESSION = /^!{0,2}[A-Za-z_$][\w$]*(?:[?!]?\.[A-Za-z_$][\w$]*)+$/;

function isPlausiblePassword(value: string, style: ValueStyle): boolean {
  if (style === 'variable') return value.length >= 6 && !/^(?:[./~]|\d+$)/.test(value);
  if (value.length < 6 || /passw|pwd|secret|token/i.test(value) || isDisguisedDummy(value)) return false;
  const isName = /^[A-Za-z_$][\w$.:/-]*$/.test(value) && looksLikeWords(value);
  if (!isName) return /[A-Za-z]/.test(value) && (/[\d!@#$%^&*?+=~]/.test(value) || isScrambled(value));
  // A word with digits, such as everybody's first password, but not the name of an algorithm or a version.
  return (
    style !== 'code' &&
    value.length >= 7 &&
    /^[A-Za-z]{3,}\d{1,4}$/.test(value) &&
    !/^(?:sha|md|base|utf|oauth|x|version)\d/i.test(value)
  );
}

function isPlausibleToken(value: string, style: ValueStyle): boolean {
  if (style === 'variable') {
    if (value.length < 8 || /^(?:[./~]|\d+$)/.test(value)) return false;
    return value.length >= 16
      ? (shannonEntropy(value) >= 2.8 && !/[-_./]/.test(value)) || isRandom(value, 3)
      : isRandom(value, 2.5);
  }
  if (value.length < 16 || (style === 'code' && /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/.test(value)))
    return false;
  return isRandom(value, /^[0-9a-f-]+$/i.test(value) ? 2.8 : 3.3);
}

function isRandom(value: string, leastEntropy: number): boolean {
  const hasDigits = /\d[^\d]*\d/.test(value) || (value.length >= 20 && isScrambled(value));
  return hasDigits && !looksLikeWords(value) && shannonEntropy(value) >= leastEntropy;
}

/** Letters in no order that a name has. */
function isScrambled(value: string): boolean {
  return value.length >= 10 && /[a-z][A-Z]{2,8}[a-z]/.test(value) && shannonEntropy(value) >= 3;
}
