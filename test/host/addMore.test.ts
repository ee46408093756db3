import { deepEqual, equal, match } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ConfigurationTarget,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  EventEmitter,
  env,
  languages,
  Range,
  Selection,
  window,
  workspace,
} from 'vscode';
import { openFile } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { answerQuestions } from './support/questions.ts';
import { copyDocuments, copyText, run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder, workspaceRoot } from './support/workspaceFolder.ts';

const GREETER = `export class Greeter {
  greet(name: string): string {
    return name;
  }

  wave(): void {}
}
`;
const GREET = '  greet(name: string): string {\n    return name;\n  }\n';

describe('adding files by a glob pattern', () => {
  startClean();
  const questions = answerQuestions();
  const folder = makeFolder({
    'a.ts': 'a\n',
    'b.tsx': 'b\n',
    'sub/c.ts': 'c\n',
    'sub/d.md': 'd\n',
    'out/e.ts': 'e\n',
    '.gitignore': 'out/\n',
  });
  const copyPaths = async () =>
    (await copyDocuments()).map(({ path }) => path.replace(`${folder.label}/`, ''));

  it('takes what the pattern finds and Git does not ignore', async () => {
    questions.answer(`./${folder.label}/**/*.{ts,tsx}`);
    await run('addGlobToScope');
    deepEqual(await copyPaths(), ['a.ts', 'b.tsx', 'sub/c.ts']);
  });

  it('takes in what comes later', async () => {
    questions.answer(`${folder.label}/*.ts`);
    await run('addGlobToScope');
    folder.write({ 'late.ts': 'late\n' });
    deepEqual(await copyPaths(), ['a.ts', 'late.ts']);
    rmSync(folder.uri('late.ts').fsPath);
  });

  it('refuses a pattern that leaves the folder, and adds nothing without one', async () => {
    questions.answer('../*.ts', '  ', undefined);
    for (let times = 3; times > 0; times -= 1) await run('addGlobToScope');
    equal(questions.asked[0]?.problem, 'The pattern must stay inside the folder.');
    equal(await copyText(), UNTOUCHED);
  });
});

describe('adding a symbol', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder({ 'greeter.ts': GREETER, 'plain.txt': 'no symbols\n' });
  const path = `${folder.label}/greeter.ts`;
  beforeEach(() => folder.write({ 'greeter.ts': GREETER }));

  async function addGreet(): Promise<void> {
    const editor = await openFile(folder.uri('greeter.ts'));
    editor.selection = new Selection(2, 4, 2, 4);
    await eventually(() => equal(window.activeTextEditor?.document, editor.document));
    questions.answer('Greeter.greet');
    await run('addSymbolToScope');
  }

  it('offers the innermost one under the cursor first, then the others in their order', async () => {
    await addGreet();
    deepEqual(
      questions.asked[0]?.items.map(({ label, description }) => `${label}: ${description}`),
      ['Greeter.greet: line 2 · under the cursor', 'Greeter: line 1', 'Greeter.wave: line 6'],
    );
    deepEqual(await copyDocuments(), [{ path, lines: { startLine: 2, endLine: 4 }, text: GREET }]);
  });

  it('follows the symbol when it moves, and says so when it is gone', async () => {
    await addGreet();
    folder.write({ 'greeter.ts': `// A line above.\n${GREETER}` });
    await eventually(async () =>
      deepEqual(await copyDocuments(), [{ path, lines: { startLine: 3, endLine: 5 }, text: GREET }]),
    );
    folder.write({ 'greeter.ts': 'export const greeter = 1;\n' });
    await eventually(async () => equal(await copyText(), UNTOUCHED));
    match(messages.warnings.at(-1) ?? '', /greeter\.ts.*: no such symbol in the file any more\)/);
  });

  it('says what to do where no symbols are known, and without a file', async () => {
    const { document } = await openFile(folder.uri('plain.txt'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    await run('addSymbolToScope');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await eventually(() => equal(window.activeTextEditor, undefined));
    await run('addSymbolToScope');
    deepEqual(messages.warnings, [
      'Token Meter: No symbols are known for this file. Select the lines and use Add Selection to Scope.',
      'Token Meter: Open a file of the workspace first, and put the cursor into a function or class.',
    ]);
  });
});

