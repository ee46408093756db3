import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets, SECRET_SCANNERS } from '../../../src/core/context/gates/findSecrets.ts';
import { gateText } from '../../../src/node/gates/gateText.ts';
import { scanWithPreset } from '../../../src/node/gates/scanWithPreset.ts';
import { readPackageTexts } from '../../core/context/gates/packageTexts.ts';
import { HEX, seededRandom } from '../../core/context/gates/randomSecrets.ts';
import { SECRET_FORMATS } from '../../core/context/gates/secretFormats.ts';
import { SECRET_POSITIONS } from '../../core/context/gates/secretPositions.ts';
import { lintWithPreset } from './lintWithPreset.ts';
import { PRESET_FORMATS } from './presetFormats.ts';

/** Texts with secrets of both collections next to, behind and within other text. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\n',
        ' ',
        '"',
        '=',
        '\0',
        '://a:',
        '@b.io',
        '[redacted: ',
        '[redacted: password]',
        'mysql://u:',
      ),
      fc
        .tuple(fc.constantFrom(...PRESET_FORMATS), fc.nat())
        .map(([{ build }, seed]) => build(seededRandom(seed)).text),
      fc
        .tuple(fc.constantFrom(...SECRET_FORMATS), fc.constantFrom(...SECRET_POSITIONS), fc.nat())
        .map(
          ([format, { place }, seed]) =>
            place(format, format.build(seededRandom(seed)), seededRandom(seed)).text,
        ),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

describe('gateText', () => {
  it.each(PRESET_FORMATS.map((format) => [format.rule, format.id, format] as const))(
    'redacts what secretlint finds: %s, %s',
    async (rule, _, { build, fileName }) => {
      for (let seed = 1; seed <= 5; seed += 1) {
        const { text, secret } = build(seededRandom(seed));
        expect(await lintWithPreset(text, fileName)).toContain(rule);
        const gated = gateText(text).text;
        expect(gated).not.toContain(secret);
        // In `.npmrc` anything that is no variable is a token for secretlint.
        const rest = gated.replaceAll(/\[redacted: [^\]]+\]/g, '$');
        expect(await lintWithPreset(rest, fileName)).toEqual([]);
      }
    },
  );

  it('does not obey comments that switch secretlint off', async () => {
    for (const { build } of PRESET_FORMATS) {
      const { text, secret } = build(seededRandom(9));
      const commented = `// secretlint-disable\n${text}`;
      expect(await lintWithPreset(commented)).toEqual([]);
      expect(gateText(commented).text).not.toContain(secret);
    }
  });

  it('covers the secret and nothing else of a URL', () => {
    const password = 'kH8sPq2LmX4v';
    const { text, secrets } = gateText(`\nDB=postgres://app:${password}@db.internal:5432/main?ssl=true\n`);
    expect(text).toBe('\nDB=postgres://app:[redacted: URL credentials]@db.internal:5432/main?ssl=true\n');
    expect(secrets).toEqual([{ label: 'URL credentials', line: 1 }]);
  });

  it('lets pass what the user lets pass, and lists it all the same', () => {
    const text = `"git+https://${seededRandom(1).text(HEX, 40)}:x-oauth-basic@github.com/a/b"`;
    expect(gateText(text, { keepSecrets: true })).toEqual({
      text,
      secrets: [
        { label: 'GitHub token', line: 0 },
        { label: 'URL credentials', line: 0 },
      ],
      invisible: [],
    });
  });

  it('finds disjoint places in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const { start, end } of findSecrets(text, [...SECRET_SCANNERS, scanWithPreset])) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('applying twice is applying once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = gateText(text);
        expect(gateText(once.text)).toEqual({ text: once.text, secrets: [], invisible: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('raises at most one false alarm in a hundred files of public packages', () => {
    const files = readPackageTexts();
    const alarms = files.filter(({ text }) => gateText(text).secrets.length > 0).map(({ file }) => file);
    expect(files.length).toBeGreaterThanOrEqual(200);
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual(files.length / 100);
  });
});
