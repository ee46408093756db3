import { deepEqual } from 'node:assert/strict';
import { commands } from 'vscode';
import { fileItem } from '../../src/core/context/scopeItem.ts';
import { COMMANDS } from '../../src/host/commandIds.ts';
import { closeEditors } from './support/editors.ts';
import { hearMessages } from './support/messages.ts';
import { dismissPicks } from './support/picks.ts';
import { copyDocuments, run, startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

type CommandName = keyof typeof COMMANDS;

/** What other extensions, key bindings and mistakes may pass along. */
const BAD_ARGUMENTS: readonly unknown[][] = [
  [],
  [undefined, undefined],
  [null, null],
  ['file:///etc/passwd'],
  [42, true],
  [{}, {}],
  [[], []],
  [{ item: null, path: 1, isPart: 'no' }],
  [{ scheme: 'file', path: '/etc/passwd' }, [{ scheme: 'file' }, null, 'x']],
  [Symbol('odd'), () => 1],
];

describe('every command', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.ts': 'a' });

  after(() => commands.executeCommand('workbench.action.closePanel'));

  for (const name of Object.keys(COMMANDS) as CommandName[]) {
    it(`takes any arguments without failing: ${name}`, async () => {
      for (const args of BAD_ARGUMENTS) await dismissPicks(run(name, ...args));
      deepEqual(messages.errors, []);
    });
  }

  it('leaves the scope alone when its arguments make no sense', async () => {
    await run('addToScope', folder.uri('a.ts'));
    await closeEditors();
    for (const args of BAD_ARGUMENTS) await run('removeFromScope', ...args);
    for (const args of BAD_ARGUMENTS) await run('addToScope', ...args);
    deepEqual(await copyDocuments(), [{ path: `${folder.label}/a.ts`, text: 'a' }]);
  });

  it('does not take a row for another because it looks like one', async () => {
    const { fsPath } = folder.uri('a.ts');
    await run('addToScope', folder.uri('a.ts'));
    await run('removeFromScope', { item: { ...fileItem(fsPath), id: 7 }, path: fsPath, isPart: false });
    deepEqual((await copyDocuments()).length, 1);
  });
});
