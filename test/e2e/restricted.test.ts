import { describe, expect, test } from 'vitest';
import { openFile, runCommand } from '../rig/drive.ts';
import { chooseModel, readMeter, readTooltip } from './support/meter.ts';
import { countReference, shownReference } from './support/reference.ts';
import { copyDocuments, readScope, showScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const FILES = {
  'plan.md': '# Plan\n\nCount first, send then.\n'.repeat(30),
  '.vscode/settings.json': JSON.stringify({ 'tokenMeter.model': 'claude-opus-5' }),
};
const TOKENS = shownReference(FILES['plan.md']);

describe('a folder that is not trusted', () => {
  const it = useWorkbench(FILES, { trusted: false });

  test('is counted, scoped and copied, and its settings are not obeyed', async () => {
    await it.page.getByText('Restricted Mode', { exact: true }).first().waitFor();
    await openFile(it.page, 'plan.md');
    await expect.poll(() => readMeter(it.page)).toBe(TOKENS);
    expect((await readTooltip(it.page)).lines[0]).toBe('GPT-5.4 · o200k_base · exact');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showScope(it.page);
    await expect.poll(() => readScope(it.page)).toEqual([`plan.md | ${TOKENS}`]);
    expect(await copyDocuments(it.page)).toEqual([{ path: 'plan.md', text: FILES['plan.md'] }]);
  });

  test('runs no Git in it, and says why', async () => {
    await runCommand(it.page, 'Token Meter: Add Git Changes to Scope');
    await expect
      .poll(() => it.page.locator('.notification-toast').textContent())
      .toContain('Git is run in trusted workspaces only. Trust this one first.');
  });

  test('leaves the choice of the model to the user', async () => {
    await openFile(it.page, 'plan.md');
    await chooseModel(it.page, 'GPT-4');
    await expect.poll(() => readMeter(it.page)).toBe(shownReference(FILES['plan.md'], 'cl100k_base'));
    expect((await readTooltip(it.page)).lines[0]).toBe('GPT-4 · cl100k_base · exact');
  });

  test('nothing has reached out', () => {
    const ours = it.workbench.record.externalRequests.filter(({ from }) => from.includes('token-meter'));
    expect(ours).toEqual([]);
    expect(it.workbench.readConnections()).toEqual([]);
  });
});

describe('the same folder, trusted', () => {
  const it = useWorkbench(FILES);

  test('has its say in the model', async () => {
    await openFile(it.page, 'plan.md');
    await expect.poll(() => readMeter(it.page)).toMatch(/^≈/);
    expect((await readTooltip(it.page)).lines[0]).toMatch(/^Claude Opus 5 · /);
    expect(countReference(FILES['plan.md'])).toBeGreaterThan(0);
  });
});
