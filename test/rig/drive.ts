import { basename } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';

/** Runs a command of the palette by its full title, such as `Token Meter: Copy Scoped Context`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await fillQuickInput(page, `>${title}`);
    try {
      return await labelled(page, title).click({ timeout: 5000 });
    } catch (error) {
      // The palette closes when something else takes the focus just then, before anything was chosen.
      if (attempt === 3 || (await quickItems(page).first().isVisible())) throw error;
    }
  }
}

/** Opens a file of the workspace by its path or name. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = basename(path);
  await fillQuickInput(page, path);
  await quickItems(page).filter({ hasText: name }).first().click();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

/** Chooses an item of the open quick pick by its whole label. */
export async function pickItem(page: Page, label: string): Promise<void> {
  await labelled(page, label).click();
}

function labelled(page: Page, label: string): Locator {
  return quickItems(page)
    .filter({ has: page.getByText(label, { exact: true }) })
    .first();
}

/** The items of the open quick pick or palette. */
export function quickItems(page: Page): Locator {
  return page.locator('.quick-input-widget .monaco-list-row');
}

/** Types into the input box that a command has opened, and accepts it; `title` tells it from the palette before it. */
export async function answerInput(page: Page, title: string, text: string): Promise<void> {
  const box = page.locator('.quick-input-widget');
  await box.locator('.quick-input-title').filter({ hasText: title }).waitFor();
  await box.locator('input[type="text"]').fill(text);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
}

/** Types where the cursor of the active editor stands, key by key. */
export async function typeText(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.type(text);
}

export async function focusEditor(page: Page): Promise<void> {
  await page
    .locator('.editor-group-container.active .monaco-editor')
    .locator('.native-edit-context, .inputarea')
    .focus();
}

/** Our status bar item; its text is what users see. */
export function statusItem(page: Page, id: string): Locator {
  return page.locator(`[id="token-meter.token-meter.${id}"]`);
}

/** What a screen reader says of our status bar item. */
export async function readStatusLabel(page: Page, id: string): Promise<string | null> {
  return statusItem(page, id).locator('a').getAttribute('aria-label');
}

/** The rows of a tree view, by the name of the view. */
export function treeRows(page: Page, viewName: string): Locator {
  return viewPane(page, viewName).locator('.monaco-list-row');
}

/** A view with its header. The header's title is the name; its label for screen readers holds the description, too. */
export function viewPane(page: Page, viewName: string): Locator {
  return page.locator('.pane').filter({ has: page.locator(`.pane-header h3.title:text-is("${viewName}")`) });
}

export interface TreeRow {
  label: string;
  description: string;
  level: number;
  /** `true`, `false` or `mixed`; undefined for a row without checkbox. */
  checked: string | undefined;
}

/** What the visible rows of a tree view show. */
export async function readTree(page: Page, viewName: string): Promise<TreeRow[]> {
  return treeRows(page, viewName).evaluateAll((rows) =>
    rows.map((row) => ({
      label: row.querySelector('.label-name')?.textContent ?? '',
      description: row.querySelector('.label-description')?.textContent ?? '',
      level: Number(row.getAttribute('aria-level')),
      checked: row.querySelector('.monaco-checkbox')?.getAttribute('aria-checked') ?? undefined,
    })),
  );
}

export async function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The document of one of our webviews: VS Code shows it two frames deep. */
export function webviewFrame(page: Page, nth = 0): FrameLocator {
  return page
    .locator('iframe.webview[src*="extensionId=token-meter.token-meter"]')
    .nth(nth)
    .contentFrame()
    .frameLocator('iframe#active-frame');
}

/** The next message that the host sends to a page of ours. */
export function nextMessage(frame: Frame): Promise<unknown> {
  return frame.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        window.addEventListener('message', (event: MessageEvent<unknown>) => resolve(event.data), {
          once: true,
        });
      }),
  );
}

/** Drags the border of the sidebar until the dashboard is as wide as wanted. */
export async function resizeDashboard(page: Page, width: number): Promise<void> {
  const iframe = page.locator('iframe.webview[src*="extensionId=token-meter.token-meter"]');
  const sidebar = await page.locator('.part.sidebar').boundingBox();
  const before = await iframe.boundingBox();
  if (sidebar === null || before === null) throw new Error('The dashboard is not to be seen.');
  const [x, y] = [sidebar.x + sidebar.width, sidebar.y + sidebar.height - 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + width - before.width, y, { steps: 4 });
  await page.mouse.up();
}

/** VS Code closes the input at once when something else takes the focus just then; so it is opened again. */
async function fillQuickInput(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type="text"]');
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('F1');
    try {
      return await input.fill(text, { timeout: 2000 });
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}
