import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  answerInput,
  focusEditor,
  openFile,
  resizeDashboard,
  runCommand,
  webviewFrame,
} from '../rig/drive.ts';
import { chooseTheme, dashboardFrame, readCards, showDashboard } from './support/dashboard.ts';
import { chooseModel } from './support/meter.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const BODY_CLASSES = {
  'Light Modern': 'vscode-light',
  'Dark Modern': 'vscode-dark',
  'Light High Contrast': 'vscode-high-contrast-light',
  'Dark High Contrast': 'vscode-high-contrast',
};
const THEMES = Object.keys(BODY_CLASSES) as (keyof typeof BODY_CLASSES)[];
const WIDTHS = [180, 300, 600] as const;
const WORD = 'unbreakable';
const BUDGETS = [
  { scope: '*', softTokens: 10 },
  { operation: 'copy', softUsd: 5 },
];
const LONG_NAME = `a/rather/long/way/to/${'averylongnamewithoutanyplacetobreak'.repeat(4)}.ts`;

/** What axe calls serious or critical, with the elements. */
async function findViolations(frame: Frame): Promise<string[]> {
  const results = await frame.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as { run(root: Document): Promise<AxeResults> };
    return axe.run(document);
  });
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Elements that reach out of the page sideways, and texts that are cut without a sign of it. */
function findOverflow(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const page = document.documentElement;
    const wide = page.scrollWidth > page.clientWidth ? ['the page'] : [];
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect();
      const cut = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
      const { overflow, textOverflow } = getComputedStyle(element);
      return (
        box.right > page.clientWidth + 0.5 ||
        box.left < 0 ||
        (cut && overflow !== 'visible' && textOverflow !== 'ellipsis')
      );
    });
    return [...wide, ...out.map((element) => element.outerHTML.slice(0, 80))];
  });
}

/** Fills the builder with what is long and what is missing, in a scope with a long name, and copies it. */
async function fillBuilder(page: Page): Promise<void> {
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

async function showTab(page: Page, name: string): Promise<void> {
  const tab = webviewFrame(page).getByRole('tab', { name });
  await tab.click();
  await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
}

describe('the dashboard in every theme and width', () => {
  const it = useWorkbench(
    { [LONG_NAME]: 'export const long = 1;\n'.repeat(500) },
    { settings: { 'tokenMeter.budgets': BUDGETS } },
  );
  let isFilled = false;

  for (const theme of THEMES) {
    test(`${theme}: nothing overflows and nothing is hard to use`, async () => {
      await openFile(it.page, LONG_NAME);
      await chooseModel(it.page, 'Claude Opus 5');
      await focusEditor(it.page);
      await it.page.keyboard.press('Shift+ArrowDown');
      await runCommand(it.page, 'Token Meter: Add to Scope');
      if (!isFilled) await fillBuilder(it.page);
      isFilled = true;
      await chooseTheme(it.page, theme);
      await showDashboard(it.page);
      await showTab(it.page, 'Now');
      await expect.poll(() => webviewFrame(it.page).locator('.items li').count()).toBe(3);
      await expect.poll(async () => (await readCards(it.page)).length).toBe(3);
      const frame = await dashboardFrame(it.page);
      await frame.evaluate(AXE);
      // The page is transparent, and axe cannot see what lies behind its frame.
      await frame.evaluate(() => {
        document.documentElement.style.backgroundColor = 'var(--vscode-sideBar-background)';
      });
      await expect.poll(() => frame.evaluate(() => document.body.className)).toContain(BODY_CLASSES[theme]);
      for (const width of WIDTHS) {
        await resizeDashboard(it.page, width);
        await expect.poll(() => frame.evaluate(() => window.innerWidth)).toBe(width);
        for (const tab of ['Plan', 'Now']) {
          await showTab(it.page, tab);
          const [overflow, violations] = [await findOverflow(frame), await findViolations(frame)];
          expect({ width, tab, overflow, violations }).toEqual({ width, tab, overflow: [], violations: [] });
        }
      }
    });
  }
});
