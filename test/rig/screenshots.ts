import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { TEST_RUNNER_LOGS } from '../core/context/reduce/logs/testRunners.ts';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { WASTE_HOME } from '../fixtures/waste/wasteHome.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { buildWhenChanged } from './build.ts';
import {
  focusEditor,
  openFile,
  quickItems,
  resizeDashboard,
  runCommand,
  statusItem,
  viewPane,
  webviewFrame,
} from './drive.ts';
import { copyFixture, makeScratch, projectRoot } from './paths.ts';
import { exitOnSignals } from './processes.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './workbench.ts';

interface Shot {
  /** The picture is `media/screenshots/<name>.png`. */
  name: string;
  options?: WorkbenchOptions;
  /** Brings the workbench into the state that is shown. */
  arrange(workbench: Workbench): Promise<void>;
}

/** What a run of many test files prints, one of them failed. */
const TEST_LOG =
  Array.from({ length: 12 }, (_, index) => `PASS src/orders/order${index}.test.ts\n`).join('') +
  TEST_RUNNER_LOGS.jest;

const shots: readonly Shot[] = [
  {
    name: 'overview',
    async arrange({ page }) {
      await openFile(page, 'extraction/contract_extraction/clauses.py');
      await runCommand(page, 'Token Meter: Add to Scope');
      await openFile(page, 'src/detectFxFee.ts');
      await runCommand(page, 'Token Meter: Add to Scope');
      await runCommand(page, 'Token Meter: Open Dashboard');
      await selectLines(page, 7);
      await webviewFrame(page).locator('[data-subject="scope"] .tokens b').waitFor();
    },
  },
  {
    name: 'tooltip',
    async arrange({ page }) {
      await openFile(page, 'src/renderReport.ts');
      await runCommand(page, 'Token Meter: Add to Scope');
      await selectLines(page, 5);
      await statusItem(page, 'tokenMeter.count').filter({ hasText: ' of ' }).hover();
      await page.locator('.monaco-hover:visible table').waitFor();
    },
  },
  {
    name: 'compare-models',
    async arrange({ page }) {
      await openFile(page, 'README.md');
      await runCommand(page, 'Token Meter: Compare Models');
      await quickItems(page).nth(5).waitFor();
    },
  },
  {
    name: 'show-tokens',
    async arrange({ page }) {
      await openFile(page, 'extraction/contract_extraction/clauses.py');
      await runCommand(page, 'Token Meter: Show Tokens');
      await page.locator('.tab.active[aria-label*="tokens of"]').waitFor();
      await page.locator('.view-overlays [class*="TextEditorDecorationType"]').first().waitFor();
    },
  },
  {
    name: 'reduce',
    async arrange({ page }) {
      await openFile(page, 'README.md');
      await page.evaluate((text) => navigator.clipboard.writeText(text), TEST_LOG);
      await runCommand(page, 'Token Meter: Reduce Clipboard for Model');
      await page.locator('.notification-toast').filter({ hasText: 'Left out' }).waitFor();
      await page.locator('.monaco-diff-editor .line-delete').first().waitFor();
    },
  },
  {
    name: 'builder',
    options: { viewport: { width: 1280, height: 880 } },
    async arrange({ page }) {
      for (const path of ['src/renderReport.ts', 'src/detectFxFee.ts', 'README.md']) {
        await openFile(page, path);
        await runCommand(page, 'Token Meter: Add to Scope');
      }
      await runCommand(page, 'Token Meter: Open Dashboard');
      const dashboard = webviewFrame(page);
      await dashboard.getByLabel('Detail of renderReport.ts').selectOption('outline');
      await dashboard.locator('li', { hasText: 'README.md' }).getByText('first').click();
      await dashboard
        .getByRole('textbox', { name: 'Goal' })
        .fill('Fees in foreign currencies are rounded twice: round once.');
      await dashboard
        .getByRole('textbox', { name: 'Done when' })
        .fill('npm test passes, with a test for the fee of 1.005 EUR.');
      await runCommand(page, 'Token Meter: Copy Scoped Context');
      await viewPane(page, 'Scope').locator('.pane-header').click();
      await resizeDashboard(page, 560);
      await page.mouse.move(900, 500); // Off the border, which would shine.
      await dashboard.locator('.savings td').first().waitFor();
      await dashboard.locator('section.scope').evaluate((section) => section.scrollIntoView());
    },
  },
  {
    name: 'plan',
    options: { viewport: { width: 1280, height: 1000 } },
    async arrange({ page }) {
      for (const path of ['src/renderReport.ts', 'extraction/contract_extraction/clauses.py']) {
        await openFile(page, path);
        await runCommand(page, 'Token Meter: Add to Scope');
      }
      await runCommand(page, 'Token Meter: Open Dashboard in Editor');
      await runCommand(page, 'View: Close Primary Side Bar');
      const dashboard = webviewFrame(page);
      await dashboard.getByRole('tab', { name: 'Plan' }).click();
      await dashboard.locator('[data-plan="iterations.iterations"]').fill('12');
      await dashboard.locator('[data-plan="error.steps"]').fill('80');
      await dashboard.getByRole('img', { name: 'after 80 steps' }).waitFor();
      await dashboard.getByRole('tab', { name: 'Plan' }).focus();
      await dashboard.locator('main').evaluate((page) => page.scrollIntoView());
    },
  },
  {
    name: 'cost',
    options: { viewport: { width: 1100, height: 900 } },
    async arrange(workbench) {
      const frame = await showUsage(workbench, 'Cost');
      await frame.locator('section.cost svg.bars .mark').nth(29).focus();
    },
  },
  {
    name: 'targets',
    options: { viewport: { width: 1100, height: 900 } },
    async arrange(workbench) {
      const frame = await showUsage(workbench, 'Targets');
      await frame.locator('[data-kpi="cacheHitRate"] summary').click();
    },
  },
  {
    name: 'findings',
    options: { viewport: { width: 1100, height: 900 } },
    async arrange(workbench) {
      // The same sessions, of a file with a harmless name.
      const logs = Object.entries(WASTE_HOME).map(([path, log]) => [
        path,
        log.replaceAll('<img src=x>.ts', 'renderReport.ts'),
      ]);
      const frame = await showUsage(workbench, 'Findings', Object.fromEntries(logs));
      await frame.locator('.finding summary').first().click();
    },
  },
  {
    name: 'data',
    options: { viewport: { width: 1100, height: 760 } },
    async arrange(workbench) {
      await showUsage(workbench, 'Data');
    },
  },
];

