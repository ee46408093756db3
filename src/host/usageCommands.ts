import { commands, env, l10n, Uri, window, workspace } from 'vscode';
import { formatPlural } from '../core/format.ts';
import type { UsageStore } from './usageStore.ts';
import { UserError } from './userError.ts';

/** Writes all usage records to a file that the user names: CSV or JSON, by its ending. */
export async function exportUsage(usage: UsageStore): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const uri = await window.showSaveDialog({
    title: l10n.t('Export Usage'),
    filters: { [l10n.t('Comma-separated values')]: ['csv'], JSON: ['json'] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, 'token-meter-usage.csv') }),
  });
  if (uri === undefined) return;
  if (uri.scheme !== 'file')
    throw new UserError(l10n.t('Usage can be exported to a file on disk only. Choose another place.'));
  const count = await usage.exportTo(uri.fsPath, uri.path.endsWith('.json') ? 'json' : 'csv');
  void window.showInformationMessage(l10n.t('Token Meter: {0} exported.', formatPlural(count, 'record')));
}

export async function deleteUsage(usage: UsageStore): Promise<void> {
  const detail = l10n.t(
    'All usage records and daily totals of Token Meter are deleted. The logs of the agents stay as they are: Rebuild from Logs reads again what they still hold.',
  );
  const yes = l10n.t('Delete All Data');
  const question = l10n.t('Delete all usage data?');
  if ((await window.showWarningMessage(question, { modal: true, detail }, yes)) === yes)
    await usage.deleteAll();
}

export async function rebuildUsage(usage: UsageStore): Promise<void> {
  await usage.rebuild();
  void window.showInformationMessage(l10n.t('Token Meter: the logs have been read anew.'));
}

/** Where folders with logs are added, and where it is said how long records are kept: settings of the machine that the logs are on. */
export async function openUsageSettings(): Promise<void> {
  const editor = env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
  await commands.executeCommand(`workbench.action.${editor}`, { query: 'tokenMeter.usage' });
}
