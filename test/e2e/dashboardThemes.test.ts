import { describe, expect, test } from 'vitest';
import { resizeDashboard, webviewFrame } from '../rig/drive.ts';
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

describe('the dashboard in every theme and width', () => {
  const it = useWorkbench(LONG_FILE, { settings: BUDGETS });
  let isFilled = false;

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
        for (const tab of ['Plan', 'Now']) {
          await showTab(it.page, tab);
          const [overflow, violations] = [await findOverflow(frame), await findViolations(frame)];
          expect({ width, tab, overflow, violations }).toEqual({ width, tab, overflow: [], violations: [] });
        }
      }
    });
  }
});
