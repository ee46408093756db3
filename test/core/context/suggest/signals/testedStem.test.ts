import { describe, expect, it } from 'vitest';
import { testedStem } from '../../../../../src/core/context/suggest/signals/testedStem.ts';

describe('testedStem', () => {
  it.each([
    'src/reader.test.ts',
    'src/reader.spec.tsx',
    'pkg/test_reader.py',
    'pkg/reader_test.go',
    'src/test/java/ReaderTest.java',
    'My.Tests/ReaderTests.cs',
    'tests/reader.py',
  ])('knows %s as a test of reader', (path) => {
    expect(testedStem(path)).toEqual({ stem: 'reader', isTest: true });
  });

  it.each(['src/reader.ts', 'src/Reader.java', 'src/reader.d.ts'])('knows %s as no test', (path) => {
    expect(testedStem(path)).toEqual({ stem: 'reader', isTest: false });
  });

  it('keeps names that only look like marks', () => {
    expect(testedStem('src/test.ts').stem).toBe('test');
    expect(testedStem('src/latest.ts')).toEqual({ stem: 'latest', isTest: false });
    expect(testedStem('.eslintrc.json').stem).toBe('.eslintrc');
  });
});
