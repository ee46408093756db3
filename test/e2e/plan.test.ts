import { expect, test } from 'vitest';
import { openFile, runCommand, webviewFrame } from '../rig/drive.ts';
import { showDashboard } from './support/dashboard.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const it = useWorkbench({ 'a.ts': 'export const total = (sum: number) => sum * 2;\n'.repeat(200) });

const plan = () => webviewFrame(it.page);
const field = (id: string) => plan().locator(`[data-plan="${id}"]`);
const section = (id: string) => plan().locator(`[data-section="${id}"]`);
const result = (id: string, label: string) =>
  section(id).locator('.results div', { hasText: label }).locator('dd').textContent();

async function showPlan(): Promise<void> {
  await showDashboard(it.page);
  await plan().getByRole('tab', { name: 'Plan' }).click();
  await field('iterations.contextTokens').waitFor();
}

test('starts from the scope, follows it, and keeps what was typed', async () => {
  await openFile(it.page, 'a.ts');
  await runCommand(it.page, 'Token Meter: Add to Scope');
  await showPlan();
  await expect
    .poll(() => plan().locator('.plan p').first().textContent())
    .toContain('the scope as it stands');
  const tokens = await field('iterations.contextTokens').inputValue();
  expect(Number(tokens)).toBeGreaterThan(1_000);
  await field('iterations.contextTokens').fill('200,000');
  await field('iterations.iterations').fill('10');
  await field('iterations.outputTokens').fill('0');
  await field('iterations.history').selectOption('none');
  await expect.poll(() => result('iterations', 'All tokens')).toBe('2,000,000');
  expect(await result('iterations', 'Cost')).toBe('$5.00');
  await runCommand(it.page, 'Token Meter: Clear Scope');
  await expect.poll(() => field('comparison.afterContextTokens').inputValue()).toBe('10000');
  expect(await field('iterations.contextTokens').inputValue()).toBe('200,000');
  await plan().getByText('Start from the Scope Again').click();
  await expect.poll(() => field('iterations.contextTokens').inputValue()).toBe('10000');
});

test('is filled in with the keyboard alone, each field by its name', async () => {
  await showPlan();
  await plan().getByLabel('Accuracy of a step, 0 to 1').focus();
  await it.page.keyboard.press('Control+A');
  await it.page.keyboard.type('0.5');
  await it.page.keyboard.press('Tab');
  await it.page.keyboard.press('Control+A');
  await it.page.keyboard.type('2');
  await expect.poll(() => result('error', 'All steps right')).toBe('25 %');
  expect(await plan().getByRole('img').getAttribute('aria-label')).toContain('to 25 % after 2 steps');
  const rows = section('error').locator('tbody tr');
  expect(await rows.allTextContents()).toEqual(['150 %', '225 %']);
  await section('iterations').getByLabel('History', { exact: true }).focus();
  await it.page.keyboard.press('w');
  await expect.poll(() => field('iterations.history').inputValue()).toBe('window');
});

test('says at the field what is wrong, and keeps the rest', async () => {
  await showPlan();
  for (const bad of ['-5', 'NaN', '', '9'.repeat(40)]) {
    await field('volume.inputTokens').fill(bad);
    const problem = plan().locator('[id="problem-volume.inputTokens"]');
    await expect.poll(() => problem.textContent()).toBe('must be a whole number from 0 to 1,000,000,000');
    expect(await field('volume.inputTokens').getAttribute('aria-invalid')).toBe('true');
    expect(await field('volume.inputTokens').inputValue()).toBe(bad);
    expect(await section('batch').locator('.results').count()).toBe(1);
  }
  await field('volume.inputTokens').fill('6000');
  await expect.poll(() => section('volume').locator('.results').count()).toBe(1);
});
