import { equal, ok } from 'node:assert/strict';
import {
  commands,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  NotebookEdit,
  NotebookRange,
  Selection,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { openUntitled } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { followEditors } from './support/liveMeter.ts';
import { copyDocuments, startClean } from './support/scope.ts';

const CELLS = ['# Heading\n\nSome *text* 漢字', 'import os\nprint("😀")', 'x = 1'];

describe('the live count of a notebook', () => {
  startClean();
  const live = followEditors();

  async function openNotebook(texts = CELLS) {
    const cells = texts.map((text) => new NotebookCellData(NotebookCellKind.Code, text, 'python'));
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData(cells));
    await window.showNotebookDocument(notebook, { preview: false });
    return notebook;
  }

  const documentsOf = (notebook: Awaited<ReturnType<typeof openNotebook>>) =>
    notebook.getCells().map(({ document }) => document);

  it('is that of all its cells', async () => {
    const notebook = await openNotebook();
    await live.expectCounted(documentsOf(notebook));
    equal(
      live.fileTokens(),
      CELLS.reduce((sum, text) => sum + countTokens(text), 0),
    );
  });

  it('follows edits of a cell, and cells that come and go', async () => {
    const notebook = await openNotebook();
    const inCell = new WorkspaceEdit();
    const [first] = documentsOf(notebook);
    inCell.insert(first!.uri, first!.positionAt(3), 'typed into a cell ');
    await workspace.applyEdit(inCell);
    await live.expectCounted(documentsOf(notebook));
    for (const change of [
      NotebookEdit.insertCells(1, [new NotebookCellData(NotebookCellKind.Markup, 'new cell', 'markdown')]),
      NotebookEdit.deleteCells(new NotebookRange(2, 3)),
      NotebookEdit.replaceCells(new NotebookRange(0, 1), []),
    ]) {
      const edit = new WorkspaceEdit();
      edit.set(notebook.uri, [change]);
      await workspace.applyEdit(edit);
      await live.expectCounted(documentsOf(notebook));
    }
    equal(notebook.cellCount, 2);
  });

  it('counts the selection of the cell that is being edited, of no other', async () => {
    const notebook = await openNotebook();
    for (const [index, text] of [
      [1, 'import os'],
      [2, 'x'],
    ] as const) {
      await editCell(index);
      await eventually(() => equal(window.activeTextEditor?.document, notebook.cellAt(index).document));
      window.activeTextEditor!.selection = new Selection(0, 0, 0, text.length);
      await eventually(() => equal(live.selectedTokens(), countTokens(text)));
    }
  });

  it('gives way to a text editor and comes back', async () => {
    const notebook = await openNotebook();
    await live.expectCounted(documentsOf(notebook));
    const { document } = await openUntitled('plain text');
    await live.expectCounted([document]);
    await window.showNotebookDocument(notebook);
    await live.expectCounted(documentsOf(notebook));
  });

  it('is 0 without cells', async () => {
    const notebook = await openNotebook([]);
    ok(notebook.cellCount <= 1);
    await eventually(() => equal(live.fileTokens(), 0));
  });

  it('is what Copy Scoped Context copies when the scope is empty: a document for each cell', async () => {
    const notebook = await openNotebook();
    await eventually(async () => {
      const documents = await copyDocuments();
      equal(documents.map(({ text }) => text).join('|'), CELLS.join('|'));
      equal(documents[1]?.path, `${notebook.uri.path}#cell2`);
    });
  });
});

async function editCell(index: number): Promise<void> {
  const editor = window.activeNotebookEditor;
  if (editor === undefined) throw new Error('No notebook is open.');
  editor.selection = new NotebookRange(index, index + 1);
  await commands.executeCommand('notebook.cell.edit');
}
