import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile, runCommand } from '../rig/drive.ts';
import { chooseMenuItem, explorerRow } from './support/menus.ts';
import { readTooltip, speakMeter } from './support/meter.ts';
import { shownReference } from './support/reference.ts';
import { copyDocuments, readScope, showScope } from './support/scope.ts';
import { useWorkbench } from './support/useWorkbench.ts';

const FILES = {
  'front/start.txt': 'start',
  'front/page.ts': 'export const page = 1;\n',
  'back/page.ts': 'export const page = "the other one";\n',
  'back/.gitignore': 'page.log\n',
  'back/page.log': 'left out',
  'front/page.log': 'kept\n',
};
const tokens = (path: keyof typeof FILES) => shownReference(FILES[path]);

describe('a workspace of two folders', () => {
  const it = useWorkbench(FILES, {
    workspaceFile: 'both.code-workspace',
    prepare: (folder) =>
      writeFileSync(
        join(folder, 'both.code-workspace'),
        JSON.stringify({ folders: [{ path: 'front' }, { path: 'back', name: 'server' }] }),
      ),
  });

  test('tells files of the same name apart by the names of their folders', async () => {
    await openFile(it.page, 'server/page.ts');
    await expect
      .poll(() => speakMeter(it.page))
      .toBe(`Token Meter: ${tokens('back/page.ts')} tokens in server/page.ts`);
    await runCommand(it.page, 'Token Meter: Add to Scope');
    await runCommand(it.page, 'View: Show Explorer');
    await chooseMenuItem(it.page, explorerRow(it.page, 'front'), 'Add to Scope');
    await showScope(it.page);
    await expect
      .poll(() => readScope(it.page))
      .toEqual([
        `page.ts | ${tokens('back/page.ts')} · server`,
        expect.stringMatching(/^front \| 3 files · \d+$/),
        `  page.log | ${tokens('front/page.log')}`,
        `  page.ts | ${tokens('front/page.ts')}`,
        '  start.txt | 1',
      ]);
    expect(await copyDocuments(it.page)).toEqual([
      { path: 'server/page.ts', text: FILES['back/page.ts'] },
      { path: 'front/page.log', text: FILES['front/page.log'] },
      { path: 'front/page.ts', text: FILES['front/page.ts'] },
      { path: 'front/start.txt', text: FILES['front/start.txt'] },
    ]);
    expect((await readTooltip(it.page)).rows.map(([name]) => name)).toEqual([
      '',
      'File server/page.ts',
      'Scope 4 files',
    ]);
  });
});
