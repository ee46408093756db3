import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { webviewFrame } from '../rig/drive.ts';
import { showTab } from './support/dashboard.ts';
import { useWorkbench } from './support/useWorkbench.ts';

describe('whether habits are on target', () => {
  const it = useWorkbench({}, { viewport: { width: 1280, height: 1600 } });
  const section = () => webviewFrame(it.page).locator('section.targets');
  const kpi = (id: string) => section().locator(`[data-kpi="${id}"]`);
  beforeAll(() => writeFiles(it.workbench.home, makeAgentLogs(Date.now())));
  beforeEach(async () => {
    await showTab(it.page, 'Targets');
    await kpi('costPerRequest').locator('b', { hasText: '$' }).waitFor();
  });

  test('is told by number, target, state and trend, and how each is computed', async () => {
    expect(await kpi('costPerRequest').innerText()).toMatch(
      /^Cost per request\n+\$0\.0\d+ ✗ off target\n+Target: below \$0\.002/,
    );
    expect(await kpi('cacheHitRate').locator('.state').innerText()).toBe('✓ on target');
    expect(await kpi('cacheHitRate').locator('svg.sparkline path').count()).toBe(1);
    await kpi('cacheHitRate').locator('summary').click();
    expect(await kpi('cacheHitRate').locator('details p').innerText()).toMatch(
      /^Cache reads divided by all input/,
    );
    expect(await kpi('retries').innerText()).toContain('? unknown');
    expect(await section().locator('.before').first().innerText()).toMatch(
      /requests, logged by Claude Code$/,
    );
    const models = section().locator('table tbody th');
    expect(await models.allInnerTexts()).toContain('claude-opus-4-6');
  });

  test('is told for another period, and the tiers as a table', async () => {
    const requests = () => section().locator('.before').first().innerText();
    const month = await requests();
    await section().getByLabel('Period').selectOption({ label: '7 days' });
    await expect.poll(requests).not.toBe(month);
    await section().getByRole('button', { name: 'Show as Table' }).first().click();
    expect(await section().locator('.twin').first().locator('tbody tr').last().innerText()).toBe(
      'Playbook\t15 %\t75 %\t10 %',
    );
    await section().getByLabel('Period').selectOption({ label: '30 days' });
    await expect.poll(requests).toBe(month);
  });
});
