import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSecrets } from '../../../../src/core/context/gates/findSecrets.ts';
import { redactSecrets } from '../../../../src/core/context/gates/redactSecrets.ts';
import type { SecretHit } from '../../../../src/core/context/gates/secretHit.ts';
import { seededRandom } from './randomSecrets.ts';
import { SECRET_FORMATS } from './secretFormats.ts';
import { SECRET_POSITIONS } from './secretPositions.ts';

const hit = (start: number, end: number, more: Partial<SecretHit> = {}): SecretHit => ({
  start,
  end,
  kind: 'genericSecret',
  label: 'secret',
  encoding: 'plain',
  ...more,
});

/** Texts with secrets of every kind next to, behind and within other text. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '\n',
        ' ',
        '"',
        '=',
        'password: ',
        '[redacted: ',
        '[redacted: password]',
        ']',
        '\0',
        '-',
      ),
      fc
        .tuple(fc.constantFrom(...SECRET_FORMATS), fc.constantFrom(...SECRET_POSITIONS), fc.nat())
        .map(([format, position, seed]) => {
          const random = seededRandom(seed);
          return position.place(format, format.build(random), random).text;
        }),
      fc
        .tuple(fc.constantFrom(...SECRET_FORMATS), fc.nat())
        .map(([format, seed]) => format.build(seededRandom(seed))),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

describe('redactSecrets', () => {
  it('writes the label over the secret', () => {
    expect(redactSecrets('a=12345;', [hit(2, 7)])).toBe('a=[redacted: secret];');
    expect(redactSecrets('nothing', [])).toBe('nothing');
  });

  it('takes hits in any order and makes one of those that overlap', () => {
    const hits = [hit(6, 9), hit(0, 3), hit(2, 4, { kind: 'github', label: 'GitHub token' })];
    expect(redactSecrets('0123456789', hits)).toBe('[redacted: GitHub token]45[redacted: secret]9');
  });

  it('leaves nothing to be found', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(findSecrets(redactSecrets(text, findSecrets(text)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redactSecrets(text, findSecrets(text));
        expect(redactSecrets(once, findSecrets(once))).toBe(once);
      }),
    );
  });

  it('keeps all text outside of the hits', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const hits = findSecrets(text);
        let rest = redactSecrets(text, hits);
        let at = 0;
        for (const { start, end, label } of hits) {
          const kept = `${text.slice(at, start)}[redacted: ${label}]`;
          expect(rest.startsWith(kept)).toBe(true);
          rest = rest.slice(kept.length);
          at = end;
        }
        expect(rest).toBe(text.slice(at));
      }),
    );
  });
});
