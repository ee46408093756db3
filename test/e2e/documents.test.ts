import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile, pickItem, runCommand } from '../rig/drive.ts';
import { chooseMenuItem, explorerRow } from './support/menus.ts';
import { chooseFromMeter, readMeter, readTooltip, speakMeter } from './support/meter.ts';
import { countReference, shownReference } from './support/reference.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const CELLS = ['# A title\n\nSome prose about the data.', 'import os\nprint(os.getcwd())', 'x = 40 + 2'];
const NOTEBOOK = {
  cells: CELLS.map((source, index) =>
    index === 0
      ? { cell_type: 'markdown', metadata: {}, source: [source] }
      : { cell_type: 'code', metadata: {}, source: [source], outputs: [], execution_count: null },
  ),
  metadata: { language_info: { name: 'python' } },
  nbformat: 4,
  nbformat_minor: 5,
};
const OLD = 'export const old = 1;\n'.repeat(9);
const NEW = 'export const young = "a longer line than before";\n'.repeat(7);
const LINE = 'The quick brown fox jumps over the lazy dog.\n';
/** 51 MB: a little more than VS Code shares with extensions. */
const LARGE_LINES = 1_190_000;

function writeLargeFile(folder: string): void {
  const file = openSync(join(folder, 'large.txt'), 'w');
  for (let lines = 0; lines < LARGE_LINES; lines += 10_000) writeSync(file, LINE.repeat(10_000));
  closeSync(file);
}

describe('kinds of documents', () => {
  const it = useWorkbench(
    { 'notes.ipynb': JSON.stringify(NOTEBOOK), 'old.ts': OLD, 'young.ts': NEW },
    { prepare: writeLargeFile },
  );

  test('a notebook: all of its cells, and what is typed into one', async () => {
    const sum = (cells: readonly string[]) => cells.reduce((total, cell) => total + countReference(cell), 0);
    await openFile(it.page, 'notes.ipynb');
    await expect.poll(() => readMeter(it.page)).toBe(String(sum(CELLS)));
    expect(await speakMeter(it.page)).toBe(`Token Meter: ${sum(CELLS)} tokens in notes.ipynb`);
    await it.page.locator('.code-cell-row .monaco-editor .view-line', { hasText: 'x = 40' }).click();
    await it.page.keyboard.press('Control+End');
    await it.page.keyboard.type(' + elephants');
    await expect
      .poll(() => readMeter(it.page))
      .toBe(String(sum([...CELLS.slice(0, 2), 'x = 40 + 2 + elephants'])));
    await it.page.keyboard.press('Shift+Home');
    await expect
      .poll(() => readMeter(it.page))
      .toBe(
        `${countReference('x = 40 + 2 + elephants')} of ${sum([...CELLS.slice(0, 2), 'x = 40 + 2 + elephants'])}`,
      );
  });

  test('a diff: the side that has the focus', async () => {
    await openFile(it.page, 'start.txt');
    await runCommand(it.page, 'View: Show Explorer');
    await explorerRow(it.page, 'old.ts').click();
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(OLD));
    await explorerRow(it.page, 'young.ts').click({ modifiers: ['Control'] });
    await chooseMenuItem(it.page, explorerRow(it.page, 'young.ts'), 'Compare Selected');
    const sides = it.page.locator('.monaco-diff-editor .editor');
    await sides.nth(1).locator('.view-line').first().click();
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(NEW));
    await sides.nth(0).locator('.view-line').first().click();
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(OLD));
    expect(countReference(OLD)).not.toBe(countReference(NEW));
  });

  test('the Output panel: not at all', async () => {
    const output = it.page.locator('.output-view .monaco-editor');
    const selectOutput = async () => {
      await output.click();
      await it.page.keyboard.press('Control+A');
      await output.locator('.selected-text').first().waitFor();
    };
    await runCommand(it.page, 'Output: Show Output Channels...');
    await pickItem(it.page, 'Window');
    await expect.poll(() => output.locator('.view-lines').textContent()).toMatch(/\S/);
    await selectOutput();
    expect(await readMeter(it.page)).toBeUndefined();

    await openFile(it.page, 'old.ts');
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(OLD));
    await selectOutput();
    expect((await readTooltip(it.page)).rows.map(([title]) => title)).toEqual(['', 'File old.ts']);
    expect(await readMeter(it.page)).toBe(shownReference(OLD));
    await runCommand(it.page, 'View: Hide Panel');
  });

  test('a file beyond 50 MB: "too large", and its count from disk on request', async () => {
    await openFile(it.page, 'large.txt');
    await expect.poll(() => readMeter(it.page)).toBe('too large');
    expect(await speakMeter(it.page)).toBe('Token Meter: large.txt is too large to count live');
    const before = await readTooltip(it.page);
    expect(before.rows[1]).toEqual(['File large.txt', '…', '', '']);
    expect(before.lines[0]).toBe('The file has 51 MB, too large to count live. Click to count it from disk.');

    expect(countReference(LINE.repeat(500))).toBe(500 * countReference(LINE));
    const tokens = (LARGE_LINES * countReference(LINE)).toLocaleString('en-US');
    await chooseFromMeter(it.page, 'Count from Disk');
    await expect.poll(() => readMeter(it.page), { timeout: 40_000 }).toBe(tokens);
    const message = it.page.locator('.notification-toast', { hasText: 'large.txt:' });
    expect(await message.textContent()).toContain(`large.txt: ${tokens} tokens for GPT-5.4.`);
    expect((await readTooltip(it.page)).lines[0]).toBe(
      'The file has 51 MB, too large to count live. Counted from disk.',
    );
  });
});
