import type { FoundSecret } from './foundSecret.ts';
import { hasVariety, SECRET_CHECKS } from './secretChecks.ts';
import type { TokenRule } from './secretRule.ts';
import { type SecretKind, TOKEN_RULES } from './secretRules.ts';

type KnownRule = TokenRule & { id: SecretKind };

const RULES: readonly KnownRule[] = TOKEN_RULES;
type Anchor = { text: string; rules: readonly KnownRule[] };

/** Finds what has a form of its own. */
export function scanTokens(text: string): FoundSecret[] {
  return scanAnchors(text, ANCHORS);
}

/** What one rule finds; for measuring and tests. */
export function scanRule(text: string, id: SecretKind): FoundSecret[] {
  return scanAnchors(text, groupByPair(RULES.filter((rule) => rule.id === id)));
}

/** One walk over the text, in which two characters tell whether an anchor can stand there: a hundred searches would take ten times as long. */
function scanAnchors(text: string, anchors: readonly (readonly Anchor[] | undefined)[]): FoundSecret[] {
  const found: FoundSecret[] = [];
  const doneTo = new Map<Anchor, number>();
  let first = text.charCodeAt(0);
  for (let at = 0; at + 1 < text.length; at += 1) {
    const second = text.charCodeAt(at + 1);
    const here = (first | second) < 128 ? anchors[first * 128 + second] : undefined;
    first = second;
    if (here === undefined) continue;
    for (const anchor of here) {
      if (!text.startsWith(anchor.text, at) || at < (doneTo.get(anchor) ?? 0)) continue;
      const secrets = matchFirst(text, at, anchor.rules);
      if (secrets[0] !== undefined) doneTo.set(anchor, secrets[0].end);
      found.push(...secrets);
    }
  }
  return found;
}

function matchFirst(text: string, at: number, rules: readonly KnownRule[]): FoundSecret[] {
  for (const rule of rules) {
    const secret = matchRule(text, at - (rule.reach ?? 0), rule);
    if (secret === undefined) continue;
    return [secret, ...findCompanion(text, secret, rule)];
  }
  return [];
}

function matchRule(text: string, at: number, { id, pattern, check }: KnownRule): FoundSecret | undefined {
  if (at < 0) return undefined;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const lead = match.groups?.['lead']?.length ?? 0;
  const secret = match[0].slice(lead);
  if (!hasVariety(secret) || (check !== undefined && !SECRET_CHECKS[check](secret))) return undefined;
  const before = match.groups?.['before']?.length ?? 0;
  return { start: at + lead - before, end: at + match[0].length, kind: id };
}

function findCompanion(text: string, { end }: FoundSecret, { companion }: KnownRule): FoundSecret[] {
  if (companion === undefined) return [];
  companion.pattern.lastIndex = 0;
  const near = text.slice(end, end + companion.within);
  for (const { index, 0: secret } of near.matchAll(companion.pattern)) {
    if (!SECRET_CHECKS.isMixed(secret) || !/[A-Z]/.test(secret) || !hasVariety(secret)) continue;
    return [{ start: end + index, end: end + index + secret.length, kind: 'awsSecretKey' }];
  }
  return [];
}

/** Anchors by their first two characters, all ASCII. */
function groupByPair(rules: readonly KnownRule[]): readonly (readonly Anchor[] | undefined)[] {
  const pairs = new Array<Anchor[] | undefined>(128 * 128).fill(undefined);
  for (const text of new Set(rules.flatMap(({ anchors }) => anchors))) {
    const pair = text.charCodeAt(0) * 128 + text.charCodeAt(1);
    const anchor = { text, rules: rules.filter(({ anchors }) => anchors.includes(text)) };
    pairs[pair] = [...(pairs[pair] ?? []), anchor];
  }
  return pairs;
}

const ANCHORS = groupByPair(RULES);
