import type { Locator, Page } from 'playwright-core';

/** A row of the explorer by the name of its file or folder. */
export function explorerRow(page: Page, name: string): Locator {
  const rows = page.locator('.explorer-folders-view .monaco-list-row');
  return rows.filter({ has: page.getByText(name, { exact: true }) });
}

/** Opens the context menu of something with the mouse, and chooses an item of it. */
export async function chooseMenuItem(page: Page, target: Locator, label: string): Promise<void> {
  await openMenu(page, () => target.click({ button: 'right' }), label);
  await menuItem(page, label).click();
}

/**
 * Does what opens a menu, again when VS Code closes it at once because something else has changed. A menu that is
 * quite new does not yet take a click.
 */
export async function openMenu(page: Page, open: () => Promise<void>, label: string): Promise<void> {
  const item = menuItem(page, label);
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    await open();
    await item.waitFor({ timeout: 4000 }).catch(() => undefined);
    await page.waitForTimeout(150);
    if (await item.isVisible()) return;
    // Without a menu, this key would undo a selection.
    if (await page.locator('.monaco-menu').isVisible()) await page.keyboard.press('Escape');
  }
}

/** An item of the open menu by its whole label. */
export function menuItem(page: Page, label: string): Locator {
  return page.locator('.monaco-menu .action-item').filter({ has: page.getByText(label, { exact: true }) });
}
