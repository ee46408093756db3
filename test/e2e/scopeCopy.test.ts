import { afterEach, describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/core/context/render/renderMarkdown.ts';
import { focusEditor, openFile, runCommand, viewPane } from '../rig/drive.ts';
import { chooseMenuItem, explorerRow } from './support/menus.ts';
import { chooseFromMeter, readMeter } from './support/meter.ts';
import { shownReference } from './support/reference.ts';
import { clearScope, copyText, readTotal, showScope, UNTOUCHED } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const FILES = {
  'notes/fences.md': '# Fences\n\n```ts\nlet a;\n```\n\n````\n```\n````\n',
  'notes/no newline.txt': 'the last line does not end',
  'notes/empty.txt': '',
  'notes/marks.txt': '## notes/other.txt\n\n<|endoftext|> and 結び\n',
  'code.py': 'def f():\n\treturn "héllo"\n',
};
const NOTES = ['empty.txt', 'fences.md', 'marks.txt', 'no newline.txt'] as const;

describe('Copy Scoped Context', () => {
  const it = useWorkbench(FILES);
  afterEach(() => clearScope(it.page));
  const statusMessage = () => it.page.locator('[id="status.extensionMessage"]').textContent();

  test('copies a text that gives the files back, and shows the count of this very text', async () => {
    await runCommand(it.page, 'View: Show Explorer');
    await chooseMenuItem(it.page, explorerRow(it.page, 'notes'), 'Add to Scope');
    await openFile(it.page, 'code.py');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showScope(it.page);
    await expect.poll(() => readTotal(it.page)).toMatch(/^5 files/);
    const text = await copyText(it.page, () => runCommand(it.page, 'Token Meter: Copy Scoped Context'));
    expect(parseMarkdown(text)).toEqual([
      ...NOTES.map((name) => ({ path: `notes/${name}`, text: FILES[`notes/${name}`] })),
      { path: 'code.py', text: FILES['code.py'] },
    ]);
    expect(await readTotal(it.page)).toBe(`5 files · ${shownReference(text)} tokens`);
    const cost = `\\$0\\.0\\d+`;
    await expect
      .poll(statusMessage)
      .toMatch(
        new RegExp(
          `^\\s*5 files · ${shownReference(text)} tokens · ${cost}( · .* less than the workspace)? · no task$`,
        ),
      );
  });

  test('by the button of the view, the status bar and the key: the same text', async () => {
    await openFile(it.page, 'code.py');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showScope(it.page);
    await viewPane(it.page, 'Scope').locator('.pane-header').hover();
    const button = viewPane(it.page, 'Scope').getByRole('button', { name: 'Copy Scoped Context' });
    const byButton = await copyText(it.page, () => button.click());
    expect(byButton).toBe(`## code.py\n\n\`\`\`py\n${FILES['code.py']}\`\`\`\n`);
    expect(await copyText(it.page, () => chooseFromMeter(it.page, 'Copy Scoped Context'))).toBe(byButton);
    await focusEditor(it.page);
    const byKey = await copyText(it.page, async () => {
      await it.page.keyboard.press('Control+K');
      await it.page.keyboard.press('Alt+C');
    });
    expect(byKey).toBe(byButton);
  });

  test('with an empty scope: the selection or else the open file, and says so', async () => {
    await openFile(it.page, 'code.py');
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(FILES['code.py']));
    const whole = await copyText(it.page, () => runCommand(it.page, 'Token Meter: Copy Scoped Context'));
    expect(parseMarkdown(whole)).toEqual([{ path: 'code.py', text: FILES['code.py'] }]);
    await expect
      .poll(statusMessage)
      .toContain(`Scope is empty: copied code.py · ${shownReference(whole)} tokens`);

    await focusEditor(it.page);
    await it.page.keyboard.press('Control+End');
    await it.page.keyboard.press('Control+ArrowLeft');
    await it.page.keyboard.press('Control+Home');
    await it.page.keyboard.press('Control+Shift+ArrowRight');
    await expect.poll(() => readMeter(it.page)).toMatch(/^1 of /);
    const part = await copyText(it.page, () => runCommand(it.page, 'Token Meter: Copy Scoped Context'));
    expect(parseMarkdown(part)).toEqual([
      { path: 'code.py', lines: { startLine: 1, endLine: 1 }, text: 'def' },
    ]);
    await expect
      .poll(statusMessage)
      .toContain(`Scope is empty: copied the selection in code.py · ${shownReference(part)} tokens`);
  });

  test('with nothing at all: says what to do, and leaves the clipboard alone', async () => {
    await it.page.evaluate((text) => navigator.clipboard.writeText(text), UNTOUCHED);
    await runCommand(it.page, 'Token Meter: Copy Scoped Context');
    const toast = it.page.locator('.notification-toast');
    await expect
      .poll(() => toast.textContent())
      .toContain('The scope is empty and no file is open. Add files from the explorer, or open one.');
    expect(await it.page.evaluate(() => navigator.clipboard.readText())).toBe(UNTOUCHED);
  });
});
