import { countDistinct } from './variety.ts';

/** What people write where a secret goes. Compared in lower case. */
const DUMMY_WORDS: ReadonlySet<string> = new Set(
  `abc abcd abcdef access admin administrator alice anything api apikey auth bar baz bearer bob changeit changeme changethis credential
  credentials data default demo development dev disabled dummy empty enabled example fake false foo foobar foobarbaz guest hello hidden
  insert key letmein localhost masked my mypass mypassword mysecret mysecretkey mysecretpassword mysql mytoken newpassword nil none null
  oldpassword pass passphrase passw passwd password passwort placeholder postgres private prod production pw pwd qux redacted redis
  removed replaceme required root sample secret secretkey secretpassword secrets staging string supersecret swordfish test tester testing
  testpass testpassword testsecret testtoken text token todo true undefined unknown unset user username value xxx xyz yourkey
  yourpassword yoursecret yourtoken`.split(/\s+/),
);

/** Where the value comes from elsewhere: a variable, a template, a call, a reference to a secret store. */
const REFERENCE =
  /^\$[A-Z_][A-Z0-9_]*$|^\$[a-z][A-Za-z_]*$|^\$[({]|\$\{|\{\{|#\{|^%[A-Za-z_]+%$|%[sdv(]|^<[^>]*>?$|^\*+$|^@|^(?:process|import\.meta|os|env|config|secrets?|vault|ENV|System|Deno|Bun)[.:[(]|^(?:getenv|env|ref|file|arn|op|vault|ssm|gcp|aws|azure|https?|data|urn):|^![A-Za-z]{1,12}$|\(\)$|^\[|^\{/;
const MARKED =
  /example|change.?me|placeholder|dummy|redacted|xxxx|\.\.\.|…|\*{3}|(?<![A-Za-z0-9])(?:your|my|insert|replace|enter|some)[-_ .][a-z]{3}|your[A-Z]|-here$|_here$/i;

/** True for what stands in a value's place without being one. */
export function isPlaceholder(value: string): boolean {
  const head = value.slice(0, 200);
  return REFERENCE.test(head) || MARKED.test(head) || isDummyWord(head) || countDistinct(head) < 3;
}

/** True for one of the words that everybody uses, also with digits behind: `test1234`. */
export function isDummyWord(value: string): boolean {
  const lower = value.slice(0, 40).toLowerCase();
  if (/^[0-9]{1,10}$/.test(lower)) return true;
  return [lower, lower.replace(/[0-9!]{1,10}$/, '')].some((word) =>
    DUMMY_WORDS.has(word.replace(/[-_ .]/g, '')),
  );
}

/** True for such a word with the usual stand-ins for its letters: `P@ssw0rd`. */
export function isDisguisedDummy(value: string): boolean {
  const lower = value.slice(0, 40).toLowerCase();
  return [lower, lower.replace(/[0-9!]{1,10}$/, '')].some((word) => isDummyWord(readBack(word)));
}

const WORDS_LOOKED_AT = 64;
/** One part of a name or phrase with the signs behind it. */
const WORD =
  /(?:[A-Z]{2,24}\d{0,3}|[A-Za-z]?[a-z]{1,24}(?:[A-Z][a-z]{1,24}){0,6}\d{0,3}|[A-Za-z]{0,3}\d{0,4})(?:[-_./:~+=,@# ]{1,96}|$)/y;

/** True for names and phrases: `my-secret-name`, `oauth2.token.v1`, `getTokenFromHeader2`. Random text has digits within its parts. */
export function looksLikeWords(value: string): boolean {
  const head = value.slice(0, WORDS_LOOKED_AT);
  WORD.lastIndex = 0;
  while (WORD.lastIndex < head.length) {
    if (!WORD.test(head)) return false;
  }
  return true;
}

function readBack(word: string): string {
  return word.replace(/[013457@$!]/g, (char) => STAND_INS[char] ?? char);
}

const STAND_INS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
