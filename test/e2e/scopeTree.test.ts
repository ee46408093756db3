import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFile, runCommand, treeRows, typeText, viewPane } from '../rig/drive.ts';
import { chooseMenuItem, explorerRow } from './support/menus.ts';
import { countReference, shownReference } from './support/reference.ts';
import { clearScope, copyDocuments, readScope, readTotal, scopeRow, showScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const FILES = {
  'app/main.ts': 'import { two } from "./two";\n',
  'app/lib/one.ts': 'export const one = 1;\n',
  'app/lib/two.ts': 'export const two = 2;\n'.repeat(60),
  'app/logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
  'app/.gitignore': 'generated/\n*.log\n!keep.log\n',
  'app/debug.log': 'left out',
  'app/keep.log': 'kept\n',
  'app/generated/api.ts': 'left out',
  'app/lib/.gitignore': 'secret.txt\n!debug.log\n',
  'app/lib/secret.txt': 'left out',
  'app/lib/debug.log': 'taken in again by the inner file\n',
  'README.md': '# Read me\n',
};
const tokens = (...paths: (keyof typeof FILES)[]) =>
  paths.reduce((sum, path) => sum + countReference(String(FILES[path])), 0).toLocaleString('en-US');
const LIB = ['app/lib/.gitignore', 'app/lib/debug.log', 'app/lib/one.ts', 'app/lib/two.ts'] as const;
const APP = ['app/.gitignore', 'app/keep.log', 'app/main.ts', ...LIB] as const;

describe('the Scope view', () => {
  // Tall enough for all rows: only those in view are in the page.
  const it = useWorkbench(FILES, { viewport: { width: 1280, height: 1400 } });
  beforeEach(async () => {
    await openFile(it.page, 'README.md');
    await runCommand(it.page, 'View: Show Explorer');
    await chooseMenuItem(it.page, explorerRow(it.page, 'app'), 'Add to Scope');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showScope(it.page);
  });
  afterEach(() => clearScope(it.page));

  test('lists a folder as Git sees it, with tokens, and says why a file is skipped', async () => {
    await scopeRow(it.page, 'lib').locator('.monaco-tl-twistie').click();
    await expect
      .poll(() => readScope(it.page))
      .toEqual([
        `app | 7 files · ${tokens(...APP)} · 1 skipped`,
        `  .gitignore | ${tokens('app/.gitignore')}`,
        `  keep.log | ${tokens('app/keep.log')}`,
        `  lib | 4 files · ${tokens(...LIB)}`,
        `    .gitignore | ${tokens('app/lib/.gitignore')}`,
        `    debug.log | ${tokens('app/lib/debug.log')}`,
        `    one.ts | ${tokens('app/lib/one.ts')}`,
        `    two.ts | ${tokens('app/lib/two.ts')}`,
        '  logo.png | binary file',
        `  main.ts | ${tokens('app/main.ts')}`,
        `README.md | ${tokens('README.md')}`,
      ]);
    const message = viewPane(it.page, 'Scope').locator('.message');
    // Behind it what the scope costs on each tier.
    expect(await message.textContent()).toMatch(/^1 file skipped: see the reasons below\./);
    const label = await scopeRow(it.page, 'logo.png').getAttribute('aria-label');
    expect(label).toBe('logo.png, skipped: binary file');
  });

  test('takes items and parts of a folder out of the text and in again by their checkboxes', async () => {
    const check = (label: string) => scopeRow(it.page, label).getByRole('checkbox').click();
    const paths = async () => (await copyDocuments(it.page)).map(({ path }) => path);
    await scopeRow(it.page, 'lib').locator('.monaco-tl-twistie').click();
    await check('one.ts');
    await expect.poll(() => readScope(it.page)).toContain(`    ☐ one.ts | ${tokens('app/lib/one.ts')}`);
    await expect
      .poll(() => readScope(it.page))
      .toContain(`  lib | 3 files · ${tokens('app/lib/.gitignore', 'app/lib/debug.log', 'app/lib/two.ts')}`);
    expect(await paths()).toEqual([
      ...APP.filter((path) => path !== 'app/lib/one.ts').toSorted(),
      'README.md',
    ]);

    await check('lib');
    await check('README.md');
    await expect.poll(() => readScope(it.page)).toContain(`☐ README.md | ${tokens('README.md')}`);
    expect(await paths()).toEqual(['app/.gitignore', 'app/keep.log', 'app/main.ts']);

    await check('two.ts');
    await expect.poll(() => readScope(it.page)).toContain(`  lib | 1 file · ${tokens('app/lib/two.ts')}`);
    expect(await paths()).toEqual(['app/.gitignore', 'app/keep.log', 'app/lib/two.ts', 'app/main.ts']);

    await check('app');
    await expect.poll(() => readScope(it.page)).toContain(`  ☐ main.ts | ${tokens('app/main.ts')}`);
    await check('main.ts');
    await expect.poll(() => readScope(it.page)).toContain(`  main.ts | ${tokens('app/main.ts')}`);
    expect(await paths()).toEqual(['app/main.ts']);
  });

  test('removes with the button of a row, with the Delete key, and everything at once', async () => {
    await scopeRow(it.page, 'README.md').hover();
    await scopeRow(it.page, 'README.md').getByRole('button', { name: 'Remove from Scope' }).click();
    await expect.poll(() => readScope(it.page).then((rows) => rows.at(-1))).toMatch(/^ {2}main\.ts/);

    await scopeRow(it.page, 'main.ts').click();
    await it.page.keyboard.press('Delete');
    await expect.poll(() => readScope(it.page)).toContain(`  ☐ main.ts | ${tokens('app/main.ts')}`);

    await scopeRow(it.page, 'app').click();
    await it.page.keyboard.press('Delete');
    await expect.poll(() => readScope(it.page)).toEqual([]);
    await expect.poll(() => readTotal(it.page)).toBe('');

    await runCommand(it.page, 'Token Meter: Add All Open Tabs to Scope');
    await expect.poll(() => treeRows(it.page, 'Scope').count()).toBeGreaterThan(0);
    await viewPane(it.page, 'Scope').locator('.pane-header').hover();
    await viewPane(it.page, 'Scope').getByRole('button', { name: 'Clear Scope' }).click();
    await expect.poll(() => readScope(it.page)).toEqual([]);
  });

  test('is there again after the window has been reloaded', async () => {
    await scopeRow(it.page, 'main.ts').getByRole('checkbox').click();
    await expect.poll(() => readScope(it.page)).toContain(`  ☐ main.ts | ${tokens('app/main.ts')}`);
    const rest = APP.filter((path) => path !== 'app/main.ts');
    await expect.poll(() => readScope(it.page)).toContain(`app | 6 files · ${tokens(...rest)} · 1 skipped`);
    const before = await readScope(it.page);
    await runCommand(it.page, 'Developer: Reload Window');
    await it.page.waitForEvent('load');
    await viewPane(it.page, 'Scope').waitFor({ timeout: 30_000 });
    await expect.poll(() => readScope(it.page), { timeout: 30_000 }).toEqual(before);
  });

  test('follows files on disk and documents that are not saved', async () => {
    await expect.poll(() => readScope(it.page)).toContain(`README.md | ${tokens('README.md')}`);
    const written = '# Read me\n\nNow with another paragraph.\n';
    writeFileSync(join(it.folder, 'README.md'), written);
    await expect.poll(() => readScope(it.page)).toContain(`README.md | ${shownReference(written)}`);

    writeFileSync(join(it.folder, 'app/new.ts'), 'brand new\n');
    await expect.poll(() => readScope(it.page)).toContain(`  new.ts | ${shownReference('brand new\n')}`);

    await typeText(it.page, 'Typed, ');
    await expect
      .poll(() => readScope(it.page))
      .toContain(`README.md | ${shownReference(`Typed, ${written}`)}`);
    const documents = await copyDocuments(it.page);
    expect(documents.at(-1)).toEqual({ path: 'README.md', text: `Typed, ${written}` });
  });
});
