import { equal, match, notEqual } from 'node:assert/strict';
import { basename } from 'node:path';
import { Position, Selection, type TextEditor, window } from 'vscode';
import { openFile, openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const SCHEME = 'token-meter-tokens';

describe('Show Tokens', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({
    'a.ts': 'let größe = "😀";\n',
    'crlf.ts': 'let a;\r\n\r\n漢字\r\n',
    'empty.ts': '',
  });

  /** Runs the command on the editor that was shown last, which it follows a moment later. */
  async function expectShown(text: string, { document: { uri } }: TextEditor): Promise<void> {
    await eventually(() => equal(window.activeTextEditor?.document.uri.fsPath, uri.fsPath));
    await pause();
    await run('showTokens');
    const { document } = window.activeTextEditor!;
    equal(document.uri.scheme, SCHEME);
    match(document.uri.path, new RegExp(`^/o200k_base tokens of .*${basename(uri.path)}$`));
    await eventually(() => equal(document.getText(), text));
  }

  for (const [name, text] of [
    ['a.ts', 'let größe = "😀";\n'],
    ['crlf.ts', 'let a;\r\n\r\n漢字\r\n'],
    ['empty.ts', ''],
  ] as const) {
    it(`shows the very text of the open file: ${name}`, async () => {
      await expectShown(text, await openFile(folder.uri(name)));
    });
  }

  it('shows what is selected, if anything is', async () => {
    const editor = await openUntitled('one two three\nfour\n');
    editor.selections = [new Selection(0, 0, 0, 7), new Selection(1, 0, 1, 4)];
    await expectShown('one two\nfour', editor);
  });

  it('shows the text as it is now when it is called again', async () => {
    const editor = await openUntitled('before');
    await expectShown('before', editor);
    const again = await window.showTextDocument(editor.document);
    await again.edit((edit) => edit.insert(new Position(0, 6), ' and after'));
    await expectShown('before and after', again);
  });

  it('leaves the file alone: what it shows cannot be edited', async () => {
    await expectShown('let größe = "😀";\n', await openFile(folder.uri('a.ts')));
    const { document } = window.activeTextEditor!;
    await window
      .activeTextEditor!.edit((edit) => edit.insert(new Position(0, 0), 'x'))
      .then(undefined, () => {});
    notEqual(document.uri.scheme, 'file');
    equal(document.isDirty, false);
  });

  it('asks for a file when none is open', async () => {
    await eventually(async () => {
      messages.warnings.length = 0;
      await run('showTokens');
      equal(messages.warnings[0], 'Token Meter: No file is open. Open one first.');
    });
  });
});
