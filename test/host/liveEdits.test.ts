import { equal } from 'node:assert/strict';
import {
  commands,
  EndOfLine,
  Range,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { openUntitled } from './support/editors.ts';
import { followEditors } from './support/liveMeter.ts';
import { startClean } from './support/scope.ts';
import { type Random, seededRandom } from './support/seededRandom.ts';

const BATCHES = 12;
const EDITS_PER_BATCH = 6;

/** Each of these meets its neighbours differently when tokens are cut. */
const SNIPPETS = [
  ...'a word \'s 1 234567 _x É größe 漢字 かな العربية 😀 👩‍👩‍👧 🇩🇪 <|endoftext|> <| " ``` () !!!'.split(' '),
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\n\n\n',
    '\u00a0',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u200d',
    '\0',
    '\ud83d',
  ],
  ...['e\u0301', ' word', '// comment\n', '=> {\n  ', '-'.repeat(70), ' '.repeat(40)],
];

const START = 'function größe(a) {\n  return `a 😀`; // 漢字\n}\n\n\n'.repeat(12);

describe('the live count under random edits', () => {
  startClean();
  const live = followEditors();

  for (const [name, eol] of [
    ['LF', EndOfLine.LF],
    ['CRLF', EndOfLine.CRLF],
  ] as const) {
    it(`equals that of OpenAI's encoder after every batch, in a document with ${name}`, async function () {
      this.timeout(60_000);
      const editor = await openUntitled(START, 'javascript');
      await editor.edit((edit) => edit.setEndOfLine(eol));
      const random = seededRandom(eol);
      for (let batch = 0; batch < BATCHES; batch += 1) {
        for (let edit = 0; edit < EDITS_PER_BATCH; edit += 1) await changeSomehow(editor, random);
        await live.expectCounted([editor.document]);
      }
      equal(editor.document.eol, eol);
    });
  }

  it("equals that of OpenAI's encoder when edits arrive faster than counts", async function () {
    this.timeout(60_000);
    const { document } = await openUntitled(START.repeat(20), 'javascript');
    const random = seededRandom(3);
    for (let round = 0; round < 15; round += 1) {
      const edits = Array.from({ length: 20 }, () => applyWorkspaceEdit(document, random));
      await Promise.all(edits);
      await live.expectCounted([document]);
    }
  });
});

async function changeSomehow(editor: TextEditor, random: Random): Promise<void> {
  const roll = random(100);
  if (roll < 50) await editWithManyCursors(editor, random);
  else if (roll < 75) await applyWorkspaceEdit(editor.document, random);
  else if (roll < 90) await commands.executeCommand(roll < 85 ? 'undo' : 'redo');
  else await replaceMost(editor.document, random);
  equal(window.activeTextEditor, editor);
}

async function editWithManyCursors(editor: TextEditor, random: Random): Promise<void> {
  const ranges = pickRanges(editor.document, random, 1 + random(6));
  await editor.edit(
    (edit) => {
      for (const range of ranges) edit.replace(range, pickText(random));
    },
    { undoStopBefore: random(2) === 0, undoStopAfter: random(2) === 0 },
  );
}

async function applyWorkspaceEdit(document: TextDocument, random: Random): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const range of pickRanges(document, random, 1 + random(4))) {
    if (random(3) === 0) edit.delete(document.uri, range);
    else edit.insert(document.uri, range.start, pickText(random));
  }
  await workspace.applyEdit(edit);
}

/** Keeps the document from growing without end, and moves everything that is after the cut. */
async function replaceMost(document: TextDocument, random: Random): Promise<void> {
  const text = document.getText();
  if (text.length < 2000) return;
  const edit = new WorkspaceEdit();
  const start = random(text.length - 1500);
  edit.replace(
    document.uri,
    new Range(document.positionAt(start), document.positionAt(start + 1200)),
    pickText(random),
  );
  await workspace.applyEdit(edit);
}

/** Ranges that do not overlap, anywhere: inside words, line ends and pairs of surrogates. */
function pickRanges(document: TextDocument, random: Random, count: number): Range[] {
  const { length } = document.getText();
  const offsets = Array.from({ length: count * 2 }, () => random(length + 1)).sort((x, y) => x - y);
  return Array.from({ length: count }, (_, index) => {
    const [start, end] = [offsets[index * 2]!, offsets[index * 2 + 1]!];
    return new Range(document.positionAt(start), document.positionAt(Math.min(end, start + random(30))));
  });
}

function pickText(random: Random): string {
  return Array.from({ length: random(4) }, () => SNIPPETS[random(SNIPPETS.length)]).join('');
}
