import { posix } from 'node:path';
import { commands, type Disposable, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { DisposableStore } from './disposableStore.ts';

const SCHEME = 'token-meter-reduced';
/** What a diff shows that VS Code has brought back after a restart. */
const NOT_KEPT = 'This text is not kept. Run the command again.\n';

/** A text before and after its reduction, side by side and read-only. */
export class ReducedView implements TextDocumentContentProvider, Disposable {
  private readonly ds = new DisposableStore();
  private readonly texts = new Map<string, string>();
  private shown = 0;

  constructor() {
    this.ds.add(workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.ds.add(workspace.onDidCloseTextDocument(({ uri }) => this.texts.delete(uri.toString())));
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? NOT_KEPT;
  }

  /** `name` is that of the file, so that its colours are the same. */
  async show(name: string, before: string, after: string, title: string): Promise<void> {
    this.shown += 1;
    const keep = (side: string, text: string) => {
      const uri = Uri.from({ scheme: SCHEME, path: `/${this.shown}/${side}/${posix.basename(name)}` });
      this.texts.set(uri.toString(), text);
      return uri;
    };
    await commands.executeCommand('vscode.diff', keep('original', before), keep('reduced', after), title);
  }

  dispose(): void {
    this.ds.dispose();
  }
}
