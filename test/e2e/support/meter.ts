import type { Page } from 'playwright-core';
import { pickItem, readStatusLabel, statusItem } from '../../rig/drive.ts';

const ITEM = 'tokenMeter.count';

/** What the status bar item shows, or undefined while it is hidden. */
export async function readMeter(page: Page): Promise<string | undefined> {
  const item = statusItem(page, ITEM);
  return (await item.isVisible()) ? ((await item.textContent()) ?? '').trim() : undefined;
}

/** What a screen reader says of it. */
export function speakMeter(page: Page): Promise<string | null> {
  return readStatusLabel(page, ITEM);
}

/** Clicks the status bar item and chooses what it offers. */
export async function chooseFromMeter(page: Page, label: string): Promise<void> {
  await statusItem(page, ITEM).click();
  await pickItem(page, label);
}

/** Chooses a model by its label, by way of the status bar item. */
export async function chooseModel(page: Page, label: string): Promise<void> {
  await chooseFromMeter(page, 'Choose Model…');
  await page.locator('.quick-input-widget input[type="text"]').fill(label);
  await pickItem(page, label);
}

/** The hover of the status bar item: the cells of its table, and the lines below. */
export async function readTooltip(page: Page): Promise<{ rows: string[][]; lines: string[] }> {
  await page.mouse.move(600, 300);
  await statusItem(page, ITEM).hover();
  const hover = page.locator('.monaco-hover:visible').filter({ has: page.locator('table') });
  await hover.waitFor();
  const rows = await hover
    .locator('tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
  return { rows, lines: await hover.locator('p').allTextContents() };
}
