import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findErrorMessages } from '../../../../src/core/context/reduce/log/findErrorMessages.ts';
import { findReferences } from '../../../../src/core/context/reduce/log/findReferences.ts';
import { LOG_FORMATS } from '../../../../src/core/context/reduce/log/logFormats.ts';
import { recogniseFormats } from '../../../../src/core/context/reduce/log/recogniseLog.ts';
import { reduceLog } from '../../../../src/core/context/reduce/log/reduceLog.ts';
import { reduceText } from '../../../../src/core/context/reduce/reduceText.ts';
import { BUILD_TOOL_LOGS } from './logs/buildTools.ts';
import { REDUCED_LOGS } from './logs/reducedLogs.ts';
import { SERVER_LOGS } from './logs/servers.ts';
import { TEST_RUNNER_LOGS } from './logs/testRunners.ts';

const LOGS = { ...TEST_RUNNER_LOGS, ...BUILD_TOOL_LOGS, ...SERVER_LOGS };

describe.each(LOG_FORMATS)('a log of %s', (format) => {
  it('is recognised', () => {
    expect(recogniseFormats(LOGS[format])[0]).toBe(format);
    expect(reduceText(LOGS[format])).toMatchObject({ kind: 'log', format });
  });

  it('is reduced to what matters', () => {
    expect(reduceLog(LOGS[format], 3).text).toBe(REDUCED_LOGS[format]);
  });

  it('is recognised with Windows line ends and colours, and reduced to the same', () => {
    const coloured = LOGS[format].replaceAll(/^(.)/gm, '\u001b[2m$1\u001b[0m').replaceAll('\n', '\r\n');
    expect(reduceLog(coloured, 3).text).toBe(REDUCED_LOGS[format]);
  });
});

it('counts what it leaves out', () => {
  expect(reduceLog(LOGS.log4j, 3).notes).toEqual([
    { cut: 'debug', count: 1 },
    { cut: 'repeats', count: 3 },
    { cut: 'frames', count: 4 },
    { cut: 'sameFrames', count: 3 },
    { cut: 'timestamps', count: 6 },
  ]);
});

it('takes a log of no known format for one by its times, errors and repeats', () => {
  const log = Array.from({ length: 40 }, (_, index) => `step ${index} of the import was done`).join('\n');
  expect(reduceText(log)).toMatchObject({ kind: 'log', notes: [{ cut: 'repeats', count: 29 }] });
  expect(reduceText('One line.\nAnother line.\nA third one, with an Error: in it.\n')).toMatchObject({
    kind: 'other',
    notes: [],
  });
});

it.each([
  ['    at f (src/a.ts:12:5)', ['src/a.ts:12:5']],
  ['a.ts(12,5): error TS1: x', ['a.ts:12:5']],
  ['  File "/srv/a b/c.py", line 7, in f', ['/srv/a b/c.py:7']],
  ['[ERROR] /srv/A.java:[12,34] ;', ['/srv/A.java:12:34']],
  ['   at N.M() in C:\\src\\a.cs:line 9', ['C:\\src\\a.cs:9']],
  ['in /srv/a.php on line 3', ['/srv/a.php:3']],
  ['Makefile:12: *** missing separator', ['Makefile:12']],
  ['ERROR in ./src/a.ts 12:5-9', ['./src/a.ts:12:5']],
  ['src/a.ts (3:9): "x"', ['src/a.ts:3:9']],
  ['./run.sh: line 4: foo: command not found', ['./run.sh:4']],
  ['file:///srv/a.js:1:2 and webpack:///./src/b.js:3:4', ['/srv/a.js:1:2', '/./src/b.js:3:4']],
  ['[src/[id]/page.tsx:4]', ['src/[id]/page.tsx:4']],
  ['/srv/a.ts\n  1:2  error  x\n  3:4  warning  y\n\n  5:6  error  z', ['/srv/a.ts:1:2', '/srv/a.ts:3:4']],
  ['\u001b[36msrc/a.ts\u001b[39m:\u001b[33m1\u001b[39m:\u001b[33m2', ['src/a.ts:1:2']],
  ['10.0.0.1:80 db.example.com:5432 at 10:00:01 took 1.5s:3 arr.push(3)', []],
])('finds the places in %j', (line, keys) => {
  expect(findReferences(line).map(({ key }) => key)).toEqual(keys);
});

it.each([
  ['TypeError: x is not a function\nTypeError: x is not a function', ['TypeError: x is not a function']],
  ['src/a.ts(1,2): error TS1: x\nsrc/b.ts(3,4): error TS1: x', ['error TS1: x']],
  ['12:00:01 ERROR id=17 failed\n12:00:02 ERROR id=18 failed', ['ERROR id=17 failed']],
  ['ERROR request failed after 12ms\nERROR request failed after 99ms', ['ERROR request failed after 12ms']],
  ['error: exit code 1\nerror: exit code 2', ['error: exit code 1', 'error: exit code 2']],
  ['✓ throws Error: bad\n0 errors\nFound 0 errors.\nerror handler loaded\nno errors', []],
  ['3 passed, 1 failed\n0 warnings, 2 errors', []],
])('finds the error messages in %j', (log, messages) => {
  expect(findErrorMessages(log)).toEqual(messages);
});

it('takes no file of code or documentation for a log or table', () => {
  const root = join(import.meta.dirname, '../../../..');
  const paths = globSync(['src/**/*.ts', '*.md', 'test/core/tokens/*.ts'], { cwd: root });
  const kinds = paths.map((path) => `${path}: ${reduceText(readFileSync(join(root, path), 'utf8')).kind}`);
  expect(kinds.filter((line) => /: (?:log|json|table)$/.test(line))).toEqual([]);
});
