import { randomBytes } from 'node:crypto';
import {
  commands,
  type Disposable,
  Uri,
  type Webview,
  type WebviewView,
  type WebviewViewProvider,
  window,
} from 'vscode';
import type { HostMessage } from '../protocol/hostMessage.ts';
import {
  parseWebviewMessage,
  type WebviewChange,
  type WebviewCommand,
  type WebviewMessage,
} from '../protocol/webviewMessage.ts';
import { COMMANDS, VIEWS } from './commandIds.ts';
import { applyChange } from './dashboardChanges.ts';
import type { DashboardSource } from './dashboardSource.ts';
import { DisposableStore } from './disposableStore.ts';
import { type Log, runReported } from './log.ts';
import type { ScopeStore } from './scopeStore.ts';
import type { SuggestionStore } from './suggestionStore.ts';

/** At most one snapshot in this time: the eye does not follow more. */
const DRAW_EVERY_MS = 50;

const COMMAND_OF = {
  copyScope: COMMANDS.copyScope,
  copyReferences: COMMANDS.copyReferences,
  previewScopedContext: COMMANDS.previewScopedContext,
  saveScopedContext: COMMANDS.saveScopedContext,
  chooseModel: COMMANDS.chooseModel,
  addActive: COMMANDS.addToScope,
  addMore: COMMANDS.addMoreToScope,
  clearScope: COMMANDS.clearScope,
  undoScopeChange: COMMANDS.undoScopeChange,
  saveScope: COMMANDS.saveScope,
  clearHistory: COMMANDS.clearCopyHistory,
  suggestScope: COMMANDS.suggestScope,
  acceptSuggestions: COMMANDS.acceptSuggestions,
  dismissSuggestions: COMMANDS.dismissSuggestions,
  exportUsage: COMMANDS.exportUsage,
  rebuildUsage: COMMANDS.rebuildUsage,
  deleteUsage: COMMANDS.deleteUsage,
} satisfies Record<Exclude<WebviewCommand, 'ready'>, string>;

/** The sidebar webview "Dashboard": gets whole snapshots, sends small closed commands. */
export class DashboardView implements WebviewViewProvider, Disposable {
  private readonly ds = new DisposableStore();
  private readonly extensionUri: Uri;
  private readonly source: DashboardSource;
  private readonly store: ScopeStore;
  private readonly suggestions: SuggestionStore;
  private readonly log: Log;
  private view: WebviewView | undefined;
  private timer: NodeJS.Timeout | undefined;
  private droppedMessages = 0;

  constructor(
    extensionUri: Uri,
    source: DashboardSource,
    store: ScopeStore,
    suggestions: SuggestionStore,
    log: Log,
  ) {
    this.extensionUri = extensionUri;
    this.source = source;
    this.store = store;
    this.suggestions = suggestions;
    this.log = log;
    this.ds.add(window.registerWebviewViewProvider(VIEWS.dashboard, this));
    this.ds.add(source.onDidChange(() => this.drawSoon()));
    this.ds.add({ dispose: () => clearTimeout(this.timer) });
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    const media = Uri.joinPath(this.extensionUri, 'media');
    const dist = Uri.joinPath(this.extensionUri, 'dist');
    view.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [media, dist],
    };
    view.webview.onDidReceiveMessage((data: unknown) => this.receive(data));
    view.onDidChangeVisibility(() => {
      this.source.setLookedAt(view.visible);
      this.drawSoon();
    });
    view.onDidDispose(() => {
      if (this.view !== view) return; // Another one has taken its place.
      this.source.setLookedAt(false);
      this.view = undefined;
    });
    view.webview.html = buildPage(
      view.webview,
      Uri.joinPath(dist, 'webview.js'),
      Uri.joinPath(media, 'dashboard.css'),
    );
  }

  dispose(): void {
    this.ds.dispose();
  }

  private receive(data: unknown): void {
    const message = parseWebviewMessage(data);
    if (message === undefined) {
      this.droppedMessages += 1;
      this.log.warn(`Dropped message ${this.droppedMessages} of the dashboard: it is not one of ours.`);
    } else if (message.type === 'ready') this.show();
    else if (isChange(message))
      void runReported(this.log, () => applyChange(this.store, this.suggestions, message));
    else void commands.executeCommand(COMMAND_OF[message.type]);
  }

  private show(): void {
    this.source.followBaseline();
    this.source.setLookedAt(true);
    this.draw();
  }

  private drawSoon(): void {
    this.timer ??= setTimeout(() => this.draw(), DRAW_EVERY_MS);
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.view?.visible !== true) return;
    const message: HostMessage = { type: 'snapshot', snapshot: this.source.buildSnapshot() };
    void this.view.webview.postMessage(message);
  }
}

function isChange(message: WebviewMessage): message is WebviewChange {
  return !(message.type in COMMAND_OF);
}

function buildPage(webview: Webview, script: Uri, style: Uri): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html fast-html',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${webview.asWebviewUri(style)}">
<title>Token Meter</title>
</head>
<body>
<script nonce="${nonce}" src="${webview.asWebviewUri(script)}"></script>
</body>
</html>`;
}
