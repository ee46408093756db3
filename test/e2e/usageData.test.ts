import { describe, expect, test } from 'vitest';
import { makeAgentLogs } from '../fixtures/agentLogs.ts';
import { writeFiles } from '../node/temporaryFolder.ts';
import { openFile, readStatusLabel, statusItem, webviewFrame } from '../rig/drive.ts';
import { showTab } from './support/dashboard.ts';
import { useWorkbench } from './support/useWorkbench.ts';

describe('what the numbers from logs stand on', () => {
  const it = useWorkbench({ 'lines.txt': 'one two three\n' }, { viewport: { width: 1280, height: 1600 } });
  const frame = () => webviewFrame(it.page);
  const data = () => frame().locator('section.data');
  const row = (tool: string) => data().locator('tbody tr', { hasText: tool }).innerText();

  test('without logs, each view says where we looked and how to add a place', async () => {
    for (const [tab, section] of [
      ['Cost', 'cost'],
      ['Targets', 'targets'],
      ['Data', 'data'],
    ] as const) {
      await showTab(it.page, tab);
      const notices = frame().locator(`section.${section} .notice`);
      await expect
        .poll(() => notices.allInnerTexts())
        .toContainEqual(expect.stringContaining(`No logs of coding agents found below ${it.workbench.home}`));
      expect(await frame().locator(`section.${section}`).getByText('Open Usage Settings').count()).toBe(1);
    }
    await data().locator('summary', { hasText: 'Where we looked' }).click();
    expect(await data().locator('.places li').allInnerTexts()).toContain(
      `${it.workbench.home}/.claude/projects`,
    );
    await frame().getByText('Open Usage Settings').click();
    await it.page.locator('.settings-editor').waitFor();
    await expect.poll(() => it.page.locator('.settings-editor').innerText()).toContain('Retention Days');
  });

  test('tells of each tool what was found, and how well it tells', async () => {
    writeFiles(it.workbench.home, makeAgentLogs(Date.now()));
    writeFiles(it.workbench.home, { '.claude/projects/torn/a.jsonl': '{"usage":\n' });
    await showTab(it.page, 'Data');
    await expect
      .poll(() => row('Claude Code'), { timeout: 60_000 })
      .toMatch(/^Claude Code\s+40\s+906\s+0\s+\d/);
    expect(await row('Codex')).toMatch(/^Codex\s+1\s+1\s+0/);
    await expect.poll(() => data().locator('[data-quality="reported"]').innerText()).toMatch(/^907 calls/);
    expect(await data().innerText()).toContain('1 × not valid JSON');
    expect(await data().innerText()).toContain('Single records are kept for 365 days');
  });
});

describe("the day's cost", () => {
  const settings = { 'tokenMeter.statusBar.showTodayCost': true };
  const it = useWorkbench({ 'lines.txt': 'one two three\n' }, { settings });

  test('stands beside the count where it is wanted, also before anybody has opened the dashboard', async () => {
    const item = statusItem(it.page, 'tokenMeter.count');
    await openFile(it.page, 'lines.txt');
    await expect.poll(() => item.innerText()).toMatch(/ 4 · \$0\.00$/);
    writeFiles(it.workbench.home, makeAgentLogs(Date.now()));
    await expect.poll(() => item.innerText(), { timeout: 60_000 }).toMatch(/ 4 · \$0\.\d[1-9]$/);
    expect(await readStatusLabel(it.page, 'tokenMeter.count')).toMatch(
      /Coding agents today: \$0\.\d\d \(API-equivalent/,
    );
  });
});
