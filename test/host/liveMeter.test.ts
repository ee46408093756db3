import { equal, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, EndOfLine, Position, Selection, WorkspaceEdit, workspace } from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { followEditors } from './support/liveMeter.ts';
import { startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const TEXT = 'export const größe = "😀 漢字 <|endoftext|>",\r\n\r\n\r\n\r\n\r\n\r\n\r\nb';

describe('the live count', () => {
  startClean();
  const live = followEditors();
  const folder = makeFolder({ 'a.ts': TEXT, 'b.py': 'def f():\n    return 1\n', 'empty.txt': '' });
  const [a, b] = [folder.uri('a.ts'), folder.uri('b.py')];

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
    editor.selection = new Selection(0, 3, 7, 1);
    const selected = editor.document.getText(editor.selection);
    await eventually(() => equal(live.selectedTokens(), countTokens(selected)));
  });

  it('keeps the count of a selection when the text changes elsewhere', async () => {
    const editor = await openUntitled('one two three\n');
    editor.selection = new Selection(0, 0, 0, 7);
    await eventually(() => equal(live.selectedTokens(), 2));
    const edit = new WorkspaceEdit();
    edit.insert(editor.document.uri, new Position(1, 0), 'added by somebody else\n');
    await workspace.applyEdit(edit);
    await live.expectCounted([editor.document]);
    await pause();
    equal(live.selectedTokens(), 2);
  });

  it('keeps the selection of each file to itself', async () => {
    const first = await openFile(a);
    first.selection = new Selection(0, 0, 0, 6);
    await eventually(() => equal(live.selectedTokens(), 1));
    const second = await openUntitled('two');
    await live.expectCounted([second.document]);
    equal(live.selectedTokens(), undefined);
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
});
