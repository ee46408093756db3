import { env, l10n, Range, type TextDocument, type TextEditor, window } from 'vscode';
import { formatInteger, formatPlural } from '../core/format.ts';
import { readActiveText } from './activeText.ts';
import { selectionsOf } from './addToScope.ts';
import { displayName, findCountTarget, isPanel, targetOfEditor } from './countTarget.ts';
import { UserError } from './userError.ts';

/** A text that is to be reduced, and where it comes from. */
export type ReducibleText = {
  /** Names it in words: `the selection in build.log`. */
  what: string;
  /** The path inside the workspace, the bare name of what lies outside, or `clipboard`. */
  name: string;
  text: string;
  /** True for all of a file, whose name then says what it is. */
  isWholeFile: boolean;
  /** The one place in a document that the text stands in, if there is one. */
  place?: TextPlace;
};

export type TextPlace = { document: TextDocument; range: Range };

/** UTF-16 units: so much is reduced in about a second, and compared in the diff view. */
const MOST_UNITS = 16_000_000;

/** What is selected in the active editor, joined in the order of the text, or else all that is open. Throws a `UserError` when there is no text. */
export async function readSelectedText(): Promise<ReducibleText> {
  const editor = window.activeTextEditor;
  const selected = editor === undefined ? undefined : readSelections(editor);
  return checkText(selected ?? (await readWhole(editor)));
}

/** The text on the clipboard, a terminal's output for instance. Throws a `UserError` when there is none. */
export async function readClipboard(): Promise<ReducibleText> {
  const text = await env.clipboard.readText();
  if (text === '') {
    throw new UserError(
      l10n.t(
        'There is no text on the clipboard. Copy a log, JSON or a table first, from the terminal for instance, and run this again.',
      ),
    );
  }
  return checkText({ what: l10n.t('the clipboard'), name: 'clipboard', text, isWholeFile: false });
}

function readSelections(editor: TextEditor): ReducibleText | undefined {
  const { document } = editor;
  const [first, ...more] = selectionsOf(editor);
  if (first === undefined) return undefined;
  const name = displayName(document.uri);
  const text = [first, ...more].map((selection) => document.getText(selection)).join('\n');
  const place = { document, range: new Range(first.start, first.end) };
  const what =
    more.length === 0
      ? l10n.t('the selection in {0}', name)
      : l10n.t('{0} in {1}', formatPlural(more.length + 1, 'selection'), name);
  return { what, name, text, isWholeFile: false, ...(more.length === 0 && { place }) };
}

async function readWhole(editor: TextEditor | undefined): Promise<ReducibleText> {
  const isInPanel = editor !== undefined && isPanel(editor.document);
  const target = isInPanel ? targetOfEditor(editor) : await findCountTarget();
  if (target?.kind === 'tooLarge') throw tooLarge(target.name);
  const { what, documents } = readActiveText(target);
  const text = documents.map((document) => document.text).join('\n');
  const isFile = target?.kind === 'text' && target.documents[0]?.uri.scheme === 'file';
  return { what: l10n.t('all of {0}', what), name: what, text, isWholeFile: isFile };
}

function checkText(source: ReducibleText): ReducibleText {
  if (source.text === '')
    throw new UserError(l10n.t('There is no text in {0}. Open or select some first.', source.name));
  if (source.text.length > MOST_UNITS) throw tooLarge(source.what);
  return source;
}

function tooLarge(what: string): UserError {
  return new UserError(
    l10n.t(
      'More than {0} characters are not reduced in the editor, and {1} has more. Save it to a file and run "token-meter reduce <file>" in a terminal: it takes files of any size.',
      formatInteger(MOST_UNITS),
      what,
    ),
  );
}
