import { deepEqual, equal } from 'node:assert/strict';
import { commands, type ViewColumn } from 'vscode';
import { fileItem, folderItem } from '../../src/core/context/scopeItem.ts';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { copyDocuments, copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const BESIDE = -2 satisfies ViewColumn.Beside;

describe('the commands of the scope', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'c.ts': 'c\n' });
  const [a, b, c] = [folder.uri('a.ts'), folder.uri('b.ts'), folder.uri('c.ts')];
  const rowOf = (path: string) => ({ item: fileItem(path), path, isPart: false });
  const copyPaths = async () =>
    (await copyDocuments()).map(({ path }) => path.replace(`${folder.label}/`, ''));

  it('adds every open file once: of all groups, both sides of a diff as one, no untitled text', async () => {
    await openFile(a);
    await openFile(b);
    await openUntitled('draft');
    await commands.executeCommand('vscode.open', a, { viewColumn: BESIDE, preview: false });
    await commands.executeCommand('vscode.diff', b, c, 'b and c', { preview: false });
    await run('addTabsToScope');
    await closeEditors();
    deepEqual((await copyPaths()).sort(), ['a.ts', 'b.ts', 'c.ts']);
    deepEqual(messages.warnings, []);
  });

  it('says so when no tab holds a file of the workspace', async () => {
    await openUntitled('draft');
    await run('addTabsToScope');
    deepEqual(messages.warnings, ['Token Meter: No file of the workspace is open in a tab.']);
  });

  it('removes the row it was called on', async () => {
    await run('addToScope', a, [a, b, c]);
    await run('removeFromScope', rowOf(b.fsPath));
    deepEqual(await copyPaths(), ['a.ts', 'c.ts']);
  });

  it('removes all selected rows', async () => {
    await run('addToScope', a, [a, b, c]);
    await run('removeFromScope', rowOf(a.fsPath), [rowOf(a.fsPath), rowOf(c.fsPath)]);
    deepEqual(await copyPaths(), ['b.ts']);
  });

  it('leaves a removed part of a folder out of it', async () => {
    const whole = folderItem(folder.path);
    await run('addToScope', folder.uri('.'));
    await eventually(async () => {
      await pause(300); // The row is there once the folder has been measured.
      await run('removeFromScope', { item: whole, path: b.fsPath, isPart: true });
      deepEqual(await copyPaths(), ['a.ts', 'c.ts']);
    });
  });

  it('leaves the scope alone when what is to be removed is not in it', async () => {
    await run('addToScope', a);
    await run('removeFromScope', rowOf(b.fsPath));
    await run('removeFromScope');
    deepEqual(await copyPaths(), ['a.ts']);
  });

  it('clears the scope', async () => {
    await run('addToScope', a, [a, b]);
    await run('clearScope');
    equal(await copyText(), UNTOUCHED);
  });

  it('keeps what was added by calls that did not wait for each other', async () => {
    await Promise.all([run('addToScope', a), run('addToScope', b), run('addToScope', c)]);
    deepEqual((await copyPaths()).sort(), ['a.ts', 'b.ts', 'c.ts']);
  });
});
