import type { Locator } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WASTE_HOME } from '../fixtures/waste/wasteHome.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { webviewFrame } from '../rig/drive.ts';
import { sendToHost, showTab } from './support/dashboard.ts';
import { useWorkbench } from './support/useWorkbench.ts';

describe('what burnt tokens', () => {
  const it = useWorkbench({}, { viewport: { width: 1280, height: 1600 } });
  const section = () => webviewFrame(it.page).locator('section.findings');
  const titles = () => section().locator('.finding .title').allInnerTexts();
  const button = (name: string) => section().getByRole('button', { name, exact: true });
  const open = (details: Locator) => details.evaluate((element) => element.setAttribute('open', ''));
  beforeAll(() => writeFiles(it.workbench.home, WASTE_HOME));
  beforeEach(async () => {
    await showTab(it.page, 'Findings');
    await section().locator('.finding').first().waitFor();
  });

  test('is told with evidence, and names from logs are text', async () => {
    expect(await titles()).toEqual([
      '<img src=x>.ts was read again 2 times, unchanged',
      'go test failed 3 times in the same way',
    ]);
    expect(await section().locator('img').count()).toBe(0);
    expect(await section().locator('.sums tbody tr').first().innerText()).toMatch(
      /^Measured\t\$0\.0\d+\t40,100\t1$/,
    );
    const first = section().locator('.finding').first();
    expect(await first.locator('.amount').innerText()).toMatch(/^\$0\.\d+ estimated$/);
    await open(first);
    expect(await first.locator('tbody tr').first().innerText()).toContain(
      '/home/dev/project/<img src=x>.ts:1–400',
    );
    expect(await first.locator('.advice').innerText()).toContain('into the scope');
  });

  test('is muted and shown again', async () => {
    await open(section().locator('.finding').last());
    await section().locator('.finding').last().getByRole('button', { name: 'Mute This Kind' }).click();
    await expect.poll(titles).toHaveLength(1);
    await open(section().locator('.muted'));
    await button('Show again: Loops without a change').click();
    await expect.poll(titles).toHaveLength(2);
  });

  test('is measured again after something was done', async () => {
    await open(section().locator('.finding').first());
    await section().locator('.finding').first().getByRole('button', { name: 'Done: Measure Again' }).click();
    await section().locator('.effects tbody tr').waitFor();
    expect(await section().locator('.effects tbody tr').innerText()).toContain('too early to tell');
    await button('Measure no more: Files read again').click();
    await expect.poll(() => section().locator('.effects').count()).toBe(0);
  });

  test('lets a page name only what the host knows', async () => {
    await sendToHost(it.page, { type: 'changeFindings', change: { kind: 'notUseful', id: 'nobody' } });
    await sendToHost(it.page, { type: 'changeFindings', change: { kind: 'act', id: '/etc/passwd' } });
    expect(await titles()).toHaveLength(2);
    expect(await section().locator('.muted').count()).toBe(0);
  });
});
