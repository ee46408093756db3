import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openFile, runCommand, treeRows, webviewFrame } from '../rig/drive.ts';
import { readCards, showDashboard } from './support/dashboard.ts';
import { chooseMenuItem, explorerRow } from './support/menus.ts';
import { readMeter, readTooltip, speakMeter } from './support/meter.ts';
import { clearScope, copyDocuments, readScope, scopeRow, showScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const NAMES = [
  '<img src=x onerror=alert(1)>.ts',
  '$(alert) x.ts',
  '**x**|y`z`.ts',
  '[a](command:x) &lt;b&gt;.ts',
];
const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

const FILES = {
  ...Object.fromEntries(NAMES.map((name) => [`names/${name}`, 'let odd = 1;\n'])),
  'odd/bom.txt': new Uint8Array([0xef, 0xbb, 0xbf, 0x68, 0x69, 0x0a]),
  'odd/empty.txt': '',
  'odd/fine.ts': 'let fine = 1;\n',
  'odd/gone.txt': 'not for long',
  'odd/invalid.txt': new Uint8Array([0x61, 0xff, 0x62, 0x0a]),
  'odd/nul.bin': new Uint8Array(64),
  'odd/utf16be.txt': new Uint8Array([0xfe, 0xff, 0, 0x68, 0, 0x69, 0, 0x0a]),
  'odd/utf16le.txt': new Uint8Array([0xff, 0xfe, 0x68, 0, 0x69, 0, 0x0a, 0]),
  'locked/inside.txt': 'not to be read',
};

function prepare(folder: string): void {
  const odd = (name: string) => join(folder, 'odd', name);
  writeFileSync(odd('large.txt'), '');
  truncateSync(odd('large.txt'), 60 * 1024 * 1024);
  writeFileSync(join(folder, '..', 'outside.txt'), 'a secret outside');
  symlinkSync(join(folder, '..', 'outside.txt'), odd('leak.txt'));
  symlinkSync(join(folder, '..'), odd('leakdir'));
  symlinkSync('.', odd('loop'));
  symlinkSync('ring-b', odd('ring-a'));
  symlinkSync('ring-a', odd('ring-b'));
  symlinkSync('nowhere', odd('dangling'));
  symlinkSync('../names', odd('linked'));
  execFileSync('mkfifo', [odd('pipe')]);
}

describe.skipIf(isWindows)('hostile files', () => {
  const it = useWorkbench(FILES, { prepare, viewport: { width: 1280, height: 1900 } });
  afterEach(() => clearScope(it.page));

  async function addFromExplorer(name: string): Promise<void> {
    await runCommand(it.page, 'View: Show Explorer');
    await chooseMenuItem(it.page, explorerRow(it.page, name), 'Add to Scope');
    await showScope(it.page);
  }

  test('each says in the tree why it is skipped or how it was read, and the rest goes on', async () => {
    await addFromExplorer('odd');
    await expect
      .poll(() => readScope(it.page))
      .toEqual([
        expect.stringMatching(/^odd \| 7 files · \d+ · 10 skipped$/),
        '  bom.txt | 2',
        '  dangling | not found',
        '  empty.txt | 0 · empty file',
        '  fine.ts | 6',
        expect.stringMatching(/^ {2}gone\.txt \| \d$/),
        '  invalid.txt | 4 · invalid UTF-8: replaced by �',
        '  large.txt | too large (over 50 MB)',
        '  leak.txt | outside the workspace',
        '  leakdir | outside the workspace',
        '  linked | link to a folder: not followed',
        '  loop | symbolic link loop',
        '  nul.bin | binary file',
        '  pipe | not a regular file',
        '  ring-a | symbolic link loop',
        '  ring-b | symbolic link loop',
        '  utf16be.txt | 2 · UTF-16',
        '  utf16le.txt | 2 · UTF-16',
      ]);
    const documents = await copyDocuments(it.page);
    expect(documents).toEqual([
      { path: 'odd/bom.txt', text: 'hi\n' },
      { path: 'odd/empty.txt', text: '' },
      { path: 'odd/fine.ts', text: 'let fine = 1;\n' },
      { path: 'odd/gone.txt', text: 'not for long' },
      { path: 'odd/invalid.txt', text: 'a�b\n' },
      { path: 'odd/utf16be.txt', text: 'hi\n' },
      { path: 'odd/utf16le.txt', text: 'hi\n' },
    ]);
  });

  test('a file that vanishes, an item that has vanished, and one that leads outside say so', async () => {
    await openFile(it.page, 'gone.txt');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showScope(it.page);
    await expect.poll(() => readScope(it.page)).toEqual([expect.stringMatching(/^gone\.txt \| \d · odd$/)]);
    await runCommand(it.page, 'View: Close All Editors');
    rmSync(join(it.folder, 'odd', 'gone.txt'));
    await expect.poll(() => readScope(it.page)).toEqual(['gone.txt | not found · odd']);
    await runCommand(it.page, 'Token Meter: Copy Scoped Context');
    const toast = it.page.locator('.notification-toast');
    await expect
      .poll(() => toast.textContent())
      .toContain(
        'Nothing in the scope can be copied (odd/gone.txt: not found). Check the reasons in the Scope view.',
      );
    expect(await scopeRow(it.page, 'gone.txt').getAttribute('aria-label')).toBe(
      'gone.txt, skipped: not found, odd',
    );
  });

  test.skipIf(isRoot)('a folder without permission says so (root may read everything)', async () => {
    chmodSync(join(it.folder, 'locked'), 0);
    await addFromExplorer('locked');
    await expect.poll(() => readScope(it.page)).toEqual(['locked | no permission to read']);
    chmodSync(join(it.folder, 'locked'), 0o755);
  });

  test('names that look like markup are nothing but names', async () => {
    await addFromExplorer('names');
    const sorted = NAMES.toSorted();
    await expect
      .poll(async () => (await readScope(it.page)).slice(1))
      .toEqual(sorted.map((name) => `  ${name} | 6`));
    expect(await treeRows(it.page, 'Scope').locator('img, .codicon-alert, a[href]').count()).toBe(0);
    await showDashboard(it.page);
    for (const name of NAMES) {
      await scopeRow(it.page, name).dblclick();
      await expect.poll(() => speakMeter(it.page)).toBe(`Token Meter: 6 tokens in names/${name}`);
      expect(await readMeter(it.page)).toBe('6');
      const { rows } = await readTooltip(it.page);
      expect(rows[1]).toEqual([`File names/${name}`, '6', '<0.1 %', '$0.000015']);
      expect(
        await it.page.locator('.monaco-hover table').locator('img, strong, code, a, .codicon').count(),
      ).toBe(0);
      await expect.poll(async () => (await readCards(it.page))[0]?.name).toBe(`names/${name}`);
      expect(await webviewFrame(it.page).locator('article img, article b a, article code').count()).toBe(0);
    }
  });

  test('and so they are in messages', async () => {
    await addFromExplorer('names');
    await scopeRow(it.page, '$(alert) x.ts').dblclick();
    await clearScope(it.page);
    await runCommand(it.page, 'Token Meter: Copy Scoped Context');
    const message = it.page.locator('[id="status.extensionMessage"]');
    await expect.poll(() => message.textContent()).toContain('copied names/$(alert) x.ts ·');
    expect(await message.locator('.codicon-alert').count()).toBe(0);
    expect(await message.locator('.codicon-check').count()).toBe(1);
  });
});
