import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { focusEditor, openFile, quickItems, runCommand, statusItem, typeText } from '../rig/drive.ts';
import { chooseModel, readMeter, readTooltip, speakMeter } from './support/meter.ts';
import { countReference, shownReference } from './support/reference.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const WORD = ' hello';
const FILES = {
  // 120 tokens, a line end, 1,113 tokens.
  'hello.txt': `${WORD.repeat(120)}\n${WORD.repeat(1113)}`,
  'code.ts': `${[...'abcdefgh'].map((name) => `const ${name} = "héllo 世界 👋" + 0x${name}1;`).join('\n')}\n`,
};

describe('the live meter', () => {
  const it = useWorkbench(FILES);

  test('shows the tokens of the open file, and of the selection beside them', async () => {
    await openFile(it.page, 'hello.txt');
    await expect.poll(() => readMeter(it.page)).toBe('1,234');
    expect(await speakMeter(it.page)).toBe('Token Meter: 1,234 tokens in hello.txt');
    await focusEditor(it.page);
    await it.page.keyboard.press('Control+Home');
    await it.page.keyboard.press('Shift+End');
    await expect.poll(() => readMeter(it.page)).toBe('120 of 1,234');
    expect(await speakMeter(it.page)).toBe('Token Meter: 120 tokens selected of 1,234 tokens in hello.txt');
    await it.page.keyboard.press('Control+End');
    await expect.poll(() => readMeter(it.page)).toBe('1,234');
  });

  test('adds up the selections of several cursors', async () => {
    const lines = FILES['code.ts'].split('\n').slice(0, 4);
    const sum = lines.reduce((total, line) => total + countReference(line), 0);
    await openFile(it.page, 'code.ts');
    await focusEditor(it.page);
    await it.page.keyboard.press('Control+Home');
    for (const _ of lines.slice(1)) await it.page.keyboard.press('Shift+Alt+ArrowDown');
    await it.page.keyboard.press('Shift+End');
    await expect.poll(() => readMeter(it.page)).toBe(`${sum} of ${shownReference(FILES['code.ts'])}`);
  });

  test('moves with every key that is typed, saved or not', async () => {
    await openFile(it.page, 'code.ts');
    await focusEditor(it.page);
    await it.page.keyboard.press('Control+End');
    let text = FILES['code.ts'];
    for (const piece of ['/', '/ a longer remark', ' <|endoftext|>', ' 結び']) {
      await typeText(it.page, piece);
      text += piece;
      await expect.poll(() => readMeter(it.page)).toBe(shownReference(text));
    }
    expect(readFileSync(join(it.folder, 'code.ts'), 'utf8')).toBe(FILES['code.ts']);
    await runCommand(it.page, 'File: Revert File');
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(FILES['code.ts']));
  });

  test('counts a document that has never been saved, and hides when nothing is open', async () => {
    await runCommand(it.page, 'File: New Untitled Text File');
    await expect.poll(() => readMeter(it.page)).toBe('0');
    await it.page.keyboard.type('one two three');
    await expect.poll(() => readMeter(it.page)).toBe('3');
    expect(await speakMeter(it.page)).toBe('Token Meter: 3 tokens in Untitled-1');
    await runCommand(it.page, 'View: Revert and Close Editor');
    await expect.poll(() => readMeter(it.page)).toBeUndefined();
  });

  test('has a tooltip with a table of tokens, share of the window and cost', async () => {
    await openFile(it.page, 'hello.txt');
    await focusEditor(it.page);
    await it.page.keyboard.press('Control+Home');
    await it.page.keyboard.press('Shift+End');
    await expect.poll(() => readMeter(it.page)).toBe('120 of 1,234');
    const { rows, lines } = await readTooltip(it.page);
    expect(rows).toEqual([
      ['', 'Tokens', 'Of window', 'Input cost'],
      ['File hello.txt', '1,234', '0.1 %', '$0.0031'],
      ['Selection', '120', '<0.1 %', '$0.0003'],
    ]);
    expect(lines).toEqual([
      'GPT-5.4 · o200k_base · exact',
      'Context window: 1,050,000 tokens · $2.50 per million tokens in, $15.00 out',
      expect.stringMatching(/^prices of \d{4}-\d\d-\d\d, \d+ days? old/),
    ]);
  });

  test('marks every number of a model whose tokens are estimated', async () => {
    await openFile(it.page, 'hello.txt');
    await expect.poll(() => readMeter(it.page)).toBe('1,234');
    await chooseModel(it.page, 'Claude Opus 5');
    await expect.poll(() => readMeter(it.page)).toMatch(/^≈1,[3-9]\d\d ±\d+ %$/);
    const estimate = (await readMeter(it.page)) ?? '';
    expect(await speakMeter(it.page)).toMatch(
      new RegExp(
        `^Token Meter: about ${estimate.slice(1, 6)} tokens, give or take \\d+ percent in hello.txt$`,
      ),
    );
    const { rows, lines } = await readTooltip(it.page);
    expect(rows[1]).toEqual(['File hello.txt', estimate, '≈0.2 %', expect.stringMatching(/^≈\$0\.00\d+$/)]);
    expect(lines[0]).toMatch(/^Claude Opus 5 · o200k_base · calibrated ±\d+ %$/);
  });

  test('counts with the vocabulary of the chosen model', async () => {
    await openFile(it.page, 'code.ts');
    await chooseModel(it.page, 'GPT-3.5 Turbo');
    expect(shownReference(FILES['code.ts'], 'cl100k_base')).not.toBe(shownReference(FILES['code.ts']));
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(FILES['code.ts'], 'cl100k_base'));
    await chooseModel(it.page, 'GPT-5.4');
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(FILES['code.ts']));
  });

  test('offers what can be done next', async () => {
    await openFile(it.page, 'hello.txt');
    await expect.poll(() => readMeter(it.page)).toBe('1,234');
    await statusItem(it.page, 'tokenMeter.count').click();
    const readLabels = async () =>
      (await quickItems(it.page).locator('.label-name').allTextContents()).map((label) => label.trim());
    await expect
      .poll(readLabels)
      .toEqual([
        'Choose Model…',
        'Compare Models',
        'Show Tokens',
        'Add File to Scope',
        'Copy Scoped Context',
        'Open Dashboard',
      ]);
  });
});
