import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/core/advice/advice.ts';
import { adviseScope } from '../../../src/core/advice/adviseScope.ts';
import { applyToScope } from '../../../src/core/advice/applyToScope.ts';
import type { Scope } from '../../../src/core/context/scope.ts';
import { fileItem, folderItem, textItem } from '../../../src/core/context/scopeItem.ts';
import { EMPTY_TASK, type Task } from '../../../src/core/context/task.ts';
import { pastedLog } from '../../core/advice/labelledPrompt.ts';
import { testCounter } from '../../core/tokens/testCounter.ts';
import { outcomes, readScope } from '../scope/measureText.ts';
import { makeFolder } from '../temporaryFolder.ts';

const LOG = `${pastedLog(200)}\n`;
const TASK: Task = {
  goal: 'Find the cause of the wrong total in src/total.ts',
  constraints: '',
  doneCriteria: 'One sentence names the line.',
  filesToTouch: 'src/total.ts',
};

async function adviceOn(folder: string, scope: Scope, task = TASK): Promise<Advice[]> {
  const read = await readScope(folder, scope, { task });
  const { countTokens } = testCounter('o200k_base');
  return adviseScope({ scope, task }, read, { countTokens });
}

describe('adviseScope', () => {
  it('measures on the very texts that would be sent', async () => {
    const folder = makeFolder({ 'build.log': LOG, 'src/total.ts': 'export const total = 1;\n' });
    const scope = [fileItem(join(folder, 'build.log')), fileItem(join(folder, 'src/total.ts'))];
    const found = await adviceOn(folder, scope);
    expect(found.map(({ check }) => check)).toEqual(['rawPayload']);
    const { tokens = 0 } = found[0]?.tokens ?? {};
    const after = await readScope(folder, applyToScope(scope, found[0]!.action), { task: TASK });
    const before = await readScope(folder, scope, { task: TASK });
    // Beside the document itself its title changes by a word.
    expect(Math.abs(before.measured.total.tokens - after.measured.total.tokens - tokens)).toBeLessThan(10);
  });

  it('changes one file below a folder, and leaves the others as they are', async () => {
    const folder = makeFolder({ 'logs/build.log': LOG, 'logs/total.md': '# Total\n' });
    const scope = [folderItem(join(folder, 'logs'))];
    const found = await adviceOn(folder, scope);
    const action = found.find(({ check }) => check === 'rawPayload')!.action;
    const read = await readScope(folder, applyToScope(scope, action), { task: TASK });
    const files = read.measured.items
      .flatMap((item) => item.files)
      .filter(({ excluded }) => excluded !== true);
    expect(outcomes(files)).toEqual({ 'logs/build.log': 'reduced', 'logs/total.md': 'full' });
  });

  it('leaves out one file below a folder', async () => {
    const folder = makeFolder({ 'a/one.ts': 'let one;\n', 'a/two.ts': 'let two;\n' });
    const scope = [folderItem(join(folder, 'a'))];
    const document = { itemId: scope[0]!.id, path: join(folder, 'a/two.ts') };
    const read = await readScope(folder, applyToScope(scope, { do: 'leaveOut', documents: [document] }), {});
    expect(read.places.map(({ label }) => label)).toEqual(['a/one.ts']);
  });

  it('reads a text that was pasted into the scope', async () => {
    const scope = [textItem('terminal', LOG)];
    const [advice] = await adviceOn(makeFolder(), scope);
    expect(advice?.action).toEqual({
      do: 'setDetail',
      documents: [{ itemId: scope[0]!.id, path: '' }],
      detail: 'reduced',
    });
  });

  it('names the file that holds a secret', async () => {
    const key = ['AKIA', 'Q3EGRIVSXNB2ZL4M'].join('');
    const folder = makeFolder({ 'src/total.ts': `const key = '${key}';\n` });
    const [advice] = await adviceOn(folder, [fileItem(join(folder, 'src/total.ts'))]);
    expect(advice).toMatchObject({ check: 'secrets', places: [{ documents: [{ label: 'src/total.ts' }] }] });
  });

  it('has nothing to say where there is nothing', async () => {
    expect(await adviceOn(makeFolder(), [], EMPTY_TASK)).toEqual([]);
  });
});
