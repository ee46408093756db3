import { setTimeout } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { makeAgentLogs } from '../../fixtures/agentLogs.ts';
import { writeFiles } from '../../node/temporaryFolder.ts';
import { buildWhenChanged } from '../../rig/build.ts';
import { openFile, runCommand, webviewFrame } from '../../rig/drive.ts';
import { copyFixture, makeScratch } from '../../rig/paths.ts';
import { openWorkbench, type Workbench } from '../../rig/workbench.ts';
import { atMost, median, printGoals } from '../goal.ts';
import { printTable } from '../printTable.ts';
import { findExtensionHost, residentMb } from './extensionHost.ts';
import { measureDraws } from './measureDraws.ts';

const CYCLES = 1000;
/** The first cycles fill caches. */
const WARM_UP = 50;
const TIMES_PRINTED = 10;
const LOOK_MS = 5;
const OPENINGS = 30;
/** Without a rest the editor is still putting the old page away. */
const REST_MS = 300;

/** Hides and shows the dashboard again and again in the real VS Code, and prints what its processes hold in memory on the way. */
export async function benchHideShow(cycles = CYCLES): Promise<void> {
  await buildWhenChanged();
  const scratch = makeScratch();
  const workbench = await openWorkbench({ folder: await copyFixture('sample', scratch.path) });
  writeFiles(workbench.home, makeAgentLogs(Date.now()));
  try {
    await measure(workbench, cycles);
  } finally {
    await workbench.close();
    await scratch.remove();
  }
}

async function measure({ page }: Workbench, cycles: number): Promise<void> {
  await openFile(page, 'README.md');
  await runCommand(page, 'Token Meter: Open Dashboard');
  const content = webviewFrame(page).locator('[role="tabpanel"] h2').first();
  await content.waitFor();
  const host = findExtensionHost();
  if (host === undefined) throw new Error('The extension host was not found.');
  const draws = await measureDraws(page);
  printTable(
    'The page drawn again from what the host has sent',
    ['tab', 'median, ms', 'slowest of 30, ms', 'heap of the window with VS Code, MB'],
    draws.map(({ tab, medianMs, mostMs, heapMb }) => [
      tab,
      medianMs.toFixed(1),
      mostMs.toFixed(1),
      heapMb.toFixed(0),
    ]),
  );
  await webviewFrame(page).getByRole('tab', { name: 'Now' }).click();
  const openings: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening++) openings.push(await showAgain(page, content, REST_MS));
  printGoals('opened after a rest', [
    atMost(`the view's key to its content, ms, median of ${OPENINGS}`, 300, median(openings)),
  ]);
  const rows: string[][] = [];
  let times: number[] = [];
  for (let cycle = 1; cycle <= cycles + WARM_UP; cycle++) {
    times.push(await showAgain(page, content));
    const done = cycle - WARM_UP;
    if (done < 0 || done % Math.ceil(cycles / TIMES_PRINTED) !== 0) continue;
    const frames = String(page.frames().length);
    rows.push([
      String(done),
      residentMb(host).toFixed(0),
      await readHeap(page),
      frames,
      median(times).toFixed(0),
    ]);
    times = [];
  }
  printTable(
    'The dashboard hidden and shown',
    ['cycles', 'extension host, MB', 'page, MB', 'frames', 'shown after, without a rest, ms (median)'],
    rows,
  );
}

/** Hides the dashboard and, after a rest, shows it; returns how long that takes, in milliseconds. */
async function showAgain(page: Workbench['page'], content: Locator, restMs = 0): Promise<number> {
  await page.keyboard.press('Control+b');
  await content.waitFor({ state: 'detached' });
  await setTimeout(restMs);
  const startMs = performance.now();
  await page.keyboard.press('Control+b');
  await seeSoon(content);
  return performance.now() - startMs;
}

/** `waitFor` looks after 20, 50, 100, 100 and 500 ms, which is too coarse for what takes some hundred. */
async function seeSoon(content: Locator): Promise<void> {
  while (!(await content.isVisible())) await setTimeout(LOOK_MS);
}

/** The JavaScript heap of the whole page, after a collection. */
async function readHeap(page: Workbench['page']): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize / 1024 / 1024).toFixed(0);
}
