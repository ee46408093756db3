import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ENCODING_NAMES } from '../../src/core/tokens/encoding.ts';
import { readVocabularySource } from '../../src/core/tokens/vocabularySource.ts';
import { buildVocabularies, checkSha256 } from '../../src/node/buildVocabulary.ts';

describe('buildVocabularies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'token-meter-vocabulary-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes a compact file for each encoding', () => {
    buildVocabularies(folder);
    expect(readdirSync(folder).sort()).toEqual(['cl100k_base.vocab', 'o200k_base.vocab']);
    expect(statSync(join(folder, 'o200k_base.vocab')).size).toBe(3_241_797);
    expect(statSync(join(folder, 'cl100k_base.vocab')).size).toBe(1_567_077);
  });

  it('leaves files that are up to date, and writes those that are not', () => {
    const file = join(folder, 'o200k_base.vocab');
    writeFileSync(file, 'made later than its sources');
    buildVocabularies(folder);
    expect(readFileSync(file, 'utf8')).toBe('made later than its sources');
    utimesSync(file, 0, 0);
    buildVocabularies(folder);
    expect(statSync(file).size).toBe(3_241_797);
  });
});

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  it('has the ranks that OpenAI published', () => {
    expect(() => checkSha256(encoding, readVocabularySource(encoding))).not.toThrow();
  });

  it('is refused when two ranks are swapped', () => {
    const [first, second, ...rest] = readVocabularySource(encoding);
    expect(() => checkSha256(encoding, [second!, first!, ...rest])).toThrow('OpenAI publishes');
  });
});
