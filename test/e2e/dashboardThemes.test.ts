import type { Frame } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { resizeDashboard, runCommand, webviewFrame } from '../rig/drive.ts';
import { chooseTheme, dashboardFrame, readCards, showDashboard, showTab } from './support/dashboard.ts';
import { addLongFile, BUDGETS, fillBuilder, LONG_FILE } from './support/fillBuilder.ts';
import { findOverflow, findViolations, prepareToInspect } from './support/inspectPage.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const BODY_CLASSES = {
  'Light Modern': 'vscode-light',
  'Dark Modern': 'vscode-dark',
  'Light High Contrast': 'vscode-high-contrast-light',
  'Dark High Contrast': 'vscode-high-contrast',
};
const THEMES = Object.keys(BODY_CLASSES) as (keyof typeof BODY_CLASSES)[];
const WIDTHS = [180, 300, 600] as const;
const TABS = ['Cost', 'Targets', 'Plan', 'Findings', 'Data', 'Now'] as const;

describe('the dashboard in every theme and width', () => {
  const it = useWorkbench(LONG_FILE, { settings: BUDGETS });
  let isFilled = false;
  beforeAll(() => writeFiles(it.workbench.home, makeAgentLogs(Date.now())));

  for (const theme of THEMES) {
    test(`${theme}: nothing overflows and nothing is hard to use`, async () => {
      await addLongFile(it.page);
      if (!isFilled) await fillBuilder(it.page);
      isFilled = true;
      await chooseTheme(it.page, theme);
      await showDashboard(it.page);
      await showTab(it.page, 'Now');
      await expect.poll(() => webviewFrame(it.page).locator('.items li').count()).toBe(3);
      await expect.poll(async () => (await readCards(it.page)).length).toBe(3);
      const frame = await dashboardFrame(it.page);
      await prepareToInspect(frame);
      await expect.poll(() => frame.evaluate(() => document.body.className)).toContain(BODY_CLASSES[theme]);
      for (const width of WIDTHS) {
        await resizeDashboard(it.page, width);
        await expect.poll(() => frame.evaluate(() => window.innerWidth)).toBe(width);
        for (const tab of TABS) await inspectTab(frame, tab, { theme, width });
      }
    });
  }

  test('as an editor, and at twice the size', async () => {
    await runCommand(it.page, 'Token Meter: Open Dashboard in Editor');
    await expect.poll(() => webviewFrame(it.page, 1).getByRole('tab').count()).toBe(TABS.length);
    const frame = await dashboardFrame(it.page, 1);
    await prepareToInspect(frame);
    for (const zoom of ['1', '2']) {
      await frame.evaluate((factor) => {
        document.documentElement.style.zoom = factor;
      }, zoom);
      for (const tab of TABS) await inspectTab(frame, tab, { zoom });
    }
  });
});

/** Shows a tab and looks for what overflows or is hard to use. */
async function inspectTab(frame: Frame, tab: string, where: Record<string, string | number>): Promise<void> {
  const button = frame.getByRole('tab', { name: tab });
  await button.click();
  await expect.poll(() => button.getAttribute('aria-selected')).toBe('true');
  await frame.locator('[role="tabpanel"] :is(table, .empty):visible').first().waitFor();
  const [overflow, violations] = [await findOverflow(frame), await findViolations(frame)];
  expect({ ...where, tab, overflow, violations }).toEqual({ ...where, tab, overflow: [], violations: [] });
}
