import { describe, expect, it } from 'vitest';
import { findSecrets, SECRET_SCANNERS } from '../../../../src/core/context/gates/findSecrets.ts';
import { NAMED_RULES } from '../../../../src/core/context/gates/rules/namedRules.ts';
import { scanRule } from '../../../../src/core/context/gates/scanTokens.ts';
import { SECRET_LABELS, TOKEN_RULES } from '../../../../src/core/context/gates/secretRules.ts';
import { cpuTimeMs } from './cpuTime.ts';
import { HOSTILE_TEXTS, hostileTextsOf, TABLE_KINDS } from './hostileTexts.ts';

describe('the tables', () => {
  it('have one row for each id, and labels that a placeholder can hold', () => {
    expect(SECRET_LABELS.size).toBeGreaterThan(100);
    const ids = [...TOKEN_RULES, ...NAMED_RULES].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const label of SECRET_LABELS.values()) expect(label).toMatch(/^[\w .()-]{3,40}$/);
  });

  it.each(TOKEN_RULES.map((rule) => [rule.id, rule] as const))(
    '%s is tried at anchors only and has bounds',
    (_, rule) => {
      expect(rule.pattern.flags).toBe('y');
      expect(rule.source).toMatch(/^https:\/\//);
      for (const anchor of rule.anchors) expect(anchor).toMatch(/^[\x20-\x7e]{2,}$/);
      const withoutClasses = rule.pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
      expect(withoutClasses).not.toMatch(/[*+]|\{\d+,\}/);
      // A repeat around a group may not hold another open repeat.
      expect(withoutClasses).not.toMatch(/\{\d+,\d+\}[^(|]*\)\{\d+,[3-9]\d*\}/);
    },
  );
});

/** Meant is 200 ms on an idle machine; processor time under load needs some slack, and what is quadratic takes seconds. */
const LIMIT_MS = 400;
const ALL_LIMIT_MS = 1500;

describe('a megabyte of hostile text', () => {
  it('keeps no rule of the table for long', () => {
    // All repeats are bounded, so a twentieth of the text takes a twentieth of the time.
    const size = 50_000;
    const slow = TABLE_KINDS.flatMap((kind) =>
      hostileTextsOf(kind, size)
        .map(({ id, text }) => ({ kind, id, text, ms: cpuTimeMs(() => scanRule(text, kind), 1) * 20 }))
        .filter(({ ms, text }) => ms > LIMIT_MS && cpuTimeMs(() => scanRule(text, kind), 5) * 20 > LIMIT_MS)
        .map(({ id, ms }) => ({ kind, id, ms })),
    );
    expect(slow).toEqual([]);
  }, 120_000);

  it('keeps no scanner for long', () => {
    const slow = HOSTILE_TEXTS.flatMap(({ id, text }) =>
      SECRET_SCANNERS.map((scan) => ({ id, scan: scan.name, ms: cpuTimeMs(() => scan(text), 1) })),
    ).filter(({ ms }) => ms > LIMIT_MS);
    expect(slow).toEqual([]);
  }, 120_000);

  it('keeps all of them together for long neither', () => {
    const slow = HOSTILE_TEXTS.map(({ id, text }) => ({
      id,
      ms: cpuTimeMs(() => findSecrets(text), 1),
    })).filter(({ ms }) => ms > ALL_LIMIT_MS);
    expect(slow).toEqual([]);
  }, 120_000);
});
