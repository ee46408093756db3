import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { openFile, runCommand, statusItem, webviewFrame } from '../rig/drive.ts';
import { taskBox } from './support/builder.ts';
import { dashboardFrame, showTab } from './support/dashboard.ts';
import { clearScope, readScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const FILES = {
  'long.ts': 'export const long = [1, 2, 3];\n'.repeat(300),
  'short.ts': 'export const short = 1;\n'.repeat(20),
  'AGENTS.md': '# Rules\n',
};
const MARKUP = '<img src=x onerror="globalThis.broken=1">';
const BUDGETS = [
  { per: 'month', hardUsd: 0.01 },
  { per: 'week', softUsd: 100_000 },
  { per: 'day', project: MARKUP, hardUsd: 5 },
  { scope: '*', hardTokens: 1000 },
  { operation: 'copy', hardUsd: 50 },
];

describe('habits in the dashboard', () => {
  const it = useWorkbench(FILES, {
    viewport: { width: 1280, height: 1600 },
    settings: { 'tokenMeter.budgets': BUDGETS, 'tokenMeter.retryCap': 3 },
  });
  const frame = () => webviewFrame(it.page);
  const row = (title: string) =>
    frame()
      .locator('.checks li')
      .filter({ has: it.page.getByText(title, { exact: true }) });
  const progress = () => frame().locator('.checklist [role="status"]').textContent();
  const budgetRows = () =>
    frame()
      .locator('.budget-rows li')
      .evaluateAll((all) =>
        all.map((each) =>
          ['.name', '.budget-level', '.budget-used'].map((part) => each.querySelector(part)?.textContent),
        ),
      );
  /** Moves the focus with the Tab key alone until an element of the page has it. */
  const tabTo = async (selector: string, key = 'Tab') => {
    const page = await dashboardFrame(it.page);
    for (let left = 150; left > 0; left -= 1) {
      await it.page.keyboard.press(key);
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    }
    throw new Error(`The Tab key does not lead to ${selector}.`);
  };
  beforeAll(async () => {
    writeFiles(it.workbench.home, makeAgentLogs(Date.now()));
    // The logs are followed from the start, when there was no folder of them yet.
    await runCommand(it.page, 'Token Meter: Rebuild Usage from Logs');
  });
  beforeEach(async () => {
    await openFile(it.page, 'long.ts');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showTab(it.page, 'Now');
  });
  afterEach(async () => {
    await runCommand(it.page, 'Token Meter: Forget Variants A and B');
    await runCommand(it.page, 'Token Meter: Reset Checklist');
    await clearScope(it.page);
  });

  test('are judged as the task is written, and ticked and seen to by the keyboard alone', async () => {
    const state = (title: string) => row(title).locator('.check-state').textContent();
    const reason = (title: string) => row(title).locator('.check-reason').textContent();
    await expect.poll(() => reason('Precise prompt')).toBe('Not said yet: Goal, Constraints, Done when.');
    await expect.poll(() => state('Use instruction files and skills')).toBe('done');
    await taskBox(it.page, 'Goal').fill('Make it short');
    await expect.poll(() => state('Plan first')).toBe('done');
    const before = await progress();
    await tabTo('#check-precisePrompt');
    await it.page.keyboard.press('Space');
    await expect.poll(() => state('Precise prompt')).toBe('ticked by hand');
    expect(await progress()).not.toBe(before);
    await it.page.keyboard.press('Space');
    await expect.poll(() => state('Precise prompt')).toBe('open');
    await tabTo('button.link');
    await it.page.keyboard.press('Enter');
    await it.page.locator('.quick-input-title').filter({ hasText: 'Goal' }).waitFor();
    await it.page.keyboard.press('Escape');
    await taskBox(it.page, 'Goal').fill('');
    await expect.poll(() => state('Plan first')).toBe('open');
  });

  test('have budgets of what is at hand beside the scope, and of periods above the costs', async () => {
    await expect.poll(budgetRows).toEqual([
      ['Each scope', 'exceeded', expect.stringMatching(/^[\d,]+ of 1,000 tokens · \d+ %$/)],
      ['Each copy', 'held', expect.stringMatching(/^\$0\.\d+ of \$50\.00 · <?0\.\d %$/)],
    ]);
    const item = statusItem(it.page, 'tokenMeter.count');
    await expect.poll(() => item.getAttribute('class')).toContain('error-kind');
    expect(await item.locator('a').getAttribute('aria-label')).toMatch(/, a budget is exceeded$/);

    await showTab(it.page, 'Cost');
    await expect.poll(budgetRows).toEqual([
      ['This month', 'exceeded', expect.stringMatching(/^\$\d+\.\d\d of \$0\.01 · [\d,]+ %$/)],
      ['This week', 'held', expect.stringMatching(/^\$\d+\.\d\d of \$100,000\.00 · /)],
      [`Today · ${MARKUP}`, 'held', '$0.00 of $5.00 · 0 %'],
    ]);
    const notes = frame().locator('.budget-rows li').first().locator('.budget-note');
    expect(await notes.first().textContent()).toMatch(
      /^Expected at its end: \$[\d.]+ \(\$[\d.]+ to \$[\d.]+\)$/,
    );
    const page = await dashboardFrame(it.page);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'broken'))).toBe(undefined);
  });

  test('keep two variants with what each costs and is worth', async () => {
    const variants = frame().locator('.variants');
    await expect.poll(async () => (await readScope(it.page)).length).toBe(1);
    await showTab(it.page, 'Now');
    await tabTo('.variants vscode-button');
    await it.page.keyboard.press('Enter');
    await expect.poll(() => variants.locator('.variant').count()).toBe(1);
    await runCommand(it.page, 'Token Meter: Clear Scope');
    await openFile(it.page, 'short.ts');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await runCommand(it.page, 'Token Meter: Keep as Variant B');
    await expect.poll(() => variants.locator('tbody tr').count()).toBeGreaterThan(5);
    for (const [index, quality] of ['8', '6'].entries()) {
      await variants.locator('input').nth(index).fill(quality);
      await variants.locator('input').nth(index).press('Tab');
    }
    await expect
      .poll(() => variants.locator('[role="status"]').textContent())
      .toMatch(/^From A to B on the chosen model: cost −9\d %, quality −25 %\.$/);
    await variants.getByRole('button', { name: 'Use A as the scope' }).click();
    await expect.poll(() => readScope(it.page)).toEqual([expect.stringMatching(/^long\.ts \| /)]);
  });
});
