import type { Page } from 'playwright-core';
import { answerInput, focusEditor, openFile, runCommand, webviewFrame } from '../../rig/drive.ts';
import { showDashboard } from './dashboard.ts';
import { chooseModel } from './meter.ts';

const WORD = 'unbreakable';

/** A file to work on, with a name that no view has room for. */
export const LONG_NAME = `a/rather/long/way/to/${'averylongnamewithoutanyplacetobreak'.repeat(4)}.ts`;
export const LONG_FILE = { [LONG_NAME]: 'export const long = 1;\n'.repeat(500) };

/** Settings with which budgets are shown, one of them exceeded. */
export const BUDGETS = {
  'tokenMeter.budgets': [
    { scope: '*', softTokens: 10 },
    { operation: 'copy', softUsd: 5 },
  ],
};

/** Selects in the long file and adds it to the scope, under a model whose counts are estimates. */
export async function addLongFile(page: Page): Promise<void> {
  await openFile(page, LONG_NAME);
  await chooseModel(page, 'Claude Opus 5');
  await focusEditor(page);
  await page.keyboard.press('Shift+ArrowDown');
  await runCommand(page, 'Token Meter: Add to Scope');
}

/** Fills the builder with what is long and what is missing, in a scope with a long name, and copies it. */
export async function fillBuilder(page: Page): Promise<void> {
  await runCommand(page, 'Token Meter: Add Note to Scope');
  await answerInput(page, 'Add a note', WORD.repeat(40));
  await runCommand(page, 'Token Meter: Add Files by Glob Pattern to Scope');
  await answerInput(page, 'Add files by a glob pattern', `**/${WORD.repeat(10)}*.none`);
  await runCommand(page, 'Token Meter: Save Scope As…');
  await answerInput(page, 'Save the scope as', `for ${WORD.repeat(8)}`);
  await showDashboard(page);
  const box = webviewFrame(page).locator('textarea').first();
  await box.fill(WORD.repeat(60));
  await runCommand(page, 'Token Meter: Copy Scoped Context');
  await webviewFrame(page).locator('.savings summary').click();
  for (const variant of ['A', 'B']) await runCommand(page, `Token Meter: Keep as Variant ${variant}`);
  await webviewFrame(page).locator('.checklist summary').first().click();
}
