import { equal, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, EndOfLine, Selection, window } from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { followEditors } from './support/liveMeter.ts';
import { startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const TEXT = 'export const größe = "😀";\r\n\r\n\r\n// 漢字 <|endoftext|>\r\n';

describe('the live count', () => {
  startClean();
  const live = followEditors();
  const folder = makeFolder({ 'a.ts': TEXT, 'b.py': 'def f():\n    return 1\n', 'empty.txt': '' });
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

  it('is 0 for an empty file and absent without one', async () => {
    await openFile(folder.uri('empty.txt'));
    await eventually(() => equal(live.fileTokens(), 0));
    await closeEditors();
    await eventually(() => equal(live.meter.state.target, undefined));
    equal(live.fileTokens(), undefined);
  });

  it('follows what is typed, undone and reverted', async () => {
    const { document } = await openFile(a);
    await commands.executeCommand('type', { text: '漢字 and words' });
    await live.expectCounted([document]);
    await commands.executeCommand('undo');
    await live.expectCounted([document]);
    await commands.executeCommand('type', { text: 'x' });
    await commands.executeCommand('workbench.action.files.revert');
    await live.expectCounted([document]);
    equal(document.getText(), TEXT);
  });

  it('follows a file that another program writes', async () => {
    const { document } = await openFile(b);
    writeFileSync(b.fsPath, 'import os\n');
    await eventually(() => equal(document.getText(), 'import os\n'));
    await live.expectCounted([document]);
  });

  it('follows a change of all line ends', async () => {
    const editor = await openFile(a);
    await live.expectCounted([editor.document]);
    const before = live.fileTokens();
    await editor.edit((edit) => edit.setEndOfLine(EndOfLine.LF));
    await live.expectCounted([editor.document]);
    ok(live.fileTokens() !== before, 'the sample does not tell the line ends apart');
    await commands.executeCommand('undo');
    await live.expectCounted([editor.document]);
  });

  it('sums up several selections, and drops them with the last one', async () => {
    const editor = await openUntitled('one two three\nfour five six\n');
    editor.selections = [new Selection(0, 0, 0, 7), new Selection(1, 4, 1, 0), new Selection(1, 6, 1, 6)];
    await eventually(() => equal(live.selectedTokens(), countTokens('one two') + countTokens('four')));
    equal(live.fileTokens(), countTokens('one two three\nfour five six\n'));
    editor.selections = [new Selection(0, 3, 0, 3)];
    await eventually(() => equal(live.selectedTokens(), undefined));
  });

  it('counts a selection that cuts lines, words and line ends', async () => {
    const editor = await openFile(a);
    editor.selection = new Selection(0, 3, 3, 4);
    const selected = editor.document.getText(editor.selection);
    await eventually(() => equal(live.selectedTokens(), countTokens(selected)));
  });

  it('keeps the selection of each file to itself', async () => {
    const first = await openFile(a);
    first.selection = new Selection(0, 0, 0, 6);
    await eventually(() => equal(live.selectedTokens(), 1));
    const second = await openUntitled('two');
    await live.expectCounted([second.document]);
    equal(live.selectedTokens(), undefined);
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

  it('changes with the encoding, and never shows the number of the old one as new', async () => {
    const { document } = await openFile(a);
    await live.expectCounted([document]);
    live.meter.setEncoding('cl100k_base');
    const seen: (number | undefined)[] = [];
    const listening = live.meter.onDidChange(() => seen.push(live.fileTokens()));
    await live.expectCounted([document], 'cl100k_base');
    listening.dispose();
    const expected = countTokens(document.getText(), 'cl100k_base');
    ok(
      seen.every((tokens) => tokens === undefined || tokens === expected),
      `it showed ${seen.join()}`,
    );
  });

  it('goes on after many quick changes of the editor', async () => {
    const editors = await Promise.all(
      Array.from({ length: 6 }, (_, index) => openUntitled(`${'a b '.repeat(index)}`)),
    );
    for (let round = 0; round < 4; round += 1)
      for (const { document } of editors) void window.showTextDocument(document);
    const { document } = await window.showTextDocument(editors[3]!.document);
    await eventually(() => equal(live.meter.state.target?.name, document.uri.path));
    await live.expectCounted([document]);
  });
});
