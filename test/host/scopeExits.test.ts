import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { env, Selection, window } from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { openFile } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { answerQuestions } from './support/questions.ts';
import { copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const FILES = { 'a.ts': 'one\ntwo\nthree\n'.repeat(50), 'my notes.md': '# Notes\n' };

describe('the other ways out of a scope', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder(FILES);
  const [a, notes] = [folder.uri('a.ts'), folder.uri('my notes.md')];
  const file = folder.uri('out/scoped.md');

  async function copyReferences(): Promise<string> {
    await env.clipboard.writeText(UNTOUCHED);
    await run('copyReferences');
    return env.clipboard.readText();
  }

  it('copies references for agents that read files themselves, and says what these will read', async () => {
    await run('addToScope', a, [a, notes]);
    const whole = countTokens(await copyText());
    const text = await copyReferences();
    equal(text, `@${folder.label}/a.ts\n@"${folder.label}/my notes.md"\n`);
    const tokens = countTokens(text);
    const expected = `^\\$\\(check\\) 2 file references · ${tokens} tokens · \\$[\\d.]+ · ${whole} tokens when they are opened$`;
    match(messages.feedback.at(-1) ?? '', new RegExp(expected));
  });

  it('refers to lines by their numbers', async () => {
    const editor = await openFile(a);
    editor.selection = new Selection(1, 0, 2, 3);
    await eventually(() => equal(window.activeTextEditor?.document, editor.document));
    await run('addSelectionToScope');
    equal(await copyReferences(), `@${folder.label}/a.ts#L2-3\n`);
  });

  it('has nothing to refer to in a scope of notes', async () => {
    questions.answer('Only words.');
    await run('addNoteToScope');
    equal(await copyReferences(), UNTOUCHED);
    deepEqual(messages.warnings, [
      'Token Meter: The scope has no files to point to. Add files from the explorer.',
    ]);
  });

  it('saves the very text that would be copied, and leaves the clipboard alone', async () => {
    await run('addToScope', a, [a, notes]);
    const expected = await copyText();
    await env.clipboard.writeText(UNTOUCHED);
    questions.answer(file.fsPath);
    await run('saveScopedContext');
    equal(readFileSync(file.fsPath, 'utf8'), expected);
    equal(await env.clipboard.readText(), UNTOUCHED);
    match(questions.asked[0]?.value ?? '', /scoped-context\.md$/);
    match(
      messages.feedback.at(-1) ?? '',
      new RegExp(`^\\$\\(check\\) 2 files · ${countTokens(expected)} tokens`),
    );
  });

  it('shows the very text that would be copied, and again after the scope has changed', async () => {
    for (const uri of [a, notes]) {
      await run('addToScope', uri);
      const expected = await copyText();
      await run('previewScopedContext');
      await eventually(() => {
        equal(window.activeTextEditor?.document.uri.path, '/Scoped Context.md');
        equal(window.activeTextEditor?.document.getText(), expected);
      });
    }
  });
});
