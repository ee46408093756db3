import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { formatShare } from '../core/format.ts';
import { COMMANDS } from './commandIds.ts';

/** Progress of counting the workspace, in the status bar: nobody waits for the number, but everybody can stop it with a click. */
export class CountingProgress implements Disposable {
  private readonly item: StatusBarItem;

  constructor() {
    this.item = window.createStatusBarItem('tokenMeter.countingWorkspace', StatusBarAlignment.Left);
    this.item.name = l10n.t('Token Meter: counting the workspace');
    this.item.command = COMMANDS.cancelCounting;
    this.item.tooltip = l10n.t(
      'Click to stop. It is counted again when the dashboard is opened or the scope changes.',
    );
    this.report(0);
    this.item.show();
  }

  /** `share` is from 0 to 1. */
  report(share: number): void {
    const percent = formatShare(Math.floor(share * 100) / 100);
    this.item.text = `$(loading~spin) ${l10n.t('Counting the workspace: {0}', percent)}`;
  }

  dispose(): void {
    this.item.dispose();
  }
}
