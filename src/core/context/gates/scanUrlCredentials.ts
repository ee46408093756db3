import type { FoundSecret } from './foundSecret.ts';
import { isPlaceholder } from './placeholders.ts';
import { SECRET_CHECKS } from './secretChecks.ts';

/** `://user:password@host`. A password with an unescaped `@` counts up to the last one before the path. */
const USER_AND_PASSWORD =
  /:\/\/([^\s:@/?#"'`<>()[\]{}*\\\0]{0,100}):([^\s/?#"'`<>\0]{1,200})@(?=[A-Za-z0-9[_-])/y;
/** The same with unescaped `/`, `?` and `#` in the password, which only connection strings of databases have. */
const LOOSE = /:\/\/([^\s:@/?#"'`<>()[\]{}*\\\0]{0,100}):([^\s"'`<>\0]{1,200})@(?=[A-Za-z0-9[_-])/y;
const LOOSE_SCHEME =
  /(?:postgres|postgresql|mysql|mariadb|mongodb|mongodb\+srv|rediss?|amqps?|mssql|sqlserver|jdbc:[a-z]{2,12})$/;
/** `://token@host`, as in clone addresses and error trackers. */
const TOKEN_ONLY = /:\/\/([A-Za-z0-9_-]{20,200})@(?=[A-Za-z0-9[_-])/y;
const SHORTEST = 4;

/** Finds the password in URLs and connection strings: `scheme://user:password@host`. */
export function scanUrlCredentials(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const span = matchPassword(text, at) ?? matchToken(text, at);
    if (span !== undefined) found.push({ ...span, kind: 'urlCredentials' });
  }
  return found;
}

function matchPassword(text: string, at: number) {
  const scheme = text.slice(Math.max(0, at - 16), at);
  const match =
    matchAt(USER_AND_PASSWORD, text, at) ?? (LOOSE_SCHEME.test(scheme) ? matchAt(LOOSE, text, at) : null);
  if (match === null) return undefined;
  const [whole, user = '', password = ''] = match;
  if (password.length < SHORTEST || password === user || isPlaceholder(password)) return undefined;
  const end = at + whole.length - 1;
  return { start: end - password.length, end };
}

function matchToken(text: string, at: number) {
  const token = matchAt(TOKEN_ONLY, text, at)?.[1];
  if (token === undefined || !SECRET_CHECKS.looksRandom(token)) return undefined;
  return { start: at + 3, end: at + 3 + token.length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
