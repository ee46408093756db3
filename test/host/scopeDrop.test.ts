import { deepEqual, equal, match } from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { DataTransfer, DataTransferItem, type Uri } from 'vscode';
import { ScopeDropController } from '../../src/host/scopeDropController.ts';
import { openFile } from './support/editors.ts';
import { hearMessages } from './support/messages.ts';
import { copyDocuments, copyText, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

describe('what is dropped on the scope', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.ts': 'a', 'with space ü#%.ts': 'b', 'sub/c.ts': 'c' });
  const outside = makeFolder({ 'secret.txt': 'x' }, tmpdir());
  const copyPaths = async () =>
    (await copyDocuments()).map(({ path }) => path.replace(`${folder.label}/`, ''));

  async function drop(list: string, type = 'text/uri-list'): Promise<void> {
    const transfer = new DataTransfer();
    transfer.set(type, new DataTransferItem(list));
    await new ScopeDropController().handleDrop(undefined, transfer);
  }

  const listOf = (...uris: Uri[]) => uris.map(String).join('\r\n');

  it('becomes part of it: files with any name, and folders', async () => {
    await drop(listOf(folder.uri('with space ü#%.ts'), folder.uri('sub'), folder.uri('a.ts')));
    deepEqual(await copyPaths(), ['with space ü#%.ts', 'sub/c.ts', 'a.ts']);
  });

  it('may come with comments and empty lines', async () => {
    await drop(`# from a file manager\n\n${folder.uri('a.ts')}\n`);
    deepEqual(await copyPaths(), ['a.ts']);
  });

  it('is refused with a message when it lies outside the workspace', async () => {
    await drop(listOf(outside.uri('secret.txt'), folder.uri('a.ts')));
    equal(messages.warnings.length, 1);
    deepEqual(await copyPaths(), ['a.ts']);
  });

  it('is nothing when it holds no file, whatever is open', async () => {
    await openFile(folder.uri('a.ts'));
    for (const list of ['', '# nothing\r\n', '\r\n']) await drop(list);
    await drop('some text', 'text/plain');
    await copyText();
    match(messages.feedback.at(-1) ?? '', /^\$\(check\) Scope is empty/);
  });
});
