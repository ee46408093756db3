import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  answerInput,
  openFile,
  pickItem,
  quickItems,
  runCommand,
  viewPane,
  webviewFrame,
} from '../rig/drive.ts';
import { builderItem, readBuilder, taskBox } from './support/builder.ts';
import { dashboardFrame, showDashboard } from './support/dashboard.ts';
import { chooseMenuItem, menuItem, openMenu } from './support/menus.ts';
import { shownReference } from './support/reference.ts';
import { clearScope, copyText, readScope, scopeRow, showScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const FILES = {
  'src/add.ts': `/** Adds two numbers. */\nexport function add(a: number, b: number): number {\n${'  // A long body.\n'.repeat(80)}  return a + b;\n}\n`,
  'src/sub.ts': 'export const sub = (a: number, b: number) => a - b;\n',
};
const ADD = shownReference(FILES['src/add.ts']);
const SUB = shownReference(FILES['src/sub.ts']);
const TITLES = ['Goal', 'Constraints', 'Done when', 'Files to touch'] as const;

describe('the scope builder of the dashboard', () => {
  const it = useWorkbench(FILES, { viewport: { width: 1280, height: 1600 } });
  const button = (name: string) => webviewFrame(it.page).getByRole('button', { name, exact: true });
  const copy = () => copyText(it.page, () => runCommand(it.page, 'Token Meter: Copy Scoped Context'));
  const chooseScope = async (name: string) => {
    await runCommand(it.page, 'Token Meter: Switch Scope…');
    await pickItem(it.page, name);
  };
  const names = () => webviewFrame(it.page).locator('select[aria-label="Scope"]');
  const deleteScopes = async () => {
    const options = names().locator('option');
    for (let left = await options.count(); left > 1; left -= 1) {
      await runCommand(it.page, 'Token Meter: Delete Scope…');
      await it.page.locator('.quick-input-title').filter({ hasText: 'Delete a scope' }).waitFor();
      await it.page.keyboard.press('Enter');
      await expect.poll(() => options.count()).toBeLessThan(left);
    }
  };

  beforeEach(async () => {
    for (const path of Object.keys(FILES)) {
      await openFile(it.page, path);
      await runCommand(it.page, 'Token Meter: Add to Scope');
    }
    await showDashboard(it.page);
    await expect
      .poll(() => readBuilder(it.page))
      .toEqual([`add.ts | ${ADD} | full`, `sub.ts | ${SUB} | full`]);
  });
  afterEach(async () => {
    await deleteScopes();
    for (const title of TITLES) await taskBox(it.page, title).fill('');
    await clearScope(it.page);
  });

  test('shows what the Scope view shows, and what is changed in one is changed in both', async () => {
    await builderItem(it.page, 'add.ts').getByLabel('Detail of add.ts').selectOption('outline');
    await expect
      .poll(() => readScope(it.page))
      .toEqual([expect.stringMatching(/^add\.ts \| \d+ · outline · src$/), `sub.ts | ${SUB} · src`]);
    const [row] = await readScope(it.page);
    const outline = /\| (\d+) /.exec(row ?? '')?.[1];
    await expect.poll(() => readBuilder(it.page)).toContain(`add.ts | ${outline} | outline`);
    expect(Number(outline)).toBeLessThan(60);

    await builderItem(it.page, 'sub.ts').getByText('first').click();
    await expect.poll(() => readScope(it.page)).toContain(`sub.ts | ${SUB} · kept first · src`);
    const text = await copy();
    expect(text.indexOf('src/sub.ts')).toBeLessThan(text.indexOf('src/add.ts'));

    await scopeRow(it.page, 'sub.ts').getByRole('checkbox').click();
    await expect.poll(() => readBuilder(it.page)).toContain(`☐ sub.ts | ${SUB} | full | first`);
    await builderItem(it.page, 'sub.ts').getByLabel('Take sub.ts').check();
    await expect.poll(() => readScope(it.page)).toContain(`sub.ts | ${SUB} · kept first · src`);
  });

  test('removes, and takes every change back', async () => {
    await builderItem(it.page, 'add.ts').getByLabel('Remove add.ts').click();
    await expect.poll(() => readScope(it.page)).toEqual([`sub.ts | ${SUB} · src`]);
    await button('Clear Scope').click();
    await expect.poll(() => readBuilder(it.page)).toEqual([]);
    await button('Undo').click();
    await expect.poll(() => readBuilder(it.page)).toEqual([`sub.ts | ${SUB} | full`]);
    await button('Undo').click();
    await expect
      .poll(() => readBuilder(it.page))
      .toEqual([`add.ts | ${ADD} | full`, `sub.ts | ${SUB} | full`]);
  });

  test('keeps the cursor where somebody types the task, whatever is counted meanwhile', async () => {
    const goal = taskBox(it.page, 'Goal');
    await goal.click();
    await it.page.keyboard.type('Fix the end', { delay: 40 });
    for (let times = 3; times > 0; times -= 1) await it.page.keyboard.press('ArrowLeft');
    writeFileSync(join(it.folder, 'src/sub.ts'), `${FILES['src/sub.ts']}// More.\n`);
    await it.page.keyboard.type('wrong price at the ', { delay: 60 });
    await expect.poll(() => readBuilder(it.page)).not.toContain(`sub.ts | ${SUB} | full`);
    const frame = await dashboardFrame(it.page);
    const state = await frame.evaluate(() => {
      const { activeElement } = document;
      if (!(activeElement instanceof HTMLTextAreaElement)) return undefined;
      return {
        field: activeElement.dataset['field'],
        at: activeElement.selectionStart,
        value: activeElement.value,
      };
    });
    expect(state).toEqual({ field: 'goal', at: 27, value: 'Fix the wrong price at the end' });
    writeFileSync(join(it.folder, 'src/sub.ts'), FILES['src/sub.ts']);

    await taskBox(it.page, 'Done when').fill('npm test passes\nand the sum is right');
    expect(await copy()).toMatch(
      /^# Task\n\nGoal: Fix the wrong price at the end\nDone when:\nnpm test passes\nand the sum is right\n/,
    );
    const missing = webviewFrame(it.page).locator('.task label', { has: it.page.locator('.missing') });
    await expect
      .poll(() => missing.locator('textarea').evaluateAll((all) => all.map((box) => box.dataset['field'])))
      .toEqual(['filesToTouch']);
  });

  test('takes a task of 100 KB, and sends it whole', async () => {
    const goal = 'Größe 漢字 and words. '.repeat(4000).trim();
    await taskBox(it.page, 'Goal').fill(goal);
    await taskBox(it.page, 'Constraints').click();
    await expect.poll(copy, { timeout: 30_000 }).toContain(`Goal: ${goal}\n`);
  });

  test('of another scope shows its task, also in the box that had the cursor', async () => {
    await taskBox(it.page, 'Goal').click();
    await it.page.keyboard.type('The first one');
    await runCommand(it.page, 'Token Meter: Save Scope As…');
    await answerInput(it.page, 'Save the scope as', 'first');
    await expect.poll(() => names().inputValue()).toBe('first');
    await taskBox(it.page, 'Goal').click();
    await chooseScope('Unnamed');
    await expect.poll(() => taskBox(it.page, 'Goal').inputValue()).toBe('');
    expect(await readBuilder(it.page)).toEqual([]);

    const loaded = it.page.waitForEvent('load');
    await runCommand(it.page, 'Developer: Reload Window');
    await loaded;
    await showDashboard(it.page);
    // VS Code may make the view anew while it restores the window.
    const chooseFirst = async () => {
      await names().selectOption('first');
      return taskBox(it.page, 'Goal').inputValue();
    };
    await expect.poll(chooseFirst, { timeout: 30_000 }).toBe('The first one');
    await expect
      .poll(() => readBuilder(it.page))
      .toEqual([`add.ts | ${ADD} | full`, `sub.ts | ${SUB} | full`]);
    await deleteScopes();
    expect(await readBuilder(it.page)).toEqual([]);
  });

  test('keeps a history of what left, and compares it with the workspace', async () => {
    await copy();
    const savings = webviewFrame(it.page).locator('.savings');
    await expect.poll(() => savings.locator('tbody').first().innerText()).toMatch(/^Workspace \(3 files\)/);
    await savings.locator('summary').click();
    const copied = savings.locator('details tbody tr').first();
    await expect.poll(() => copied.locator('th').innerText()).toMatch(/^Copied 2 files\n/);
    await button('Clear History').click();
    await expect.poll(() => savings.locator('details').count()).toBe(0);
  });
});

describe('the menus of the Scope view', () => {
  const it = useWorkbench(FILES, { viewport: { width: 1280, height: 1000 } });
  beforeEach(async () => {
    await openFile(it.page, 'src/add.ts');
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await showScope(it.page);
    await expect.poll(() => readScope(it.page)).toEqual([`add.ts | ${ADD} · src`]);
  });
  afterEach(() => clearScope(it.page));

  test('of an item: the detail with what each comes to, and where it goes', async () => {
    await chooseMenuItem(it.page, scopeRow(it.page, 'add.ts'), 'Change Detail…');
    const readLabels = () => quickItems(it.page).allInnerTexts();
    await expect.poll(readLabels).toContainEqual(expect.stringContaining(`${ADD} tokens`));
    const labels = await readLabels();
    expect(labels.length).toBe(5);
    await pickItem(it.page, 'outline');
    await expect
      .poll(() => readScope(it.page))
      .toEqual([expect.stringMatching(/^add\.ts \| \d+ · outline · src$/)]);
    const tokens = /\| (\d+) /.exec((await readScope(it.page))[0] ?? '')?.[1];
    expect(labels[1]).toContain(`${tokens} tokens`);

    await chooseMenuItem(it.page, scopeRow(it.page, 'add.ts'), 'Keep First (changes seldom)');
    await expect.poll(() => readScope(it.page)).toEqual([`add.ts | ${tokens} · outline · kept first · src`]);
    await openMenu(
      it.page,
      () => scopeRow(it.page, 'add.ts').click({ button: 'right' }),
      'Keep in Place (changes often)',
    );
    expect(await menuItem(it.page, 'Keep First (changes seldom)').count()).toBe(0);
    await menuItem(it.page, 'Keep in Place (changes often)').click();
    await expect.poll(() => readScope(it.page)).toEqual([`add.ts | ${tokens} · outline · src`]);
  });

  test('of the view: what is used most as buttons, the rest behind the dots', async () => {
    const pane = viewPane(it.page, 'Scope');
    await pane.locator('.pane-header').hover();
    const labels = await pane
      .locator('.pane-header .action-label')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(labels.filter((label) => label !== null).slice(0, 6)).toEqual([
      expect.stringMatching(/^Copy Scoped Context/),
      'Suggest Scope for Task',
      'Add to Scope…',
      'Edit Task',
      'Clear Scope',
      expect.stringMatching(/More Actions/),
    ]);
    await openMenu(it.page, () => pane.locator('[aria-label*="More Actions"]').click(), 'Switch Scope…');
    for (const label of [
      'Preview Scoped Context',
      'Save Scoped Context to File',
      'Copy as File References',
      'Undo Scope Change',
      'Export Scope to Workspace File',
    ])
      expect(await menuItem(it.page, label).count()).toBe(1);
    await it.page.keyboard.press('Escape');
  });
});
