/** What a name promises about its value. */
export type NameClass = 'password' | 'secret';

/** Any of these in a text makes the name around it worth a look. */
export const NAME_WORD =
  /passw|pwd|pass(?=phrase|code|[_\-"'=: ])|secret|token|key|auth|credential|heroku|signature|bearer/gi;

const PASSWORD = /(?:passw(?:or)?d|passwort|passwd|pwd|passphrase|passcode|(?<![a-z])pass(?![a-z]))/g;
const SECRET =
  /(?:secret|token|credentials?|bearer|(?:api|access|auth|private|signing|encryption|encrypt|crypto|account|shared|master|license|service|admin|app|application|write|rest|server|storage|subscription|webhook|session|cipher|hmac|jwt|deploy|integration|x)[_\-. ]?key)/g;
/** What may follow the telling word without changing what the value is. */
const HARMLESS_TAIL =
  /^(?:[_\-.]?(?:key|keys|value|val|string|str|token|secret|password|base|base64|b64|prod|production|dev|development|stage|staging|test|live|old|new|primary|secondary|default|env|plain|raw|hash|enc|encrypted|v?\d{1,3}|1|2)){0,3}$/;
/** `getToken('…')` takes something else than what it gives. */
const GETTER =
  /(?:(?:^|\.)(?:get(?=[A-Z_])|(?:is|has|fetch|find|read|load|require|check|verify|validate|parse|create)(?=[A-Z]))|[a-zA-Z]Get(?=[A-Z]))[A-Za-z_][^.]*$/;
/** Upper-case names of environment variables put the service last (`API_TOKEN_GITHUB`); these tails name something else. */
const OTHER_TAIL =
  /(?:FILE|PATH|DIR|URL|URI|NAME|ID|TYPE|LENGTH|LEN|SIZE|LIMIT|TTL|EXPIRY|EXPIRES?|EXPIRATION|ENABLED|COUNT|MAX|MIN|PREFIX|HEADER|FIELD|REGEX|PATTERN|ISSUER|ENDPOINT|HOST|PORT|VERSION|ALGORITHM|ALG|ROTATION|POLICY|USER|RE|MODE|KIND|STYLE|BUCKET|ARN|REF|LABEL|TITLE|HINT|S)$/;

/** What a name promises; `undefined` for `tokenizer`, `keyboard`, `passwordField`, `SECRET_NAME`, `MAX_TOKENS`. */
export function classifyName(name: string): NameClass | undefined {
  if (GETTER.test(name)) return undefined;
  const plain = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  const lower = plain.toLowerCase();
  const passwordEnd = lastEnd(PASSWORD, lower);
  const secretEnd = lastEnd(SECRET, lower);
  const end = Math.max(passwordEnd, secretEnd);
  if (end === -1) return undefined;
  const tail = lower.slice(end);
  const isUpper = /^[A-Z][A-Z0-9_]*$/.test(name);
  const fits = HARMLESS_TAIL.test(tail) || (isUpper && tail.startsWith('_') && !OTHER_TAIL.test(name));
  if (!fits) return undefined;
  return end === passwordEnd ? 'password' : 'secret';
}

/** Where the last match of a pattern with the flag `g` ends; -1 without one. */
function lastEnd(pattern: RegExp, text: string): number {
  let end = -1;
  pattern.lastIndex = 0;
  while (pattern.test(text)) end = pattern.lastIndex;
  return end;
}
