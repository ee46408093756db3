import { commands, type Disposable, type Uri, type Webview } from 'vscode';
import type { DashboardTab } from '../core/dashboard/dashboardTabs.ts';
import type { HostMessage } from '../protocol/hostMessage.ts';
import {
  parseWebviewMessage,
  type WebviewChange,
  type WebviewCommand,
  type WebviewMessage,
} from '../protocol/webviewMessage.ts';
import { buildDashboardPage, pageRoots } from './buildDashboardPage.ts';
import { COMMANDS } from './commandIds.ts';
import type { DashboardSource } from './dashboardSource.ts';
import { DisposableStore } from './disposableStore.ts';

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
  openUsageSettings: COMMANDS.openUsageSettings,
  resetChecklist: COMMANDS.resetChecklist,
  setBudgets: COMMANDS.setBudgets,
  keepVariantA: COMMANDS.keepVariantA,
  keepVariantB: COMMANDS.keepVariantB,
  clearVariants: COMMANDS.clearVariants,
} satisfies Record<Exclude<WebviewCommand, 'ready'>, string>;

/** What VS Code gives us to show the page in: a view of the sidebar, or an editor. */
export type PagePlace = {
  readonly webview: Webview;
  readonly visible: boolean;
};

export type PageOwner = {
  extensionUri: Uri;
  source: DashboardSource;
  /** Carries out a change that the user made on the page. */
  applyChange(change: WebviewChange): void;
  /** The page shows another tab, is hidden or is shown again. */
  onDidShow(page: DashboardPage): void;
  onDropped(): void;
};

/** One place that shows the dashboard: gets whole snapshots of its tab, sends small closed commands. */
export class DashboardPage implements Disposable {
  private readonly ds = new DisposableStore();
  private readonly place: PagePlace;
  private readonly owner: PageOwner;
  private timer: NodeJS.Timeout | undefined;
  tab: DashboardTab;

  constructor(place: PagePlace, tab: DashboardTab, owner: PageOwner) {
    this.place = place;
    this.tab = tab;
    this.owner = owner;
    const { webview } = place;
    const { media, dist } = pageRoots(owner.extensionUri);
    webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [media, dist] };
    this.ds.add(webview.onDidReceiveMessage((data: unknown) => this.receive(data)));
    this.ds.add({ dispose: () => clearTimeout(this.timer) });
    webview.html = buildDashboardPage(webview, owner.extensionUri);
  }

  get isVisible(): boolean {
    return this.place.visible;
  }

  showTab(tab: DashboardTab): void {
    this.tab = tab;
    this.owner.onDidShow(this);
    this.draw();
  }

  drawSoon(): void {
    this.timer ??= setTimeout(() => this.draw(), DRAW_EVERY_MS);
  }

  dispose(): void {
    this.ds.dispose();
  }

  private receive(data: unknown): void {
    const message = parseWebviewMessage(data);
    if (message === undefined) this.owner.onDropped();
    else if (message.type === 'ready') this.showTab(this.tab);
    else if (message.type === 'showTab') this.showTab(message.tab);
    else if (isChange(message)) this.owner.applyChange(message);
    else void commands.executeCommand(COMMAND_OF[message.type]);
  }

  private draw(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.isVisible) return;
    const message: HostMessage = { type: 'snapshot', snapshot: this.owner.source.buildSnapshot(this.tab) };
    void this.place.webview.postMessage(message);
  }
}

function isChange(message: WebviewMessage): message is WebviewChange {
  return !(message.type in COMMAND_OF);
}
