import type { FoundSecret } from './foundSecret.ts';
import { isPlausibleSecret, type ValueStyle } from './isPlausibleSecret.ts';
import { NAMED_RULES } from './rules/namedRules.ts';
import { hasVariety } from './secretChecks.ts';
import { classifyName, NAME_WORD, type NameClass } from './secretNames.ts';
import type { SecretKind } from './secretRules.ts';

const LONGEST_NAME_SIDE = 48;
/** Values are read so far; what is longer is taken whole once it is known to be a secret. */
const LONGEST_READ = 128;
const LINE = /[^\s\0]{1,128}/y;
const BARE = /[^\s"'`,;&<>(){}[\]|\\\0]{1,128}/y;
const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /[^"\r\n\0]{1,128}/y,
  "'": /[^'\r\n\0]{1,128}/y,
  '`': /[^`\r\n\0]{1,128}/y,
};
const LONG_LINE = /[^\s"'`,;&<>\\\0]{1,8000}/y;
const LONG_QUOTED = /[^\r\n\0"'`]{1,8000}/y;
const OPEN_QUOTE = /[bBrRuUfF@$]{0,2}["'`]/y;
const LINE_HEAD = /(?:^|[\r\n\0])[ \t>#/*-]{0,12}(?:export |set |ENV |ARG |- )?$/;
/** `--password hunter2` needs no sign between. */
const FLAG_SEPARATOR = /[ \t]{1,4}/y;

/**
 * What may stand between a name and its value: `=`, `:`, `=>`, `:=`, a type annotation, an XML attribute or tag, the call that sets it,
 * `name:` and `value:` on lines of their own. The order matters: the first that fits holds.
 */
const SEPARATORS: readonly { pattern: RegExp; isQuoted?: true }[] = [
  { pattern: /["'`]?\s{0,20}value\s{0,4}=\s{0,4}(?=["'])/y },
  { pattern: /["'`]?[ \t]{0,4}\r?\n[ \t-]{0,40}["']?value["']?:[ \t]{1,8}/y },
  { pattern: /:[ \t]{0,4}&?[A-Za-z][\w.<>|']{0,24}[ \t]{0,4}=[ \t]{0,4}/y, isQuoted: true },
  {
    pattern:
      /["'`]?[\])]?[ \t]{0,20}(?:=>|:=|={1,3}|!==?|\?\?=?|\|\|=?|::?)[ \t]{0,20}(?:\r?\n[ \t]{1,40}(?=["']))?/y,
  },
  { pattern: /["'`],[ \t]{0,8}|\([ \t]{0,4}/y, isQuoted: true },
  { pattern: />/y },
  { pattern: /[ \t]{1,8}(?=["'])/y, isQuoted: true },
];
/** Finds `name = value` in every notation, where the name promises a secret and the value could be one. */
export function scanAssignments(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  const promises = new Map<string, NamePromise | undefined>();
  NAME_WORD.lastIndex = 0;
  for (let match = NAME_WORD.exec(text); match !== null; match = NAME_WORD.exec(text)) {
    const start = nameStart(text, match.index);
    const end = nameEnd(text, NAME_WORD.lastIndex);
    const name = text.slice(start, end);
    if (!promises.has(name)) promises.set(name, readNamePromise(name));
    const promise = promises.get(name);
    const secret = promise === undefined ? undefined : readAssignment(text, start, end, promise);
    if (secret !== undefined) found.push(secret);
    NAME_WORD.lastIndex = secret?.end ?? end;
  }
  return found;
}

/** What a name says about the value: its class, and the formats that such names have. */
type NamePromise = { nameClass: NameClass | undefined; rules: readonly (typeof NAMED_RULES)[number][] };

function readNamePromise(name: string): NamePromise | undefined {
  const nameClass = classifyName(name);
  const rules = NAMED_RULES.filter((rule) => rule.name.test(name));
  return nameClass === undefined && rules.length === 0 ? undefined : { nameClass, rules };
}

function readAssignment(
  text: string,
  start: number,
  end: number,
  { nameClass, rules }: NamePromise,
): FoundSecret | undefined {
  const value = readValue(text, start, end);
  if (value === undefined) return undefined;
  const head = text.slice(value.start, value.end);
  const rule = rules.find((candidate) => candidate.value.test(head));
  const kind = rule !== undefined && hasVariety(head) ? rule.id : guessKind(head, nameClass, value.style);
  return kind === undefined ? undefined : { start: value.start, end: completeValue(text, value), kind };
}

function guessKind(
  value: string,
  nameClass: NameClass | undefined,
  style: ValueStyle,
): SecretKind | undefined {
  if (nameClass === undefined || !isPlausibleSecret(value, nameClass, style)) return undefined;
  return nameClass === 'password' ? 'password' : 'genericSecret';
}

type Value = { start: number; end: number; style: ValueStyle };

function readValue(text: string, nameFrom: number, nameTo: number): Value | undefined {
  for (const { pattern, isQuoted } of SEPARATORS) {
    const at = matchEnd(pattern, text, nameTo);
    if (at === undefined) continue;
    const value = readQuoted(text, at) ?? (isQuoted ? undefined : readBare(text, nameFrom, nameTo, at));
    if (value !== undefined) return value;
  }
  const isFlag = text.startsWith('--', nameFrom);
  const at = isFlag ? matchEnd(FLAG_SEPARATOR, text, nameTo) : undefined;
  return at === undefined ? undefined : readRun(BARE, text, at, 'field');
}

function readQuoted(text: string, at: number): Value | undefined {
  const start = matchEnd(OPEN_QUOTE, text, at);
  const quoted = start === undefined ? undefined : QUOTED[text[start - 1] ?? ''];
  return start === undefined || quoted === undefined ? undefined : readRun(quoted, text, start, 'quoted');
}

/** `NAME=value` on a line of its own, with an upper-case name, runs to the end of the line: any sign can be part of a password. */
function readBare(text: string, nameFrom: number, nameTo: number, at: number): Value | undefined {
  const isVariable =
    at === nameTo + 1 && text[nameTo] === '=' && /^[A-Z][A-Z0-9_]*$/.test(text.slice(nameFrom, nameTo));
  if (isVariable && LINE_HEAD.test(text.slice(Math.max(0, nameFrom - 40), nameFrom))) {
    return readRun(LINE, text, at, 'variable');
  }
  const value = readRun(BARE, text, at, 'code');
  const next = value === undefined ? '' : (text[value.end] ?? '\n');
  if (value === undefined || /[([{]/.test(next)) return undefined;
  const isField = /[\r\n\0<]/.test(next) || (/[;& "'`]/.test(next) && !/\s/.test(text[at - 1] ?? ''));
  return isField ? { ...value, style: 'field' } : value;
}

function readRun(pattern: RegExp, text: string, start: number, style: ValueStyle): Value | undefined {
  const end = matchEnd(pattern, text, start);
  return end === undefined ? undefined : { start, end, style };
}

/** Where a value ends that was read in part only. */
function completeValue(text: string, { start, end, style }: Value): number {
  if (end - start < LONGEST_READ) return end;
  const long = { quoted: LONG_QUOTED, variable: LONG_LINE, field: LONG_LINE, code: LONG_LINE }[style];
  return matchEnd(long, text, end) ?? end;
}

function nameStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME_SIDE && isNameUnit(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function nameEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_NAME_SIDE && isNameUnit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Letters, digits, `_`, `-` and `.`. */
function isNameUnit(code: number): boolean {
  if (code < 0x30) return code === 0x2d || code === 0x2e;
  return code < 0x3a || (code > 0x40 && code < 0x5b) || code === 0x5f || (code > 0x60 && code < 0x7b);
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
