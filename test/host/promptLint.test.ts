import { deepEqual, equal, match, ok } from 'node:assert/strict';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextEditor,
  type Uri,
  workspace,
} from 'vscode';
import { openFile, openUntitled } from './support/editors.ts';
import { eventually, pause } from './support/eventually.ts';
import { startClean } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const KEY = 'tokenMeter.promptLint.enabled';
const CHATTY = 'Hi there! Could you please rename `a` to `b` in a.ts? Thank you so much in advance!\n';
const WIDE = 'Migrate the billing service to Fastify. Done when `make e2e` passes.\n';
const OPEN = 'Add a search box to list.tsx.\n';

const setLint = (value: boolean | undefined) =>
  workspace.getConfiguration().update(KEY, value, ConfigurationTarget.Global);

function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Token Meter');
}

async function lintedChecks(uri: Uri): Promise<(string | undefined)[]> {
  await eventually(() => ok(ours(uri).length > 0));
  return ours(uri).map(({ code }) => code?.toString());
}

async function fixesAt({ document }: TextEditor, diagnostic: Diagnostic | undefined): Promise<CodeAction[]> {
  const range = diagnostic?.range ?? new Range(0, 0, 0, 0);
  const resolved = 10;
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    undefined,
    resolved,
  );
}

async function apply(editor: TextEditor, title: string): Promise<void> {
  const [diagnostic] = ours(editor.document.uri);
  const fix = (await fixesAt(editor, diagnostic)).find((action) => action.title === title);
  ok(fix?.edit, `no quick fix "${title}"`);
  await workspace.applyEdit(fix.edit);
}

describe('the prompt linter in the editor', () => {
  startClean();
  const folder = makeFolder({ 'task.md': CHATTY, 'open.md': OPEN, 'wide.md': WIDE, 'a.ts': CHATTY });

  beforeEach(() => setLint(true));
  after(() => setLint(undefined));

  it('says nothing while it is off', async () => {
    await setLint(undefined);
    await openFile(folder.uri('task.md'));
    await pause(1_000);
    deepEqual(ours(folder.uri('task.md')), []);
  });

  it('shows what it finds where it stands, with the tokens, and takes it back when it is turned off', async () => {
    const { document } = await openFile(folder.uri('task.md'));
    deepEqual(await lintedChecks(document.uri), ['filler', 'filler']);
    const [first] = ours(document.uri);
    equal(document.getText(first?.range), 'Hi there! Could you please ');
    match(first?.message ?? '', /^Polite or redundant words .* \(1\d tokens, measured\)$/);
    await setLint(false);
    await eventually(() => deepEqual(ours(document.uri), []));
  });

  it('follows what is typed, in a document that was never saved too', async () => {
    const editor = await openUntitled('Why is `sum([])` 0?\n', 'markdown');
    await editor.edit((edit) => edit.insert(editor.document.lineAt(1).range.end, 'Improve the code.\n'));
    ok((await lintedChecks(editor.document.uri)).includes('vagueVerbs'));
    await editor.edit((edit) => edit.delete(new Range(1, 0, 2, 0)));
    await eventually(() => deepEqual(ours(editor.document.uri), []));
  });

  it('leaves code alone', async () => {
    const { document } = await openFile(folder.uri('a.ts'));
    await pause(1_000);
    deepEqual(ours(document.uri), []);
  });

  it('removes filler by a quick fix', async () => {
    const editor = await openFile(folder.uri('task.md'));
    await lintedChecks(editor.document.uri);
    await apply(editor, 'Remove Polite and Redundant Words');
    equal(editor.document.getText(), 'Rename `a` to `b` in a.ts. \n');
    await eventually(() =>
      deepEqual(
        ours(editor.document.uri).map(({ code }) => code),
        [],
      ),
    );
  });

  it('adds a section for what tells when it is done', async () => {
    const editor = await openFile(folder.uri('open.md'));
    deepEqual(await lintedChecks(editor.document.uri), ['noDoneCriteria']);
    await apply(editor, 'Add a “Done when” Section');
    equal(editor.document.getText(), `${OPEN}\n## Done when\n\n- `);
  });

  it('begins the line for what must stay, in one step to undo', async () => {
    const editor = await openFile(folder.uri('wide.md'));
    deepEqual(await lintedChecks(editor.document.uri), ['noConstraints']);
    await apply(editor, 'Add a “Constraints” Section');
    equal(editor.document.getText(), `${WIDE}\n## Constraints\n\n- Must not change: `);
    await commands.executeCommand('undo');
    equal(editor.document.getText(), WIDE);
  });

  it('offers to open the instructions that say it already', async () => {
    const root = workspace.workspaceFolders![0]!.uri;
    const rules = await workspace.openTextDocument(`${root.fsPath}/AGENTS.md`);
    const rule = rules
      .getText()
      .split('\n')
      .find((line) => line.startsWith('- Before') || line.startsWith('- Clause'))!;
    const editor = await openUntitled(`Why is it red? ${rule.slice(2)}\n`, 'markdown');
    await pause(500);
    deepEqual(ours(editor.document.uri), []); // Outside of the project nothing is known of its instructions.
    const file = folder.uri('repeats.md');
    await workspace.fs.writeFile(file, Buffer.from(`Why is it red? ${rule.slice(2)}\n`));
    const saved = await openFile(file);
    deepEqual([...new Set(await lintedChecks(file))], ['repeatedInstructions']);
    const titles = (await fixesAt(saved, ours(file)[0])).map(({ title }) => title);
    const expected = ['Leave Out What the Instructions Say', 'Open AGENTS.md'];
    deepEqual(
      expected.filter((title) => !titles.includes(title)),
      [],
    );
  });
});
