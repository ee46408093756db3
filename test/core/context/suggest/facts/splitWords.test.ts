import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords, stemWord, taskWords } from '../../../../../src/core/context/suggest/facts/splitWords.ts';

describe('splitWords', () => {
  it.each([
    ['parseHTTPHeaders2', ['pars', 'http', 'head', '2']],
    ['snake_case-path/fileName.ts', ['snak', 'cas', 'path', 'fil', 'nam', 'ts']],
    ['Größe der Datei', ['größe', 'der', 'datei']],
    ['修复解析', ['修复', '复解', '解析']],
    ['', []],
  ])('splits %j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('gives the forms of a word one stem, which starts it', () => {
    expect(new Set(['parse', 'parses', 'parsed', 'parsing', 'parser'].map(stemWord))).toEqual(
      new Set(['pars']),
    );
    expect(stemWord('classes')).toBe(stemWord('class'));
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => word.startsWith(stemWord(word))));
  });

  it('leaves of a task what tells files apart', () => {
    expect(taskWords('Fix the parsing of headers, and parse them again')).toEqual([
      'pars',
      'head',
      'them',
      'again',
    ]);
    expect(taskWords('fix')).toEqual([]);
  });
});
