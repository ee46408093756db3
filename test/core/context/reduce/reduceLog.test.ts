import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findErrorMessages } from '../../../../src/core/context/reduce/log/findErrorMessages.ts';
import { findReferences } from '../../../../src/core/context/reduce/log/findReferences.ts';
import { reduceLog } from '../../../../src/core/context/reduce/log/reduceLog.ts';
import { reduceText } from '../../../../src/core/context/reduce/reduceText.ts';
import { generatedLog } from './generatedLog.ts';

describe('every reduction of a log', () => {
  it('keeps each distinct error message, as it was first written', () => {
    fc.assert(
      fc.property(generatedLog, fc.nat(12), (log, lastLines) => {
        const { text } = reduceLog(log, lastLines);
        expect(findErrorMessages(log).filter((message) => !text.includes(message))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps each place that the log names', () => {
    fc.assert(
      fc.property(generatedLog, fc.nat(12), (log, lastLines) => {
        const kept = new Set(findReferences(reduceLog(log, lastLines).text).map(({ key }) => key));
        expect(findReferences(log).filter(({ key }) => !kept.has(key))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the last lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }),
        fc.nat(9),
        (words, lastLines) => {
          const { text } = reduceLog(words.join('\n'), lastLines);
          const last = words.slice(words.length - Math.min(lastLines, words.length));
          expect(last.filter((word) => !text.includes(word))).toEqual([]);
        },
      ),
    );
  });
});

it('never grows a text, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(generatedLog, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
      const reduction = reduceText(text);
      expect(reduction.text.length).toBeLessThanOrEqual(text.length);
      if (reduction.notes.length > 0) expect(reduction.text).not.toBe(text);
    }),
    { numRuns: 300 },
  );
});
