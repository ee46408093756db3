import { equal } from 'node:assert/strict';
import { renameSync, truncateSync } from 'node:fs';
import { commands, WorkspaceEdit, window, workspace } from 'vscode';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { followEditors } from './support/liveMeter.ts';
import { startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const OVER_50_MB = 51 * 1024 * 1024;

describe('what the live count is of', () => {
  startClean();
  const live = followEditors();
  const folder = makeFolder({
    'a.ts': 'export const a = 1;\n',
    'b.py': 'def f():\n    return 1\n',
    'large.txt': '',
  });
  const [a, b] = [folder.uri('a.ts'), folder.uri('b.py')];

  it('is that of the open file, and of the next one that is opened', async () => {
    const first = await openFile(a);
    await live.expectCounted([first.document]);
    const second = await openFile(b);
    await live.expectCounted([second.document]);
    equal(live.meter.state.target?.name, `${folder.label}/b.py`);
  });

  it('is there for what was open before the meter was', async () => {
    const untitled = await openUntitled('never saved');
    await live.expectCounted([untitled.document]);
    equal(live.fileTokens(), 2);
  });

  it('follows the active side of a diff', async () => {
    await commands.executeCommand('vscode.diff', a, b, 'a and b', { preview: false });
    for (const side of ['Secondary', 'Primary', 'Secondary']) {
      await commands.executeCommand(`workbench.action.compareEditor.focus${side}Side`);
      const uri = side === 'Primary' ? b : a;
      await eventually(() => equal(window.activeTextEditor?.document.uri.fsPath, uri.fsPath));
      await live.expectCounted([window.activeTextEditor!.document]);
    }
  });

  it('stays with the editor while the Output panel has the focus', async () => {
    const { document } = await openFile(b);
    await live.expectCounted([document]);
    await commands.executeCommand('tokenMeter.showLog');
    await eventually(() => equal(window.activeTextEditor?.document.uri.scheme, 'output'));
    await pause();
    equal(live.meter.state.target?.name, `${folder.label}/b.py`);
    await live.expectCounted([document]);
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('goes on after many quick changes of the editor', async () => {
    const editors = [];
    for (let index = 0; index < 6; index += 1) editors.push(await openUntitled('a b '.repeat(index)));
    for (let round = 0; round < 4; round += 1)
      for (const { document } of editors) void window.showTextDocument(document).then(undefined, () => {});
    const { document } = await window.showTextDocument(editors[3]!.document);
    await eventually(() => equal(live.meter.state.target?.name, document.uri.path));
    await live.expectCounted([document]);
  });

  it('is a file under its new name', async () => {
    const { document } = await openFile(folder.uri('a.ts'));
    await live.expectCounted([document]);
    const edit = new WorkspaceEdit();
    edit.renameFile(a, folder.uri('renamed.ts'));
    await workspace.applyEdit(edit);
    await eventually(() => equal(live.meter.state.target?.name, `${folder.label}/renamed.ts`));
    await live.expectCounted([window.activeTextEditor!.document]);
    renameSync(folder.uri('renamed.ts').fsPath, a.fsPath);
  });

  it('is nothing on a page that is no text, and in an empty window', async () => {
    await openFile(b);
    await eventually(() => equal(live.meter.state.target?.kind, 'text'));
    await commands.executeCommand('workbench.action.openSettings2');
    await eventually(() => equal(live.meter.state.target, undefined));
    await closeEditors();
    await pause();
    equal(live.meter.state.target, undefined);
  });

  it('is said to be too large where VS Code keeps a file of more than 50 MB to itself', async () => {
    const large = folder.uri('large.txt');
    truncateSync(large.fsPath, OVER_50_MB);
    await live.expectCounted([(await openFile(b)).document]);
    await commands.executeCommand('vscode.open', large);
    await eventually(() => equal(live.meter.state.target?.kind, 'tooLarge'));
    equal(live.fileTokens(), undefined);
    await closeEditors();
    await eventually(() => equal(live.meter.state.target, undefined));
  });
});
