import { type Disposable, EventEmitter, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { DisposableStore } from './disposableStore.ts';

/** Texts that are shown in read-only documents of a scheme of their own, each until its document is closed. */
export class ReadOnlyTexts implements TextDocumentContentProvider, Disposable {
  private readonly ds = new DisposableStore();
  private readonly changed = this.ds.add(new EventEmitter<Uri>());
  private readonly texts = new Map<string, string>();
  private readonly scheme: string;
  private readonly notKept: string;
  readonly onDidChange = this.changed.event;

  /** `notKept` is shown in documents that VS Code has brought back after a restart. */
  constructor(scheme: string, notKept: string) {
    this.scheme = scheme;
    this.notKept = notKept;
    this.ds.add(workspace.registerTextDocumentContentProvider(scheme, this));
    this.ds.add(workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())));
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? this.notKept;
  }

  /** The document of a text; the same path is the same document, which then shows the new text. */
  put(path: string, text: string): Uri {
    const uri = Uri.from({ scheme: this.scheme, path });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return uri;
  }

  dispose(): void {
    this.ds.dispose();
  }
}
