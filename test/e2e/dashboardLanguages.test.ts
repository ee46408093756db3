import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { resizeDashboard, runCommand, treeRows, webviewFrame } from '../rig/drive.ts';
import { dashboardFrame, showDashboard } from './support/dashboard.ts';
import { addLongFile, BUDGETS, fillBuilder, LONG_FILE } from './support/fillBuilder.ts';
import { findOverflow, findViolations, prepareToInspect } from './support/inspectPage.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const BUNDLE = join(import.meta.dirname, '../../l10n/bundle.l10n.de.json');
const MESSAGES = Object.keys(JSON.parse(readFileSync(BUNDLE, 'utf8')) as object);
const WIDTHS = [180, 300] as const;

describe.each([
  { name: 'in a language with words 40 % longer', direction: 'ltr' },
  { name: 'in one that is also written from right to left', direction: 'rtl', language: 'ar' },
])('the dashboard $name', ({ direction, language }) => {
  const it = useWorkbench(LONG_FILE, { settings: BUDGETS, ...(language !== undefined && { language }) });
  beforeAll(async () => {
    writeFiles(it.workbench.home, makeAgentLogs(Date.now()));
    await speakLonger(it.page);
    await addLongFile(it.page);
    await fillBuilder(it.page);
  });

  test('holds: nothing overflows and nothing is hard to use', async () => {
    await showDashboard(it.page);
    const frame = await dashboardFrame(it.page);
    expect(await frame.evaluate(() => document.documentElement.dir)).toBe(direction);
    await prepareToInspect(frame);
    const tabs = await frame.locator('[role="tab"]').all();
    expect(await tabs[0]?.textContent()).toBe(lengthen('Now'));
    for (const width of WIDTHS) {
      await resizeDashboard(it.page, width);
      await expect.poll(() => frame.evaluate(() => window.innerWidth)).toBe(width);
      for (const tab of tabs) {
        await tab.click();
        await expect.poll(() => tab.getAttribute('aria-selected')).toBe('true');
        await frame.locator('[role="tabpanel"] :is(table, .empty):visible').first().waitFor();
        const seen = { width, tab: await tab.textContent() };
        const [overflow, violations] = [await findOverflow(frame), await findViolations(frame)];
        expect({ ...seen, overflow, violations }).toEqual({ ...seen, overflow: [], violations: [] });
      }
    }
  });
});

describe('in German', () => {
  const it = useWorkbench({ 'geheim.ts': 'export const zahl = 1;\n' }, { language: 'de', locale: 'de-DE' });

  test('commands, views, messages, numbers and the dashboard are', async () => {
    await runCommand(it.page, 'Token Meter: Alle geöffneten Tabs in den Umfang aufnehmen');
    await it.page
      .locator('.notification-toast')
      .filter({ hasText: 'Keine Datei des Arbeitsbereichs ist in einem Tab geöffnet.' })
      .waitFor();
    await runCommand(it.page, 'Token Meter: Dashboard öffnen');
    const frame = webviewFrame(it.page);
    await frame.getByRole('tab', { name: 'Kosten', exact: true }).waitFor();
    await frame.getByText('Kontextfenster: 1.050.000 Token').waitFor();
    await frame.getByRole('button', { name: 'Ausgewählten Kontext kopieren' }).waitFor();
    expect(await treeRows(it.page, 'Umfang').count()).toBe(0);
  });
});

/** Words grow, holes stay: `{0} of {1} tokens` becomes `{0} ofo {1} tokenstok`. */
function lengthen(message: string): string {
  return message.replace(
    /(\{\d+\})|\p{L}+/gu,
    (word, hole) => hole ?? word + word.slice(0, Math.ceil(word.length * 0.4)),
  );
}

/** From now on every page of ours gets longer messages than its editor has for it. */
async function speakLonger(page: Page): Promise<void> {
  const messages = Object.fromEntries(MESSAGES.map((message) => [message, lengthen(message)]));
  await page.addInitScript((longer) => {
    const own = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'dataset');
    Object.defineProperty(HTMLElement.prototype, 'dataset', {
      ...own,
      get(this: HTMLElement) {
        const data = own?.get?.call(this) as DOMStringMap;
        const { locale } = data;
        if (this !== document.body || locale === undefined) return data;
        return { ...data, locale: JSON.stringify({ ...JSON.parse(locale), messages: longer }) };
      },
    });
  }, messages);
}
