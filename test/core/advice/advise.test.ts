import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/core/advice/advise.ts';
import { CHECK_IDS } from '../../../src/core/advice/checkIds.ts';
import { makeConcise } from '../../../src/core/advice/text/conciseEdits.ts';
import { readPrompt } from '../../../src/core/advice/text/readPrompt.ts';
import { applyEdits } from '../../../src/core/advice/text/textEdit.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { countTokens } from './makeInput.ts';
import { PROMPTS_AFTER } from './promptsAfter.ts';
import { PROMPTS_BEFORE } from './promptsBefore.ts';

const PROMPTS = [...PROMPTS_BEFORE, ...PROMPTS_AFTER].map(({ text }) => text);

/** Prompts, pieces of them, and what is between. */
const ANY_PROMPT = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PROMPTS),
      fc.string(),
      fc.constantFrom('\n', '```\n', '`', '"', '. ', '- ', '{', 'please ', 'could you '),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(''));

/** What could keep a careless pattern busy. */
const HOSTILE_PIECES = [
  ' ',
  'please ',
  'a',
  'use a b c d\n',
  '](a',
  '"',
  '`',
  '`a',
  'a/',
  'a.b/',
  '. ',
  ', ',
  '- x\n',
  '{\n',
  'also, ',
  'thanks ',
  'write a very detailed, and ',
  'analyze, explain, ',
  'improve the the ',
  '优化、',
  '您',
  'could you please ',
  '\r\n',
  '> ',
  '_a',
  '一',
];

describe('advise', () => {
  it('places everything inside the prompt, in edits that fit together', () => {
    fc.assert(
      fc.property(ANY_PROMPT, (text) => {
        for (const { places, action } of advise({ text, countTokens })) {
          for (const place of places) {
            if (place.in === 'text')
              expect(0 <= place.start && place.start <= place.end && place.end <= text.length).toBe(true);
          }
          if (action.do !== 'editText') continue;
          const starts = action.edits.map(({ start }) => start);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
          expect(applyEdits(text, action.edits)).not.toBe(text);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('asks for the fields of a task that are empty, and edits no text that is not a file', () => {
    const task = {
      ...EMPTY_TASK,
      goal: 'I would like you to please add a search box to src/list.tsx',
    };
    const found = advise({ text: `Goal: ${task.goal}\n`, task, countTokens });
    expect(found.map(({ check, places, action }) => ({ check, places, action }))).toEqual([
      {
        check: 'noDoneCriteria',
        places: [{ in: 'task', field: 'doneCriteria' }],
        action: { do: 'editTask', field: 'doneCriteria' },
      },
      { check: 'filler', places: [{ in: 'task', field: 'goal' }], action: { do: 'editTask', field: 'goal' } },
    ]);
  });

  it.each(HOSTILE_PIECES)('reads 1 MB of %j in linear time', (piece) => {
    const line = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (const text of [line, `Fix it. ${line}\n${line}!`]) {
      const input = { text, countTokens: (each: string) => each.length, pathExists: () => false };
      expect(advise(input, CHECK_IDS).length).toBeLessThan(text.length);
    }
  });
});

describe('makeConcise', () => {
  it.each([
    ['Could you please rename `a` to `b`?', 'Rename `a` to `b`.'],
    ['Hi there! I hope you are doing well.\nFix `f` in order to return 1.\n', 'Fix `f` to return 1.\n'],
    ['Rename a.ts to b.ts. Thank you so much in advance!', 'Rename a.ts to b.ts. '],
    ['Say "could you please" in the label of src/a.ts.', 'Say "could you please" in the label of src/a.ts.'],
    ['```\ncould you please\n```\n', '```\ncould you please\n```\n'],
    ['Vielen Dank im Voraus!\nÄndere `a`.', 'Ändere `a`.'],
  ])('%j', (text, expected) => {
    expect(makeConcise(readPrompt(text))).toBe(expected);
  });

  it('never makes a prompt longer, and leaves code as it is', () => {
    fc.assert(
      fc.property(ANY_PROMPT, (text) => {
        const read = readPrompt(text);
        const concise = makeConcise(read);
        expect(concise.length).toBeLessThanOrEqual(text.length);
        for (const { start, end } of read.payloads) expect(concise).toContain(text.slice(start, end));
      }),
      { numRuns: 200 },
    );
  });
});
