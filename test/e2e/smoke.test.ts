import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, statusItem } from '../rig/drive.ts';
import { cacheDir, copyFixture, makeScratch } from '../rig/paths.ts';
import { openWorkbench, type Workbench } from '../rig/workbench.ts';

const scratch = makeScratch();
let workbench: Workbench;

beforeAll(async () => {
  workbench = await openWorkbench({ folder: await copyFixture('sample', scratch.path) });
});

afterAll(async () => {
  await workbench?.close();
  await scratch.remove();
});

test('a real VS Code counts the open file, without errors and without reaching out', async () => {
  const item = statusItem(workbench.page, 'tokenMeter.count');
  await openFile(workbench.page, 'README.md');
  await expect.poll(() => item.textContent(), { timeout: 10_000 }).toMatch(/\d/);
  await workbench.screenshot(join(cacheDir, 'pictures', 'smoke.png'));
  expect(workbench.record).toMatchObject({ errors: [], policyViolations: [], externalRequests: [] });
  expect(workbench.readConnections()).toEqual([]);
});
