import type { Locator, Page } from 'playwright-core';
import type { ScopeDocument } from '../../../src/core/context/render/scopeDocument.ts';
import { parseDocuments } from '../../core/context/parseDocuments.ts';
import { readClipboard, readTree, runCommand, treeRows, viewPane } from '../../rig/drive.ts';

/** What lies on the clipboard before a copy. */
export const UNTOUCHED = 'what was there before';

export async function showScope(page: Page): Promise<void> {
  await runCommand(page, 'Token Meter: Focus on Scope View');
  await viewPane(page, 'Scope').waitFor();
}

/** The visible rows as `label | description`, indented by level, with a mark for unchecked ones. */
export async function readScope(page: Page): Promise<string[]> {
  const rows = await readTree(page, 'Scope');
  return rows.map(
    ({ label, description, level, checked }) =>
      `${'  '.repeat(level - 1)}${checked === 'false' ? '☐ ' : ''}${label} | ${description}`,
  );
}

/** A row of the Scope view by its label. */
export function scopeRow(page: Page, label: string): Locator {
  return treeRows(page, 'Scope').filter({ has: page.getByText(label, { exact: true }) });
}

/** What stands beside the title of the Scope view, such as `2 files · 1,234 tokens`. */
export async function readTotal(page: Page): Promise<string | null> {
  const total = viewPane(page, 'Scope').locator('.pane-header .description');
  return (await total.count()) === 0 ? '' : total.textContent();
}

export async function clearScope(page: Page): Promise<void> {
  await showScope(page);
  if ((await treeRows(page, 'Scope').count()) > 0) await runCommand(page, 'Token Meter: Clear Scope');
  await treeRows(page, 'Scope').first().waitFor({ state: 'detached' });
}

/** Does what copies, and waits for the text that then lies on the clipboard. */
export async function copyText(page: Page, copy: () => Promise<void>): Promise<string> {
  await page.evaluate((text) => navigator.clipboard.writeText(text), UNTOUCHED);
  await copy();
  for (;;) {
    const text = await readClipboard(page);
    if (text !== UNTOUCHED) return text;
    await page.waitForTimeout(50);
  }
}

/** The documents that Copy Scoped Context of the palette puts on the clipboard. */
export async function copyDocuments(page: Page): Promise<ScopeDocument[]> {
  return parseDocuments(await copyText(page, () => runCommand(page, 'Token Meter: Copy Scoped Context')));
}

/** Drags with the mouse as a person does: press, move in steps, wait, release. */
export async function dragTo(page: Page, from: Locator, to: Locator): Promise<void> {
  const box = await to.boundingBox();
  if (box === null) throw new Error('There is nothing to drop on.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 20];
  await from.hover();
  await page.mouse.down();
  await page.mouse.move(x, y - 15, { steps: 5 });
  await page.waitForTimeout(200);
  await page.mouse.move(x, y, { steps: 3 });
  await page.waitForTimeout(200);
  await page.mouse.up();
}
