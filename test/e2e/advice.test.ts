import { afterEach, describe, expect, test } from 'vitest';
import { openFile, runCommand, webviewFrame } from '../rig/drive.ts';
import { readBuilder, taskBox } from './support/builder.ts';
import { showDashboard } from './support/dashboard.ts';
import { clearScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const REPEATS = Array.from(
  { length: 200 },
  (_, index) => `INFO worker ${index % 7} polled the queue and found nothing\n`,
);
const FILES = {
  'build.log': `${REPEATS.join('')}ERROR job 7 failed at src/job.ts:12:5\n`,
  'CLAUDE.md': '- Use tabs for indentation.\n- Indent with two spaces.\n',
};

describe('what to change before sending', () => {
  const it = useWorkbench(FILES, { viewport: { width: 1280, height: 1600 } });
  const entry = (check: string) => webviewFrame(it.page).locator(`.advice-list li[data-check="${check}"]`);

  afterEach(async () => {
    await taskBox(it.page, 'Goal').fill('');
    await clearScope(it.page);
  });

  test('is listed with its tokens, and done with one click', async () => {
    await openFile(it.page, 'build.log');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showDashboard(it.page);
    await taskBox(it.page, 'Goal').fill('Find the cause of the failed job in build.log');
    await expect
      .poll(() => entry('rawPayload').locator('.advice-tokens').textContent())
      .toMatch(/^[\d,]+ tokens, measured$/);
    await entry('rawPayload').getByRole('button', { name: 'Take It Reduced' }).click();
    await expect
      .poll(() => readBuilder(it.page))
      .toEqual([expect.stringMatching(/^build\.log \| \d+ \| reduced$/)]);
    await expect.poll(() => entry('rawPayload').count()).toBe(0);
  });

  test('leads to the field of the task that is missing', async () => {
    await showDashboard(it.page);
    await taskBox(it.page, 'Goal').fill('Add a retry to the upload in src/upload.ts');
    await entry('noDoneCriteria').getByRole('button', { name: 'Edit “Done when”' }).click();
    await expect
      .poll(() => taskBox(it.page, 'Done when').evaluate((box) => box === document.activeElement))
      .toBe(true);
    await it.page.keyboard.type('upload.test.ts is green');
    await expect.poll(() => entry('noDoneCriteria').count()).toBe(0);
    await taskBox(it.page, 'Done when').fill('');
  });

  test('says what instructions cost in each call, and opens what is to be changed in them', async () => {
    await showDashboard(it.page);
    const row = webviewFrame(it.page).locator('.instructions li[data-path="CLAUDE.md"]');
    await expect.poll(() => row.textContent()).toMatch(/\d+ tokens in each call/);
    expect(await row.textContent()).toContain('Line 2: Line 1 says the opposite');
    await row.getByRole('button', { name: 'Open CLAUDE.md' }).click();
    await expect.poll(() => it.page.locator('.tab.active').getAttribute('aria-label')).toContain('CLAUDE.md');
  });
});