describe('adding changes in Git', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder({ 'a.txt': 'one\ntwo\nthree\n', 'b.txt': 'b\n' });
  const root = workspaceRoot();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  // The editor's own Git would go on looking at a repository that comes and goes, and fail aloud.
  const showGit = (enabled?: boolean) =>
    workspace.getConfiguration('git').update('enabled', enabled, ConfigurationTarget.Global);
  before(async () => {
    await showGit(false);
    git('init', '--quiet', '--initial-branch=main');
    // The folders of other suites are not ours to track, reset or clean.
    writeFileSync(join(root, '.git', 'info', 'exclude'), `/*\n!/${folder.label}/\n`);
    git('add', '--all');
    git('commit', '--quiet', '--message=start');
  });
  after(async () => {
    rmSync(join(root, '.git'), { recursive: true, force: true });
    await showGit(undefined);
  });
  beforeEach(() => {
    git('reset', '--quiet', '--hard', 'main');
    git('clean', '--quiet', '-d', '--force');
  });

  it('takes all that is not committed, new files included', async () => {
    folder.write({ 'a.txt': 'one\n2\nthree\n', 'new.txt': 'new\n' });
    questions.answer('Working tree');
    await run('addChangesToScope');
    const text = await copyText();
    match(text, /^-two\n\+2\n three\n/m);
    match(text, /^\+new\n/m);
    equal(text.includes('b.txt'), false);
  });

  it('takes only what is staged', async () => {
    folder.write({ 'a.txt': 'one\n2\nthree\n', 'b.txt': 'B\n' });
    git('add', `${folder.label}/b.txt`);
    questions.answer('Staged');
    await run('addChangesToScope');
    const text = await copyText();
    match(text, /^-b\n\+B\n/m);
    equal(text.includes('a.txt'), false);
  });

  it('takes what has changed since the branch left another, and says when there is none of that name', async () => {
    git('checkout', '--quiet', '-B', 'topic');
    folder.write({ 'a.txt': 'one\ntwo\n3\n' });
    git('commit', '--quiet', '--all', '--message=topic');
    questions.answer('Against a branch', 'main');
    await run('addChangesToScope');
    match(await copyText(), /^-three\n\+3\n/m);
    await run('clearScope');
    questions.answer('Against a branch', 'no-such-branch');
    await run('addChangesToScope');
    equal(await copyText(), UNTOUCHED);
    match(messages.warnings.at(-1) ?? '', /: no such branch or commit\)/);
    git('checkout', '--quiet', 'main');
  });

  it('takes the name of a branch for a name, whatever it looks like', async () => {
    questions.answer('Against a branch', '--output=pwned.txt');
    await run('addChangesToScope');
    equal(await copyText(), UNTOUCHED);
    match(messages.warnings.at(-1) ?? '', /: no such branch or commit\)/);
    equal(git('status', '--porcelain'), '');
  });

  it('says that there are none', async () => {
    questions.answer('Working tree');
    await run('addChangesToScope');
    equal(await copyText(), UNTOUCHED);
    match(messages.warnings[0] ?? '', /: no changes\)/);
  });
});

