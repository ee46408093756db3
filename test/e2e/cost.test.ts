import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claudeLine } from '../core/usage/sources/claudeLine.ts';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { webviewFrame } from '../rig/drive.ts';
import { showTab } from './support/dashboard.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const MARKUP = '<img src=x onerror="globalThis.broken=1">';

/** Calls of today under names that would be markup, if anything took them for it. */
function makeHostileLog(): string {
  const lines = ['"><script>globalThis.broken=1</script>', 'javascript:globalThis.broken=1', MARKUP].map(
    (name, index) =>
      claudeLine({
        id: `hostile-${index}`,
        requestId: `hostile-${index}`,
        sessionId: `${name}-session`,
        model: `${name}-model`,
        time: new Date(Date.now() - 60_000).toISOString(),
        content:
          name === MARKUP ? [{ type: 'tool_use', id: 'hostile', name: `${name}-tool`, input: {} }] : [],
        fields: { cwd: `/home/dev/${name}` },
      }),
  );
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

describe('what agents have cost', () => {
  const it = useWorkbench({}, { viewport: { width: 1280, height: 1600 } });
  const frame = () => webviewFrame(it.page);
  const section = () => frame().locator('section.cost');
  const total = () => section().locator('.amount b').textContent();
  const chips = () => section().locator('.chips li').allInnerTexts();
  /** Names of a table's rows with their costs. */
  const rows = (title: string) =>
    section()
      .locator('details', { has: frame().locator('summary', { hasText: title }) })
      .locator('tbody tr')
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll('th, td')].slice(0, 2).map((cell) => cell.textContent?.trim()),
        ),
      );
  const choose = (label: string, option: string) =>
    section().getByLabel(label, { exact: true }).selectOption({ label: option });
  beforeAll(() => {
    writeFiles(it.workbench.home, {
      ...makeAgentLogs(Date.now()),
      '.claude/projects/hostile/log.jsonl': makeHostileLog(),
    });
  });
  beforeEach(async () => {
    await showTab(it.page, 'Cost');
    await section().locator('.amount b').filter({ hasText: '$' }).waitFor();
  });

  test('is summed for a period, drawn and told apart', async () => {
    await expect
      .poll(() => rows('Tier'))
      .toContainEqual(['Tier 3: bulk', expect.stringMatching(/^\$0\.\d\d$/)]);
    expect(await section().locator('svg.bars .mark').count()).toBe(30);
    expect(await section().locator('.spans').innerText()).toMatch(
      /^Today\s+\$[\s\S]+This week\s+\$[\s\S]+This month\s+\$/,
    );
    expect((await rows('Project')).map(([name]) => name)).toEqual(
      expect.arrayContaining(['contracts', 'fees', 'site']),
    );
    const month = await total();
    await choose('Period', 'All');
    await expect.poll(total).not.toBe(month);
    await choose('Bars', 'Months');
    await expect.poll(() => section().locator('svg.bars .mark').count()).toBeLessThan(30);
    await choose('Parts', 'Models');
    await expect.poll(() => section().locator('.legend li').first().textContent()).toContain('claude-');
    await choose('Period', '30 days');
    await choose('Bars', 'Days');
    await choose('Parts', 'Tiers');
    await expect.poll(total).toBe(month);
  });

  test('narrows with a click on a name, and back', async () => {
    const all = await total();
    await section().getByRole('button', { name: 'site', exact: true }).click();
    await expect.poll(chips).toEqual(['Project: site ✕']);
    await expect.poll(() => rows('Model')).toEqual([['gemini-2.0-flash', await total()]]);
    expect((await rows('Project')).length).toBeGreaterThan(2);
    await section().getByRole('button', { name: 'Remove the filter Project: site' }).click();
    await expect.poll(total).toBe(all);
  });

  test('opens a session as a line of its calls', async () => {
    await section()
      .locator('button.link', { hasText: /^contracts, / })
      .first()
      .click();
    const timeline = section().locator('.timeline');
    await timeline.locator('svg.steps .mark').nth(13).waitFor({ state: 'attached' });
    expect(await timeline.locator('.legend').innerText()).toContain('model change: 1');
    await timeline.getByRole('button', { name: 'Close the session' }).click();
    await expect.poll(() => timeline.count()).toBe(0);
    await section().locator('.chips button').click();
    await expect.poll(() => section().locator('.chips').count()).toBe(0);
  });

  test('tells calls of tools apart, which are read after the costs are shown', async () => {
    await expect
      .poll(() => rows('Tool'), { timeout: 30_000 })
      .toEqual([
        ['Read', expect.stringMatching(/^\d{3}$/)],
        ['Bash', expect.stringMatching(/^\d{3}$/)],
        [`${MARKUP}-tool`, '1'],
      ]);
  });

  test('works with the keyboard: bars say their value, t shows the table, Enter shows one alone', async () => {
    const focused = () => frame().locator(':focus').getAttribute('aria-label');
    await section().locator('svg.bars .mark').last().focus();
    const last = await focused();
    expect(last).toMatch(/^\w{3} \d+, \d{4}: \$\d/);
    expect(await section().locator('.drawing .value').textContent()).toBe(last);
    await it.page.keyboard.press('ArrowLeft');
    expect(await focused()).not.toBe(last);
    await it.page.keyboard.press('Home');
    await it.page.keyboard.press('End');
    expect(await focused()).toBe(last);
    await it.page.keyboard.press('t');
    await expect.poll(() => section().locator('.twin').isVisible()).toBe(true);
    expect(await section().locator('.twin tbody tr').count()).toBe(30);
    await it.page.keyboard.press('Enter');
    await section().locator('svg.bars .mark').last().focus();
    await it.page.keyboard.press('Enter');
    await section().getByText('Cost per hour').waitFor();
    expect(await frame().locator(':focus').textContent()).toBe('Show as Table');
    expect(await section().locator('svg.bars .mark').count()).toBeGreaterThanOrEqual(23);
    await section().getByRole('button', { name: 'Back to 30 days' }).click();
    await expect.poll(() => section().locator('svg.bars .mark').count()).toBe(30);
  });

  test('shows hostile names as text', async () => {
    await choose('Period', 'Today');
    await choose('Parts', 'Models');
    await expect.poll(() => rows('Model')).toContainEqual([`${MARKUP}-model`, 'unpriced']);
    await section()
      .locator('button.link', { hasText: `${MARKUP}-model` })
      .click();
    await expect.poll(chips).toEqual([`Model: ${MARKUP}-model ✕`]);
    await section()
      .getByRole('button', { name: /^Remove the filter Model/ })
      .click();
    for (const name of ['script', 'globalThis'])
      expect(await section().locator('button.link', { hasText: name }).count()).toBeGreaterThan(0);
    expect(
      await frame()
        .locator('body')
        .evaluate(() => Reflect.get(globalThis, 'broken')),
    ).toBeUndefined();
    expect(await section().locator('img, script').count()).toBe(0);
    await choose('Parts', 'Tiers');
    await choose('Period', '30 days');
  });
});
