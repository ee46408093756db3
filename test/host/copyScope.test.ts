import { deepEqual, equal, match } from 'node:assert/strict';
import { rmSync, truncateSync } from 'node:fs';
import { commands, env, Selection } from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { closeEditors, openFile, openUntitled } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { copyDocuments, copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const FENCED = 'Some `code`:\n\n````md\n```ts\nlet a;\n```\n````\n## not a heading\n<|endoftext|>\n';

describe('Copy Scoped Context', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.ts': 'let a = 1;\n', 'b.md': FENCED, 'gone.ts': 'x\n' });
  const [a, b, gone] = [folder.uri('a.ts'), folder.uri('b.md'), folder.uri('gone.ts')];
  const [pathOfA, pathOfB] = [`${folder.label}/a.ts`, `${folder.label}/b.md`];

  it('copies the files of the scope, so that parsing the text gives them back', async () => {
    await run('addToScope', a, [b, a]);
    deepEqual(await copyDocuments(), [
      { path: pathOfB, text: FENCED },
      { path: pathOfA, text: 'let a = 1;\n' },
    ]);
  });

  it('tells the number of tokens of the very text on the clipboard', async () => {
    await run('addToScope', a, [a, b]);
    const text = await copyText();
    const tokens = countTokens(text);
    match(messages.feedback.at(-1) ?? '', new RegExp(`^\\$\\(check\\) 2 files · ${tokens} tokens · \\$`));
    equal(messages.feedback.length, 1);
  });

  it('lets no secret and nothing invisible out, and says so', async () => {
    // Put together at run time: no file of this project holds anything that looks like a key.
    const key = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
    const editor = await openUntitled(`const token = '${key}';\u202e\n`, 'typescript');
    editor.selection = new Selection(0, 0, 1, 0);
    const text = await copyText();
    equal(text.includes(key), false);
    match(text, /const token = '\[redacted: [^\]]+\]';\n/);
    match(messages.feedback.at(-1) ?? '', / · 1 redacted · 1 invisible character left out$/);
  });

  it('leaves a file out of the scope that is likely to hold secrets', async () => {
    const secret = makeFolder({ '.env': 'PLAIN=1\n', 'b.ts': 'let b;\n' });
    await run('addToScope', secret.uri('b.ts'), [secret.uri('.env'), secret.uri('b.ts')]);
    deepEqual(await copyDocuments(), [{ path: `${secret.label}/b.ts`, text: 'let b;\n' }]);
  });

  it('takes the text on the screen before the one on the disk', async () => {
    const editor = await openFile(a);
    await editor.edit((edit) => edit.insert(editor.document.positionAt(4), 'my_'));
    await run('addToScope', a);
    deepEqual(await copyDocuments(), [{ path: pathOfA, text: 'let my_a = 1;\n' }]);
    await closeEditors();
    deepEqual(await copyDocuments(), [{ path: pathOfA, text: 'let a = 1;\n' }]);
  });

  it('goes on without a file that has vanished', async () => {
    await run('addToScope', a, [gone, a]);
    rmSync(gone.fsPath);
    deepEqual(await copyDocuments(), [{ path: pathOfA, text: 'let a = 1;\n' }]);
  });

  it('leaves the clipboard as it is when all files have vanished', async () => {
    await run('addToScope', gone);
    equal(await copyText(), UNTOUCHED);
    equal(messages.warnings.length, 1);
    deepEqual(messages.feedback, []);
  });

  it('copies the scope as it was when the command came, whatever happens to it meanwhile', async () => {
    await run('addToScope', a);
    const copying = run('copyScope');
    const others = [run('clearScope'), run('addToScope', b), run('clearScope'), run('addToScope', b)];
    await copying;
    const first = await env.clipboard.readText();
    await Promise.all(others);
    match(first, new RegExp(`^## ${pathOfA}\n\n\`\`\`ts\nlet a = 1;\n\`\`\`\n$`));
    deepEqual(await copyDocuments(), [{ path: pathOfB, text: FENCED }]);
  });

  it('puts one whole text on the clipboard when it is called many times at once', async () => {
    await run('addToScope', a, [a, b]);
    const expected = await copyText();
    await Promise.all(Array.from({ length: 8 }, () => run('copyScope')));
    equal(await env.clipboard.readText(), expected);
  });
});

describe('Copy Scoped Context with an empty scope', () => {
  startClean();
  const messages = hearMessages();
  const folder = makeFolder({ 'a.ts': 'one\ntwo\nthree', 'large.txt': '' });
  const path = `${folder.label}/a.ts`;

  /** The command follows the editor in its own time, a moment after it is shown. */
  async function expectCopy(documents: unknown, feedback: string): Promise<void> {
    await eventually(async () => deepEqual(await copyDocuments(), documents));
    equal(messages.feedback.at(-1)?.split(' · ')[0], `$(check) Scope is empty: copied ${feedback}`);
  }

  it('copies the open file, and says so', async () => {
    await openFile(folder.uri('a.ts'));
    await expectCopy([{ path, text: 'one\ntwo\nthree' }], path);
  });

  it('copies what is selected, and says so', async () => {
    const editor = await openFile(folder.uri('a.ts'));
    editor.selections = [new Selection(2, 0, 2, 5), new Selection(0, 1, 1, 2), new Selection(1, 3, 1, 3)];
    const expected = [
      { path, lines: { startLine: 1, endLine: 2 }, text: 'ne\ntw' },
      { path, lines: { startLine: 3, endLine: 3 }, text: 'three' },
    ];
    await expectCopy(expected, `the selection in ${path}`);
  });

  it('copies text that has never been saved', async () => {
    await openUntitled('draft\n');
    await expectCopy([{ path: 'Untitled-1', text: 'draft\n' }], 'Untitled-1');
  });

  it('leaves the clipboard as it is when the open file is too large', async () => {
    truncateSync(folder.uri('large.txt').fsPath, 51 * 1024 * 1024);
    await commands.executeCommand('vscode.open', folder.uri('large.txt'));
    await eventually(async () => {
      messages.warnings.length = 0;
      equal(await copyText(), UNTOUCHED);
      deepEqual(messages.warnings, [
        `Token Meter: ${folder.label}/large.txt is too large. Select a part of it in a smaller copy.`,
      ]);
    });
  });

  it('leaves the clipboard as it is when nothing is open', async () => {
    await eventually(async () => {
      messages.warnings.length = 0;
      equal(await copyText(), UNTOUCHED);
    });
    const expected =
      'Token Meter: The scope is empty and no file is open. Add files from the explorer, or open one.';
    deepEqual(messages.warnings, [expected]);
  });
});
