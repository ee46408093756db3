import { expect, it } from 'vitest';
import { classifyFile } from '../../../../src/core/context/reduce/classifyFile.ts';
import { findErrorMessages } from '../../../../src/core/context/reduce/log/findErrorMessages.ts';
import { findReferences } from '../../../../src/core/context/reduce/log/findReferences.ts';
import { reduceText } from '../../../../src/core/context/reduce/reduceText.ts';
import { REDUCTION_KINDS } from '../../../../src/core/context/reduce/reduction.ts';

/** A pattern that goes back over what it has read would need hours for a million of these in one line; the test's time limit holds it. */
const UNITS = [
  ...[
    'a',
    'A',
    '0',
    ' ',
    '\t',
    '.',
    '/',
    '\\',
    '-',
    '_',
    ':',
    '(',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '#',
    '=',
    '\0',
  ],
  ...[
    'a.',
    '.a',
    'a/',
    '0:',
    ':0',
    '0.',
    '0-',
    'a-',
    'at ',
    ' at (',
    'a(',
    'File "',
    '.ts:',
    '.ts(',
    '.a"',
    '.ts"',
    'é.',
    '😀',
    '\u001b',
    '\u001b[',
    '\u001b]',
    '\u001b[0;',
  ],
  ...[
    'Error ',
    'Error: ',
    'error[',
    'id=',
    'aid',
    'req-',
    '[a-',
    '0x',
    'deadbeef',
    '12:34:56 ',
    '2026-02-03T',
    '\\"',
    '","',
    '":',
    '[{',
    '{"a":',
    '",',
    ', ',
    '; ',
    '. A',
    '| - ',
    '-|',
    '✓ ',
    '=>',
  ],
];

it.each(UNITS)('a line of 1 MB of %j is read in linear time', (unit) => {
  const line = unit.repeat(Math.ceil(1_000_000 / unit.length));
  for (const text of [line, `2026-02-03T10:00:00Z ERROR ${line}\n${line}!`]) {
    for (const kind of [undefined, ...REDUCTION_KINDS]) {
      const reduced = reduceText(text, kind === undefined ? {} : { kind });
      expect(reduced.text.length).toBeLessThanOrEqual(text.length);
    }
    findReferences(text);
    findErrorMessages(text);
    classifyFile('a.js', text);
  }
});

it('many short hostile lines are read in linear time', () => {
  const text = UNITS.map((unit) => `${unit.repeat(40)}\n`.repeat(300)).join('');
  expect(reduceText(text, { kind: 'log' }).text.length).toBeLessThan(text.length);
});
