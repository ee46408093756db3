import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { writeFiles } from '../../node/temporaryFolder.ts';
import { openFile, runCommand, statusItem } from '../../rig/drive.ts';
import { makeScratch } from '../../rig/paths.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../../rig/workbench.ts';

type Files = Record<string, string | Uint8Array>;
type Options = Omit<WorkbenchOptions, 'folder'> & {
  /** Makes what `files` cannot, before the workbench opens. */
  prepare?: (folder: string) => void;
};

export type InUse = { readonly folder: string; readonly page: Page; readonly workbench: Workbench };

/**
 * One workbench for all tests of a file, over a folder named `project` with the given files. Every test starts
 * without editors, and none may leave an error or a violated policy behind.
 */
export function useWorkbench(files: Files, { prepare, workspaceFile, ...options }: Options = {}): InUse {
  const scratch = makeScratch();
  const folder = join(scratch.path, 'project');
  let opened: Workbench | undefined;
  const inUse = (): Workbench => {
    if (opened === undefined) throw new Error('The workbench is not open.');
    return opened;
  };
  beforeAll(async () => {
    mkdirSync(folder);
    writeFiles(folder, { 'start.txt': 'start', ...files });
    prepare?.(folder);
    // Tests copy again and again until it is as it should be: these are no retries.
    const settings = { 'files.autoSave': 'off', 'tokenMeter.retryCap': 0, ...options.settings };
    const where = workspaceFile === undefined ? { folder } : { workspaceFile: join(folder, workspaceFile) };
    opened = await openWorkbench({ ...options, ...where, settings });
    opened.page.setDefaultTimeout(15_000);
    await waitForExtension(opened.page);
  });
  afterEach(async () => {
    const { page, record } = inUse();
    await startOver(page);
    expect({ errors: record.errors, policyViolations: record.policyViolations }).toEqual({
      errors: [],
      policyViolations: [],
    });
  });
  afterAll(async () => {
    await opened?.close();
    await scratch.remove();
  });
  return {
    folder,
    get page() {
      return inUse().page;
    },
    get workbench() {
      return inUse();
    },
  };
}

/** Menus and commands of the extension are there once it counts. */
async function waitForExtension(page: Page): Promise<void> {
  await openFile(page, 'start.txt');
  await statusItem(page, 'tokenMeter.count').filter({ hasText: /\d/ }).waitFor();
  await startOver(page);
}

/** Closes what a test has left open, and drops what it has typed. */
async function startOver(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  if ((await page.locator('.notification-toast').count()) > 0)
    await runCommand(page, 'Notifications: Clear All Notifications');
  const dirty = page.locator('.tab.dirty');
  for (let left = await dirty.count(); left > 0; left -= 1) {
    await dirty.first().click();
    await runCommand(page, 'View: Revert and Close Editor');
    await dirty.nth(left - 1).waitFor({ state: 'detached' });
  }
  if ((await page.locator('.editor-group-container .tab').count()) > 0)
    await runCommand(page, 'View: Close All Editors');
}
