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
import { parseWebviewMessage, type WebviewCommand } from '../protocol/webviewMessage.ts';
import { COMMANDS, VIEWS } from './commandIds.ts';
import { DisposableStore } from './disposableStore.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';

/** At most one snapshot in this time: the eye does not follow more. */
const DRAW_EVERY_MS = 50;

const COMMAND_OF = {
  copyScope: COMMANDS.copyScope,
  chooseModel: COMMANDS.chooseModel,
  addActive: COMMANDS.addToScope,
  clearScope: COMMANDS.clearScope,
} satisfies Record<Exclude<WebviewCommand, 'ready'>, string>;

/** The sidebar webview "Dashboard": gets whole snapshots, sends small closed commands. */
export class DashboardView implements WebviewViewProvider, Disposable {
  private readonly ds = new DisposableStore();
  private readonly extensionUri: Uri;
  private readonly meter: Meter;
  private readonly log: Log;
  private view: WebviewView | undefined;
  private timer: NodeJS.Timeout | undefined;
  private droppedMessages = 0;

  constructor(extensionUri: Uri, meter: Meter, log: Log) {
    this.extensionUri = extensionUri;
    this.meter = meter;
    this.log = log;
    this.ds.add(window.registerWebviewViewProvider(VIEWS.dashboard, this));
    this.ds.add(meter.onDidChange(() => this.drawSoon()));
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
    view.onDidChangeVisibility(() => this.drawSoon());
    view.onDidDispose(() => {
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
    } else if (message.type === 'ready') this.draw();
    else void commands.executeCommand(COMMAND_OF[message.type]);
  }

  private drawSoon(): void {
    this.timer ??= setTimeout(() => this.draw(), DRAW_EVERY_MS);
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.view?.visible !== true) return;
    const message: HostMessage = { type: 'snapshot', snapshot: this.meter.buildSnapshot() };
    void this.view.webview.postMessage(message);
  }
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
