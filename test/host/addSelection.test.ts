import { deepEqual } from 'node:assert/strict';
import { Selection } from 'vscode';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { hearMessages } from './support/messages.ts';
import { copyDocuments, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const TEXT = 'one\ntwo\nthree\nfour\nfive\nsix';

describe('Add Selection to Scope', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'lines.txt': TEXT, 'crlf.txt': 'one\r\ntwo\r\nthree\r\n' });
  const path = `${folder.label}/lines.txt`;

  /** Adds the selections, given as anchor and active position, and reads what is copied then. */
  async function addAndCopy(name: string, ...ranges: [number, number, number, number][]) {
    const editor = await openFile(folder.uri(name));
    editor.selections = ranges.map((range) => new Selection(...range));
    await run('addSelectionToScope');
    await closeEditors();
    return copyDocuments();
  }

  it('takes the whole lines that a selection touches', async () => {
    deepEqual(await addAndCopy('lines.txt', [1, 2, 2, 1]), [
      { path, lines: { startLine: 2, endLine: 3 }, text: 'two\nthree\n' },
    ]);
  });

  it('leaves out the line before whose first character a selection ends', async () => {
    deepEqual(await addAndCopy('lines.txt', [1, 0, 2, 0]), [
      { path, lines: { startLine: 2, endLine: 2 }, text: 'two\n' },
    ]);
  });

  it('takes a selection that was made backwards, and the last line without a line end', async () => {
    deepEqual(await addAndCopy('lines.txt', [5, 3, 4, 0]), [
      { path, lines: { startLine: 5, endLine: 6 }, text: 'five\nsix' },
    ]);
  });

  it('makes an item of each of several selections in the order of the text, and leaves out bare cursors', async () => {
    deepEqual(await addAndCopy('lines.txt', [4, 0, 4, 2], [2, 0, 2, 0], [0, 0, 1, 1]), [
      { path, lines: { startLine: 1, endLine: 2 }, text: 'one\ntwo\n' },
      { path, lines: { startLine: 5, endLine: 5 }, text: 'five\n' },
    ]);
  });

  it('takes a line once in which two words are selected', async () => {
    deepEqual(await addAndCopy('lines.txt', [2, 0, 2, 1], [2, 3, 2, 4]), [
      { path, lines: { startLine: 3, endLine: 3 }, text: 'three\n' },
    ]);
  });

  it('keeps the line ends of Windows', async () => {
    deepEqual(await addAndCopy('crlf.txt', [0, 0, 1, 1]), [
      { path: `${folder.label}/crlf.txt`, lines: { startLine: 1, endLine: 2 }, text: 'one\r\ntwo\r\n' },
    ]);
  });

  it('means the lines on the screen while the file is not saved', async () => {
    const editor = await openFile(folder.uri('lines.txt'));
    await editor.edit((edit) => edit.insert(editor.document.positionAt(0), 'zero\n'));
    editor.selection = new Selection(1, 0, 1, 2);
    await run('addSelectionToScope');
    deepEqual(await copyDocuments(), [{ path, lines: { startLine: 2, endLine: 2 }, text: 'one\n' }]);
  });

  it('asks for a selection when there is none', async () => {
    await openFile(folder.uri('lines.txt'));
    await run('addSelectionToScope');
    await closeEditors();
    await run('addSelectionToScope');
    const asked = 'Token Meter: Select some lines in the editor first.';
    deepEqual(messages.warnings, [asked, asked]);
  });

  it('refuses the lines of a document that has never been saved', async () => {
    const editor = await openUntitled('draft\n');
    editor.selection = new Selection(0, 0, 0, 5);
    await run('addSelectionToScope');
    deepEqual(messages.warnings, [
      'Token Meter: Only saved files inside the workspace can be added. ' +
        `Not added: ${editor.document.uri.path}. Save it there, or add its folder to the workspace first.`,
    ]);
  });
});
