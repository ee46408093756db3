import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { describe, expect, it } from 'vitest';
import { setItemChecked } from '../../../src/core/context/scope.ts';
import { fileItem, folderItem, linesItem, type ScopeItem } from '../../../src/core/context/scopeItem.ts';
import type { ScopeRequest } from '../../../src/core/context/scopeRequest.ts';
import { createCounterLoader } from '../../../src/node/counting/counterLoader.ts';
import { FileCounter } from '../../../src/node/counting/fileCounter.ts';
import { gateText } from '../../../src/node/gates/gateText.ts';
import { measureScope as measure_ } from '../../../src/node/scope/measureScope.ts';
import { makeRequest } from '../../core/context/makeRequest.ts';
import { parseDocuments } from '../../core/context/parseDocuments.ts';
import { makeFolder } from '../temporaryFolder.ts';

const DIST = join(import.meta.dirname, '../../../dist');
const loadCounter = createCounterLoader(DIST);
const files = new FileCounter({ loadCounter, workerPath: join(DIST, 'worker.cjs') });

function measureScope(request: ScopeRequest, signal?: AbortSignal) {
  return measure_(request, { files, loadCounter, parseSource: async () => undefined }, signal);
}

function measure(folder: string, scope: readonly ScopeItem[], unsaved: Record<string, string> = {}) {
  const roots = [{ path: folder, name: 'project' }];
  return measureScope(makeRequest({ scope, roots, unsaved }));
}

describe('measureScope', () => {
  it('gives the count of the very text it renders', async () => {
    const folder = makeFolder({
      'src/a.ts': 'let a = 1;\n',
      'src/b.py': 'b = 2',
      'c.bin': new Uint8Array([0, 1]),
    });
    const { measured, text } = await measure(folder, [folderItem(folder)]);
    expect(parseDocuments(text)).toEqual([
      { path: 'src/a.ts', text: 'let a = 1;\n' },
      { path: 'src/b.py', text: 'b = 2' },
    ]);
    expect(measured.total.tokens).toBe(new Tiktoken(o200k).encode(text, [], []).length);
    expect(measured.documentCount).toBe(2);
    expect(measured.items[0]?.files).toMatchObject([
      { label: 'c.bin', skip: 'binary' },
      { label: 'src/a.ts', count: { tokens: 6 } },
      { label: 'src/b.py', count: { tokens: 4 } },
    ]);
  });

  it('sends nothing twice: neither a file of two items nor lines of a whole file', async () => {
    const folder = makeFolder({ 'a.ts': 'one\ntwo\n' });
    const path = join(folder, 'a.ts');
    const lines = linesItem(path, { startLine: 2, endLine: 2 });
    const { measured, text } = await measure(folder, [lines, fileItem(path), folderItem(folder)]);
    expect(parseDocuments(text)).toEqual([{ path: 'a.ts', text: 'one\ntwo\n' }]);
    expect(measured.items.flatMap(({ files }) => files.map(({ note }) => note))).toEqual([
      'duplicate',
      undefined,
      'duplicate',
    ]);
  });

  it('takes lines, and the text of unsaved documents before the disk', async () => {
    const folder = makeFolder({ 'a.ts': 'one\ntwo\nthree\n' });
    const path = join(folder, 'a.ts');
    const { text } = await measure(folder, [linesItem(path, { startLine: 2, endLine: 3 })], {
      [path]: '1\n2\n3\n4\n',
    });
    expect(parseDocuments(text)).toEqual([
      { path: 'a.ts', lines: { startLine: 2, endLine: 3 }, text: '2\n3\n' },
    ]);
  });

  it('shows what unchecked items and parts would cost, and leaves them out', async () => {
    const folder = makeFolder({ 'a.ts': 'a', 'b/c.ts': 'c', 'b/d.ts': 'd' });
    const { measured, text } = await measure(folder, [
      { ...folderItem(folder), excluded: [join(folder, 'b')] },
    ]);
    expect(parseDocuments(text).map(({ path }) => path)).toEqual(['a.ts']);
    expect(measured.items).toMatchObject([
      {
        total: { tokens: 1 },
        files: [
          { count: { tokens: 1 } },
          { count: { tokens: 1 }, excluded: true },
          { count: { tokens: 1 }, excluded: true },
        ],
      },
    ]);
    const none = await measure(folder, setItemChecked([folderItem(folder)], `folder:${folder}`, false));
    expect(none.text).toBe('');
    expect(none.measured.total.tokens).toBe(0);
  });

  it('gives a reason for what has gone or leads outside', async () => {
    const outside = makeFolder({ 'secret.txt': 'x' });
    const folder = makeFolder({ 'a.ts': 'a' });
    symlinkSync(outside, join(folder, 'link'));
    rmSync(join(folder, 'a.ts'));
    const scope = [
      fileItem(join(folder, 'a.ts')),
      fileItem(join(folder, 'link', 'secret.txt')),
      folderItem(join(folder, 'link')),
    ];
    const { measured, text } = await measure(folder, scope);
    expect(text).toBe('');
    expect(measured.items.flatMap(({ files }) => files.map(({ skip }) => skip))).toEqual([
      'missing',
      'outside',
      'outside',
    ]);
  });

  it('leaves out files that are likely to hold secrets, and counts what the gates let through', async () => {
    // Put together at run time: no file of this project holds anything that looks like a key.
    const key = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
    const folder = makeFolder({ '.env': 'A=1\n', 'a.ts': `const token = '${key}';\n` });
    const { measured, text } = await measure(folder, [folderItem(folder)]);
    expect(measured.items[0]?.files).toMatchObject([{ label: '.env', skip: 'denied' }, { label: 'a.ts' }]);
    const { text: gated, secrets } = gateText(text);
    expect(secrets).toHaveLength(1);
    expect(gated).not.toContain(key);
    expect(measured.total.tokens).toBe(new Tiktoken(o200k).encode(gated, [], []).length);
  });

  it('takes no file through a link that its own name would keep out', async () => {
    const folder = makeFolder({ 'keys/.env': 'A=1\n', 'a.ts': 'a' });
    symlinkSync(join('keys', '.env'), join(folder, 'settings.txt'));
    const path = join(folder, 'settings.txt');
    const { measured, text } = await measure(folder, [fileItem(path), folderItem(folder)], {
      [path]: 'A=unsaved\n',
    });
    expect(parseDocuments(text).map(({ path: label }) => label)).toEqual(['a.ts']);
    expect(measured.items[0]?.files).toMatchObject([{ label: 'settings.txt', skip: 'denied' }]);
  });

  it('names the folder where the workspace has several', async () => {
    const [one, two] = [makeFolder({ 'a.ts': 'a' }), makeFolder({ 'a.ts': 'b' })];
    const roots = [
      { path: one, name: 'app' },
      { path: two, name: 'lib' },
    ];
    const scope = [folderItem(one), fileItem(join(two, 'a.ts'))];
    const { text } = await measureScope(makeRequest({ scope, roots, encoding: 'cl100k_base' }));
    expect(parseDocuments(text).map(({ path }) => path)).toEqual(['app/a.ts', 'lib/a.ts']);
  });

  it('stops when it is no longer wanted', async () => {
    const folder = makeFolder({ 'a.ts': 'a' });
    const request = makeRequest({ scope: [folderItem(folder)], roots: [{ path: folder, name: 'p' }] });
    await expect(measureScope(request, AbortSignal.abort(new Error('no longer wanted')))).rejects.toThrow(
      'no longer wanted',
    );
  });
});
