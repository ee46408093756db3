import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { PRESET_KINDS, PRESET_LEFT_OUT } from '../../../src/node/gates/presetRules.ts';
import { scanWithPreset, scanWithRule } from '../../../src/node/gates/scanWithPreset.ts';
import { cpuTimeMs } from '../../core/context/gates/cpuTime.ts';
import { seededRandom } from '../../core/context/gates/randomSecrets.ts';
import { HOSTILE_PRESET_TEXTS } from './hostilePresetTexts.ts';
import { PRESET_FORMATS } from './presetFormats.ts';

/** Meant is 200 ms on an idle machine; processor time under load needs some slack, and what is quadratic takes seconds. */
const LIMIT_MS = 400;

/** Rules that want another file name than none find these only in secretlint itself; our own rules find them anywhere. */
const isAsked = ({ rule, id }: (typeof PRESET_FORMATS)[number]) => PRESET_KINDS.has(rule) && id !== 'npmrc';

describe('the tables of the preset', () => {
  it('name every rule of the preset once, so that a new one is not overlooked', () => {
    const ids = rules.map(({ meta }) => meta.id.replace('@secretlint/secretlint-rule-', ''));
    expect([...PRESET_KINDS.keys(), ...PRESET_LEFT_OUT.keys()].sort()).toEqual(ids.sort());
  });

  it('have a documented format for every rule that finds secrets', () => {
    const shown = new Set(PRESET_FORMATS.map(({ rule }) => rule));
    const finding = [...PRESET_KINDS.keys(), ...PRESET_LEFT_OUT.keys()].filter(
      (id) => id !== 'filter-comments',
    );
    expect(finding.filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('scanWithPreset', () => {
  it.each(PRESET_FORMATS.filter(isAsked).map((format) => [format.rule, format.id, format] as const))(
    'covers the secret: %s, %s',
    (rule, id, { build }) => {
      const { text, secret } = build(seededRandom(3));
      const at = text.indexOf(secret);
      const [found, ...more] = scanWithRule(text, rule);
      expect(more).toEqual([]);
      expect(found?.kind).toBe(id === 'x-oauth' ? 'github' : PRESET_KINDS.get(rule));
      expect(found?.start).toBeLessThanOrEqual(at);
      expect(found?.end).toBeGreaterThanOrEqual(at + secret.length);
    },
  );

  it('covers the value where the rule tells the place of the name', () => {
    const secret = seededRandom(5).text('abcdefGHIJKL0123456789', 40);
    const text = `aws_secret_access_key   =   ${secret}\n`;
    expect(scanWithPreset(text)).toEqual([{ start: 28, end: 68, kind: 'awsSecretKey' }]);
  });

  it('finds nothing across a place that is redacted already', () => {
    const { text, secret } = PRESET_FORMATS.find(({ id }) => id === 'postgres')?.build(seededRandom(1)) ?? {};
    expect(scanWithPreset(`${text}`.replace(`${secret}`, 'aB3d\0eF5g'))).toEqual([]);
  });

  it.each([
    `sk_${'live'}_${'x'.repeat(24)}`,
    `gsk_${'0'.repeat(52)}`,
    'postgres://app:your-password@db.internal/main',
    'https://user:password@git.internal.io/repo',
  ])('takes no dummy for a secret: %s', (text) => {
    expect(scanWithPreset(text)).toEqual([]);
  });

  it('keeps no rule for long on a megabyte of hostile text', () => {
    const slow = HOSTILE_PRESET_TEXTS.flatMap(({ id, text }) =>
      [...PRESET_KINDS.keys()]
        .map((rule) => ({ rule, id, ms: cpuTimeMs(() => scanWithRule(text, rule), 1) }))
        .filter(({ rule, ms }) => ms > LIMIT_MS && cpuTimeMs(() => scanWithRule(text, rule), 3) > LIMIT_MS),
    );
    expect(slow).toEqual([]);
  }, 120_000);
});
