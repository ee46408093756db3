import { deepEqual, equal, match } from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import {
  commands,
  env,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  Position,
  Selection,
  TabInputTextDiff,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { countTokens } from './support/countTokens.ts';
import { openFile, openUntitled } from './support/editors.ts';
import { eventually } from './support/eventually.ts';
import { hearMessages } from './support/messages.ts';
import { hearOffers } from './support/offers.ts';
import { run, startClean, UNTOUCHED } from './support/scope.ts';
import { makeFolder } from './support/workspaceFolder.ts';

const REPEATS = 'INFO worker polled the queue and found nothing to do\n'.repeat(40);
const ERROR = 'ERROR job 7 failed at src/job.ts:12:5\n';
const LOG = `INFO start\n${REPEATS}${ERROR}`;
const REDUCED = `[log, 41 lines; left out: 38 repeated lines]
INFO worker polled the queue and found nothing to do  (×40)
INFO worker polled the queue and found nothing to do
${ERROR}`;

type Diff = { title: string; original: TextDocument; reduced: TextDocument };

/** The diff in the active tab. */
async function readDiff(): Promise<Diff> {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  if (!(tab?.input instanceof TabInputTextDiff)) throw new Error('The active tab shows no diff.');
  const [original, reduced] = await Promise.all([
    workspace.openTextDocument(tab.input.original),
    workspace.openTextDocument(tab.input.modified),
  ]);
  return { title: tab.label, original, reduced };
}

/** Selects what follows the first line. */
function selectLog({ document }: TextEditor): Selection {
  return new Selection(new Position(1, 0), document.lineAt(document.lineCount - 1).range.end);
}

describe('Reduce Selection for Model', () => {
  startClean();
  const messages = hearMessages();
  const offers = hearOffers();
  const folder = makeFolder({ 'job.log': LOG, 'long.txt': '', 'a.ts': 'let a;\n' });
  const path = `${folder.label}/job.log`;

  /** The command takes the editor that VS Code tells of, a moment after it is shown. */
  async function reduce(editor: TextEditor): Promise<Diff> {
    await eventually(() => equal(window.activeTextEditor?.document, editor.document));
    await run('reduceSelection');
    let diff: Diff | undefined;
    await eventually(async () => {
      diff = await readDiff();
    });
    return diff!;
  }

  async function reduceLog(): Promise<TextEditor> {
    const editor = await openFile(folder.uri('job.log'));
    editor.selection = selectLog(editor);
    await reduce(editor);
    return editor;
  }

  it('shows the selection before and after, with the tokens and the price of each', async () => {
    const editor = await openFile(folder.uri('job.log'));
    editor.selection = selectLog(editor);
    const { title, original, reduced } = await reduce(editor);
    equal(original.getText(), REPEATS + ERROR);
    equal(reduced.getText(), REDUCED);
    const tokens = `${countTokens(REPEATS + ERROR)} → ${countTokens(REDUCED)} tokens`;
    match(title, new RegExp(`^${path} reduced: ${tokens}, \\$0\\.00\\d+ → \\$0\\.000\\d+$`));
  });

  it('says in words what was left out, and what the text was taken for', async () => {
    await reduceLog();
    const expected = `^The selection in ${path} \\(log\\): .* tokens, .* Left out: 38 repeated lines\\.$`;
    match(offers[0]?.message ?? '', new RegExp(expected));
  });

  it('shows what cannot be edited', async () => {
    await reduceLog();
    await eventually(() => equal(window.activeTextEditor?.document.uri.scheme, 'token-meter-reduced'));
    const { document } = window.activeTextEditor!;
    await window
      .activeTextEditor!.edit((edit) => edit.insert(new Position(0, 0), 'x'))
      .then(undefined, () => {});
    equal(document.isDirty, false);
  });

  it('joins several selections in the order of the text, and offers no place for the result', async () => {
    const editor = await openUntitled(LOG);
    const lines = Array.from({ length: 40 }, (_, index) => index + 1);
    editor.selections = [41, ...lines.toReversed()].map((line) => new Selection(line, 0, line, 99));
    const { original } = await reduce(editor);
    equal(original.getText(), (REPEATS + ERROR).trimEnd());
    deepEqual(offers[0]?.buttons, ['Copy Reduced']);
    match(offers[0]?.message ?? '', /^41 selections in Untitled-\d+ /);
  });

  it('takes all that is open when nothing is selected, and says so', async () => {
    const { original } = await reduce(await openFile(folder.uri('job.log')));
    equal(original.getText(), LOG);
    match(offers[0]?.message ?? '', new RegExp(`^All of ${path} \\(log\\): `));
    deepEqual(offers[0]?.buttons, ['Copy Reduced']);
  });

  async function openNotebook(texts: readonly string[]) {
    const cells = texts.map((text) => new NotebookCellData(NotebookCellKind.Code, text, 'python'));
    const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData(cells));
    return window.showNotebookDocument(notebook, { preview: false });
  }

  it('takes all cells of a notebook', async () => {
    await openNotebook([REPEATS, ERROR]);
    await eventually(async () => {
      await run('reduceSelection');
      equal((await readDiff()).original.getText(), `${REPEATS}\n${ERROR}`);
    });
  });

  it('takes what is selected in a cell of a notebook, and can replace it there', async () => {
    const { notebook } = await openNotebook([LOG]);
    const cell = notebook.cellAt(0).document;
    await commands.executeCommand('notebook.cell.edit');
    await eventually(() => equal(window.activeTextEditor?.document, cell));
    window.activeTextEditor!.selection = selectLog(window.activeTextEditor!);
    equal((await reduce(window.activeTextEditor!)).original.getText(), REPEATS + ERROR);
    offers[0]?.press('Replace Selection');
    await eventually(() => equal(cell.getText(), `INFO start\n${REDUCED}`));
  });

  it('looks into an output panel that has the focus, not into the file beside it', async () => {
    await openFile(folder.uri('job.log'));
    const output = window.createOutputChannel('Panel Under Test');
    output.append(LOG);
    output.show();
    try {
      await eventually(() => equal(window.activeTextEditor?.document.uri.scheme, 'output'));
      await run('reduceSelection');
      // A server without its logger shows an empty panel.
      const said = [...messages.warnings, ...offers.map(({ message }) => message)];
      match(said.join(), /Panel Under Test/);
    } finally {
      output.dispose();
      await commands.executeCommand('workbench.action.closePanel');
    }
  });

  it('copies what it shows, but for secrets, and leaves the clipboard alone before', async () => {
    // Put together at run time: no file of this project holds anything that looks like a key.
    const key = `gh${'p_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zA4bC6'}`;
    await env.clipboard.writeText(UNTOUCHED);
    await reduce(await openUntitled(`${REPEATS}ERROR no access with ${key}\n`));
    equal(await env.clipboard.readText(), UNTOUCHED);
    offers[0]?.press('Copy Reduced');
    await eventually(async () =>
      match(await env.clipboard.readText(), /\(×40\)\nINFO .*\nERROR no access with \[redacted: [^\]]+\]\n$/),
    );
    const tokens = countTokens(await env.clipboard.readText());
    await eventually(() =>
      match(
        messages.feedback[0] ?? '',
        new RegExp(`Copied all of Untitled-\\d+, reduced · ${tokens} tokens · \\$.* · 1 redacted$`),
      ),
    );
  });

  it('replaces the selection in one step that can be undone', async () => {
    const { document } = await reduceLog();
    offers[0]?.press('Replace Selection');
    await eventually(() => equal(document.getText(), `INFO start\n${REDUCED}`));
    await eventually(() => equal(window.activeTextEditor?.document, document));
    await commands.executeCommand('undo');
    await eventually(() => equal(document.getText(), LOG));
  });

  it('ends no line that the selection had not ended', async () => {
    const editor = await openUntitled(`${LOG}more`);
    editor.selection = new Selection(1, 0, 41, ERROR.length - 1);
    await reduce(editor);
    offers[0]?.press('Replace Selection');
    await eventually(() => equal(editor.document.getText(), `INFO start\n${REDUCED}more`));
  });

  it('replaces nothing when the text has been edited since', async () => {
    const editor = await openUntitled(LOG);
    editor.selection = selectLog(editor);
    await reduce(editor);
    const again = await window.showTextDocument(editor.document, { preview: false });
    await again.edit((edit) => edit.insert(new Position(3, 0), 'WARN typed\n'));
    const edited = editor.document.getText();
    offers[0]?.press('Replace Selection');
    await eventually(() =>
      deepEqual(messages.warnings, [
        'Token Meter: The text has been edited or closed since. Select it again and run the command again.',
      ]),
    );
    equal(editor.document.getText(), edited);
  });

  it('shows no diff where nothing can be left out, and says so', async () => {
    await openFile(folder.uri('a.ts'));
    await eventually(async () => {
      offers.length = 0;
      await run('reduceSelection');
      equal(
        offers[0]?.message,
        `Nothing can be left out of all of ${folder.label}/a.ts (3 tokens): it is no log, JSON or table. Send it as it is, or select less.`,
      );
    });
    equal(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 1);
  });

  it('names the command line for what is too large', async () => {
    const expectRefused = (what: string) =>
      eventually(async () => {
        messages.warnings.length = 0;
        await run('reduceSelection');
        equal(
          messages.warnings[0],
          `Token Meter: More than 16,000,000 characters are not reduced in the editor, and ${what} has more. ` +
            'Save it to a file and run "token-meter reduce <file>" in a terminal: it takes files of any size.',
        );
      });
    await openUntitled(`${'x'.repeat(99)}\n`.repeat(160_001));
    await expectRefused('all of Untitled-1');
    truncateSync(folder.uri('long.txt').fsPath, 51 * 1024 * 1024);
    await commands.executeCommand('vscode.open', folder.uri('long.txt'));
    await expectRefused(`${folder.label}/long.txt`);
  });

  it('asks for a file when none is open', async () => {
    await eventually(async () => {
      messages.warnings.length = 0;
      await run('reduceSelection');
      equal(messages.warnings[0], 'Token Meter: No file is open. Open one first.');
    });
  });
});

