import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileItem, folderItem, linesItem } from '../../../src/core/context/scopeItem.ts';
import { EMPTY_TASK } from '../../../src/core/context/task.ts';
import { gateText } from '../../../src/node/gates/gateText.ts';
import { formatScopeFile, parseScopeFile } from '../../../src/node/scope/scopeFile.ts';
import { arbitraryItem, arbitraryTask } from '../../core/context/arbitraryScope.ts';

const ONE = [{ path: '/project/app', name: 'app' }];
const SEVERAL = [
  { path: '/project/app', name: 'app' },
  { path: '/project/lib', name: 'app/lib' },
  { path: '/other/app', name: 'app' },
];

const fileName = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom('a.ts', 'c:', 'a\\b', '...', '~', 'C:\\x'),
  )
  .filter((name) => !/[/\0]/.test(name) && name !== '.' && name !== '..');

function pathBelow(folders: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...folders), fc.array(fileName, { maxLength: 3 }))
    .map(([folder, names]) => join(folder, ...names));
}

function parse(content: unknown, roots = ONE) {
  return parseScopeFile(typeof content === 'string' ? content : JSON.stringify(content), roots);
}

const valid = (...items: unknown[]) => ({ version: 1, name: 'a', task: {}, items });

describe('a scope as a file', () => {
  it.each([
    ['one folder', ONE],
    ['several folders', SEVERAL],
  ])('gives the scope back in a workspace of %s, with paths of any name', (_words, roots) => {
    const item = arbitraryItem(pathBelow(roots.map(({ path }) => path)));
    const items = fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 5 });
    const name = fc.string({ minLength: 1, maxLength: 100 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(name, items, arbitraryTask, (title, scope, task) => {
        const file = formatScopeFile({ name: title, scope, task }, roots);
        expect(parseScopeFile(file, roots)).toEqual({ scope: { name: title, scope, task } });
      }),
    );
  });

  it('goes through the gates as it is, whatever is invisible in it', () => {
    const names = ['\u202est.ts', '\u3164.ts', '\u{e0041}.ts', 'a\ufe0f.ts', 'zero\u200bwidth.ts'];
    const scope = names.map((name) => fileItem(`/project/app/${name}`));
    const file = formatScopeFile({ name: 'a\u200bb', scope, task: EMPTY_TASK }, ONE);
    expect(gateText(file)).toEqual({ text: file, secrets: [], invisible: [] });
    expect(parse(file)).toEqual({ scope: { name: 'a\u200bb', scope, task: EMPTY_TASK } });
  });

  it('is readable, and the same on every machine', () => {
    const scope = [
      folderItem('/project/app'),
      { ...folderItem('/project/app/src'), excluded: ['/project/app/src/old'] },
      linesItem('/project/app/a.ts', { startLine: 1, endLine: 2 }),
    ];
    const file = formatScopeFile({ name: 'a', scope, task: { ...EMPTY_TASK, goal: 'Go' } }, ONE);
    expect(JSON.parse(file)).toEqual({
      version: 1,
      name: 'a',
      task: { ...EMPTY_TASK, goal: 'Go' },
      items: [
        { kind: 'folder', path: '.', checked: true, detail: 'full', excluded: [] },
        { kind: 'folder', path: 'src', checked: true, detail: 'full', excluded: ['src/old'] },
        { kind: 'lines', path: 'a.ts', lines: { startLine: 1, endLine: 2 }, checked: true, detail: 'full' },
      ],
    });
  });

  it('leaves out what lies outside of the workspace: by a relative path it would be another file', () => {
    const scope = [fileItem('/elsewhere/README.md'), fileItem('/project/app/a.ts')];
    const read = parse(formatScopeFile({ name: 'a', scope, task: EMPTY_TASK }, ONE));
    expect(read).toEqual({ scope: { name: 'a', scope: [fileItem('/project/app/a.ts')], task: EMPTY_TASK } });
    const item = { ...folderItem('/project/app'), excluded: ['/elsewhere', '/project/app/b'] };
    const kept = { ...item, excluded: ['/project/app/b'] };
    const file = formatScopeFile({ name: 'a', scope: [item], task: EMPTY_TASK }, ONE);
    expect(parse(file)).toEqual({ scope: { name: 'a', scope: [kept], task: EMPTY_TASK } });
  });

  it('takes what somebody has written by hand', () => {
    const written = valid(
      { kind: 'file', path: './src//a.ts', checked: true },
      { kind: 'file', path: 'src/a.ts', checked: true, detail: 'full', colour: 'red' },
      { kind: 'folder', path: 'src/', checked: false, excluded: ['src/b/'] },
    );
    expect(parse(written)).toEqual({
      scope: {
        name: 'a',
        scope: [
          fileItem('/project/app/src/a.ts'),
          { ...folderItem('/project/app/src'), checked: false, excluded: ['/project/app/src/b'] },
        ],
        task: EMPTY_TASK,
      },
    });
  });

  it('is not turned by names that mean something to JavaScript', () => {
    const file =
      '{ "__proto__": { "polluted": true }, "version": 1, "name": "a", "items": [{ "__proto__": { "path": "/etc" }, "kind": "file", "checked": true }] }';
    expect(parse(file)).toEqual({ problem: expect.stringMatching(/^item 1: path: /) });
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([
    ['../b.ts'],
    ['src/../../b.ts'],
    ['..'],
    ['/etc/passwd'],
    ['C:\\Users\\a'],
    ['c:/Users/a'],
    ['\\\\server\\share'],
    [''],
  ])('refuses a path that leaves the workspace: %j', (path) => {
    const refused = { problem: `item 2: ${JSON.stringify(path)} leaves the workspace` };
    const good = { kind: 'file', path: 'a.ts', checked: true };
    expect(parse(valid(good, { kind: 'file', path, checked: true }))).toEqual(refused);
    expect(parse(valid(good, { kind: 'folder', path: 'src', checked: true, excluded: [path] }))).toEqual(
      refused,
    );
    expect(parse(valid(good, { kind: 'file', path, checked: true }), SEVERAL)).toEqual(refused);
  });

  it.each([
    ['not JSON', '{ "version": 1, ', /^it is not JSON \(/],
    ['nothing', '', /^it is not JSON \(/],
    ['something else', [], /^it has no version, so it is no scope of Token Meter$/],
    [
      'a newer one',
      { ...valid(), version: 2 },
      /^it was written by a newer version of Token Meter \(2\): update/,
    ],
    ['a version that never was', { ...valid(), version: 0 }, /^it has no version/],
    ['no name', { version: 1, items: [] }, /^name: /],
    ['an empty name', { ...valid(), name: '  ' }, /^name: /],
    ['a name without end', { ...valid(), name: 'x'.repeat(101) }, /^name: /],
    ['no items', { version: 1, name: 'a' }, /^items: /],
    ['an item that is none', valid('a.ts'), /^items\.0: /],
    ['a task of the wrong type', { ...valid(), task: { goal: 5 } }, /^task\.goal: /],
    ['an unknown kind', valid({ kind: 'hologram', path: 'a', checked: true }), /^item 1: kind: .*"hologram"/],
    ['a field of the wrong type', valid({ kind: 'file', path: 5, checked: true }), /^item 1: path: .*string/],
    ['no mark', valid({ kind: 'file', path: 'a' }), /^item 1: checked: /],
    [
      'a detail of another kind',
      valid({ kind: 'lines', path: 'a', checked: true, detail: 'diff', lines: { startLine: 1, endLine: 2 } }),
      /^item 1: .*no such detail/,
    ],
    [
      'lines from the end to the start',
      valid({ kind: 'lines', path: 'a', checked: true, lines: { startLine: 3, endLine: 2 } }),
      /^item 1: lines: .*before the first/,
    ],
    [
      'an empty glob',
      valid({ kind: 'glob', path: '.', pattern: '', checked: true, excluded: [] }),
      /^item 1: pattern: /,
    ],
  ])('says what is wrong with %s', (_words, content, message) => {
    expect(parse(content)).toEqual({ problem: expect.stringMatching(message) });
  });
});
