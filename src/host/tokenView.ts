import {
  type Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { formatInteger, formatPlural } from '../core/format.ts';
import { type CostlyPiece, findCostlyPieces, firstAfter } from '../core/tokens/costlyPieces.ts';
import type { EncodingName } from '../core/tokens/encoding.ts';
import type { CountingWorker } from '../node/counting/countingWorker.ts';
import { readActiveText } from './activeText.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Meter } from './meter.ts';

const SCHEME = 'token-meter-tokens';
/** Beyond this nobody looks, and every token costs a decoration when it comes into sight. */
const MOST_TOKENS = 200_000;

type Tokens = { text: string; offsets: Uint32Array; pieces: CostlyPiece[]; encoding: EncodingName };

/** "Show Tokens": a read-only copy of the open file or selection with its tokens shaded in turn. Only what is in sight is shaded. */
export class TokenView implements TextDocumentContentProvider, Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<Uri>());
  private readonly shown = new Map<string, Tokens>();
  private readonly shades: readonly TextEditorDecorationType[];
  private readonly invisible: TextEditorDecorationType;
  private readonly expensive: TextEditorDecorationType;
  private readonly meter: Meter;
  private readonly counter: CountingWorker;
  readonly onDidChange = this.changed.event;

  constructor(meter: Meter, counter: CountingWorker) {
    this.meter = meter;
    this.counter = counter;
    const shade = (name: string) =>
      this.ds.add(
        window.createTextEditorDecorationType({ backgroundColor: new ThemeColor(`tokenMeter.${name}`) }),
      );
    this.shades = [shade('tokenShadeA'), shade('tokenShadeB')];
    this.invisible = this.ds.add(
      window.createTextEditorDecorationType({
        border: '1px solid',
        borderColor: new ThemeColor('editorWarning.foreground'),
        before: { contentText: '◌', color: new ThemeColor('editorWarning.foreground') },
      }),
    );
    this.expensive = this.ds.add(
      window.createTextEditorDecorationType({
        textDecoration: 'underline wavy',
        overviewRulerColor: new ThemeColor('editorWarning.foreground'),
        color: new ThemeColor('editorWarning.foreground'),
      }),
    );
    this.ds.add(workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.ds.add(window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.shade(textEditor)));
    this.ds.add(
      window.onDidChangeVisibleTextEditors((editors) => {
        for (const editor of editors) this.shade(editor);
      }),
    );
    // Shown again, the document gets its new text a moment after it has been opened.
    this.ds.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        for (const editor of window.visibleTextEditors) if (editor.document === document) this.shade(editor);
      }),
    );
    this.ds.add(workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())));
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.shown.get(uri.toString())?.text ?? '';
  }

  async show(): Promise<void> {
    const { what, documents } = readActiveText(this.meter.liveState.target);
    // One kind of line end only: VS Code would make them alike, and the offsets would be wrong.
    const lineEnd = documents.some((document) => document.text.includes('\r\n')) ? '\r\n' : '\n';
    const text = documents.map((document) => document.text).join(lineEnd);
    const { encoding } = this.meter.model.tokenizer;
    const offsets = await this.counter.ask({ ask: 'offsets', encoding, text, maxTokens: MOST_TOKENS });
    const uri = Uri.from({
      scheme: SCHEME,
      path: `/${l10n.t('{0} tokens of {1}', encoding, what).replaceAll('/', '∕')}`,
    });
    this.shown.set(uri.toString(), { text, offsets, pieces: findCostlyPieces(text, offsets), encoding });
    this.changed.fire(uri);
    const document = await workspace.openTextDocument(uri);
    this.shade(await window.showTextDocument(document, { preview: true }));
    if (offsets.length === MOST_TOKENS) {
      void window.showInformationMessage(
        l10n.t('Only the first {0} tokens are shaded.', formatInteger(MOST_TOKENS)),
      );
    }
  }

  dispose(): void {
    this.ds.dispose();
  }

  private shade(editor: TextEditor): void {
    const { document } = editor;
    const tokens = this.shown.get(document.uri.toString());
    if (tokens === undefined) return;
    const ranges = this.shades.map((): Range[] => []);
    for (const visible of editor.visibleRanges) {
      const [start, end] = [document.offsetAt(visible.start), document.offsetAt(visible.end)];
      for (let index = firstAfter(tokens.offsets, start); index < tokens.offsets.length; index += 1) {
        const from = tokens.offsets[index - 1] ?? 0;
        if (from > end) break;
        ranges[index % ranges.length]?.push(rangeOf(document, from, tokens.offsets[index] ?? from));
      }
    }
    for (const [index, shade] of this.shades.entries()) editor.setDecorations(shade, ranges[index] ?? []);
    const explain = (kind: CostlyPiece['kind']) =>
      tokens.pieces
        .filter((piece) => piece.kind === kind)
        .map((piece) => ({
          range: rangeOf(document, piece.start, piece.end),
          hoverMessage: describePiece(tokens.text, piece),
        }));
    editor.setDecorations(this.invisible, explain('invisible'));
    editor.setDecorations(this.expensive, explain('expensive'));
  }
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}

function describePiece(text: string, { start, end, tokens, kind }: CostlyPiece): MarkdownString {
  const cost = `${formatPlural(end - start, 'character')}, ${formatPlural(tokens, 'token')}`;
  if (kind === 'expensive') return new MarkdownString().appendText(l10n.t('Expensive: {0}.', cost));
  const names = [...text.slice(start, Math.min(end, start + 20))].map(nameOf).join(' ');
  return new MarkdownString().appendText(l10n.t('Invisible: {0}. {1}', cost, names));
}

function nameOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