describe('Reduce Clipboard for Model', () => {
  startClean();
  const messages = hearMessages();
  const offers = hearOffers();

  it('shows what was copied before and after, and copies the reduced text when told to', async () => {
    await env.clipboard.writeText(REPEATS + ERROR);
    await run('reduceClipboard');
    await eventually(async () => {
      const { title, original, reduced } = await readDiff();
      match(title, /^clipboard reduced: /);
      equal(original.getText(), REPEATS + ERROR);
      equal(reduced.getText(), REDUCED);
    });
    deepEqual(offers[0]?.buttons, ['Copy Reduced']);
    equal(await env.clipboard.readText(), REPEATS + ERROR);
    offers[0]?.press('Copy Reduced');
    await eventually(async () => equal(await env.clipboard.readText(), REDUCED));
  });

  it('says what to do when there is nothing on the clipboard', async () => {
    await env.clipboard.writeText('');
    await run('reduceClipboard');
    deepEqual(messages.warnings, [
      'Token Meter: There is no text on the clipboard. Copy a log, JSON or a table first, from the terminal for instance, and run this again.',
    ]);
    deepEqual(window.tabGroups.all.flatMap(({ tabs }) => tabs).length, 0);
  });
});

it('a diff that VS Code has brought back says that its text is gone', async () => {
  const document = await workspace.openTextDocument(Uri.parse('token-meter-reduced:/1/reduced/gone.log'));
  equal(document.getText(), 'This text is not kept. Run the command again.\n');
});
