import { deepEqual, equal, match } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Uri } from 'vscode';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { hearMessages } from './support/messages.ts';
import { copyDocuments, copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const NOT_SAVED_INSIDE =
  /^Token Meter: Only saved files inside the workspace can be added\. Not added: (.*)\. Save/;

describe('Add to Scope', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.ts': 'a\n', 'b.ts': 'b\n', 'sub/c.ts': 'c\n', 'sub/deep/d.ts': 'd\n' });
  const outside = makeFolder({ 'secret.txt': 'secret\n' }, tmpdir());
  const gone = makeFolder({ 'gone.ts': 'x' });
  const [a, b, sub] = [folder.uri('a.ts'), folder.uri('b.ts'), folder.uri('sub')];
  const copyPaths = async () =>
    (await copyDocuments()).map(({ path }) => path.replace(`${folder.label}/`, ''));

  it('takes a file of the explorer', async () => {
    await run('addToScope', a, [a]);
    deepEqual(await copyPaths(), ['a.ts']);
  });

  it('takes a folder with all that is below it', async () => {
    await run('addToScope', sub, [sub]);
    deepEqual(await copyPaths(), ['sub/c.ts', 'sub/deep/d.ts']);
  });

  it('takes several at once, in their order, each once', async () => {
    await run('addToScope', a, [b, a, b, sub]);
    await run('addToScope', a);
    deepEqual(await copyPaths(), ['b.ts', 'a.ts', 'sub/c.ts', 'sub/deep/d.ts']);
    deepEqual(messages.warnings, []);
  });

  it('takes the open file when called from the palette', async () => {
    await openFile(b);
    await run('addToScope');
    await closeEditors();
    deepEqual(await copyPaths(), ['b.ts']);
  });

  it('refuses what lies outside the workspace by name, and takes the rest', async () => {
    await run('addToScope', a, [outside.uri('secret.txt'), a, Uri.parse('https://example.org/x.ts')]);
    deepEqual(await copyPaths(), ['a.ts']);
    equal(messages.warnings.length, 1);
    equal(NOT_SAVED_INSIDE.exec(messages.warnings[0] ?? '')?.[1], 'secret.txt, x.ts');
  });

  it('refuses a folder around the workspace and one beside it with the same beginning', async () => {
    const [around, beside] = [Uri.file(tmpdir()), Uri.file(`${folder.path}/../../sample-two`)];
    await run('addToScope', around, [around, beside]);
    match(messages.warnings[0] ?? '', NOT_SAVED_INSIDE);
    equal(await copyText(), UNTOUCHED);
  });

  it('refuses a document that has never been saved', async () => {
    const { document } = await openUntitled('draft');
    await run('addToScope', document.uri);
    equal(NOT_SAVED_INSIDE.exec(messages.warnings[0] ?? '')?.[1], document.uri.path);
  });

  it('asks for a file when none is open', async () => {
    await run('addToScope');
    deepEqual(messages.warnings, ['Token Meter: Open a file first, or choose one in the explorer.']);
  });

  it('keeps a file that has vanished, and says so when nothing else can be copied', async () => {
    rmSync(gone.path, { recursive: true });
    await run('addToScope', gone.uri('gone.ts'));
    equal(await copyText(), UNTOUCHED);
    deepEqual(messages.warnings, [
      `Token Meter: Nothing in the scope can be copied (${gone.label}/gone.ts: not found). ` +
        'Check the reasons in the Scope view.',
    ]);
    await run('addToScope', a);
    deepEqual(await copyPaths(), ['a.ts']);
  });
});