describe('adding problems', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const folder = makeFolder({ 'a.txt': 'one\ntwo\n', 'b.txt': 'b\n' });
  const found = languages.createDiagnosticCollection('token-meter-tests');
  after(() => found.dispose());
  beforeEach(() => found.clear());

  function report(name: string, line: number, message: string, severity = DiagnosticSeverity.Error): void {
    const diagnostic = new Diagnostic(new Range(line - 1, 0, line - 1, 1), message, severity);
    Object.assign(diagnostic, { source: 'ts', code: 2322 });
    found.set(folder.uri(name), [...(found.get(folder.uri(name)) ?? []), diagnostic]);
  }

  it('takes those of the open file, worst first', async () => {
    report('a.txt', 2, 'Could be better.', DiagnosticSeverity.Hint);
    report('a.txt', 2, 'Not assignable.\n  Types differ.');
    report('b.txt', 1, 'Elsewhere.');
    const { document } = await openFile(folder.uri('a.txt'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    questions.answer('The open file');
    await run('addProblemsToScope');
    const path = `${folder.label}/a.txt`;
    const text = await copyText();
    match(text, new RegExp(`${path}:2:1: error: Not assignable\\.\n {4}Types differ\\. \\[ts 2322\\]\n`));
    match(text, new RegExp(`${path}:2:1: hint: Could be better\\. \\[ts 2322\\]\n`));
    equal(text.includes('Elsewhere'), false);
  });

  it('takes those of all files, as they are when it is copied', async () => {
    questions.answer('sample');
    await run('addProblemsToScope');
    report('b.txt', 1, 'Came later.');
    await eventually(async () => match(await copyText(), /b\.txt:1:1: error: Came later\./));
  });

  it('says that there are none', async () => {
    const { document } = await openFile(folder.uri('a.txt'));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    questions.answer('The open file');
    await run('addProblemsToScope');
    equal(await copyText(), UNTOUCHED);
    match(messages.warnings[0] ?? '', /: no problems\)/);
  });
});

describe('adding text', () => {
  startClean();
  const messages = hearMessages();
  const questions = answerQuestions();
  const texts = async () => (await copyDocuments()).map(({ text }) => text);

  it('takes the clipboard, and keeps it when the clipboard changes', async () => {
    await env.clipboard.writeText('from elsewhere\n');
    await run('addClipboardToScope');
    deepEqual(await texts(), ['from elsewhere\n']);
    deepEqual(await texts(), ['from elsewhere\n']);
  });

  it('takes a note, and two of them', async () => {
    questions.answer('  The API is frozen. ', 'No new dependencies.');
    await run('addNoteToScope');
    await run('addNoteToScope');
    deepEqual(await texts(), ['The API is frozen.\n', 'No new dependencies.\n']);
  });

  it('takes what is selected in a terminal, and gives the clipboard back', async () => {
    const written = new EventEmitter<string>();
    const terminal = window.createTerminal({
      name: 'tests',
      pty: {
        onDidWrite: written.event,
        open: () => written.fire('FAIL src/a.test.ts\r\nexpected 1 to be 2\r\n'),
        close: () => undefined,
      },
    });
    try {
      terminal.show();
      await eventually(() => equal(window.activeTerminal, terminal));
      await eventually(async () => {
        await env.clipboard.writeText('mine');
        await commands.executeCommand('workbench.action.terminal.selectAll');
        await run('addTerminalSelectionToScope');
        equal(await env.clipboard.readText(), 'mine');
        match((await texts())[0] ?? '', /^FAIL src\/a\.test\.ts\nexpected 1 to be 2/);
      });
    } finally {
      terminal.dispose();
    }
  });

  it('says what to do when there is nothing, and adds nothing', async () => {
    await env.clipboard.writeText(' \n');
    await run('addClipboardToScope');
    questions.answer('  ', undefined);
    await run('addNoteToScope');
    await run('addNoteToScope');
    deepEqual(messages.warnings, ['Token Meter: There is no text on the clipboard. Copy some first.']);
    equal(await copyText(), UNTOUCHED);
  });

  it('refuses a clipboard that nobody meant to paste', async () => {
    await env.clipboard.writeText('x'.repeat(5_000_001));
    await run('addClipboardToScope');
    match(messages.warnings[0] ?? '', /^Token Meter: The text is too large for a scope\. Save it/);
    equal(await copyText(), UNTOUCHED);
  });

  it('offers every kind in one list', async () => {
    questions.answer('$(note) Note', 'By the list.');
    await run('addMoreToScope');
    equal(questions.asked[0]?.items.length, 10);
    deepEqual(await texts(), ['By the list.\n']);
  });
});
