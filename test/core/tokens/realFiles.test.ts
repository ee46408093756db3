import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENCODING_NAMES } from '../../../src/core/tokens/encoding.ts';
import { oracleEncode } from './oracle.ts';
import { listPackageFiles } from './packageFiles.ts';
import { testCounter } from './testCounter.ts';

/** Source code, declarations, documentation, data, style sheets and minified bundles of packages this project depends on. */
const FILES = [
  ...listPackageFiles('@microsoft/fast-foundation', '.js', 60),
  ...listPackageFiles('typescript', '.js', 30),
  ...listPackageFiles('vitest', '.js', 30),
  ...listPackageFiles('mocha', 'js', 20),
  ...listPackageFiles('typescript', '.d.ts', 40),
  ...listPackageFiles('@types/node', '.d.ts', 40),
  ...listPackageFiles('@types/vscode', '.d.ts', 1),
  ...listPackageFiles('@azure', '.md', 15),
  ...listPackageFiles('@microsoft/fast-foundation', '.md', 17),
  // READMEs in Chinese, Japanese, Korean, Russian, French and more; messages in 20 languages.
  ...listPackageFiles('@biomejs/biome', '.md', 20),
  ...listPackageFiles('axe-core', '.json', 23),
  ...listPackageFiles('emoji-regex', 'js', 2),
  ...listPackageFiles('pako', '.min.js', 3),
  ...listPackageFiles('jszip', '.min.js', 1),
  ...listPackageFiles('playwright-core', '.css', 10),
  ...listPackageFiles('lit', '.map', 10),
];

describe.each(ENCODING_NAMES)('%s', (encoding) => {
  it('counts real files as the reference does', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(200);
    const counter = testCounter(encoding);
    for (const file of FILES) {
      const bytes = readFileSync(file);
      const text = bytes.toString('utf8');
      const tokens = oracleEncode(encoding, text).length;
      expect.soft(counter.countTokens(text), file).toBe(tokens);
      expect.soft(counter.countUtf8(bytes), file).toBe(tokens);
    }
  });
});
