import {
  commands,
  type Disposable,
  l10n,
  type Memento,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewView,
  type WebviewViewProvider,
  window,
} from 'vscode';
import { DASHBOARD_TABS, type DashboardTab } from '../core/dashboard/dashboardTabs.ts';
import { isWorthLogging } from '../protocol/isWorthLogging.ts';
import { VIEWS } from './commandIds.ts';
import { applyChange } from './dashboardChanges.ts';
import { DashboardPage, type PageOwner } from './dashboardPage.ts';
import type { DashboardParts } from './dashboardParts.ts';
import { DashboardSource } from './dashboardSource.ts';
import { DisposableStore } from './disposableStore.ts';
import { type Log, runReported } from './log.ts';

const TAB_KEY = 'tokenMeter.dashboardTab';

/** The dashboard: in the sidebar, and for width as an editor. Both show the same, each the tab that was chosen there. */
export class DashboardView implements WebviewViewProvider, Disposable {
  private readonly ds = new DisposableStore();
  private readonly pages = new Set<DashboardPage>();
  private readonly owner: PageOwner;
  private readonly memory: Memento;
  private panel: WebviewPanel | undefined;
  private droppedMessages = 0;

  constructor(extensionUri: Uri, memory: Memento, parts: DashboardParts, log: Log) {
    const source = this.ds.add(new DashboardSource(parts));
    this.memory = memory;
    this.owner = {
      extensionUri,
      source,
      applyChange: (change) => void runReported(log, () => applyChange(parts, change)),
      onDidShow: (page) => this.noteShown(page),
      onDropped: () => {
        this.droppedMessages += 1;
        if (!isWorthLogging(this.droppedMessages)) return;
        log.warn(`Dropped message ${this.droppedMessages} of the dashboard: it is not one of ours.`);
      },
    };
    this.ds.add(window.registerWebviewViewProvider(VIEWS.dashboard, this));
    this.ds.add(
      source.onDidChange(() => {
        for (const page of this.pages) page.drawSoon();
      }),
    );
    this.ds.add({ dispose: () => this.panel?.dispose() });
  }

  resolveWebviewView(view: WebviewView): void {
    const page = this.addPage(view);
    view.onDidChangeVisibility(() => this.follow(page));
    view.onDidDispose(() => this.removePage(page));
  }

  /** Opens the dashboard as an editor, or shows the one that is open. */
  openPanel(): void {
    if (this.panel !== undefined) return this.panel.reveal();
    const panel = window.createWebviewPanel(
      'tokenMeter.dashboardPanel',
      l10n.t('Token Meter Dashboard'),
      ViewColumn.Active,
    );
    this.panel = panel;
    const page = this.addPage(panel);
    panel.onDidChangeViewState(() => this.follow(page));
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.removePage(page);
    });
  }

  /** Shows the dashboard where it is, or in the sidebar; with a tab, that one. */
  async open(tab?: unknown): Promise<void> {
    const wanted = DASHBOARD_TABS.find((known) => known === tab);
    if (wanted !== undefined) {
      await this.memory.update(TAB_KEY, wanted);
      for (const page of this.pages) page.showTab(wanted);
    }
    await commands.executeCommand(`${VIEWS.dashboard}.focus`);
  }

  dispose(): void {
    for (const page of this.pages) page.dispose();
    this.ds.dispose();
  }

  private addPage(place: WebviewView | WebviewPanel): DashboardPage {
    const stored = this.memory.get(TAB_KEY);
    const tab = DASHBOARD_TABS.find((known) => known === stored) ?? 'now';
    const page = new DashboardPage(place, tab, this.owner);
    this.pages.add(page);
    // The ledger is opened while the page loads.
    this.tellLookedAt();
    return page;
  }

  private removePage(page: DashboardPage): void {
    this.pages.delete(page);
    page.dispose();
    this.tellLookedAt();
  }

  private noteShown(page: DashboardPage): void {
    this.owner.source.followBaseline();
    if (this.memory.get(TAB_KEY) !== page.tab) void this.memory.update(TAB_KEY, page.tab);
    this.tellLookedAt();
  }

  private follow(page: DashboardPage): void {
    this.tellLookedAt();
    page.drawSoon();
  }

  /** Nothing is followed while nobody looks. */
  private tellLookedAt(): void {
    const visible = [...this.pages].filter(({ isVisible }) => isVisible);
    this.owner.source.setLookedAt(new Set<DashboardTab>(visible.map(({ tab }) => tab)));
  }
}