exitOnSignals(130);
process.exitCode = await takeScreenshots(process.argv.slice(2));

/** Takes all pictures, or those named, each from a fresh VS Code with the packed extension. */
async function takeScreenshots(names: readonly string[]): Promise<number> {
  const chosen = shots.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length < names.length) {
    console.error(`There are only these pictures: ${shots.map(({ name }) => name).join(', ')}.`);
    return 1;
  }
  if (!(await buildWhenChanged())) return 1;
  const dir = join(projectRoot, 'media', 'screenshots');
  mkdirSync(dir, { recursive: true });
  for (const shot of chosen) {
    const path = join(dir, `${shot.name}.png`);
    await takeScreenshot(shot, path);
    console.log(path);
  }
  return 0;
}

async function takeScreenshot({ options, arrange }: Shot, path: string): Promise<void> {
  const scratch = makeScratch();
  const folder = await copyFixture('sample', scratch.path);
  const workbench = await openWorkbench({ folder, extension: 'installed', ...options });
  try {
    await arrange(workbench);
    await workbench.screenshot(path);
  } finally {
    await workbench.close();
    await scratch.remove();
  }
}

/** Shows a tab of the dashboard over the logs of some weeks of work, as wide as the sidebar may be. */
async function showUsage(
  { page, home }: Workbench,
  tab: string,
  logs: Readonly<Record<string, string>> = makeAgentLogs(Date.now()),
): Promise<FrameLocator> {
  writeFiles(home, logs);
  await openFile(page, 'README.md');
  await runCommand(page, 'Token Meter: Open Dashboard');
  const frame = webviewFrame(page);
  await frame.getByRole('tab', { name: tab }).click();
  await viewPane(page, 'Scope').locator('.pane-header').click();
  await resizeDashboard(page, 700);
  await page.mouse.move(1000, 500); // Off the border, which would shine.
  await frame.locator('section table').first().waitFor({ state: 'attached' });
  return frame;
}

/** Selects the first lines of the active editor with the keyboard. */
async function selectLines(page: Page, count: number): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('Control+Home');
  for (let line = 0; line < count; line += 1) await page.keyboard.press('Shift+ArrowDown');
}
